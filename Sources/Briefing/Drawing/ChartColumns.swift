import EDTF

/// Events per month, year or larger period as columns along a scale of time: where nothing begins there is a gap of its true length.
package struct ColumnChart: Sendable {
  struct Column: Hashable, Sendable {
    let x: ChartPercent
    let width: ChartPercent
    let y: Int
    let height: Int
    let count: Int
    let title: String
  }

  /// A line at a round number.
  struct Line: Hashable, Sendable {
    let y: Int
    let text: String
  }

  let columns: [Column]
  let lines: [Line]
  let axis: StripAxis
  let twin: ChartTwin
  /// The number of events that are drawn.
  package let total: Int
  /// The number of events of which no single period is known.
  package let uncounted: Int
  /// One period.
  package let step: StripStep

  /// The height of the largest number on the axis.
  static let plot = 120
  static let top = 16
  static var base: Int { top + plot }
  /// More columns would be thinner than 2 pixels on a narrow page.
  static let columnLimit = 120

  /// - Parameter step: one period, such as `.months(1)`; a larger one is taken where the columns would be too many. Nil takes months or years.
  package init(_ events: [StripEvent], by step: StripStep? = nil, words: StripWords, chartWords: ChartWords) {
    let begins = events.indices.compactMap { StripExtent(events[$0], at: $0)?.occupied.first }.sorted { $0.lowerBound < $1.lowerBound }
    let steps = StripStep.all.filter { $0 != .months(3) && $0.length >= (step ?? .months(1)).length }
    let first = begins.first?.lowerBound ?? 0
    let last = begins.last?.lowerBound ?? 0
    let limit = step == nil ? Self.columnLimit / 2 : Self.columnLimit
    let chosen = steps.first { ($0.ceiling(last + 1) - $0.floor(first)) / $0.length <= limit } ?? .years(500_000_000_000)
    self.step = chosen
    var counts: [(days: Range<Int>, count: Int)] = []
    for begin in begins {
      let start = chosen.floor(begin.lowerBound)
      let days = start..<max(chosen.next(start), start + 1)
      guard begin.upperBound <= days.upperBound else { continue }
      if counts.last?.days == days { counts[counts.count - 1].count += 1 } else { counts.append((days, 1)) }
    }
    let start = counts.first?.days.lowerBound ?? 0
    let scale = StripScale([start..<max(counts.last?.days.upperBound ?? 1, start + 1)])
    let highest = Self.highest(counts.reduce(1) { max($0, $1.count) })
    let wording = chosen.base
    columns = counts.map { days, count in
      let x = scale.start(of: days.lowerBound)
      let height = max(count * Self.plot / highest.top, 1)
      return Column(
        x: ChartPercent(x), width: ChartPercent(max(scale.start(of: days.upperBound) - x, 1)), y: Self.base - height, height: height,
        count: count, title: chartWords.column(words.range(days, by: wording), count))
    }
    lines = stride(from: highest.step, through: highest.top, by: highest.step).map {
      Line(y: Self.base - $0 * Self.plot / highest.top, text: chartWords.number($0))
    }
    axis = StripAxis(scale, words: words)
    var end = start
    var rows: [ChartTwin.Row] = []
    for (days, count) in counts {
      // A gap is a row of its own: nothing is left out.
      if days.lowerBound > end {
        rows.append(ChartTwin.Row(label: words.range(end..<days.lowerBound, by: wording), href: nil, cells: ["0"]))
      }
      rows.append(ChartTwin.Row(label: words.range(days, by: wording), href: nil, cells: [chartWords.number(count)]))
      end = days.upperBound
    }
    twin = ChartTwin(heads: [chartWords.period, chartWords.events], rows: rows)
    total = counts.reduce(0) { $0 + $1.count }
    uncounted = events.count - total
  }

  package var isShown: Bool { total >= BarChart.least }

  var height: Int { Self.base + 20 + (axis.rows - 1) * 14 + 4 }

  /// The axis's end and its steps: 1, 2 or 5 times a power of ten, at most five of them.
  private static func highest(_ count: Int) -> (top: Int, step: Int) {
    var power = 1
    while true {
      for step in [power, 2 * power, 5 * power] where count <= 5 * step { return ((count + step - 1) / step * step, step) }
      power *= 10
    }
  }
}
