/// A part of a bar: how many items of one kind.
package struct ChartPart: Hashable, Sendable {
  package var label: String
  /// The class that draws the kind, such as `st-denied`.
  package var className: String
  package var count: Int

  package init(label: String, className: String, count: Int) {
    self.label = label
    self.className = className
    self.count = count
  }
}
