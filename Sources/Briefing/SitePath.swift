package import Facts

/// Where things stand in the site: paths relative to its top, with `/`, and links between them that work from any sub-path, from a disk and offline.
package enum SitePath {
  package static let index = "index.html"
  package static let timeline = "timeline.html"
  package static let timelineLatest = "timeline-latest.html"
  package static let claims = "claims.html"
  package static let positions = "positions.html"
  package static let sources = "sources.html"
  package static let questions = "questions.html"
  package static let glossary = "glossary.html"
  package static let corrections = "corrections.html"
  package static let changes = "changes.html"
  package static let notFound = "404.html"
  package static let everything = "everything.html"
  package static let data = "data/briefing.json"
  package static let claimsCSV = "data/claims.csv"
  package static let dataSchema = "data/" + DataJSON.schemaName
  package static let eventsCSV = "data/events.csv"
  package static let sourcesCSV = "data/sources.csv"
  package static let sourcesCSL = "data/sources.csl.json"
  package static let sourcesBib = "data/sources.bib"
  /// Where the script looks for it, seen from itself.
  package static let searchIndex = "search-index.js"
  package static let sitemap = "sitemap.xml"
  package static let robots = "robots.txt"
  package static let stylesheet = "theme/brief.css"
  package static let script = "theme/brief.js"

  /// The page that shows an edition's claims and timeline.
  package static func asOf(_ date: String) -> String {
    "as-of/\(date).html"
  }

  /// The page that a record has, or the page and the anchor where it stands.
  package static func of(_ key: FactKey) -> String {
    switch key.kind {
    case .actors, .topics, .events, .claims: page(key.id, in: key.kind.folder ?? "")
    case .sources: "\(sources)#\(key.id)"
    case .positions: "\(positions)#\(key.id)"
    case .questions: "\(questions)#\(key.id)"
    case .terms: "\(glossary)#\(key.id)"
    case .corrections: "\(corrections)#\(key.id)"
    }
  }

  /// The page of a record in a folder, from the way to the site's top on.
  static func page(_ id: String, in folder: String, from root: String = "") -> String {
    var path = root
    path.reserveCapacity(root.utf8.count + folder.utf8.count + id.utf8.count + 5)
    path += folder
    path += id
    path += ".html"
    return path
  }

  /// The page that a Markdown file becomes: `Content/method.md` is `method.html`.
  package static func ofDocument(_ source: String) -> String {
    let name = source.utf8.dropFirst("Content/".utf8.count)
    return name.suffix(3).elementsEqual(".md".utf8) ? Substring(name.dropLast(3)) + ".html" : String(Substring(name))
  }

  /// The page of the navigation below which a page stands.
  static func parent(of page: String) -> String? {
    if page.hasPrefix("claims/") { return claims }
    if page.hasPrefix("events/") || page == timelineLatest { return timeline }
    // Parts of the other lists stand at the top.
    guard !page.utf8.contains(UInt8(ascii: "/")) else { return nil }
    if let first = Paging.first(of: page), [timeline, timelineLatest, claims, positions, questions, sources, glossary].contains(first) {
      return first == timelineLatest ? timeline : first
    }
    return nil
  }

  /// The way from a page up to the site's top: empty or `../`, as often as needed.
  package static func root(from page: String) -> String {
    String(repeating: "../", count: page.utf8.count { $0 == UInt8(ascii: "/") })
  }
}

extension FactKind {
  /// Where the pages of such records stand, with `/` at the end; nil where they have no pages of their own.
  var folder: String? {
    switch self {
    case .actors: "actors/"
    case .topics: "topics/"
    case .events: "events/"
    case .claims: "claims/"
    case .sources, .positions, .questions, .terms, .corrections: nil
    }
  }
}

/// The page from which links lead: what relative addresses start from.
package struct Viewpoint: Sendable, Hashable {
  package let path: String
  package let root: String
  private let places: ListPlaces

  /// - Parameter places: Where records stand that have no page of their own.
  init(_ path: String, root: String? = nil, _ places: ListPlaces = .none) {
    self.path = path
    self.root = root ?? SitePath.root(from: path)
    self.places = places
  }

  /// A link to a path of the site.
  package func href(_ target: String) -> String {
    // On the same page the anchor alone is enough.
    if target.utf8.starts(with: path.utf8) {
      let rest = target.utf8.dropFirst(path.utf8.count)
      if rest.first == UInt8(ascii: "#") { return String(Substring(rest)) }
    }
    return root + target
  }

  /// A link to a record: its page, or the place where it stands.
  package func href(_ key: FactKey) -> String {
    // A page of its own has no anchor that could be on this page.
    key.kind.folder.map { SitePath.page(key.id, in: $0, from: root) } ?? href(places.path(of: key))
  }
}
