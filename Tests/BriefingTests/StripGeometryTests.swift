import EDTF
import TestKit
import Testing

@testable import Briefing

/// What must hold for every strip, whatever its events are.
struct StripGeometryTests {
  /// Events spread at random over a stretch of days, of all kinds of precision.
  static func events(_ count: Int, from first: Int, over days: Int, seed: UInt64) throws -> [StripEvent] {
    var random = Numbers(state: seed)
    return try (0..<count).map { index in
      let day = CivilDay(dayNumber: first + Int.random(in: 0..<days, using: &random))
      let month = String(day.text.dropLast(3))
      let year = String(month.dropLast(3))
      let later = CivilDay(dayNumber: day.dayNumber + Int.random(in: 1..<max(days / 8, 2), using: &random))
      let date =
        switch Int.random(in: 0..<20, using: &random) {
        case 0: year
        case 1: month
        case 2: month + "-XX"
        case 3: day.text + "~"
        case 4: day.text + "/.."
        case 5: "/" + day.text
        case 6, 7: day.text + "/" + later.text
        default: day.text
        }
      return try StripFixture.event("e\(index)", date, "Event \(index) of many", key: index % 9 == 0)
    }
  }

  static let cases: [(name: String, events: [StripEvent])] = {
    var cases: [(String, [StripEvent])] = []
    for count in [1, 2, 10, 43, 300] {
      for (name, days) in [("week", 7), ("season", 90), ("decade", 3650), ("two thousand years", 730_000)] {
        for seed in 1...3 as ClosedRange<UInt64> {
          let first = days > 100_000 ? -900_000 : 19_000
          guard let events = try? events(count, from: first, over: days, seed: seed) else { continue }
          cases.append(("\(count) in a \(name), seed \(seed)", events))
        }
      }
    }
    if let dense = try? events(200, from: 20_000, over: 30, seed: 4) + events(100, from: 17_000, over: 3650, seed: 5) {
      cases.append(("a dense month in a decade", dense))
    }
    return cases
  }()

  @Test func casesAreThere() {
    #expect(Self.cases.count == 61)
  }

  @Test(arguments: cases.indices)
  func marksStayInsideAndApart(_ index: Int) {
    let (name, events) = Self.cases[index]
    let strip = Strip(events, words: StripFixture.words)
    var seen = 0
    for lane in strip.lanes {
      for mark in lane.marks.points + lane.marks.bars {
        #expect((0...10_000).contains(mark.x.hundredths), "\(name): \(mark.name)")
        #expect(mark.reach.lowerBound >= 0 && mark.reach.upperBound <= 10_000, "\(name): \(mark.name)")
        #expect(mark.y > lane.top && mark.y < lane.bottom, "\(name): \(mark.name)")
        for bar in mark.bars { #expect(bar.x.hundredths + bar.width.hundredths <= 10_000, "\(name): \(mark.name)") }
      }
      // 7 px of 288 between two points of a row, and never a bar over the next one.
      for row in Dictionary(grouping: lane.marks.points, by: \.row).values {
        for (left, right) in zip(row, row.dropFirst()) {
          #expect((right.x.hundredths - left.x.hundredths) * 288 >= 7 * 10_000 - 288 * 2, "\(name): \(left.name), \(right.name)")
        }
      }
      for row in Dictionary(grouping: lane.marks.bars, by: \.row).values {
        let sorted = row.sorted { $0.reach.lowerBound < $1.reach.lowerBound }
        for (left, right) in zip(sorted, sorted.dropFirst()) { #expect(left.reach.upperBound < right.reach.lowerBound, "\(name)") }
      }
      #expect(
        lane.marks.points.allSatisfy { $0.row < StripMetrics.pointRows } && lane.marks.bars.allSatisfy { $0.row < StripMetrics.barRows })
      #expect(lane.mores.reduce(0) { $0 + $1.count } == lane.marks.hidden.count, "\(name)")
      seen += lane.marks.points.count + lane.marks.bars.count + lane.marks.hidden.count
    }
    #expect(seen + strip.undated == events.count, "\(name)")
    #expect(strip.periods.reduce(0) { $0 + $1.count } == seen, "\(name)")
    #expect(strip.height <= 576, "\(name): \(strip.height) px")
  }

  @Test(arguments: cases.indices)
  func placesFollowTime(_ index: Int) {
    let (name, events) = Self.cases[index]
    for lane in Strip(events, words: StripFixture.words).lanes {
      for (left, right) in zip(lane.marks.points, lane.marks.points.dropFirst()) {
        #expect(left.x <= right.x, "\(name): \(left.name), \(right.name)")
        let isLater = (left.event.bounds.earliest, right.event.bounds.earliest)
        if let first = isLater.0, let second = isLater.1, first == second { #expect(left.x == right.x, "\(name)") }
      }
      for (left, right) in zip(lane.scale.pieces, lane.scale.pieces.dropFirst()) {
        #expect(
          left.days.upperBound < right.days.lowerBound && right.x.lowerBound - left.x.upperBound == StripMetrics.breakWidth, "\(name)")
      }
      #expect(lane.scale.pieces.first?.x.lowerBound == 0 && lane.scale.pieces.last?.x.upperBound == 10_000, "\(name)")
      // One scale: each piece's part of the width is its part of the days, but for rounding.
      let room = 10_000 - (lane.scale.pieces.count - 1) * StripMetrics.breakWidth
      for piece in lane.scale.pieces {
        #expect(abs(piece.x.count - piece.days.count * room / lane.scale.length) <= 1, "\(name)")
      }
    }
  }

  /// Of every kind of page, the texts of a row have room for each other and stay inside, by the same estimate that placed them.
  @Test(arguments: cases.indices)
  func namesDoNotMeet(_ index: Int) {
    let (name, events) = Self.cases[index]
    for lane in Strip(events, words: StripFixture.words).lanes {
      for (width, other) in [(StripMetrics.narrow, StripClass.wide), (StripMetrics.wide, .narrow)] {
        var boxes = lane.labels.filter { $0.visibility != other }.map { Self.box($0.x, $0.dx, $0.anchor, $0.text, $0.y, width) }
        boxes += lane.tickLabels.filter { $0.visibility != other }.map { Self.box($0.x, 0, "start", $0.text, 10_000 + $0.row, width) }
        for (place, box) in boxes.enumerated() {
          #expect(box.x.lowerBound >= 0 && box.x.upperBound <= width, "\(name): \(box)")
          for next in boxes[(place + 1)...] where next.y == box.y { #expect(!box.x.overlaps(next.x), "\(name): \(box), \(next)") }
        }
      }
    }
  }

  private static func box(_ x: ChartPercent, _ dx: Int, _ anchor: String, _ text: String, _ y: Int, _ width: Int) -> (
    x: Range<Int>, y: Int, String
  ) {
    let place = x.hundredths * width / 10_000 + dx
    let length = StripText.width(text)
    return (anchor == "end" ? place - length..<place : place..<place + length, y, text)
  }

  @Test(arguments: cases.indices)
  func theOrderOfEventsDoesNotMatter(_ index: Int) {
    let events = Self.cases[index].events
    var random = Numbers(state: 9)
    let strip = Strip(events, words: StripFixture.words)
    let shuffled = Strip(events.shuffled(using: &random), words: StripFixture.words)
    #expect(StripPicture.text(strip) == StripPicture.text(shuffled))
  }

  @Test(arguments: [
    ["Y1000000000"], ["Y-1000000000", "Y1000000000"], ["Y-1000000000", "-0043-03-15", "2025-08-15", "2025-08-16"], ["Y9E17", "2025"],
    ["Y-9E17/Y9E17", "2025-08-15"], ["0000", "-0001", "0001"], ["XXXX-12-XX", "2025-01-01"], ["9999-12-31", "0000-01-01"],
    ["2025-08-15/..", "../2025-08-15"], ["/2025-08-15"],
  ])
  func extremesHold(_ dates: [String]) throws {
    let strip = try StripFixture.strip(dates)
    #expect(strip.isShown)
    var seen = 0
    for lane in strip.lanes {
      for mark in lane.marks.points + lane.marks.bars {
        #expect((0...10_000).contains(mark.x.hundredths))
        #expect(mark.isPoint || mark.box != nil || !mark.bars.isEmpty)
      }
      seen += lane.marks.points.count + lane.marks.bars.count + lane.marks.hidden.count
    }
    #expect(seen == dates.count)
  }

  @Test func withoutAnyBoundNothingIsDrawn() {
    let event = StripEvent(
      id: "e", title: "Once", dateText: "at an unknown time", href: "#e", bounds: DateBounds(earliest: nil, latest: nil),
      precision: .interval)
    let strip = Strip([event], words: StripFixture.words)
    #expect(!strip.isShown)
    #expect(strip.undated == 1 && strip.total == 1 && strip.height == 0)
    #expect(strip.notes == [.undated(events: 1)])
    #expect(!Strip([], words: StripFixture.words).isShown)
  }
}
