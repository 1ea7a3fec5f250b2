import EDTF
import Facts
import Markdown
import Templates

/// Makes one page: gathers what its template shows and renders it.
struct PageBuilder {
  let site: Site
  let prepared: PreparedViews
  let entry: SiteMap.Entry
  let viewpoint: Viewpoint
  let words: Wording
  let facts: FactBase
  private let isAlone: Bool
  private let page: Page?

  /// - Parameter isAlone: Whether the page becomes a part of the one file, so that templates leave out what leads to other files.
  init(_ site: Site, _ prepared: PreparedViews, entry: SiteMap.Entry, isAlone: Bool = false) {
    self.isAlone = isAlone
    self.site = site
    self.prepared = prepared
    self.entry = entry
    words = site.words
    facts = site.facts
    page = site.pages[entry.path]
    if case .notFound = entry.content {
      viewpoint = Viewpoint(entry.path, root: site.absoluteRoot, site.places)
    } else {
      viewpoint = Viewpoint(entry.path, site.places)
    }
  }

  func render() -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(16 * 1024)
    switch entry.content {
    case .front: show(.front, FrontView.table.record(front()), &bytes)
    case .timeline(let latestFirst, let part): show(.timeline, TimelineView.table.record(timeline(latestFirst: latestFirst, part)), &bytes)
    case .claims(let order, let part): show(.claims, ClaimsView.table.record(claims(order, part)), &bytes)
    case .claim(let id): if let claim = facts.claims[id] { show(.claim, ClaimView.table.record(self.claim(claim)), &bytes) }
    case .event(let id): if let event = facts.events[id] { show(.event, EventView.table.record(self.event(event)), &bytes) }
    case .actor(let id, let part): if let actor = facts.actors[id] { show(.actor, ActorView.table.record(self.actor(actor, part)), &bytes) }
    case .topic(let id, let part): if let topic = facts.topics[id] { show(.topic, TopicView.table.record(self.topic(topic, part)), &bytes) }
    case .sources(let part): show(.sources, SourcesView.table.record(sources(part)), &bytes)
    case .positions(let part): show(.positions, PositionsView.table.record(positions(part)), &bytes)
    case .questions(let part): show(.questions, QuestionsView.table.record(questions(part)), &bytes)
    case .glossary(let part): show(.glossary, GlossaryView.table.record(glossary(part)), &bytes)
    case .corrections(let part): show(.corrections, CorrectionsView.table.record(corrections(part)), &bytes)
    case .changes(let part): show(.changes, ChangesView.table.record(changes(part)), &bytes)
    case .asOf(let date, let part):
      if let edition = site.history.edition(of: date) { show(.edition, AsOfView.table.record(asOf(edition, part)), &bytes) }
    case .claimEmbed(let id):
      if let claim = facts.claims[id] { show(.claimEmbed, ClaimEmbedView.table.record(claimEmbed(claim)), &bytes) }
    case .timelineEmbed: show(.timelineEmbed, TimelineEmbedView.table.record(timelineEmbed()), &bytes)
    case .everything(let part): show(.everything, EverythingView.table.record(everything(part)), &bytes)
    case .notFound: show(.notFound, PlainView.table.record(plain(title: words("not-found.title"))), &bytes)
    case .page: show(.page, PlainView.table.record(plain(title: nil)), &bytes)
    }
    return bytes
  }

  private func show(_ kind: TemplateKind, _ record: View, _ bytes: inout [UInt8]) {
    prepared.templates.render(kind, record, into: &bytes)
  }

  func writer(_ style: ProseWriter.CitationStyle) -> ProseWriter {
    ProseWriter(site, viewpoint, style: style, prepared)
  }
}

// MARK: - What every page has

extension PageBuilder {
  /// The frame, once all of the page's citations are known. A page's own title is kept where it is that of a record.
  func frame(_ title: String, description: String? = nil, intro: [UInt8]?, keepsTitle: Bool = false, _ writer: inout ProseWriter)
    -> PageFrame
  {
    let written = keepsTitle ? title : page?.title ?? title
    let shown = words.set(written)
    let siteTitle = words.set(site.settings.title)
    return PageFrame(
      path: entry.path, title: shown,
      documentTitle: entry.path == SitePath.index
        ? siteTitle : words("page.document-title", ["page": shown, "site": siteTitle]),
      description: words.set(page?.head.description ?? description ?? site.settings.question), root: viewpoint.root,
      navigation: prepared.navigation(site, from: viewpoint), contact: site.contactAddress(viewpoint), intro: intro,
      references: writer.references(),
      home: viewpoint.href(SitePath.index), methodHref: site.settings.method.flatMap { site.pageHref($0.text, viewpoint) },
      policyHref: site.settings.correctionsPolicy.flatMap { site.pageHref($0.text, viewpoint) },
      correctionsHref: viewpoint.href(SitePath.corrections),
      changesHref: site.history.steps.isEmpty ? nil : viewpoint.href(SitePath.changes),
      everythingHref: viewpoint.href(SitePath.everything), metadata: isAlone ? nil : PageMetadata(site, prepared.days, entry, title: shown),
      linkedData: isAlone ? nil : JSONLD(site, prepared.days)?.bytes(of: entry, title: written, citing: writer.citations.sources),
      stylesheet: viewpoint.href(site.theme.stylesheet), stylesheetSum: site.theme.stylesheetSum,
      script: viewpoint.href(site.theme.script), scriptSum: site.theme.scriptSum, isAlone: isAlone)
  }

  private func intro(_ writer: inout ProseWriter) -> [UInt8]? {
    page.map { writer.blocks($0.body, of: $0) }
  }

  /// The headings of a page, as links, where there are enough of them or the page asks for it.
  private func contents() -> [LinkView] {
    guard let page else { return [] }
    let headings = Page.headings(of: page.body).filter { $0.level == 2 && $0.id != nil }
    guard page.head.hasContents ?? (headings.count >= 4) else { return [] }
    return headings.map { LinkView(label: $0.inlines.plainText, href: "#\($0.id ?? "")") }
  }
}

// MARK: - The pages

extension PageBuilder {
  private func front() -> FrontView {
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

  /// The introduction of a list that has several pages; only the first part of each bears it.
  private func intro(_ first: String, _ part: Int, _ writer: inout ProseWriter) -> [UInt8]? {
    guard part == 1 else { return nil }
    return intro(&writer) ?? site.pages[first].map { writer.blocks($0.body, of: $0) }
  }

  /// The paging of a list of that many entries.
  private func paging(_ part: Int, _ total: Int, by size: Int = Paging.size, _ first: String) -> PagingView? {
    PagingView("entries", part: part, total: total, by: size, first: first, words, viewpoint)
  }

  /// The frame of a part of a list of the facts; the author's title for its first page is that of all.
  private func frame(_ list: String, of first: String, _ part: Int, intro: [UInt8]?, _ writer: inout ProseWriter) -> PageFrame {
    frame(
      title(site.pages[first]?.title ?? words("\(list).title"), part), description: words("\(list).description"), intro: intro,
      keepsTitle: true, &writer)
  }

  private func title(_ text: String, _ part: Int) -> String {
    part == 1 ? text : words("paging.title", ["title": text, "number": String(part)])
  }

  private func timeline(latestFirst: Bool, _ part: Int) -> TimelineView {
    var writer = writer(.named)
    let first = latestFirst ? SitePath.timelineLatest : SitePath.timeline
    let text = intro(SitePath.timeline, part, &writer)
    let groups = prepared.groups.timeline
    let ordered =
      latestFirst
      ? groups.reversed().map { group in
        TimelineGrouping.Group(id: group.id, title: group.title, dates: group.dates, events: group.events.reversed())
      } : groups
    let shown = Paging.slice(ordered.map(\.events), part: part, by: Paging.events)
    let views = shown.map { slice in
      let group = ordered[slice.group]
      return TimelineGroup(
        id: group.id, title: group.title, dates: group.dates, count: words.count("timeline.count", slice.items.count),
        events: slice.items.map { EventEntry(site.timeline[$0], &writer) })
    }
    return TimelineView(
      page: frame(
        title(words(latestFirst ? "timeline.title-latest" : "timeline.title"), part), description: words("timeline.description"),
        intro: text,
        &writer),
      groups: views, count: words.count("timeline.count", facts.events.count), isLatestFirst: latestFirst,
      otherOrder: viewpoint.href(latestFirst ? SitePath.timeline : SitePath.timelineLatest),
      strip: latestFirst || part > 1 ? nil : site.strip(), facets: site.facets(of: shown.flatMap(\.items).map { site.timeline[$0] }),
      filterForms: site.filterForms,
      paging: PagingView("events", part: part, total: facts.events.count, by: Paging.events, first: first, words, viewpoint),
      embed: latestFirst || part > 1 ? nil : site.timelineEmbed)
  }

  private func claims(_ order: SiteMap.ClaimOrder, _ part: Int) -> ClaimsView {
    var writer = writer(.named)
    let text = intro(SitePath.claims, part, &writer)
    let all = prepared.groups.claims(order)
    let shown = Paging.slice(all.map(\.claims), part: part, by: Paging.size)
    let paging = PagingView(
      order == .date ? "claims" : "rows", part: part, total: all.reduce(0) { $0 + $1.claims.count }, by: Paging.size, first: order.path,
      words, viewpoint)
    let groups = shown.map { slice in
      let group = all[slice.group]
      let count = order == .date ? paging?.range : nil
      return ClaimGroup(
        id: group.id, title: group.title, href: group.key.map(viewpoint.href),
        count: count ?? words.count("claims.count", slice.items.count),
        claims: slice.items.map { ClaimRow(site.claimsByDate[$0], &writer) })
    }
    return ClaimsView(
      page: frame(
        title(words("claims.title.\(order.rawValue)"), part), description: words("claims.description"), intro: text,
        keepsTitle: order != .date || part > 1, &writer),
      groups: groups, isGrouped: order != .date, order: order.rawValue,
      orders: SiteMap.ClaimOrder.allCases.map { other in
        LinkView(label: words("claims.order.\(other.rawValue)"), href: viewpoint.href(other.path), isCurrent: other == order)
      },
      count: paging?.range ?? words.count("claims.count", facts.claims.count),
      facets: site.facets(of: shown.flatMap(\.items).map { site.claimsByDate[$0] }),
      filterForms: site.filterForms, paging: paging,
      statuses: site.usedStatuses)
  }

  private func claim(_ claim: Claim) -> ClaimView {
    var writer = writer(.numbered)
    let row = ClaimRow(claim, &writer)
    let text = intro(&writer)
    let detail = ClaimDetail(claim, &writer)
    let citation = PageCitation(site: site, id: claim.id, title: claim.text, path: entry.path)
    return ClaimView(
      page: frame(claim.text, description: words("claim.description", ["claim": claim.text]), intro: text, keepsTitle: true, &writer),
      claim: row,
      detail: detail, cite: site.citeLine(title: claim.text, path: entry.path), bibtex: citation.bibtex, csl: citation.csl,
      embed: site.embed(of: claim))
  }

  private func event(_ event: Event) -> EventView {
    var writer = writer(.numbered)
    let entryView = EventEntry(event, &writer)
    let text = intro(&writer)
    let place = site.timelinePlace[event.id] ?? 0
    return EventView(
      page: frame(
        event.title, description: words("event.description", ["event": event.title, "date": entryView.line.date.phrase.text]), intro: text,
        keepsTitle: true, &writer),
      event: entryView, onTimeline: viewpoint.href("\(Paging.path(SitePath.timeline, part: site.timelinePart(of: event)))#\(event.id)"),
      questions: site.links(.questions, site.back.questionsOn[event.key], viewpoint),
      previous: place > 0 ? site.link(site.timeline[place - 1].key, viewpoint) : nil,
      next: place + 1 < site.timeline.count ? site.link(site.timeline[place + 1].key, viewpoint) : nil)
  }

  private func actor(_ actor: Actor, _ part: Int) -> ActorView {
    var writer = writer(.named)
    let first = SitePath.of(actor.key)
    // Later pages go on with the lists and repeat nothing.
    let isFirst = part == 1
    let note = isFirst ? writer.inline(actor.note) : nil
    let text = intro(first, part, &writer)
    let roles = (isFirst ? actor.roles : []).map { role -> ActorView.RoleView in
      let from = role.from.map { site.dates.phrase($0.expression).text }
      let to = role.to.map { site.dates.phrase($0.expression).text }
      let dates: String? =
        switch (from, to) {
        case (let from?, let to?): words("date.from-to", ["from": from, "to": to])
        case (let from?, nil): words("date.since", ["date": from])
        case (nil, let to?): words("date.until", ["date": to])
        case (nil, nil): nil
        }
      return ActorView.RoleView(title: words.set(role.title), dates: dates)
    }
    let back = site.back
    let lists = Paging.part(
      part,
      of: [
        site.places(ofClaims: back.claimsBy[actor.id]), site.places(ofClaims: back.claimsOf[actor.id]),
        (back.responsesBy[actor.id] ?? []).compactMap { site.claimPlace[$0] }, site.places(ofEvents: back.eventsWith[actor.id]),
      ])
    let positions = isFirst ? (back.positionsOf[actor.id] ?? []).compactMap { facts.positions[$0] } : []
    let groups = site.positionGroups(positions, &writer)
    return ActorView(
      page: frame(
        title(actor.name, part), description: words("actor.description", ["actor": actor.name]), intro: text, keepsTitle: true, &writer),
      kind: words("actor.kind.\(actor.kind.rawValue)"), roles: roles,
      alsoKnownAs: !isFirst || actor.alsoKnownAs.isEmpty ? nil : words.set(words.list(actor.alsoKnownAs)), note: note,
      side: isFirst ? actor.side.map { site.link($0.key, viewpoint) } : nil,
      speakers: site.links(.actors, isFirst ? back.speakersFor[actor.id] : nil, viewpoint),
      members: site.links(isFirst ? actor.members : [], viewpoint),
      wikidata: isFirst ? actor.wikidata.map { "https://www.wikidata.org/wiki/\($0)" } : nil,
      claimsBy: prepared.claimLines(lists[0], site, viewpoint), claimsOf: prepared.claimLines(lists[1], site, viewpoint),
      responses: lists[2].map { site.link(site.claimsByDate[$0].key, viewpoint) },
      events: prepared.eventLines(lists[3], site, viewpoint), positions: groups,
      paging: paging(part, back.entries(ofActor: actor.id), first))
  }

  private func topic(_ topic: Topic, _ part: Int) -> TopicView {
    var writer = writer(.named)
    let first = SitePath.of(topic.key)
    let isFirst = part == 1
    let description = isFirst ? writer.inline(topic.description) : nil
    let text = intro(first, part, &writer)
    let back = site.back
    let lists = Paging.part(part, of: [site.places(ofClaims: back.claimsOn[topic.id]), site.places(ofEvents: back.eventsOn[topic.id])])
    let positions = isFirst ? (back.positionsOn[topic.id] ?? []).compactMap { facts.positions[$0] } : []
    let groups = site.positionGroups(positions, &writer)
    return TopicView(
      page: frame(
        title(topic.label, part), description: words("topic.description", ["topic": topic.label]), intro: text, keepsTitle: true, &writer),
      description: description, claims: prepared.claimLines(lists[0], site, viewpoint),
      events: prepared.eventLines(lists[1], site, viewpoint), positions: groups,
      paging: paging(part, back.entries(ofTopic: topic.id), first))
  }

  private func sources(_ part: Int) -> SourcesView {
    var writer = writer(.named)
    let text = intro(SitePath.sources, part, &writer)
    let views = Paging.part(part, of: [site.sourcesByPublisher], by: site.sourcesPerPage)[0].map { source in
      SourcesView.UsedSource(
        source: SourceView(source, &writer),
        uses: (site.back.usesOf[source.id] ?? []).map { site.link($0, viewpoint) }
          + (site.proseUses[source.id] ?? []).map { path in
            LinkView(label: words.set(site.pages[path]?.title ?? site.settings.title), href: viewpoint.href(path))
          })
    }
    return SourcesView(
      page: frame("sources", of: SitePath.sources, part, intro: text, &writer),
      count: words.count("sources.count", facts.sources.count), sources: views,
      paging: paging(part, facts.sources.count, by: site.sourcesPerPage, SitePath.sources))
  }

  private func positions(_ part: Int) -> PositionsView {
    var writer = writer(.named)
    let text = intro(SitePath.positions, part, &writer)
    let groups = site.positionGroups(Paging.part(part, of: [Site.byTopic(facts.positions, site.topics)])[0], &writer)
    return PositionsView(
      page: frame("positions", of: SitePath.positions, part, intro: text, &writer), positions: groups,
      paging: paging(part, facts.positions.count, SitePath.positions))
  }

  private func questions(_ part: Int) -> QuestionsView {
    var writer = writer(.named)
    let text = intro(SitePath.questions, part, &writer)
    let views = Paging.part(part, of: [site.questions])[0].map { QuestionView($0, &writer) }
    return QuestionsView(
      page: frame("questions", of: SitePath.questions, part, intro: text, &writer), questions: views,
      paging: paging(part, site.questions.count, SitePath.questions))
  }

  private func glossary(_ part: Int) -> GlossaryView {
    var writer = writer(.named)
    let text = intro(SitePath.glossary, part, &writer)
    let terms = Paging.part(part, of: [site.terms])[0].map { TermView($0, &writer) }
    return GlossaryView(
      page: frame("glossary", of: SitePath.glossary, part, intro: text, &writer), terms: terms,
      paging: paging(part, site.terms.count, SitePath.glossary))
  }

  private func corrections(_ part: Int) -> CorrectionsView {
    var writer = writer(.named)
    let text = intro(SitePath.corrections, part, &writer)
    let views = Paging.part(part, of: [site.corrections])[0].map { CorrectionView($0, &writer) }
    return CorrectionsView(
      page: frame("corrections", of: SitePath.corrections, part, intro: text, &writer), corrections: views,
      paging: paging(part, site.corrections.count, SitePath.corrections))
  }

  private func changes(_ part: Int) -> ChangesView {
    var writer = writer(.named)
    let text = intro(SitePath.changes, part, &writer)
    return ChangesView(
      page: frame("changes", of: SitePath.changes, part, intro: text, &writer), editions: site.editionViews(part, viewpoint),
      paging: paging(part, site.history.parts.changes, SitePath.changes))
  }

  private func asOf(_ edition: Edition, _ part: Int) -> AsOfView {
    var writer = writer(.named)
    let date = site.dateView(edition.day)
    let places = ["date": date.phrase.text, "as-of": site.dates.phrase(edition.settings.asOf.expression).text]
    let entries = edition.entries(part)
    return AsOfView(
      page: frame(
        title(words("as-of.title", ["date": date.phrase.text]), part), description: words("as-of.description", ["date": date.phrase.text]),
        intro: nil,
        &writer),
      date: date, canonical: viewpoint.href(facts.claims.isEmpty ? SitePath.index : SitePath.claims),
      notice: words("as-of.notice", filling: places), changes: viewpoint.href(site.history.path(ofChangesWith: edition)),
      question: words.set(edition.settings.question),
      answer: part == 1 ? site.plainWords(edition.settings.answer.text, of: edition) : nil,
      claims: site.pastClaims(entries.claims, of: edition, viewpoint), claimCount: words.count("claims.count", edition.facts.claims.count),
      claimsHref: facts.claims.isEmpty ? nil : viewpoint.href(SitePath.claims),
      events: site.pastEvents(entries.events, viewpoint), eventCount: words.count("timeline.count", edition.facts.events.count),
      timelineHref: facts.events.isEmpty ? nil : viewpoint.href(SitePath.timeline),
      paging: paging(part, edition.entries, SitePath.asOf(edition.date)))
  }

  private func everything(_ part: Int) -> EverythingView {
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

  private func plain(title: String?) -> PlainView {
    var writer = writer(.numbered)
    let body = intro(&writer) ?? []
    let name = title ?? page?.title ?? entry.path
    return PlainView(
      page: frame(name, intro: nil, &writer), date: page?.head.date.map { DateView($0, site.dates) }, body: body, contents: contents())
  }
}
