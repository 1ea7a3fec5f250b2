import Diagnostics
import EDTF
import Facts
import Markdown

/// What the pages of the past show, made from the editions alone.
extension Site {
  /// What one page says of the changes with each edition, latest first; an edition that the page's end cuts goes on on the next one.
  func editionViews(_ part: Int, _ viewpoint: Viewpoint) -> [EditionView] {
    let steps = Array(history.steps.reversed())
    return Paging.slice(steps.map(\.told), part: part, by: Paging.size).map { slice in
      let step = steps[slice.group]
      let isFirst = step.before == nil
      return EditionView(
        id: "edition-\(step.edition.date)", date: dateView(step.edition.day), href: viewpoint.href(SitePath.asOf(step.edition.date)),
        count: isFirst
          ? words(
            "changes.first",
            [
              "claims": words.count("claims.count", step.edition.facts.claims.count),
              "events": words.count("timeline.count", step.edition.facts.events.count),
            ]) : words.count("changes.count", step.changes.count), isFirst: isFirst,
        groups: groups(slice.items.compactMap(\.self), of: step, viewpoint))
    }
  }

  /// Changes of a step in words, by kind.
  func groups(_ changes: [FactChange], of step: EditionHistory.Step, _ viewpoint: Viewpoint) -> [ChangeGroup] {
    let wording = ChangeWording(self, step)
    var groups: [(kind: FactKind?, items: [ChangeItem])] = []
    for change in changes {
      let verb = verb(of: change)
      let item = ChangeItem(
        verbID: verb, verb: words("changes.\(verb)"), label: words.set(change.key == nil ? settings.title : label(of: change)),
        href: change.key.map { place(of: $0, viewpoint) } ?? viewpoint.href(SitePath.index), lines: wording.lines(of: change))
      if let last = groups.last, last.kind == change.key?.kind {
        groups[groups.count - 1].items.append(item)
      } else {
        groups.append((change.key?.kind, [item]))
      }
    }
    return groups.map {
      ChangeGroup(title: words($0.kind.map { "changes.kind.\($0.rawValue)" } ?? "changes.kind.briefing"), items: $0.items)
    }
  }

  private func verb(of change: FactChange) -> String {
    switch change.content {
    case .added: "added"
    case .removed: "removed"
    case .changed: "changed"
    }
  }

  /// A correction is called by what it corrects.
  private func label(of change: FactChange) -> String {
    guard let key = change.key, key.kind == .corrections else { return change.name }
    guard let target = FactKey(link: change.name) else {
      guard case .page(let path, _) = FactLink(change.name, in: "Content/index.md") else { return change.name }
      return pages[path]?.title ?? (path == SitePath.index ? settings.title : change.name)
    }
    return facts.has(target) ? name(of: target) : history.last(with: target)?.ledger.name(of: target) ?? change.name
  }

  /// Where a record stands now; where it is gone, where it stood last, if that has a place.
  func place(of key: FactKey, _ viewpoint: Viewpoint) -> String? {
    if facts.has(key) { return viewpoint.href(key) }
    guard let edition = history.last(with: key) else { return nil }
    return viewpoint.href(history.path(of: key, in: edition))
  }

  /// What was published of a record that is gone.
  func goneLink(_ key: FactKey, _ viewpoint: Viewpoint) -> LinkView? {
    guard let edition = history.last(with: key), let href = place(of: key, viewpoint) else { return nil }
    return LinkView(label: words.set(edition.ledger.name(of: key)), href: href)
  }

  /// A claim's changes with the editions, latest first.
  func claimEditions(_ claim: Claim, _ viewpoint: Viewpoint) -> [ClaimEdition] {
    (history.ofClaim[claim.id] ?? []).reversed().map { place, change in
      let step = history.steps[place]
      return ClaimEdition(
        date: dateView(step.edition.day), href: viewpoint.href(history.path(of: claim.key, in: step.edition)),
        verb: words("changes.\(verb(of: change))"), lines: ChangeWording(self, step).lines(of: change))
    }
  }

  // MARK: As it stood

  /// Claims as an edition had them.
  func pastClaims(_ claims: [Claim], of edition: Edition, _ viewpoint: Viewpoint) -> [PastClaim] {
    let actors = edition.facts.actors
    func names(_ references: [Reference<Actor>]) -> String { words.set(words.list(references.map { actors[$0]?.name ?? $0.id })) }
    let statuses = StatusView.all(edition.settings, words)
    return claims.map { claim in
      let said =
        switch claim.claimant {
        case .actors(let references): names(references)
        case .unnamed(let unnamed): words.set(unnamed.description)
        }
      return PastClaim(
        id: "claim-\(claim.id)", text: words.set(claim.text), href: facts.claims.has(claim.id) ? viewpoint.href(claim.key) : nil,
        claimants: said,
        attributedTo: claim.attributedTo.isEmpty ? nil : names(claim.attributedTo), date: DateView(claim.date, dates),
        status: statuses[Site.statusPlace(of: claim, edition.settings)])
    }
  }

  /// Events as an edition had them.
  func pastEvents(_ events: [Event], _ viewpoint: Viewpoint) -> [PastEvent] {
    events.map { event in
      PastEvent(
        id: "event-\(event.id)", title: words.set(event.title), href: facts.events.has(event.id) ? viewpoint.href(event.key) : nil,
        date: DateView(event.date, dates), place: event.place.map(words.set),
        state: event.state == .happened ? nil : words("event.state.\(event.state.rawValue)"))
    }
  }

  /// The words of Markdown of an edition, without its marks.
  func plainWords(_ text: String, of edition: Edition) -> String {
    var log = DiagnosticLog()
    let map = TextMap(verbatim: SourceSpan(file: edition.file, start: 0, end: text.utf8.count))
    return MarkdownParser.inline(text, map: map, quotes: words.quotes, log: &log).plainText
  }

  /// A day in words.
  func dateView(_ day: CivilDay) -> DateView {
    guard let expression = try? EDTFParser.parse(day.text) else { return DateView(.unknown, dates) }
    return DateView(FactDate(expression: expression, span: settings.asOf.span), dates)
  }
}
