/// The numbers of a chart as a table: the same values that are drawn.
struct ChartTwin: Hashable, Sendable {
  struct Row: Hashable, Sendable {
    let label: String
    let href: String?
    let cells: [String]
  }

  /// The heads of all columns, that of the names first.
  let heads: [String]
  let rows: [Row]
}
