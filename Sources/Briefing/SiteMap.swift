import Facts

/// Which pages a site has: every path, once, and what stands there.
package struct SiteMap: Sendable {
  /// The orders of the claims table; each is a page of its own.
  package enum ClaimOrder: String, Sendable, CaseIterable {
    case date, claimant, topic, status

    var path: String {
      self == .date ? SitePath.claims : "claims/by-\(rawValue).html"
    }

    /// How many lines the table has in this order: a claim stands under each of its claimants and topics.
    func lines(_ facts: FactBase) -> Int {
      switch self {
      case .date, .status: facts.claims.count
      case .claimant: facts.claims.records.reduce(0) { $0 + max(1, Set($1.claimant.actors.map(\.id)).count) }
      case .topic: facts.claims.records.reduce(0) { $0 + max(1, Set($1.topics.map(\.id)).count) }
      }
    }
  }

  package enum Content: Sendable {
    case front
    /// A part of a list that may go over several pages; the first part is 1.
    case timeline(latestFirst: Bool, part: Int)
    case claims(ClaimOrder, part: Int)
    case claim(String)
    case event(String)
    case actor(String)
    case topic(String)
    case sources, positions, questions, glossary, corrections, everything, notFound
    case changes
    /// Claims and timeline of the edition of that day.
    case asOf(String)
    /// What other sites show in a frame.
    case claimEmbed(String), timelineEmbed
    /// A page of prose alone.
    case page

    /// Whether readers find it by itself: not what only stands in another page's place or frame.
    package var isForReaders: Bool {
      switch self {
      case .notFound, .asOf, .claimEmbed, .timelineEmbed: false
      default: true
      }
    }
  }

  package struct Entry: Sendable {
    package let path: String
    package let content: Content
  }

  /// In the order in which the files are listed: the general pages first, then those of records, then those written by hand.
  package let entries: [Entry]
  /// The paths of all pages.
  package let paths: Set<String>
  /// Those of pages that are made from the facts, whether or not an author introduces them.
  let generated: Set<String>

  /// Whether both have pages at the same paths, in the same order.
  func hasSamePaths(as other: SiteMap) -> Bool {
    entries.count == other.entries.count && zip(entries, other.entries).allSatisfy { $0.path == $1.path }
  }

  init(_ site: Site) {
    self.init(facts: site.facts, pages: site.pageOrder, editions: site.history.steps.map(\.edition.date), hasAddress: site.base != nil)
  }

  /// - Parameter hasAddress: Whether the site has a `base_url`, so that others can show it.
  init(facts: FactBase, pages: [Page], editions: [String] = [], hasAddress: Bool = false) {
    var entries: [Entry] = [Entry(path: SitePath.index, content: .front)]
    func add(_ path: String, _ content: Content, if isWanted: Bool = true) {
      if isWanted { entries.append(Entry(path: path, content: content)) }
    }
    for (path, latestFirst) in [(SitePath.timeline, false), (SitePath.timelineLatest, true)] where !facts.events.isEmpty {
      for part in 1...Paging.count(of: facts.events.count, by: Paging.events) {
        add(Paging.path(path, part: part), .timeline(latestFirst: latestFirst, part: part))
      }
    }
    for order in ClaimOrder.allCases where !facts.claims.isEmpty {
      for part in 1...Paging.count(of: order.lines(facts), by: Paging.claims) {
        add(Paging.path(order.path, part: part), .claims(order, part: part))
      }
    }
    add(SitePath.positions, .positions, if: !facts.positions.isEmpty)
    add(SitePath.questions, .questions, if: !facts.questions.isEmpty)
    add(SitePath.sources, .sources, if: !facts.sources.isEmpty)
    add(SitePath.glossary, .glossary, if: !facts.terms.isEmpty)
    add(SitePath.corrections, .corrections)
    add(SitePath.changes, .changes, if: !editions.isEmpty)
    for date in editions { add(SitePath.asOf(date), .asOf(date)) }
    add(SitePath.everything, .everything)
    add(SitePath.notFound, .notFound)
    for claim in facts.claims.records { add(SitePath.of(claim.key), .claim(claim.id)) }
    for event in facts.events.records { add(SitePath.of(event.key), .event(event.id)) }
    for actor in facts.actors.records { add(SitePath.of(actor.key), .actor(actor.id)) }
    for topic in facts.topics.records { add(SitePath.of(topic.key), .topic(topic.id)) }
    if hasAddress {
      add(SitePath.timelineEmbed, .timelineEmbed, if: !facts.events.isEmpty)
      for claim in facts.claims.records { add(SitePath.embed(of: claim), .claimEmbed(claim.id)) }
    }
    let generated = Set(entries.map(\.path))
    for page in pages where !generated.contains(page.path) { add(page.path, .page) }
    self.entries = entries
    self.generated = generated
    var paths = generated
    for page in pages { paths.insert(page.path) }
    self.paths = paths
  }
}
