import Briefing
import Facts

/// How a link's destination reads once a record has another id.
struct LinkRename {
  let key: FactKey
  let newID: String
  /// Whether a page has an anchor of its own by that name, in its prose: such a link leads there and not to the record.
  let hasOwnAnchor: (_ path: String, _ anchor: String) -> Bool

  /// The part of the destination that is the old id, in UTF-8 offsets; nil where the destination leads elsewhere.
  func range(in destination: String, from source: String) -> Range<Int>? {
    switch FactLink(destination, in: source) {
    case .fact(let named): named == key ? end(of: destination) : nil
    case .citation(let id): key.kind == .sources && id == key.id ? end(of: destination) : nil
    case .page(let path, let anchor):
      if path == SitePath.of(key) { page(in: destination) } else { self.anchor(anchor, of: path, in: destination) }
    case .asset, .elsewhere, .unknownScheme, .outside: nil
    }
  }

  private func end(of destination: String) -> Range<Int>? {
    destination.utf8.count - key.id.utf8.count..<destination.utf8.count
  }

  /// `claims/<id>.md`, with or without an anchor behind it.
  private func page(in destination: String) -> Range<Int>? {
    let path = destination.prefix { $0 != "#" }
    guard let dot = path.lastIndex(of: ".") else { return nil }
    let end = path[..<dot].utf8.count
    guard path[..<dot].hasSuffix(key.id) else { return nil }
    return end - key.id.utf8.count..<end
  }

  /// `timeline.md#<id>`: the record's place on a page that lists all of its kind.
  private func anchor(_ anchor: String?, of path: String, in destination: String) -> Range<Int>? {
    guard anchor == key.id, key.kind.listings.contains(path), !hasOwnAnchor(path, key.id) else { return nil }
    return end(of: destination)
  }
}

extension FactKind {
  /// The pages on which every record of the kind has an anchor.
  fileprivate var listings: [String] {
    switch self {
    case .events: [SitePath.timeline, SitePath.timelineLatest]
    case .claims: [SitePath.claims]
    case .sources: [SitePath.sources]
    case .positions: [SitePath.positions]
    case .questions: [SitePath.questions]
    case .terms: [SitePath.glossary]
    case .corrections: [SitePath.corrections]
    case .actors, .topics: []
    }
  }
}
