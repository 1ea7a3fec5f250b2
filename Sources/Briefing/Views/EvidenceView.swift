import Facts
import Templates

/// One piece of evidence.
final class EvidenceView: RecordView {
  let strength: String?
  let source: CitationMark?
  let fact: LinkView?
  let factKind: String?
  let factDate: DateView?
  let locator: String?
  let note: [UInt8]?

  static let table = ViewTable<EvidenceView>(
    "evidence", "One piece of evidence.",
    [
      .optionalText("strength", "How much it weighs, in words.") { $0.strength },
      .optionalRecord("source", CitationMark.table, "The source that it is.") { $0.source },
      .optionalRecord("fact", LinkView.table, "The claim or event that it is.") { $0.fact },
      .optionalText("fact-kind", "Whether that is a claim or an event, in words.") { $0.factKind },
      .optionalRecord("fact-date", DateView.table, "When that was.") { $0.factDate },
      .optionalText("locator", "Where in the source.") { $0.locator },
      .optionalMarkup("note", "What it shows.") { $0.note },
    ])

  init(_ evidence: Evidence, _ writer: inout ProseWriter) {
    let site = writer.site
    strength = evidence.strength.map { site.words("strength.\($0.rawValue)") }
    source = evidence.source.map { writer.cite($0.id) }
    let key = evidence.claim?.key ?? evidence.event?.key
    fact = key.map { writer.link(to: $0) }
    factKind = key.map { site.words("kind.\($0.kind.singular)") }
    let date = evidence.claim.flatMap { site.facts.claims[$0]?.date } ?? evidence.event.flatMap { site.facts.events[$0]?.date }
    factDate = date.map { DateView($0, site.dates) }
    locator = evidence.locator.map(site.words.set)
    note = writer.inline(evidence.note)
  }
}
