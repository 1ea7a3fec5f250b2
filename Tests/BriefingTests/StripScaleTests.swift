import EDTF
import Testing

@testable import Briefing

/// The parts of which a strip's scale is made.
struct StripScaleTests {
  @Test(arguments: [
    (0, "0.00%"), (5, "0.05%"), (99, "0.99%"), (100, "1.00%"), (4273, "42.73%"), (10_000, "100.00%"), (-5, "-0.05%"), (-1250, "-12.50%"),
  ])
  func percentHasTwoDecimals(_ hundredths: Int, _ text: String) {
    #expect(ChartPercent(hundredths).text == text)
  }

  private static func day(_ text: String) throws -> Int {
    try #require(try EDTFParser.parse(text).bounds.earliest).dayNumber
  }

  @Test(arguments: [
    (StripStep.months(1), "2025-08-15", "2025-08-01", "2025-09-01"), (.months(3), "2025-12-31", "2025-10-01", "2026-01-01"),
    (.years(1), "2025-08-15", "2025-01-01", "2026-01-01"), (.years(100), "1999-12-31", "1900-01-01", "2000-01-01"),
    (.years(100), "0050-06-01", "0001-01-01", "0100-01-01"), (.years(10), "0000-06-01", "-0009-01-01", "0001-01-01"),
    (.years(100), "-0043-03-15", "-0099-01-01", "0001-01-01"), (.years(100), "-0100-03-15", "-0199-01-01", "-0099-01-01"),
    (.years(1), "0000-06-01", "0000-01-01", "0001-01-01"), (.years(1), "-0043-03-15", "-0043-01-01", "-0042-01-01"),
  ])
  func stepsBeginAtRoundDates(_ step: StripStep, _ text: String, _ floor: String, _ next: String) throws {
    let start = step.floor(try Self.day(text))
    #expect(StripDays.day(start).text == floor)
    #expect(StripDays.day(step.next(start)).text == next)
    #expect(step.ceiling(start) == start)
    #expect(step.ceiling(start + 1) == step.next(start))
  }

  @Test(arguments: [
    (7, StripStep.days(1)), (25, .days(7)), (200, .months(1)), (1000, .months(3)), (3650, .years(1)), (730_000, .years(100)),
    (StripDays.limit, .years(20_000_000_000)),
  ])
  func stepFitsTheLength(_ days: Int, _ step: StripStep) {
    #expect(StripStep.smallest(atMost: 24, in: days) == step)
  }

  /// What is left out, as the ends of the stretches that stay.
  @Test(arguments: [
    // Evenly spread, or only two: nothing is left out.
    ([0, 100, 200, 300], [0..<301]), ([0, 1000], [0..<1001]),
    // A long way, and two of them.
    ([0, 1, 2, 1000], [0..<3, 1000..<1001]), ([0, 1, 2, 3, 500, 501, 1000], [0..<4, 500..<502, 1000..<1001]),
    // Long, but no three tenths of the line.
    ([0, 1, 2, 100, 200, 300, 301, 402, 500], [0..<501]),
  ])
  func longEmptyStretchesAreLeftOut(_ days: [Int], _ stretches: [Range<Int>]) {
    #expect(StripGaps.stretches(days.map { $0..<$0 + 1 }) == stretches)
  }

  @Test func aStretchThatAnEventMayFillIsNotEmpty() {
    #expect(StripGaps.stretches([0..<1, 1..<2, 2..<990, 1000..<1001]) == [0..<1001])
  }

  static let windows: [([Int], Range<Int>?)] = [
    // Half of the events within a week of a year; the neighbours near it too.
    ([0, 60, 120, 180, 240, 300] + Array(330..<337), 330..<337),
    // Too few, and too evenly spread.
    (Array(0..<11), nil), (Array(stride(from: 0, to: 360, by: 30)), nil),
  ]

  @Test(arguments: windows)
  func theDensestStretchIsFound(_ days: [Int], _ window: Range<Int>?) {
    let events = days.map { number in
      let day = CivilDay(dayNumber: number)
      return StripEvent(id: "e", title: "", dateText: "", href: "#e", bounds: DateBounds(earliest: day, latest: day), precision: .day)
    }
    let extents = events.indices.compactMap { StripExtent(events[$0], at: $0) }
    #expect(StripWindow.densest(extents, length: 365) == window)
  }

  @Test func aScaleIsOneForAllPieces() {
    let scale = StripScale([0..<100, 1000..<1100])
    #expect(scale.pieces.map(\.x) == [0..<4750, 5250..<10_000])
    #expect(scale.start(of: 0) == 0 && scale.start(of: 50) == 2375 && scale.start(of: 1100) == 10_000)
    #expect(scale.middle(of: 0) == 23 && scale.middle(of: 1099) == 9976)
    // The end of a piece is its edge; what lies between stands in the middle of the break; what lies outside at the edges.
    #expect(scale.start(of: 100) == 4750 && scale.start(of: 500) == 5000 && scale.start(of: 1000) == 5250)
    #expect(scale.start(of: -1) == 0 && scale.start(of: 5000) == 10_000)
  }

  @Test(arguments: [
    ("Russia starts its full-scale invasion", 140, "Russia starts…"), ("Summit in the north", 110, "Summit…"),
    ("Alaska summit", 200, "Alaska summit"), ("Russia declares four regions annexed", 140, "Russia declares…"),
    ("Putin: foreign troops would be targets", 130, "Putin: foreign…"), ("Extraordinarily long", 60, nil), ("", 60, nil),
    ("アラスカで首脳会談が行われた", 90, "アラスカで首…"),
  ])
  func titlesAreCutAfterWords(_ title: String, _ width: Int, _ text: String?) {
    #expect(StripText.fitted(title, within: width) == text)
    #expect(text.map { StripText.width($0) <= width } ?? true)
  }
}
