/// The kinds of facts. The raw value names the kind's files: `Content/facts/<kind>.yml` and `Content/facts/<kind>/*.yml`.
package enum FactKind: String, Sendable, CaseIterable, Comparable {
  case actors, topics, sources, events, claims, positions, questions, terms, corrections

  /// The kind of one record, as links and messages name it: `claim`.
  package var singular: String {
    String(rawValue.dropLast())
  }

  /// The same with its article: `a claim`, `an event`.
  package var withArticle: String {
    (self == .actors || self == .events ? "an " : "a ") + singular
  }

  /// The kind that a link's scheme names: `claim:some-id`.
  package init?(singular: some StringProtocol) {
    guard let kind = Self.allCases.first(where: { $0.singular == singular }) else { return nil }
    self = kind
  }

  package static func < (left: FactKind, right: FactKind) -> Bool {
    left.rawValue < right.rawValue
  }
}
