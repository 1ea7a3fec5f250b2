import EDTF
import Facts

/// The front page, prose, and the page that leads to all others.
extension PageBuilder {
  func front() -> FrontView {
    var writer = writer(.numbered)
    let settings = site.settings
    let answer = writer.inline(settings.answer)
    let points = Point.Section.allCases.compactMap { section -> PointGroup? in
      let points = settings.points.filter { $0.section == section }
      guard !points.isEmpty else { return nil }
      return PointGroup(id: section.rawValue, title: words("points.\(section.rawValue)"), points: points.map { PointView($0, &writer) })
    }
    let body = intro(&writer) ?? []
    // Only the prose has numbered references here; records lead to their own pages, where their sources stand.
    var aside = self.writer(.named)
    let events = site.timeline.filter(\.isKey).map { prepared.line($0, site, viewpoint) }
    let claims = site.frontClaims.map { prepared.line($0, site, viewpoint) }
    let positions = site.positionGroups(site.frontPositions, &aside)
    return FrontView(
      page: frame(settings.title, intro: nil, &writer), answer: answer,
      confidence: settings.confidence.map { ConfidenceView($0, words) }, points: points, body: body, contents: contents(),
      keyEvents: events,
      eventCount: words.count("timeline.count", facts.events.count), claims: claims,
      claimCount: words.count("claims.count", facts.claims.count),
      positions: positions, timelineHref: viewpoint.href(SitePath.timeline), claimsHref: viewpoint.href(SitePath.claims),
      positionsHref: viewpoint.href(SitePath.positions))
  }

  func everything(_ part: Int) -> EverythingView {
    var writer = writer(.named)
    let text = intro(SitePath.everything, part, &writer)
    let all = prepared.findables
    let groups = Paging.slice(all.map(\.items), part: part, by: Paging.links).map { slice in
      let kind = all[slice.group].kind.rawValue
      return EverythingView.Group(
        id: kind, title: words("find.\(kind)"), count: words.number(slice.items.count),
        items: slice.items.map {
          EverythingView.Item(label: $0.title, href: viewpoint.href($0.path), note: $0.note.isEmpty ? nil : $0.note)
        })
    }
    return EverythingView(
      page: frame("everything", of: SitePath.everything, part, intro: text, &writer), groups: groups,
      paging: paging(part, all.reduce(0) { $0 + $1.items.count }, by: Paging.links, SitePath.everything))
  }

  func plain(title: String?) -> PlainView {
    var writer = writer(.numbered)
    let body = intro(&writer) ?? []
    let name = title ?? page?.title ?? entry.path
    return PlainView(
      page: frame(name, intro: nil, &writer), date: page?.head.date.map { DateView($0, site.dates) }, body: body, contents: contents())
  }
}
