import Facts
import Templates

/// Another place and day at which a claim was made.
struct SightingView: Sendable {
  let date: DateView
  let claimants: [ActorMention]
  let unnamed: String?
  let source: CitationMark
  let note: [UInt8]?

  static let table = ViewTable<SightingView>(
    "sighting", "Another place and day at which a claim was made.",
    [
      .record("date", DateView.table, "When.") { $0.date },
      .list("claimants", ActorMention.table, "By whom.") { $0.claimants },
      .optionalText("unnamed", "By whom, where they are not named.") { $0.unnamed },
      .record("source", CitationMark.table, "What documents it.") { $0.source },
      .optionalMarkup("note", "What was different.") { $0.note },
    ])

  init(_ sighting: Sighting, _ writer: inout ProseWriter) {
    date = DateView(sighting.date, writer.site.dates)
    claimants = writer.site.mentions(sighting.claimant.actors, on: sighting.date, writer.viewpoint)
    unnamed = if case .unnamed(let unnamed) = sighting.claimant { writer.site.words.set(unnamed.description) } else { nil }
    source = writer.cite(sighting.source.id)
    note = writer.inline(sighting.note)
  }
}
