import Templates

extension Chart {
  /// What the partial `chart` draws from. Numbers are texts: places such as `42.73%`, heights in pixels.
  package static let table = ViewTable<Chart>(
    "chart", "A chart with its caption and its numbers.",
    [
      .flag("is_shown", "Whether there are at least five items: fewer are a table alone.") { $0.isShown },
      .text("caption", "What the chart shows, as its author says it.") { $0.caption },
      .optionalText("note", "What is not in the drawing, if anything.") { $0.note },
      .optionalRecord("bars", BarChart.table, "The drawing, if it is one of bars.") { $0.isShown ? $0.bars : nil },
      .optionalRecord("columns", ColumnChart.table, "The drawing, if it is one of columns in time.") { $0.isShown ? $0.columns : nil },
      .record("twin", ChartTwin.table, "The same numbers as a table.") { $0.twin },
    ])
}

extension ChartTwin {
  static let table = ViewTable<ChartTwin>(
    "chart-table", "The numbers of a chart.",
    [
      .texts("heads", "The heads of all columns, that of the names first.") { $0.heads },
      .list("rows", rowTable, "The rows, in the drawing's order.") { $0.rows },
    ])

  private static let rowTable = ViewTable<Row>(
    "chart-row", "A bar's or column's numbers.",
    [
      .text("label", "Its name.") { $0.label },
      .optionalURL("href", "The page that it leads to.") { $0.href },
      .texts("cells", "The numbers, one for each head but the first.") { $0.cells },
    ])
}

extension BarChart {
  package static let table = ViewTable<BarChart>(
    "bar-chart", "Horizontal bars of stacked parts on one scale.",
    [
      .text("height", "The drawing's height in pixels.") { String($0.height) },
      .text("total", "The number of all items.") { String($0.total) },
      .list("rows", rowTable, "The bars.") { $0.rows },
      .list("kinds", kindTable, "The kinds of parts, in the order in which they first occur: the legend.") { $0.kinds },
    ])

  private static let rowTable = ViewTable<Row>(
    "chart-bar", "A bar: its name above it, its parts from left to right.",
    [
      .text("label", "Its name.") { $0.label },
      .text("narrow_label", "Its name, cut if a narrow page has no room for it.") { $0.narrowLabel },
      .flag("is_cut", "Whether the two differ.") { $0.label != $0.narrowLabel },
      .optionalURL("href", "The page that it leads to.") { $0.href },
      .text("total", "The number of its items.") { $0.number },
      .text("label_y", "The name's base line.") { String($0.top + 13) },
      .list("parts", partTable, "Its parts, those of no items left out.") { row in row.parts.map { PlacedPart(part: $0, y: row.top + 19) }
      },
    ])

  private struct PlacedPart: Sendable {
    let part: Part
    let y: Int
  }

  private static let partTable = ViewTable<PlacedPart>(
    "chart-part", "A part of a bar, 14 pixels high.",
    [
      .text("x", "Where it begins.") { $0.part.x.text },
      .text("width", "How wide it is.") { $0.part.width.text },
      .text("y", "Its upper edge.") { String($0.y) },
      .text("class", "The class of its kind.") { $0.part.className },
      .text("title", "What it stands for, in words.") { $0.part.title },
    ])

  private static let kindTable = ViewTable<Kind>(
    "chart-kind", "A kind of parts.",
    [
      .text("label", "What it is.") { $0.label },
      .text("class", "The class that draws it.") { $0.className },
      .text("count", "The number of its items in all bars.") { String($0.count) },
    ])
}

extension ColumnChart {
  package static let table = ViewTable<ColumnChart>(
    "column-chart", "Columns along a scale of time, gaps true to scale.",
    [
      .text("height", "The drawing's height in pixels.") { String($0.height) },
      .text("base_y", "The height of the line that the columns stand on.") { _ in String(base) },
      .text("total", "The number of events that are drawn.") { String($0.total) },
      .list("columns", columnTable, "The columns, in the order of time.") { $0.columns },
      .list("lines", lineTable, "Lines at round numbers, from the lowest.") { $0.lines },
      .list("ticks", tickTable, "Where divisions of time begin.") { $0.axis.ticks },
      .list("tick_labels", tickLabelTable, "The names of divisions; each begins at its tick.") { $0.axis.labels },
    ])

  private static let columnTable = ViewTable<Column>(
    "chart-column", "A column.",
    [
      .text("x", "Where its period begins.") { $0.x.text },
      .text("width", "How wide the period is.") { $0.width.text },
      .text("y", "Its upper edge.") { String($0.y) },
      .text("height", "Its height.") { String($0.height) },
      .text("count", "How many events it stands for.") { String($0.count) },
      .text("title", "The period and the number, in words.") { $0.title },
    ])

  private static let lineTable = ViewTable<Line>(
    "chart-line", "A line at a round number.",
    [
      .text("y", "Its height.") { String($0.y) },
      .text("text_y", "The number's base line.") { String($0.y - 3) },
      .text("text", "The number.") { $0.text },
    ])

  private static let tickTable = ViewTable<StripAxis.Tick>(
    "chart-tick", "The beginning of a division of time.",
    [
      .text("x", "Its place.") { $0.x.text },
      .text("y1", "Its upper end.") { _ in String(base) },
      .text("y2", "Its lower end.") { _ in String(base + 5) },
      .optionalText("class", "`w` on wide pages only, `nw` on narrow ones only.") { $0.visibility.rawValue },
    ])

  private static let tickLabelTable = ViewTable<StripAxis.Label>(
    "chart-tick-label", "The name of a division of time.",
    [
      .text("x", "Where it begins.") { $0.x.text },
      .text("y", "Its base line.") { String(base + 20 + 14 * $0.row) },
      .text("text", "The name.") { $0.text },
      .optionalText("class", "`w` on wide pages only, `nw` on narrow ones only.") { $0.visibility.rawValue },
    ])
}
