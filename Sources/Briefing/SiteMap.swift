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
      case .claimant: Self.lines(facts.claims.records) { $0.claimant.actors }
      case .topic: Self.lines(facts.claims.records) { $0.topics }
      }
    }

    private static func lines<Target>(_ claims: [Claim], _ headings: (Claim) -> [Reference<Target>]) -> Int {
      claims.indices.reduce(0) { count, index in
        let headings = headings(claims[index])
        return count + (headings.count < 2 ? 1 : Set(headings.map(\.id)).count)
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
    /// A record and a part of what its page lists.
    case actor(String, part: Int)
    case topic(String, part: Int)
    case sources(part: Int), questions(part: Int), glossary(part: Int), corrections(part: Int), everything(part: Int)
    case positions(part: Int), changes(part: Int), notFound
    /// Claims and timeline of the edition of that day.
    case asOf(String, part: Int)
    /// What other sites show in a frame.
    case claimEmbed(String), timelineEmbed
    /// A page of prose alone.
    case page

    /// Whether it shows as many records as a page holds, where there are so many.
    var isList: Bool {
      switch self {
      case .timeline, .claims, .sources, .questions, .glossary, .corrections, .everything, .positions, .changes, .asOf, .actor, .topic: true
      case .front, .claim, .event, .notFound, .claimEmbed, .timelineEmbed, .page: false
      }
    }

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
    self.init(
      facts: site.facts, back: site.back, pages: site.pageOrder, past: site.history.parts, hasAddress: site.base != nil)
  }

  /// - Parameter hasAddress: Whether the site has a `base_url`, so that others can show it.
  init(facts: FactBase, back: BackReferences, pages: [Page], past: PastParts = .none, hasAddress: Bool = false) {
    var entries: [Entry] = [Entry(path: SitePath.index, content: .front)]
    func add(_ path: String, _ content: Content, if isWanted: Bool = true) {
      if isWanted { entries.append(Entry(path: path, content: content)) }
    }
    /// The pages of a list.
    func add(_ first: String, listing items: Int, by size: Int = Paging.size, from part: Int = 1, _ content: (Int) -> Content) {
      for part in stride(from: part, through: Paging.count(of: items, by: size), by: 1) {
        add(Paging.path(first, part: part), content(part))
      }
    }
    if !facts.events.isEmpty {
      add(SitePath.timeline, listing: facts.events.count, by: Paging.events) { .timeline(latestFirst: false, part: $0) }
      add(SitePath.timelineLatest, listing: facts.events.count, by: Paging.events) { .timeline(latestFirst: true, part: $0) }
    }
    for order in ClaimOrder.allCases where !facts.claims.isEmpty {
      add(order.path, listing: order.lines(facts)) { .claims(order, part: $0) }
    }
    if !facts.positions.isEmpty { add(SitePath.positions, listing: facts.positions.count) { .positions(part: $0) } }
    if !facts.questions.isEmpty { add(SitePath.questions, listing: facts.questions.count) { .questions(part: $0) } }
    if !facts.sources.isEmpty { add(SitePath.sources, listing: facts.sources.count, by: back.sourcesPerPage(facts)) { .sources(part: $0) } }
    if !facts.terms.isEmpty { add(SitePath.glossary, listing: facts.terms.count) { .glossary(part: $0) } }
    add(SitePath.corrections, listing: facts.corrections.count) { .corrections(part: $0) }
    if !past.editions.isEmpty { add(SitePath.changes, listing: past.changes) { .changes(part: $0) } }
    for (date, entries) in past.editions { add(SitePath.asOf(date), listing: entries) { .asOf(date, part: $0) } }
    add(SitePath.everything, .everything(part: 1))
    add(SitePath.notFound, .notFound)
    for id in facts.claims.ids { add(SitePath.of(FactKey(.claims, id)), .claim(id)) }
    for id in facts.events.ids { add(SitePath.of(FactKey(.events, id)), .event(id)) }
    for id in facts.actors.ids { add(SitePath.of(FactKey(.actors, id)), listing: back.entries(ofActor: id)) { .actor(id, part: $0) } }
    for id in facts.topics.ids { add(SitePath.of(FactKey(.topics, id)), listing: back.entries(ofTopic: id)) { .topic(id, part: $0) } }
    if hasAddress {
      add(SitePath.timelineEmbed, .timelineEmbed, if: !facts.events.isEmpty)
      for claim in facts.claims.records { add(SitePath.embed(of: claim), .claimEmbed(claim.id)) }
    }
    var generated = Set(entries.map(\.path))
    let first = entries.count
    add(SitePath.everything, listing: Findable.count(facts, pages: pages.count { !generated.contains($0.path) }), by: Paging.links, from: 2)
    {
      .everything(part: $0)
    }
    generated.formUnion(entries[first...].map(\.path))
    for page in pages where !generated.contains(page.path) { add(page.path, .page) }
    self.entries = entries
    self.generated = generated
    var paths = generated
    for page in pages { paths.insert(page.path) }
    self.paths = paths
  }
}
