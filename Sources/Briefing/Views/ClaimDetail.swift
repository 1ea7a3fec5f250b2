import Facts
import Templates

/// What only a claim's own page shows.
package struct ClaimDetail: Sendable {
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
    event = claim.event.map { site.link($0.key, viewpoint) }
    about = site.links(claim.about, viewpoint)
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
    }.map { site.link($0.key, viewpoint) }
    func evidence(_ weight: Evidence.Weight, _ writer: inout ProseWriter) -> [EvidenceView] {
      claim.evidence.filter { $0.weight == weight }.map { EvidenceView($0, &writer) }
    }
    supporting = evidence(.supports, &writer)
    undermining = evidence(.undermines, &writer)
    context = evidence(.context, &writer)
    sightings = claim.sightings.map { SightingView($0, &writer) }
    relations =
      claim.relations.map { relation in
        RelationView(type: site.words("relation.\(relation.type.rawValue)"), claim: site.link(relation.claim.key, viewpoint))
      }
      + (site.back.relationsTo[claim.id] ?? []).map { other in
        RelationView(type: site.words("relation-from.\(other.type.rawValue)"), claim: site.link(FactKey(.claims, other.claim), viewpoint))
      }
    confidence = claim.confidence.map { ConfidenceView($0, site.words) }
    unknown = writer.inline(claim.unknown)
    wouldChange = writer.inline(claim.wouldChange)
    note = writer.inline(claim.note)
    questions = site.links(.questions, site.back.questionsOn[claim.key], viewpoint)
    corrections = (site.back.correctionsOf[claim.key] ?? []).compactMap { id in
      site.facts.corrections[id].map { LinkView(label: DateView($0.date, site.dates).phrase.text, href: viewpoint.href($0.key)) }
    }
    documented =
      claim.kind.isRated
      ? nil : site.words.count("claim.documented", Set(claim.sources.compactMap { site.facts.sources[$0.source]?.independentOrigin }).count)
  }
}

/// One step of a claim's status history.
struct HistoryEntry: Sendable {
  let status: StatusView?
  let asOf: DateView
  let why: [UInt8]
  let sources: [CitationMark]

  static let table = ViewTable<HistoryEntry>(
    "history-entry", "One step of a claim's status history.",
    [
      .optionalRecord("status", StatusView.table, "The status.") { $0.status },
      .record("as-of", DateView.table, "From which day of the world it holds.") { $0.asOf },
      .markup("why", "Why.") { $0.why },
      .list("sources", CitationMark.table, "What it rests on.") { $0.sources },
    ])

  init(_ entry: StatusEntry, _ writer: inout ProseWriter) {
    status = writer.site.settings.status(entry.value.text).map { StatusView($0, writer.site.words) }
    asOf = DateView(entry.asOf, writer.site.dates)
    why = writer.inline(entry.why)
    sources = entry.sources.map { writer.cite($0) }
  }
}

/// What a party answered.
struct ResponseView: Sendable {
  let by: ActorMention?
  let stanceID: String
  let stance: String
  let date: DateView?
  let source: CitationMark?
  let quote: QuoteView?
  let note: [UInt8]?

  static let table = ViewTable<ResponseView>(
    "response", "What a party answered.",
    [
      .optionalRecord("by", ActorMention.table, "Who answered, with the role on the day.") { $0.by },
      .choice("stance-id", of: Response.Stance.allCases.map(\.rawValue), "The stance's id, for a class.") { $0.stanceID },
      .text("stance", "How the answer stands to the claim.") { $0.stance },
      .optionalRecord("date", DateView.table, "When it was given, or over which time none was found.") { $0.date },
      .optionalRecord("source", CitationMark.table, "What documents it.") { $0.source },
      .optionalRecord("quote", QuoteView.table, "The words.") { $0.quote },
      .optionalMarkup("note", "What was answered; of silence, where an answer was looked for.") { $0.note },
    ])

  init(_ response: Response, _ writer: inout ProseWriter) {
    by = writer.site.mentions([response.by], on: response.date, writer.viewpoint).first
    stanceID = response.stance.rawValue
    stance = writer.site.words("stance.\(response.stance.rawValue)")
    date = response.date.map { DateView($0, writer.site.dates) }
    quote = response.quote.map { QuoteView($0, &writer) }
    note = writer.inline(response.note)
    source = response.source.map { writer.cite($0.id) }
  }
}

/// One piece of evidence.
struct EvidenceView: Sendable {
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
    fact = key.map { site.link($0, writer.viewpoint) }
    factKind = key.map { site.words("kind.\($0.kind.singular)") }
    let date = evidence.claim.flatMap { site.facts.claims[$0]?.date } ?? evidence.event.flatMap { site.facts.events[$0]?.date }
    factDate = date.map { DateView($0, site.dates) }
    locator = evidence.locator.map(site.words.set)
    note = writer.inline(evidence.note)
  }
}

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

/// How a claim stands to another.
struct RelationView: Sendable {
  let type: String
  let claim: LinkView

  static let table = ViewTable<RelationView>(
    "relation", "How a claim stands to another.",
    [
      .text("type", "In which way.") { $0.type },
      .record("claim", LinkView.table, "The other claim.") { $0.claim },
    ])
}

/// How sure an assessment is, and why.
package struct ConfidenceView: Sendable {
  let levelID: String
  let level: String
  let why: String?

  package static let table = ViewTable<ConfidenceView>(
    "confidence", "How sure an assessment is, and why.",
    [
      .choice("level-id", of: Confidence.Level.allCases.map(\.rawValue), "The level's id, for a class.") { $0.levelID },
      .text("level", "The level.") { $0.level },
      .optionalText("why", "What it rests on.") { $0.why },
    ])

  init(_ confidence: Confidence, _ words: Wording) {
    levelID = confidence.level.rawValue
    level = words("confidence.\(confidence.level.rawValue)")
    why = confidence.why.isEmpty ? nil : words.set(confidence.why)
  }
}
