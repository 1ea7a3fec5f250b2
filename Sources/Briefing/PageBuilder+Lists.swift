import EDTF
import Facts

/// Lists of all records of a kind, in parts.
extension PageBuilder {
  func timeline(latestFirst: Bool, _ part: Int) -> TimelineView {
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
        events: slice.items.map { EventEntry(at: $0, &writer) })
    }
    return TimelineView(
      page: frame(
        title(words(latestFirst ? "timeline.title-latest" : "timeline.title"), part), description: words("timeline.description"),
        intro: text,
        &writer),
      groups: views, count: words.count("timeline.count", facts.events.count), isLatestFirst: latestFirst,
      otherOrder: viewpoint.href(latestFirst ? SitePath.timeline : SitePath.timelineLatest),
      strip: latestFirst || part > 1 ? nil : site.strip(), facets: site.facets(ofEvents: shown.flatMap(\.items)),
      filterForms: site.filterForms,
      paging: PagingView("events", part: part, total: facts.events.count, by: Paging.events, first: first, words, viewpoint),
      embed: latestFirst || part > 1 ? nil : site.timelineEmbed)
  }

  func claims(_ order: SiteMap.ClaimOrder, _ part: Int) -> ClaimsView {
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
        claims: slice.items.map { ClaimRow(at: $0, &writer) })
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
      facets: site.facets(ofClaims: shown.flatMap(\.items)),
      filterForms: site.filterForms, paging: paging,
      statuses: site.usedStatuses)
  }

  func sources(_ part: Int) -> SourcesView {
    let (page, sources, paging) = list("sources", SitePath.sources, part, site.sourcesByPublisher, by: site.sourcesPerPage) {
      sources, writer in
      sources.map { source in
        SourcesView.UsedSource(
          source: SourceView(source, &writer),
          uses: (site.back.usesOf[source.id] ?? []).map { writer.link(to: $0) }
            + (site.proseUses[source.id] ?? []).map { path in
              LinkView(label: words.set(site.pages[path]?.title ?? site.settings.title), href: viewpoint.href(path))
            })
      }
    }
    return SourcesView(page: page, count: words.count("sources.count", facts.sources.count), sources: sources, paging: paging)
  }

  func positions(_ part: Int) -> PositionsView {
    let (page, groups, paging) = list("positions", SitePath.positions, part, Site.byTopic(facts.positions, site.topics)) {
      site.positionGroups($0, &$1)
    }
    return PositionsView(page: page, positions: groups, paging: paging)
  }

  func questions(_ part: Int) -> QuestionsView {
    let (page, questions, paging) = list("questions", SitePath.questions, part, site.questions) { questions, writer in
      questions.map { QuestionView($0, &writer) }
    }
    return QuestionsView(page: page, questions: questions, paging: paging)
  }

  func glossary(_ part: Int) -> GlossaryView {
    let (page, terms, paging) = list("glossary", SitePath.glossary, part, site.terms) { terms, writer in
      terms.map { TermView($0, &writer) }
    }
    return GlossaryView(page: page, terms: terms, paging: paging)
  }

  func corrections(_ part: Int) -> CorrectionsView {
    let (page, corrections, paging) = list("corrections", SitePath.corrections, part, site.corrections) { corrections, writer in
      corrections.map { CorrectionView($0, &writer) }
    }
    return CorrectionsView(page: page, corrections: corrections, paging: paging)
  }

  /// One page of a list: its frame, what it shows of the records that stand on it, and where it is among the list's pages.
  private func list<Item, Shown>(
    _ name: String, _ first: String, _ part: Int, _ all: [Item], by size: Int = Paging.size,
    _ show: ([Item], inout ProseWriter) -> Shown
  ) -> (page: PageFrame, shown: Shown, paging: PagingView?) {
    var writer = writer(.named)
    let text = intro(first, part, &writer)
    let shown = show(Paging.part(part, of: [all], by: size)[0], &writer)
    return (frame(name, of: first, part, intro: text, &writer), shown, paging(part, all.count, by: size, first))
  }
}
