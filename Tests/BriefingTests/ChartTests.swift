import EDTF
import TestKit
import Testing

@testable import Briefing

struct ChartTests {
  private static func parts(_ confirmed: Int, _ denied: Int) -> [ChartPart] {
    [
      ChartPart(label: "confirmed", className: "st-confirmed", count: confirmed),
      ChartPart(label: "denied", className: "st-denied", count: denied),
    ]
  }

  private static func bars(_ chart: BarChart) -> [String] {
    chart.rows.map { row in
      "\(row.label) \(row.total) at \(row.top): "
        + row.parts.map { "\($0.className) \($0.x.text) + \($0.width.text)" }.joined(separator: ", ")
    }
  }

  @Test func barsShareOneScale() {
    let chart = BarChart(
      [
        ChartBar(label: "Lavrov", href: "lavrov.html", parts: Self.parts(1, 2)), ChartBar(label: "Vance", parts: Self.parts(0, 2)),
        ChartBar(label: "Nobody", parts: []),
      ], words: StripFixture.chartWords)
    #expect(
      Self.bars(chart) == [
        "Lavrov 3 at 0: st-confirmed 0.00% + 33.33%, st-denied 33.33% + 66.67%", "Vance 2 at 40: st-denied 0.00% + 66.66%",
        "Nobody 0 at 80: ",
      ])
    #expect(chart.kinds.map { "\($0.label) \($0.count)" } == ["confirmed 1", "denied 4"])
    #expect(chart.rows[0].parts.map(\.title) == ["Lavrov, confirmed: 1", "Lavrov, denied: 2"])
    #expect(chart.isShown && chart.total == 5 && chart.height == 120)
  }

  @Test func theTableHasTheSameNumbers() {
    let other = ChartPart(label: "open", className: "st-open", count: 4)
    let chart = BarChart(
      [ChartBar(label: "Lavrov", href: "lavrov.html", parts: Self.parts(1, 2)), ChartBar(label: "Vance", parts: [other])],
      words: StripFixture.chartWords)
    #expect(chart.twin.heads == ["Claimant", "confirmed", "denied", "open", "All"])
    #expect(chart.twin.rows.map(\.cells) == [["1", "2", "0", "3"], ["0", "0", "4", "4"]])
    #expect(chart.twin.rows.map(\.href) == ["lavrov.html", nil])
  }

  @Test(arguments: [(0, false), (4, false), (5, true)])
  func fewItemsAreATableAlone(_ count: Int, _ isShown: Bool) throws {
    #expect(BarChart([ChartBar(label: "a", parts: Self.parts(count, 0))], words: StripFixture.chartWords).isShown == isShown)
    let events = try (0..<count).map { try StripFixture.event("e\($0)", "2025-08-0\($0 + 1)") }
    #expect(ColumnChart(events, words: StripFixture.words, chartWords: StripFixture.chartWords).isShown == isShown)
  }

  @Test func hugeNumbersAndNegativeOnesDoNotBreakBars() {
    let chart = BarChart(
      [ChartBar(label: "a", parts: Self.parts(Int.max, Int.max)), ChartBar(label: "b", parts: Self.parts(-3, 1))],
      words: StripFixture.chartWords)
    #expect(chart.rows.flatMap(\.parts).allSatisfy { $0.x.hundredths + $0.width.hundredths <= 10_000 })
    #expect(chart.rows[1].total == 1)
  }

  /// Bars add up to their whole, whatever the rounding.
  @Test func partsMeetWithoutGaps() {
    var random = Numbers(state: 3)
    for _ in 0..<200 {
      let bars = (0..<5).map { index in
        ChartBar(
          label: "\(index)",
          parts: (0..<6).map { ChartPart(label: "\($0)", className: "c\($0)", count: Int.random(in: 1...40, using: &random)) })
      }
      let chart = BarChart(bars, words: StripFixture.chartWords)
      let longest = chart.rows.map(\.total).max() ?? 1
      for row in chart.rows {
        var end = 0
        for part in row.parts {
          #expect(part.x.hundredths == end)
          end += part.width.hundredths
        }
        #expect(end == row.total * 10_000 / longest)
      }
    }
  }

  private static func chart(_ dates: [String], by step: StripStep? = nil) throws -> ColumnChart {
    ColumnChart(
      try dates.enumerated().map { try StripFixture.event("e\($0)", $1) }, by: step, words: StripFixture.words,
      chartWords: StripFixture.chartWords)
  }

  @Test func columnsStandAtTheirMonths() throws {
    let chart = try Self.chart(["2025-01-03", "2025-01-31", "2025-01", "2025-04-02/2025-06", "2025", "2025-04-01?"])
    #expect(
      chart.columns.map { "\($0.x.text) + \($0.width.text) \($0.y) + \($0.height): \($0.title)" } == [
        "0.00% + 25.83% 16 + 120: January 2025: 3", "75.00% + 25.00% 56 + 80: April 2025: 2",
      ])
    #expect(chart.lines.map { "\($0.y) \($0.text)" } == ["96 1", "56 2", "16 3"])
    #expect(
      chart.twin.rows.map { "\($0.label): \($0.cells[0])" } == ["January 2025: 3", "February 2025 to March 2025: 0", "April 2025: 2"])
    #expect(chart.total == 5 && chart.uncounted == 1)
  }

  static let spans: [([String], StripStep?, StripStep)] = [
    (["2024-11-01", "2025-08-01"], nil, StripStep.months(1)), (["1990-01-01", "2025-08-01"], nil, .years(1)),
    (["2020-01-01", "2025-08-01"], .months(1), .months(1)), (["2024-11-01", "2025-08-01"], .years(1), .years(1)),
    (["-0500", "2025-08-01"], .months(1), .years(50)), (["Y-1000000000", "Y1000000000"], nil, .years(50_000_000)),
  ]

  @Test(arguments: spans)
  func periodsGrowWithTheSpan(_ dates: [String], _ wanted: StripStep?, _ step: StripStep) throws {
    #expect(try Self.chart(dates, by: wanted).step == step)
  }

  @Test func columnsAddUpAndStayInside() throws {
    for seed in 1...5 as ClosedRange<UInt64> {
      for days in [7, 400, 9000, 700_000] {
        let events = try StripGeometryTests.events(120, from: -300_000, over: days, seed: seed)
        let chart = ColumnChart(events, words: StripFixture.words, chartWords: StripFixture.chartWords)
        #expect(chart.columns.reduce(0) { $0 + $1.count } == chart.total && chart.total + chart.uncounted == 120)
        #expect(chart.twin.rows.compactMap { Int($0.cells[0]) }.reduce(0, +) == chart.total)
        for column in chart.columns {
          #expect(column.x.hundredths >= 0 && column.x.hundredths + column.width.hundredths <= 10_000)
          #expect(column.height >= 1 && column.height <= ColumnChart.plot && column.y + column.height == ColumnChart.base)
        }
        for (left, right) in zip(chart.columns, chart.columns.dropFirst()) {
          #expect(left.x.hundredths + left.width.hundredths <= right.x.hundredths)
        }
      }
    }
  }

  @Test func noEventsMakeAnEmptyChart() throws {
    let chart = try Self.chart([])
    #expect(!chart.isShown && chart.columns.isEmpty && chart.twin.rows.isEmpty && chart.uncounted == 0)
    #expect(Chart(chart, caption: "None", words: StripFixture.chartWords).note == nil)
  }
}
