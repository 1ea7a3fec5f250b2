import Diagnostics
import Facts

/// What each page of a site is made from, besides what all are made from (settings, words, templates): which records it shows something of,
/// and which prose.
///
/// It follows from how the records name each other; it may name a record too many, and never one too few.
package struct Trace: Sendable {
  /// Why a page shows something of a record.
  enum Reason: Sendable {
    /// The page is the record's own, or a list that holds it.
    case shown
    /// A record that is shown names it.
    case namedBy(Int32)
    /// It names a record that is shown.
    case names(Int32)
    /// The page's prose names it.
    case inProse
    /// It stands before or behind an event that is shown.
    case beside(Int32)
  }

  let site: Site
  let entries: [SiteMap.Entry]
  let numbers: FactNumbers
  private let named: FactGraph
  private let naming: FactGraph
  /// The party that an actor speaks for, by the actor's number; -1 where it is none.
  private let sides: [Int32]
  /// What pages written by hand name, by their paths.
  private let prose: [String: ProseReads]
  /// What the settings' texts name.
  private let settingsName: [Int32]
  /// Events and claims in the order of their lists.
  let timeline: [Int32]
  let claims: [SiteMap.ClaimOrder: [Int32]]

  private struct ProseReads: Sendable {
    let named: [Int32]
    /// Whether it holds a view of many records.
    let showsLists: Bool

    init(_ findings: ProseCheck.Findings, _ numbers: FactNumbers) {
      named = findings.keys.compactMap { numbers.number(of: $0) }.sorted()
      showsLists = findings.showsLists
    }
  }

  /// The same of a site in which all records name each other and stand in lists as they did.
  ///
  /// - Parameter renewed: The pages written by hand that have changed.
  init(_ site: Site, _ planned: PlannedSite, after earlier: Trace, renewed: Set<FileID>) {
    self.site = site
    entries = planned.map.entries
    numbers = FactNumbers(site.facts)
    (named, naming, sides) = (earlier.named, earlier.naming, earlier.sides)
    (settingsName, timeline, claims) = (earlier.settingsName, earlier.timeline, earlier.claims)
    var prose = earlier.prose
    for (page, findings) in zip(planned.pages, planned.pageFindings) where renewed.contains(page.file) {
      prose[page.path] = findings.namesNothing ? nil : ProseReads(findings, numbers)
    }
    self.prose = prose
  }

  init(_ site: Site, _ planned: PlannedSite, _ lists: SiteGroups) {
    self.site = site
    entries = planned.map.entries
    let numbers = FactNumbers(site.facts)
    self.numbers = numbers
    (named, naming, settingsName) = Self.graphs(site, planned, numbers)
    var sides = [Int32](repeating: -1, count: numbers.count)
    for actor in site.facts.actors {
      if let side = actor.side, let from = numbers.number(of: actor.key), let to = numbers.number(of: side.key) { sides[Int(from)] = to }
    }
    self.sides = sides
    var prose: [String: ProseReads] = [:]
    for (page, findings) in zip(planned.pages, planned.pageFindings) where !findings.namesNothing {
      prose[page.path] = ProseReads(findings, numbers)
    }
    self.prose = prose
    timeline = site.timeline.compactMap { numbers.number(of: $0.key) }
    claims = Dictionary(
      uniqueKeysWithValues: SiteMap.ClaimOrder.allCases.map { order in
        (order, lists.claims(order).flatMap { $0.claims.compactMap { numbers.number(of: site.claimsByDate[$0].key) } })
      })
  }

  /// Who names whom, in both directions, and whom the settings name.
  private static func graphs(
    _ site: Site, _ planned: PlannedSite, _ numbers: FactNumbers
  ) -> (named: FactGraph, naming: FactGraph, settings: [Int32]) {
    var edges: [(from: Int32, to: Int32)] = []
    edges.reserveCapacity(8 * numbers.count)
    func add(_ from: FactKey, _ to: FactKey) {
      if let from = numbers.number(of: from), let to = numbers.number(of: to) { edges.append((from, to)) }
    }
    site.facts.visitReferences { from, to, _ in add(from, to) }
    for correction in site.facts.corrections { if let key = FactKey(link: correction.target.text) { add(correction.key, key) } }
    var settings: Set<Int32> = []
    for reading in planned.fields where !reading.findings.namesNothing {
      for key in reading.findings.keys.sorted() {
        if let owner = reading.owner { add(owner, key) } else if let number = numbers.number(of: key) { settings.insert(number) }
      }
    }
    for point in site.settings.points { point.visit { key, _ in if let number = numbers.number(of: key) { settings.insert(number) } } }
    edges.sort { ($0.from, $0.to) < ($1.from, $1.to) }
    return (
      FactGraph(numbers.count, edges), FactGraph(numbers.count, edges.map { ($0.to, $0.from) }), settings.sorted()
    )
  }
}

// MARK: - What a page shows

extension Trace {
  /// Takes a record and why it is shown; true ends the walk.
  typealias Visitor = (Int32, Reason) -> Bool

  /// Whether a page shows something of many or all records, so that any change of the facts may reach it.
  func showsAll(_ entry: SiteMap.Entry) -> Bool {
    switch entry.content {
    case .sources, .everything, .changes, .asOf: return true
    // With an address, it tells machines of all that it is about.
    case .front where site.address != nil: return true
    default: return prose[entry.path]?.showsLists ?? false
    }
  }

  /// Calls `visit` for the records that a page shows something of, some of them twice, until it says true. Returns whether it did.
  func walk(_ entry: SiteMap.Entry, _ visit: Visitor) -> Bool {
    if let reads = prose[entry.path], reads.named.contains(where: { visit($0, .inProse) || inside($0, visit) }) { return true }
    switch entry.content {
    case .claim(let id): return own(FactKey(.claims, id), visit)
    case .event(let id): return own(FactKey(.events, id), visit) || neighbours(id, visit)
    case .actor(let id, _): return hub(FactKey(.actors, id), visit)
    case .topic(let id, _): return hub(FactKey(.topics, id), visit)
    case .claimEmbed(let id): return whole(FactKey(.claims, id), visit)
    case .timelineEmbed: return site.embeddedEvents.contains { numbers.number(of: $0.key).map { visit($0, .shown) } ?? false }
    case .timeline(let latestFirst, let part):
      // The strip on the first page shows every event.
      if part == 1, !latestFirst, timeline.contains(where: { visit($0, .shown) }) { return true }
      return slice(entry).contains { whole($0, visit) || backs($0, visit) }
    case .claims: return slice(entry).contains { whole($0, visit) }
    case .front:
      return settingsName.contains { whole($0, visit) } || site.frontClaims.contains { whole($0.key, visit) }
        || site.timeline.contains { $0.isKey && whole($0.key, visit) } || all(.positions, visit)
    case .positions: return all(.positions, visit)
    case .questions: return numbers.numbers(of: .questions).contains { whole($0, visit) || named[$0].contains { whole($0, visit) } }
    case .glossary: return all(.terms, visit)
    case .corrections: return all(.corrections, visit)
    case .sources, .everything, .changes, .asOf: return (0..<Int32(numbers.count)).contains { visit($0, .shown) }
    case .notFound, .page: return false
    }
  }

  /// The records of a part of the timeline or of a table of claims, in their order.
  func slice(_ entry: SiteMap.Entry) -> ArraySlice<Int32> {
    switch entry.content {
    case .timeline(let latestFirst, let part):
      // The latest come first group by group, so that the whole is simply turned round.
      return Self.part(part, of: latestFirst ? timeline.reversed() : timeline, by: Paging.events)
    case .claims(let order, let part): return Self.part(part, of: claims[order] ?? [], by: Paging.size)
    default: return []
    }
  }

  private static func part(_ part: Int, of list: [Int32], by size: Int) -> ArraySlice<Int32> {
    list[min((part - 1) * size, list.count)..<min(part * size, list.count)]
  }

  private func all(_ kind: FactKind, _ visit: Visitor) -> Bool {
    numbers.numbers(of: kind).contains { whole($0, visit) }
  }

  /// The page of a claim or an event: the record, and who names it.
  private func own(_ key: FactKey, _ visit: Visitor) -> Bool {
    guard let number = numbers.number(of: key) else { return false }
    return whole(number, visit) || backs(number, visit)
  }

  /// The page of an actor or a topic, which lists whole records that name it.
  private func hub(_ key: FactKey, _ visit: Visitor) -> Bool {
    guard let number = numbers.number(of: key) else { return false }
    return whole(number, visit) || backs(number, visit) || naming[number].contains { inside($0, visit) }
  }

  /// The same of a record, as lists and lines show it.
  func whole(_ key: FactKey, _ visit: Visitor) -> Bool {
    numbers.number(of: key).map { whole($0, visit) } ?? false
  }

  private func whole(_ number: Int32, _ visit: Visitor) -> Bool {
    visit(number, .shown) || inside(number, visit)
  }

  /// What is shown with a record: whom it names, for whom these speak, and on which sources they rest.
  private func inside(_ number: Int32, _ visit: Visitor) -> Bool {
    if parties(of: number, visit) { return true }
    for other in named[number] {
      if visit(other, .namedBy(number)) || parties(of: other, visit) { return true }
      for source in named[other] where sources.contains(source) {
        // A source's note may cite another, whose note does so again: each is numbered higher in no order, so that few steps are walked.
        if visit(source, .namedBy(other)) || cited(by: source, depth: 8, visit) { return true }
      }
    }
    return false
  }

  private func cited(by source: Int32, depth: Int, _ visit: Visitor) -> Bool {
    guard depth > 0 else { return false }
    return named[source].contains { visit($0, .namedBy(source)) || cited(by: $0, depth: depth - 1, visit) }
  }

  private var sources: Range<Int32> { numbers.numbers(of: .sources) }

  /// Those for whom an actor speaks in the end.
  private func parties(of number: Int32, _ visit: Visitor) -> Bool {
    var current = number
    for _ in 0..<32 {
      let side = sides[Int(current)]
      if side < 0 { return false }
      if visit(side, .namedBy(current)) { return true }
      current = side
    }
    return false
  }

  /// Those who name a record, by their names; a position is called by its actor and topic.
  private func backs(_ number: Int32, _ visit: Visitor) -> Bool {
    for other in naming[number] {
      if visit(other, .names(number)) { return true }
      if numbers.numbers(of: .positions).contains(other), named[other].contains(where: { visit($0, .namedBy(other)) }) {
        return true
      }
    }
    return false
  }

  private func neighbours(_ id: String, _ visit: Visitor) -> Bool {
    guard let place = site.timelinePlace[id] else { return false }
    return [place - 1, place + 1].contains { timeline.indices.contains($0) && visit(timeline[$0], .beside(timeline[place])) }
  }
}
