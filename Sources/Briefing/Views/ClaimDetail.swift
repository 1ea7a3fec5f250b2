import Facts
import Templates

/// What only a claim's own page shows.
package final class ClaimDetail: RecordView {
  let wording: String
  let medium: String?
  let published: DateView?
  let event: LinkView?
  let about: [LinkView]
  let history: [HistoryEntry]
  let editions: [ClaimEdition]
  let responses: [ResponseView]
  let silentParties: [LinkView]
  let supporting: [EvidenceView]
  let undermining: [EvidenceView]
  let context: [EvidenceView]
  let sightings: [SightingView]
  let relations: [RelationView]
  let confidence: ConfidenceView?
  let unknown: [UInt8]?
  let wouldChange: [UInt8]?
  let note: [UInt8]?
  let questions: [LinkView]
  let corrections: [LinkView]
  let documented: String?
  let unnamedVia: CitationMark?
  let unnamedCount: String?

  package static let table = ViewTable<ClaimDetail>(
    "detail", "What only a claim's own page shows.",
    [
      .text("wording", "How near the record is to the words that were spoken.") { $0.wording },
      .optionalText("medium", "By which medium it was said.") { $0.medium },
      .optionalRecord("published", DateView.table, "When the public could first hear or read it, if another day.") { $0.published },
      .optionalRecord("event", LinkView.table, "The event at which it was said.") { $0.event },
      .list("about", LinkView.table, "The events that it is about.") { $0.about },
      .list("history", HistoryEntry.table, "Its statuses, latest first.") { $0.history },
      .list("editions", ClaimEdition.table, "What changed in it with each edition, latest first.") { $0.editions },
      .list("responses", ResponseView.table, "What the parties answered, silence included.") { $0.responses },
      .list("silent-parties", LinkView.table, "Parties of whom it is said, and of whom no answer is recorded at all.") { $0.silentParties },
      .list("supporting", EvidenceView.table, "Evidence that supports it.") { $0.supporting },
      .list("undermining", EvidenceView.table, "Evidence that undermines it.") { $0.undermining },
      .list("context", EvidenceView.table, "What puts it in context.") { $0.context },
      .flag("has-evidence", "Whether there is any evidence, whichever way it points.") {
        !($0.supporting.isEmpty && $0.undermining.isEmpty && $0.context.isEmpty)
      },
      .list("sightings", SightingView.table, "Where else it was said.") { $0.sightings },
      .list("relations", RelationView.table, "How it stands to other claims, and they to it.") { $0.relations },
      .optionalRecord("confidence", ConfidenceView.table, "How sure the status is.") { $0.confidence },
      .optionalMarkup("unknown", "What is not known.") { $0.unknown },
      .optionalMarkup("would-change", "What would change the status.") { $0.wouldChange },
      .flag("open", "Whether it is said what is not known, or what would change the status.") {
        $0.unknown != nil || $0.wouldChange != nil
      },
      .optionalMarkup("note", "What else a reader should know.") { $0.note },
      .list("questions", LinkView.table, "The questions that it bears on.") { $0.questions },
      .list("corrections", LinkView.table, "What was corrected in it.") { $0.corrections },
      .optionalText("documented", "Of a claim that is not rated: how well the saying itself is documented.") { $0.documented },
      .optionalRecord("unnamed-via", CitationMark.table, "The source that spoke to those who are not named.") { $0.unnamedVia },
      .optionalText("unnamed-count", "How many they are, in words.") { $0.unnamedCount },
    ])

  init(_ claim: Claim, _ writer: inout ProseWriter) {
    let site = writer.site
    let viewpoint = writer.viewpoint
    wording = site.words("claim.wording.\(claim.wording.rawValue)")
    medium = claim.medium
    published = claim.published.map { DateView($0, site.dates) }
    event = claim.event.map { writer.link(to: $0.key) }
    about = writer.links(to: claim.about)
    editions = site.claimEditions(claim, viewpoint)
    if case .unnamed(let unnamed) = claim.claimant {
      unnamedVia = writer.cite(unnamed.via.id)
      unnamedCount = unnamed.count.map { site.words.count("claim.unnamed-count", $0) }
    } else {
      unnamedVia = nil
      unnamedCount = nil
    }
    history = claim.status.reversed().map { HistoryEntry($0, &writer) }
    responses = claim.responses.map { ResponseView($0, &writer) }
    silentParties = claim.attributedTo.filter { party in
      !claim.responses.contains { site.facts.speaks($0.by.id, for: party.id) }
    }.map { writer.link(to: $0.key) }
    func evidence(_ weight: Evidence.Weight, _ writer: inout ProseWriter) -> [EvidenceView] {
      claim.evidence.filter { $0.weight == weight }.map { EvidenceView($0, &writer) }
    }
    supporting = evidence(.supports, &writer)
    undermining = evidence(.undermines, &writer)
    context = evidence(.context, &writer)
    sightings = claim.sightings.map { SightingView($0, &writer) }
    relations =
      claim.relations.map { relation in
        RelationView(type: site.words("relation.\(relation.type.rawValue)"), claim: writer.link(to: relation.claim.key))
      }
      + (site.back.relationsTo[claim.id] ?? []).map { other in
        RelationView(type: site.words("relation-from.\(other.type.rawValue)"), claim: writer.link(to: FactKey(.claims, other.claim)))
      }
    confidence = claim.confidence.map { ConfidenceView($0, site.words) }
    unknown = writer.inline(claim.unknown)
    wouldChange = writer.inline(claim.wouldChange)
    note = writer.inline(claim.note)
    questions = writer.links(to: .questions, site.back.questionsOn[claim.key])
    corrections = (site.back.correctionsOf[claim.key] ?? []).compactMap { id in
      site.facts.corrections[id].map { LinkView(label: DateView($0.date, site.dates).phrase.text, href: viewpoint.href($0.key)) }
    }
    documented =
      claim.kind.isRated
      ? nil : site.words.count("claim.documented", Set(claim.sources.compactMap { site.facts.sources[$0.source]?.independentOrigin }).count)
  }
}
