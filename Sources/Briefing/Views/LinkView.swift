package import Templates

/// A name that leads somewhere.
package struct LinkView: Sendable {
  package let label: String
  package let href: String
  /// Whether it leads to the page that is being shown.
  var isCurrent = false

  package static let table = ViewTable<LinkView>(
    "link", "A name that leads somewhere.",
    [
      .text("label", "The name.") { $0.label },
      .url("href", "Where it leads.") { $0.href },
      .flag("current", "Whether it leads to the page that is being shown.") { $0.isCurrent },
    ])
}
