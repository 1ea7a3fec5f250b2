/// How the writer writes what is not said by the document.
package struct HTMLOptions: Sendable {
  /// Added to the level of every heading; the sum is at most 6.
  package var headingOffset: Int
  /// The titles of alerts, in the interface's language; without one, an alert has no title.
  package var alertLabels: [AlertKind: String]
  /// Whether a table stands in a `<div class="scroll">` that can take the focus and scroll sideways.
  package var scrollsTables: Bool
  /// The name of that scrolling region, for those who do not see it; without one it is no region.
  package var tableLabel: String?
  /// Whether `<!-- raw HTML omitted -->` marks the places of raw HTML, as cmark's safe mode does.
  package var marksRawHTML: Bool

  package init(
    headingOffset: Int = 0, alertLabels: [AlertKind: String] = [:], scrollsTables: Bool = false, tableLabel: String? = nil,
    marksRawHTML: Bool = false
  ) {
    self.headingOffset = headingOffset
    self.alertLabels = alertLabels
    self.scrollsTables = scrollsTables
    self.tableLabel = tableLabel
    self.marksRawHTML = marksRawHTML
  }

  /// As cmark writes in its safe mode.
  package static let plain = HTMLOptions(marksRawHTML: true)
}
