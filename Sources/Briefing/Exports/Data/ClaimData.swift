import Facts

extension Claim {
  static let data = DataTable<Claim>(
    [
      .text("text") { $0.text }, .choice("kind") { $0.kind }, .references("claimant") { $0.claimant.actors },
      .optionalRecord("unnamed_claimant", Claimant.Unnamed.data, "Who says it, where nobody is named.") { $0.claimant.unnamed },
      .references("attributed_to") { $0.attributedTo }, .choice("wording") { $0.wording },
      .optionalRecord("quote", Quote.data) { $0.quote },
      .date("date") { $0.date }, .optionalDate("published") { $0.published }, .optionalText("venue") { $0.venue },
      .optionalText("medium") { $0.medium }, .optionalReference("event") { $0.event }, .references("about") { $0.about },
      .references("topics") { $0.topics }, .all("sources", Citation.data) { $0.sources },
      .list("evidence", Evidence.data) { $0.evidence }, .list("responses", Response.data) { $0.responses },
      .list("sightings", Sighting.data) { $0.sightings }, .list("status", StatusEntry.data) { $0.status },
      .optionalRecord("confidence", Confidence.data) { $0.confidence }, .markdown("unknown") { $0.unknown },
      .markdown("would_change") { $0.wouldChange }, .markdown("note") { $0.note }, .list("relations", Relation.data) { $0.relations },
      .optionalDate("review_by") { $0.reviewBy },
    ], oneOf: ["claimant", "unnamed_claimant"])
}

extension Claimant {
  /// Nil where those who speak are named.
  var unnamed: Unnamed? {
    if case .unnamed(let unnamed) = self { unnamed } else { nil }
  }
}

extension Claimant.Unnamed {
  static let data = DataTable<Claimant.Unnamed>(
    "claimant", "Somebody unnamed, known through a source.",
    [.text("description") { $0.description }, .reference("via") { $0.via }, .optionalNumber("count") { $0.count }])
}

extension Evidence {
  static let data = DataTable<Evidence>(
    "piece of evidence", "Something that bears on whether a claim holds: a source, another claim or an event.",
    [
      .optionalReference("source") { $0.source }, .optionalReference("claim") { $0.claim }, .optionalReference("event") { $0.event },
      .choice("weight") { $0.weight }, .optionalChoice("strength") { $0.strength }, .optionalText("locator") { $0.locator },
      .markdown("note") { $0.note },
    ], oneOf: ["source", "claim", "event"])
}

extension Response {
  static let data = DataTable<Response>(
    "response", "What a party answered to a claim; silence counts.",
    [
      .reference("by") { $0.by }, .choice("stance") { $0.stance }, .optionalDate("date") { $0.date },
      .optionalReference("source") { $0.source }, .optionalRecord("quote", Quote.data) { $0.quote }, .markdown("note") { $0.note },
    ])
}

extension Sighting {
  static let data = DataTable<Sighting>(
    "sighting", "Another place and day at which a claim was made.",
    [
      .date("date") { $0.date }, .references("claimant") { $0.claimant.actors },
      .optionalRecord("unnamed_claimant", Claimant.Unnamed.data, "By whom, where nobody is named.") { $0.claimant.unnamed },
      .reference("source") { $0.source }, .markdown("note") { $0.note },
    ], oneOf: ["claimant", "unnamed_claimant"])
}

extension StatusEntry {
  static let data = DataTable<StatusEntry>(
    "status entry", "One step of a claim's status history.",
    [
      .text("value", as: .status) { $0.value.text }, .date("as_of") { $0.asOf }, .optionalDate("entered") { $0.entered },
      .text("why", as: .markdown) { $0.why.text }, .list("sources", Citation.data) { $0.sources },
    ])
}

extension Relation {
  static let data = DataTable<Relation>(
    "relation", "How a claim stands to another.", [.choice("type") { $0.type }, .reference("claim") { $0.claim }])
}
