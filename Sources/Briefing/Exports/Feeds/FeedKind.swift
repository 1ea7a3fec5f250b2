import Facts

/// The feeds of a site.
enum FeedKind: String, Sendable, CaseIterable {
  case changes, timeline

  /// Those that a briefing has: without events there is no feed of them.
  static func all(of facts: FactBase) -> [FeedKind] {
    allCases.filter { $0 == .changes || !facts.events.isEmpty }
  }

  /// The path as Atom.
  var atom: String { "feeds/\(rawValue).xml" }
  /// The path as JSON Feed.
  var json: String { "feeds/\(rawValue).json" }

  func title(_ site: Site) -> String {
    site.words("feed.\(rawValue)", ["site": site.settings.title])
  }
}
