/// A chart as a page shows it: the drawing with its caption, and its numbers as a table.
package struct Chart: Sendable {
  package enum Drawing: Sendable {
    case bars(BarChart)
    case columns(ColumnChart)
  }

  package let drawing: Drawing
  package let caption: String
  /// What is not in the drawing, in words.
  package let note: String?

  package init(_ bars: BarChart, caption: String) {
    drawing = .bars(bars)
    self.caption = caption
    note = nil
  }

  package init(_ columns: ColumnChart, caption: String, words: ChartWords) {
    drawing = .columns(columns)
    self.caption = caption
    note = columns.uncounted > 0 ? words.uncounted(columns.uncounted) : nil
  }

  /// Whether there are enough items to be drawn; the table stands in either case.
  package var isShown: Bool {
    switch drawing {
    case .bars(let chart): chart.isShown
    case .columns(let chart): chart.isShown
    }
  }

  var twin: ChartTwin {
    switch drawing {
    case .bars(let chart): chart.twin
    case .columns(let chart): chart.twin
    }
  }

  var bars: BarChart? {
    if case .bars(let chart) = drawing { chart } else { nil }
  }

  var columns: ColumnChart? {
    if case .columns(let chart) = drawing { chart } else { nil }
  }
}
