import Facts
import Templates

/// A name that leads somewhere.
package final class LinkView: RecordView {
  package let label: String
  package let href: String
  /// Whether it leads to the page that is being shown.
  let isCurrent: Bool
  /// Whether the page that is being shown stands below the one that it leads to.
  let isWithin: Bool

  package static let table = ViewTable<LinkView>(
    "link", "A name that leads somewhere.",
    [
      .text("label", "The name.") { $0.label },
      .url("href", "Where it leads.") { $0.href },
      .flag("current", "Whether it leads to the page that is being shown.") { $0.isCurrent },
      .flag("within", "Whether the page that is being shown stands below the one that it leads to.") { $0.isWithin },
    ])

  init(label: String, href: String, isCurrent: Bool = false, isWithin: Bool = false) {
    self.label = label
    self.href = href
    self.isCurrent = isCurrent
    self.isWithin = isWithin
  }
}

extension Site {
  /// A link to a record, by its name.
  func link(_ key: FactKey, _ viewpoint: Viewpoint) -> LinkView {
    LinkView(label: words.set(name(of: key)), href: viewpoint.href(key))
  }
}

extension ProseWriter {
  func link(to key: FactKey) -> LinkView {
    prepared.link(key, site, viewpoint)
  }

  func links<Target>(to references: [Reference<Target>]) -> [LinkView] {
    references.map { link(to: $0.key) }
  }

  func links(to kind: FactKind, _ ids: [String]?) -> [LinkView] {
    (ids ?? []).map { link(to: FactKey(kind, $0)) }
  }
}
