import Facts
import Markdown
import Templates

/// The lists that several pages share.
extension Site {
  /// The way to the site's top for a page that may be shown at any address: the path of `base_url`.
  package var absoluteRoot: String {
    guard let base = settings.baseURL else { return "/" }
    let path = base.drop { $0 != ":" }.dropFirst(3).drop { $0 != "/" }
    return path.isEmpty ? "/" : path.hasSuffix("/") ? String(path) : path + "/"
  }

  func navigation(from viewpoint: Viewpoint) -> [LinkView] {
    let parent = SitePath.parent(of: viewpoint.path)
    return navigationTargets.map { target in
      LinkView(
        label: target.label, href: viewpoint.href(target.path), isCurrent: target.path == viewpoint.path,
        isWithin: target.path != viewpoint.path && target.path == parent)
    }
  }

  /// The pages that every page leads to: the general ones that exist, then those written by hand.
  static func navigationTargets(
    _ facts: FactBase, _ pages: [Page], _ generated: Set<String>, _ settings: BriefingSettings, _ words: Wording
  ) -> [(label: String, path: String)] {
    var targets = [(label: words("nav.front"), path: SitePath.index)]
    func add(_ key: String, _ path: String, if isWanted: Bool) { if isWanted { targets.append((words(key), path)) } }
    add("nav.timeline", SitePath.timeline, if: !facts.events.isEmpty)
    add("nav.claims", SitePath.claims, if: !facts.claims.isEmpty)
    add("nav.positions", SitePath.positions, if: !facts.positions.isEmpty)
    add("nav.questions", SitePath.questions, if: !facts.questions.isEmpty)
    add("nav.sources", SitePath.sources, if: !facts.sources.isEmpty)
    add("nav.glossary", SitePath.glossary, if: !facts.terms.isEmpty)
    // The method and the policy stand at the foot of every page.
    let atFoot = [settings.method, settings.correctionsPolicy].compactMap { $0.map { SitePath.ofDocument("Content/\($0.text)") } }
    let own = pages.filter {
      !generated.contains($0.path) && $0.head.isInNavigation ?? !atFoot.contains($0.path) && !$0.path.contains("/")
    }
    for page in own.sorted(by: { ($0.head.order ?? .max, $0.title ?? "", $0.path) < ($1.head.order ?? .max, $1.title ?? "", $1.path) }) {
      targets.append((words.set(page.title ?? page.path), page.path))
    }
    return targets
  }

  func pageHref(_ source: String, _ viewpoint: Viewpoint) -> String? {
    guard case .page(let path, let anchor) = FactLink(source, in: "Content/index.md") else { return nil }
    return viewpoint.href(anchor.map { "\(path)#\($0)" } ?? path)
  }

  func contactAddress(_ viewpoint: Viewpoint) -> String? {
    guard let contact = settings.contact?.text else { return nil }
    if WebAddress.isValid(contact) || contact.hasPrefix("mailto:") { return contact }
    return contact.contains("@") ? "mailto:\(contact)" : pageHref(contact, viewpoint)
  }

  /// The claims that the front page shows: those that the key points name, in their order; the newest rated ones where these are few.
  var frontClaims: [Claim] {
    var ids: [String] = []
    var seen: Set<String> = []
    for point in settings.points { for claim in point.claims where seen.insert(claim.id).inserted { ids.append(claim.id) } }
    if ids.count < 5 {
      for claim in claimsByDate.reversed() where claim.kind.isRated && seen.insert(claim.id).inserted {
        ids.append(claim.id)
        if ids.count == 8 { break }
      }
    }
    return ids.prefix(10).compactMap { facts.claims[$0] }
  }

  /// Positions by topic, topics in the editor's order.
  func positionGroups(_ positions: [Position], _ writer: inout ProseWriter) -> [PositionGroup] {
    Self.groups(positions, topics).map { topic, group in
      PositionGroup(topic: link(topic.key, writer.viewpoint), id: topic.id, positions: group.map { PositionView($0, &writer) })
    }
  }

  private static func groups(_ positions: some Sequence<Position>, _ topics: [Topic]) -> [(topic: Topic, positions: [Position])] {
    var byTopic: [String: [Position]] = [:]
    for position in positions { byTopic[position.topic.id, default: []].append(position) }
    return topics.compactMap { topic in byTopic[topic.id].map { (topic, $0) } }
  }

  /// All positions in the order of their page: by topic, topics in the editor's order.
  static func byTopic(_ positions: FactTable<Position>, _ topics: [Topic]) -> [Position] {
    groups(positions.records, topics).flatMap(\.positions)
  }

  /// The positions that the front page shows: the first ones, where there are many.
  var frontPositions: [Position] {
    Array(Self.byTopic(facts.positions, topics).prefix(25))
  }

  /// An event's place on the timeline, seen from the timeline's first page.
  func timelineAddress(of event: Event) -> String {
    let part = timelinePart(of: event)
    return part == 1 ? "#\(event.id)" : "\(Paging.path(SitePath.timeline, part: part))#\(event.id)"
  }

  /// The part of the timeline, oldest first, in which an event stands.
  func timelinePart(of event: Event) -> Int {
    Paging.part(of: timelinePlace[event.id] ?? 0, by: Paging.events)
  }

  /// The places of claims among those by date, the oldest first.
  func places(ofClaims ids: [String]?) -> [Int] {
    (ids ?? []).compactMap { claimPlace[$0] }.sorted()
  }

  /// The places of events on the timeline, in its order.
  func places(ofEvents ids: [String]?) -> [Int] {
    (ids ?? []).compactMap { timelinePlace[$0] }.sorted()
  }

  /// The words of Markdown, without its marks.
  func plainText(_ text: MarkdownText) -> String {
    prose[text.span]?.plainText ?? text.text
  }

  // MARK: Sifting

  /// How the script says how many are shown: the forms as a JSON object by plural category, and what stands between thousands.
  var filterForms: String {
    var json = CompactJSON(capacity: 128)
    json.forms("filter.shown", words)
    return String(decoding: json.bytes, as: UTF8.self)
  }

  /// The facets of the events on one page, given by their places on the timeline.
  func facets(ofEvents places: [Int]) -> [FacetView] {
    [
      facet("actors", facts.actors.map { ($0.id, $0.name) }, places.map { timeline[$0].actors.map(\.id) }),
      facet("topics", topics.map { ($0.id, $0.label) }, places.map { timeline[$0].topics.map(\.id) }),
      facet(
        "kind", Event.Kind.allCases.map { ($0.rawValue, words("event.kind.\($0.rawValue)")) }, places.map { [timeline[$0].kind.rawValue] }),
    ].compactMap { $0 }
  }

  /// The facets of the claims on one page, given by their places among those by date.
  func facets(ofClaims places: [Int]) -> [FacetView] {
    let claims = claimsByDate
    let statuses = settings.statuses.map { ($0.id, StatusView($0, words).label) } + [("not-rated", words("status.not-rated"))]
    return [
      facet("claimants", facts.actors.map { ($0.id, $0.name) }, places.map { claims[$0].claimant.actors.map(\.id) }),
      facet("topics", topics.map { ($0.id, $0.label) }, places.map { claims[$0].topics.map(\.id) }),
      facet("status", statuses, places.map { [claims[$0].kind.isRated ? claims[$0].status.last?.value.text ?? "" : "not-rated"] }),
    ].compactMap { $0 }
  }

  /// A facet with the values that occur; nil where there is nothing to choose.
  private func facet(_ id: String, _ values: [(String, String)], _ entries: [[String]]) -> FacetView? {
    var counts: [String: Int] = [:]
    for entry in entries {
      if entry.count == 1 { counts[entry[0], default: 0] += 1 } else { for value in Set(entry) { counts[value, default: 0] += 1 } }
    }
    let options = values.compactMap { value, label in
      counts[value].map { FacetView.Option(value: value, label: words.set(label), count: words.number($0)) }
    }
    return options.count > 1 ? FacetView(id: id, label: words("facet.\(id)"), options: options) : nil
  }
}
