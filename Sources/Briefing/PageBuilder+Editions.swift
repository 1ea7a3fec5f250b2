import EDTF
import Facts

/// What changed, and what was published on a day.
extension PageBuilder {
  func changes(_ part: Int) -> ChangesView {
    var writer = writer(.named)
    let text = intro(SitePath.changes, part, &writer)
    return ChangesView(
      page: frame("changes", of: SitePath.changes, part, intro: text, &writer), editions: site.editionViews(part, viewpoint),
      paging: paging(part, site.history.parts.changes, SitePath.changes))
  }

  func asOf(_ edition: Edition, _ part: Int) -> AsOfView {
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
}
