import EDTF
import Facts

/// What changed, as a feed: that the briefing was published, new claims, changes of a status and corrections, each an entry of its own; and for
/// every edition one that tells its other changes in words.
///
/// An entry's day is that on which the briefing said so first: the record's own word (`entered`; of a correction its date), or else the day of the
/// edition in which it first stands. A status that no edition has yet stands under the day from which it holds, if that is later than all that was
/// published; what has no day at all waits for its edition. A publication of
/// which the day is not known stands under the first that it may have been.
struct ChangeFeed {
  private enum Item {
    case correction(Correction)
    case status(Claim, Int)
    case claim(Claim)
    /// The place of the edition among all.
    case edition(Int)
    case briefing

    /// Its place among those of one day.
    var rank: Int {
      switch self {
      case .correction: 0
      case .status: 1
      case .claim: 2
      case .edition: 3
      case .briefing: 4
      }
    }
  }

  private typealias Dated = (day: CivilDay, id: String, item: Item)

  private let site: Site
  private let address: SiteAddress
  private let days: ChangeDays
  private let words: Wording
  private let html: FeedHTML

  init(_ site: Site, _ prepared: PreparedViews, _ address: SiteAddress, _ days: ChangeDays) {
    self.site = site
    self.address = address
    self.days = days
    words = site.words
    html = FeedHTML(site, prepared, address)
  }

  func feed() -> Feed {
    let newest = items().sorted {
      $0.day != $1.day ? $0.day > $1.day : ($0.item.rank, $0.id) < ($1.item.rank, $1.id)
    }.prefix(Feed.limit)
    return Feed(
      kind: .changes, title: FeedKind.changes.title(site), subtitle: words("changes.description"), entries: newest.map(entry),
      updated: newest.first?.day ?? days.newest ?? days.earliestStart ?? Feed.noDay)
  }

  // MARK: What there is to tell

  private func items() -> [Dated] {
    var items: [Dated] = []
    if let start = days.earliestStart { items.append((start, address.base + "#published", .briefing)) }
    for claim in site.facts.claims.records {
      guard let added = days.firstForFeeds(of: claim.key) else { continue }
      if let start = days.earliestStart, added > start { items.append((added, address("\(SitePath.of(claim.key))#new"), .claim(claim))) }
      items += statuses(of: claim, since: added)
    }
    for correction in site.facts.corrections.records {
      guard let day = correction.date.wholeDay ?? days.firstForFeeds(of: correction.key) else { continue }
      items.append((day, address(SitePath.of(correction.key)), .correction(correction)))
    }
    for (place, step) in site.history.steps.enumerated() where !otherChanges(of: step).isEmpty {
      items.append((step.edition.day, address("\(SitePath.changes)#edition-\(step.edition.date)"), .edition(place)))
    }
    return items
  }

  /// The statuses that a claim got after it came into the briefing. Those that it brought with it are no change.
  private func statuses(of claim: Claim, since added: CivilDay) -> [Dated] {
    guard !claim.status.isEmpty else { return [] }
    let steps = site.history.steps
    let counts = (site.history.ofClaim[claim.id] ?? []).map { step, _ in
      (step: step, count: steps[step].edition.facts.claims[claim.id]?.status.count ?? 0)
    }
    let published = ChangeDays.later(days.earliestStart, steps.last?.edition.day)
    return claim.status.enumerated().compactMap { index, entry in
      let step = counts.first { $0.count > index }?.step
      let isLater = step != nil && step != counts.first?.step
      let day: CivilDay?
      // What the first edition has came with the publication.
      if let known = entry.entered?.wholeDay ?? step.map({ $0 == 0 ? days.start ?? steps[0].edition.day : steps[$0].edition.day }) {
        day = known
      } else if let holds = entry.asOf.wholeDay, let published, holds > published {
        day = holds
      } else {
        day = nil
      }
      guard let day, isLater || day > added else { return nil }
      return (day, address("\(SitePath.of(claim.key))#status-\(index + 1)"), .status(claim, index))
    }
  }

  /// What changed with an edition and has no entry of its own.
  private func otherChanges(of step: EditionHistory.Step) -> [FactChange] {
    guard step.before != nil else { return [] }
    return step.changes.compactMap { change in
      switch (change.key?.kind, change.content) {
      case (.claims, .added), (.corrections, .added): return nil
      case (.claims, .changed(let fields)):
        let others = fields.filter { $0.path != ["status"] || $0.was != nil }
        return others.isEmpty ? nil : FactChange(key: change.key, name: change.name, content: .changed(others))
      default: return change
      }
    }
  }

  // MARK: Entries

  private func entry(_ dated: Dated) -> Feed.Entry {
    var bytes: [UInt8] = []
    let title: String
    let link: String
    let category: Feed.Category
    switch dated.item {
    case .briefing:
      (title, link, category) = (words("feed.published", ["site": site.settings.title]), address.base, .briefing)
      html.paragraph(site.settings.question, &bytes)
      html.paragraph(html.inline(site.settings.answer), &bytes)
    case .claim(let claim):
      (title, link, category) = (words("feed.claim", ["claim": claim.text]), address(SitePath.of(claim.key)), .claim)
      said(claim, &bytes)
      if let status = claim.status.indices.last { self.status(of: claim, status, &bytes) }
      html.sources(claim.sources.map(\.source.id), &bytes)
    case .status(let claim, let index):
      title = words("feed.status", ["status": label(claim.status[index]), "claim": claim.text])
      (link, category) = (address(SitePath.of(claim.key)), .status)
      said(claim, &bytes)
      status(of: claim, index, &bytes)
      html.sources(claim.status[index].sources.map(\.source.id), &bytes)
    case .correction(let correction):
      title = words(
        "feed.correction", ["class": words("correction.\(correction.class.rawValue)"), "what": target(of: correction)])
      (link, category) = (address(site.places.path(of: correction.key)), .correction)
      html.paragraph(words("feed.was", ["text": correction.was]), &bytes)
      html.paragraph(words("feed.now", ["text": correction.now]), &bytes)
      if let why = correction.why { html.paragraph(html.inline(why), &bytes) }
    case .edition(let place):
      let step = site.history.steps[place]
      title = words("feed.edition", ["date": site.dateView(step.edition.day).phrase.text])
      (link, category) = (address(site.history.path(ofChangesWith: step.edition)), .edition)
      for group in site.groups(otherChanges(of: step), of: step, html.viewpoint) { changes(group, &bytes) }
    }
    return Feed.Entry(
      id: dated.id, title: title, link: link, published: dated.day, updated: dated.day, category: category, content: bytes)
  }

  private func label(_ entry: StatusEntry) -> String {
    site.settings.status(entry.value.text).map { StatusView($0, words).label } ?? entry.value.text
  }

  private func said(_ claim: Claim, _ bytes: inout [UInt8]) {
    let who =
      if case .unnamed(let unnamed) = claim.claimant {
        unnamed.description
      } else {
        words.list(claim.claimant.actors.map { site.name(of: $0.key) })
      }
    html.paragraph(words("feed.said", ["who": who, "date": site.dates.phrase(claim.date.expression).text]), &bytes)
    guard !claim.attributedTo.isEmpty else { return }
    html.paragraph(words("feed.said-of", ["who": words.list(claim.attributedTo.map { site.name(of: $0.key) })]), &bytes)
  }

  private func status(of claim: Claim, _ index: Int, _ bytes: inout [UInt8]) {
    let entry = claim.status[index]
    if index > 0 { html.paragraph(words("feed.status-before", ["status": label(claim.status[index - 1])]), &bytes) }
    html.paragraph(
      words("feed.status-now", ["status": label(entry), "date": site.dates.phrase(entry.asOf.expression).text]), &bytes)
    html.paragraph(html.inline(entry.why), &bytes)
  }

  private func target(of correction: Correction) -> String {
    if let key = FactKey(link: correction.target.text) {
      return site.facts.has(key) ? site.name(of: key) : site.history.last(with: key)?.ledger.name(of: key) ?? correction.target.text
    }
    guard case .page(let path, _) = FactLink(correction.target.text, in: "Content/index.md") else { return correction.target.text }
    return site.pages[path]?.title ?? site.settings.title
  }

  private func changes(_ group: ChangeGroup, _ bytes: inout [UInt8]) {
    html.paragraph(group.title, &bytes)
    bytes += "<ul>\n".utf8
    for item in group.items {
      bytes += "<li>".utf8
      html.text(item.verb, &bytes)
      bytes += " ".utf8
      if let href = item.href { html.link(item.label, href, &bytes) } else { html.text(item.label, &bytes) }
      for line in item.lines {
        bytes += "<br>\n<i>".utf8
        html.text(line.label, &bytes)
        bytes += "</i>".utf8
        for (element, text) in [("del", line.was), ("ins", line.now)] {
          guard let text else { continue }
          bytes += " <\(element)>".utf8
          html.text(text, &bytes)
          bytes += "</\(element)>".utf8
        }
      }
      bytes += "</li>\n".utf8
    }
    bytes += "</ul>\n".utf8
  }
}
