import Facts

/// Views that many pages show alike, made once for all of them.
///
/// A claim stands in four tables and in the lists of its claimants, parties and topics. What it says there depends on the way to the site's top
/// alone, so that a site with its records one folder deep needs two versions of each line.
package final class PreparedViews: Sendable {
  /// The lines of one way to the site's top, by the records' ids.
  struct Lines: Sendable {
    let claims: [String: ClaimLine]
    let events: [String: EventLine]
    let topics: [String: LinkView]
    let navigation: [LinkView]
    let links: FrameLinks
  }

  /// What every page is shown through.
  let templates: PageTemplates
  private let lines: [String: Lines]
  /// The long lists under their headings.
  let groups: SiteGroups
  /// All that can be found, by kind: the pages that list it have a part of it each.
  let findables: [(kind: Findable.Kind, items: [Findable])]
  /// The sources, by their ids.
  private let sources: [String: SourceLine]
  let imprint: Imprint
  /// When records came and changed; only a site with an address of its own says so.
  let days: ChangeDays?

  package init(_ site: Site) async {
    async let top = Self.lines(site, Viewpoint(SitePath.index, site.places))
    async let below = Self.lines(site, Viewpoint("claims/any.html", site.places))
    async let found = site.findables()
    async let sources = Dictionary(uniqueKeysWithValues: site.facts.sources.records.map { ($0.id, SourceLine($0, site)) })
    imprint = Imprint(site)
    templates = PageTemplates(
      Globals(words: site.words, site: SiteView(site.settings, site.words)), site.library, frames: PageStanding.frames(site))
    groups = SiteGroups(site)
    days = site.address == nil ? nil : ChangeDays(site)
    findables = await found
    self.sources = await sources
    lines = ["": await top, "../": await below]
  }

  /// The same of a site of which only facts and prose have changed: what shows none of what changed is taken over.
  init(_ site: Site, after earlier: PreparedViews, _ reach: Reach) {
    templates = earlier.templates
    groups = reach.groups
    imprint = earlier.imprint
    findables = reach.changesFacts ? site.findables(after: earlier.findables, reach) : earlier.findables
    days = !reach.changesFacts ? earlier.days : site.address == nil ? nil : ChangeDays(site)
    var sources = reach.movesPlaces ? [:] : earlier.sources
    if reach.movesPlaces {
      for source in site.facts.sources { sources[source.id] = SourceLine(source, site) }
    } else {
      for key in reach.changed where key.kind == .sources { sources[key.id] = site.facts.sources[key.id].map { SourceLine($0, site) } }
    }
    self.sources = sources
    guard reach.changesFacts else {
      lines = earlier.lines
      return
    }
    let claims = site.facts.claims.filter { reach.reachesLine(of: $0.key) }
    let events = site.facts.events.filter { reach.reachesLine(of: $0.key) }
    lines = Dictionary(
      uniqueKeysWithValues: [Viewpoint(SitePath.index, site.places), Viewpoint("claims/any.html", site.places)].map { viewpoint in
        guard let old = earlier.lines[viewpoint.root] else { return (viewpoint.root, Self.lines(site, viewpoint)) }
        var (newClaims, newEvents) = (old.claims, old.events)
        for claim in claims { newClaims[claim.id] = ClaimLine(claim, site, viewpoint) }
        for event in events { newEvents[event.id] = EventLine(event, site, viewpoint) }
        let topics = reach.kinds.contains(.topics) ? Self.topics(site, viewpoint) : old.topics
        return (viewpoint.root, Lines(claims: newClaims, events: newEvents, topics: topics, navigation: old.navigation, links: old.links))
      })
  }

  private static func lines(_ site: Site, _ viewpoint: Viewpoint) -> Lines {
    Lines(
      claims: Dictionary(uniqueKeysWithValues: site.facts.claims.records.map { ($0.id, ClaimLine($0, site, viewpoint)) }),
      events: Dictionary(uniqueKeysWithValues: site.facts.events.records.map { ($0.id, EventLine($0, site, viewpoint)) }),
      topics: topics(site, viewpoint),
      navigation: site.navigation(from: Viewpoint("", root: viewpoint.root, site.places)),
      links: FrameLinks(site, Viewpoint("", root: viewpoint.root, site.places)))
  }

  private static func topics(_ site: Site, _ viewpoint: Viewpoint) -> [String: LinkView] {
    Dictionary(uniqueKeysWithValues: site.topics.map { ($0.id, site.link($0.key, viewpoint)) })
  }

  /// A claim's line as a page shows it.
  func line(_ claim: Claim, _ site: Site, _ viewpoint: Viewpoint) -> ClaimLine {
    lines[viewpoint.root]?.claims[claim.id] ?? ClaimLine(claim, site, viewpoint)
  }

  /// The same by the claim's place among those by date.
  func line(ofClaimAt place: Int, _ site: Site, _ viewpoint: Viewpoint) -> ClaimLine {
    lines[viewpoint.root]?.claims[site.claimsByDate[place].head.id] ?? ClaimLine(site.claimsByDate[place], site, viewpoint)
  }

  /// An event's line as a page shows it.
  func line(_ event: Event, _ site: Site, _ viewpoint: Viewpoint) -> EventLine {
    lines[viewpoint.root]?.events[event.id] ?? EventLine(event, site, viewpoint)
  }

  /// The same by the event's place on the timeline.
  func line(ofEventAt place: Int, _ site: Site, _ viewpoint: Viewpoint) -> EventLine {
    lines[viewpoint.root]?.events[site.timeline[place].head.id] ?? EventLine(site.timeline[place], site, viewpoint)
  }

  /// How a page stands, if it stands as others do: nil for one that the navigation names, and where something around it depends on the page.
  func standing(of viewpoint: Viewpoint, _ site: Site) -> PageStanding? {
    guard let links = lines[viewpoint.root]?.links, !links.leadToAnchors,
      !site.navigationTargets.contains(where: { $0.path == viewpoint.path })
    else { return nil }
    return PageStanding(viewpoint)
  }

  /// A source as all pages show it.
  func line(_ source: Source, _ site: Site) -> SourceLine {
    sources[source.id] ?? SourceLine(source, site)
  }

  /// The same by its id. Of one that is not there, which no page is made with, the id stands for all that would be said.
  func line(ofSource id: String, _ site: Site) -> SourceLine {
    if let line = sources[id] { return line }
    var unknown = Source()
    unknown.head.id = id
    (unknown.title, unknown.publisher) = (id, id)
    return SourceLine(unknown, site)
  }

  /// A link to a record. That to a claim, an event or a topic is made once for all pages that stand as deep.
  func link(_ key: FactKey, _ site: Site, _ viewpoint: Viewpoint) -> LinkView {
    let lines = lines[viewpoint.root]
    let known: LinkView? =
      switch key.kind {
      case .claims: lines?.claims[key.id]?.link
      case .events: lines?.events[key.id]?.link
      case .topics: lines?.topics[key.id]
      default: nil
      }
    return known ?? site.link(key, viewpoint)
  }

  /// Where a page leads to besides its navigation.
  func links(_ site: Site, from viewpoint: Viewpoint) -> FrameLinks {
    guard let links = lines[viewpoint.root]?.links, !links.leadToAnchors else { return FrameLinks(site, viewpoint) }
    return links
  }

  /// The claims at these places, counted from the oldest.
  func claimLines(_ places: [Int], _ site: Site, _ viewpoint: Viewpoint) -> [ClaimLine] {
    places.map { line(ofClaimAt: $0, site, viewpoint) }
  }

  /// The events at these places of the timeline.
  func eventLines(_ places: [Int], _ site: Site, _ viewpoint: Viewpoint) -> [EventLine] {
    places.map { line(ofEventAt: $0, site, viewpoint) }
  }

  /// The pages that every page leads to, with the mark of where the reader is.
  func navigation(_ site: Site, from viewpoint: Viewpoint) -> [LinkView] {
    guard var links = lines[viewpoint.root]?.navigation else { return site.navigation(from: viewpoint) }
    let parent = SitePath.parent(of: viewpoint.path)
    let targets = site.navigationTargets
    for index in targets.indices {
      let isCurrent = targets[index].path == viewpoint.path
      guard isCurrent || targets[index].path == parent else { continue }
      links[index] = LinkView(label: links[index].label, href: links[index].href, isCurrent: isCurrent, isWithin: !isCurrent)
    }
    return links
  }
}
