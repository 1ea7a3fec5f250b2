import EDTF
import Facts

extension FactBlock {
  /// The chart that a block asks for.
  func chart(_ site: Site, _ viewpoint: Viewpoint) -> Chart {
    let words = ChartWords(site.words)
    let caption =
      options.caption.map(site.words.set)
      ?? site.words("chart.caption", ["of": site.words("chart.of.\((options.of ?? .claims).rawValue)"), "by": name(site)])
    if options.of == .events, options.by == .month || options.by == .year {
      let events = events(site).map { StripEvent(site, $0) }
      return Chart(
        ColumnChart(events, by: options.by == .year ? .years(1) : .months(1), words: StripWords(site.words), chartWords: words),
        caption: caption,
        words: words)
    }
    return Chart(BarChart(options.of == .events ? eventBars(site, viewpoint) : claimBars(site, viewpoint), words: words), caption: caption)
  }

  private func name(_ site: Site) -> String {
    site.words("chart.by.\((options.by ?? .claimant).rawValue)")
  }

  // MARK: Claims, each bar divided by status

  private func claimBars(_ site: Site, _ viewpoint: Viewpoint) -> [ChartBar] {
    let claims = claims(site)
    var groups: [(label: String, href: String?, claims: [Claim])]
    switch options.by ?? .claimant {
    case .claimant:
      groups = site.facts.actors.map { actor in
        (site.words.set(actor.name), viewpoint.href(actor.key), claims.filter { $0.claimant.actors.contains { $0.id == actor.id } })
      }
      groups.append((site.words("claims.unnamed"), nil, claims.filter(\.claimant.actors.isEmpty)))
    case .topic:
      groups = site.topics.map { topic in
        (site.words.set(topic.label), viewpoint.href(topic.key), claims.filter { $0.topics.contains { $0.id == topic.id } })
      }
    case .status:
      groups = statuses(site).map { status in (status.label, nil, claims.filter { site.status(of: $0).id == status.id }) }
    case .month, .year:
      groups = byDate(claims, site) { $0.date }
    }
    return groups.filter { !$0.claims.isEmpty }.map { group in
      let parts = statuses(site).compactMap { status -> ChartPart? in
        let count = group.claims.count { site.status(of: $0).id == status.id }
        return count == 0 ? nil : ChartPart(label: status.label, className: "st-\(status.id)", count: count)
      }
      return ChartBar(label: group.label, href: group.href, parts: parts)
    }
  }

  /// The statuses in their order, and that of claims that bear none.
  private func statuses(_ site: Site) -> [(id: String, label: String)] {
    site.settings.statuses.map { ($0.id, StatusView($0, site.words).label) } + [("not-rated", site.words("status.not-rated"))]
  }

  // MARK: Events, each bar divided by kind

  private func eventBars(_ site: Site, _ viewpoint: Viewpoint) -> [ChartBar] {
    let events = events(site)
    let groups: [(label: String, href: String?, events: [Event])]
    if options.by == .topic {
      groups = site.topics.map { topic in
        (site.words.set(topic.label), viewpoint.href(topic.key), events.filter { $0.topics.contains { $0.id == topic.id } })
      }
    } else {
      groups = site.facts.actors.map { actor in
        (site.words.set(actor.name), viewpoint.href(actor.key), events.filter { $0.actors.contains { $0.id == actor.id } })
      }
    }
    return groups.filter { !$0.events.isEmpty }.map { group in
      let parts = Event.Kind.allCases.compactMap { kind -> ChartPart? in
        let count = group.events.count { $0.kind == kind }
        return count == 0
          ? nil : ChartPart(label: site.words("event.kind.\(kind.rawValue)"), className: "kind-\(kind.rawValue)", count: count)
      }
      return ChartBar(label: group.label, href: group.href, parts: parts)
    }
  }

  /// Records by the month or the year of their first possible day, oldest first.
  private func byDate<Record>(
    _ records: [Record], _ site: Site, _ date: (Record) -> FactDate
  ) -> [(label: String, href: String?, claims: [Record])] {
    var groups: [(label: String, href: String?, claims: [Record])] = []
    for record in records {
      let bounds = date(record).expression.bounds
      guard let day = bounds.earliest ?? bounds.latest else { continue }
      let year = site.words.year(day.year)
      let label = options.by == .year ? year : site.words("date.month", ["month": site.words("month.\(day.month)"), "year": year])
      if groups.last?.label != label { groups.append((label, nil, [])) }
      groups[groups.count - 1].claims.append(record)
    }
    return groups
  }
}

extension ChartWords {
  /// The words of charts, from strings.yml.
  init(_ words: Wording) {
    self.init(
      part: { words("chart.part", ["bar": $0, "part": $1, "count": words.number($2)]) },
      column: { words("strip.mark", ["date": $0, "title": words.count("timeline.count", $1)]) },
      uncounted: { words.count("chart.uncounted", $0) }, number: { words.number($0) }, name: words("chart.name"),
      period: words("chart.period"),
      events: words("chart.events"),
      total: words("chart.total"))
  }
}
