/// One bar of a chart, made of stacked parts: such as a claimant, with the claims in each status.
package struct ChartBar: Sendable {
  package var label: String
  /// The page that the bar's name leads to.
  package var href: String?
  package var parts: [ChartPart]

  package init(label: String, href: String? = nil, parts: [ChartPart]) {
    self.label = label
    self.href = href
    self.parts = parts
  }
}
