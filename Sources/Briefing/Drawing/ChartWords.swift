/// The words of charts; the author gives the caption, the strip's words the dates.
package struct ChartWords: Sendable {
  /// What a part of a bar is called: `Russia, denied: 3`.
  package var part: @Sendable (_ bar: String, _ part: String, _ count: Int) -> String
  /// What a column is called: `August 2025: 19 events`.
  package var column: @Sendable (_ period: String, _ count: Int) -> String
  /// That so many events are not in the chart, as no single period is known for them.
  package var uncounted: @Sendable (Int) -> String
  /// A count in digits.
  package var number: @Sendable (Int) -> String
  /// The heads of the table: of the bars' names, of the periods, of the number of events, and of the sum of a row.
  package var name: String
  package var period: String
  package var events: String
  package var total: String

  package init(
    part: @escaping @Sendable (_ bar: String, _ part: String, _ count: Int) -> String,
    column: @escaping @Sendable (_ period: String, _ count: Int) -> String, uncounted: @escaping @Sendable (Int) -> String,
    number: @escaping @Sendable (Int) -> String = { String($0) }, name: String, period: String, events: String, total: String
  ) {
    self.part = part
    self.column = column
    self.uncounted = uncounted
    self.number = number
    self.name = name
    self.period = period
    self.events = events
    self.total = total
  }
}
