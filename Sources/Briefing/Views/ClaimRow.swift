import Facts
package import Templates

/// A claim as tables and cards show it.
package struct ClaimRow: Sendable {
  let id: String
  let href: String
  let text: String
  let kindID: String
  let kind: String
  let claimants: [ActorMention]
  let unnamed: String?
  let attributedTo: [ActorMention]
  let quote: QuoteView?
  let date: DateView
  let venue: String?
  let topics: [LinkView]
  let status: StatusView
  let statusWhy: [UInt8]?
  let evidence: String
  let supports: Int
  let undermines: Int
  let sources: [CitationMark]
  let claimantIDs: String
  let topicIDs: String

  package static let table = ViewTable<ClaimRow>(
    "claim", "A claim as tables and cards show it.",
    [
      .text("id", "The claim's id: its anchor in a table.") { $0.id },
      .url("href", "The claim's page.") { $0.href },
      .text("text", "The claim, as one sentence.") { $0.text },
      .text("kind-id", "The kind's id.") { $0.kindID },
      .text("kind", "What sort of claim it is.") { $0.kind },
      .list("claimants", ActorMention.table, "Who says it, with the role on the day.") { $0.claimants },
      .optionalText("unnamed", "Who says it, where they are not named.") { $0.unnamed },
      .list("attributed-to", ActorMention.table, "Who is said to have agreed or acted.") { $0.attributedTo },
      .optionalRecord("quote", QuoteView.table, "The words.") { $0.quote },
      .record("date", DateView.table, "When it was said.") { $0.date },
      .optionalText("venue", "Where it was said.") { $0.venue },
      .list("topics", LinkView.table, "What it is about.") { $0.topics },
      .record("status", StatusView.table, "How it stands.") { $0.status },
      .optionalMarkup("status-why", "Why it stands so.") { $0.statusWhy },
      .text("evidence", "How many independent origins support and undermine it, in words.") { $0.evidence },
      .text("supports", "How many independent origins support it.") { String($0.supports) },
      .text("undermines", "How many independent origins undermine it.") { String($0.undermines) },
      .list("sources", CitationMark.table, "What documents that it was said.") { $0.sources },
      .text("claimant-ids", "The ids of the claimants, with spaces between, for filters.") { $0.claimantIDs },
      .text("topic-ids", "The ids of the topics, with spaces between, for filters.") { $0.topicIDs },
    ])

  init(_ claim: Claim, _ writer: inout ProseWriter) {
    let site = writer.site
    let viewpoint = writer.viewpoint
    id = claim.id
    href = viewpoint.href(claim.key)
    text = claim.text
    kindID = claim.kind.rawValue
    kind = site.words("claim.kind.\(claim.kind.rawValue)")
    claimants = site.mentions(claim.claimant.actors, on: claim.date, viewpoint)
    unnamed = if case .unnamed(let unnamed) = claim.claimant { unnamed.description } else { nil }
    attributedTo = site.mentions(claim.attributedTo, on: claim.date, viewpoint)
    date = DateView(claim.date, site.dates)
    venue = claim.venue
    topics = site.links(claim.topics, viewpoint)
    status = StatusView(claim, site)
    sources = claim.sources.map { writer.cite($0) }
    quote = claim.quote.map { QuoteView($0, &writer) }
    statusWhy = writer.inline(claim.status.last?.why)
    supports = claim.evidenceOrigins(.supports, in: site.facts)
    undermines = claim.evidenceOrigins(.undermines, in: site.facts)
    evidence =
      !claim.kind.isRated
      ? site.words.count("evidence.documented", Set(claim.sources.compactMap { site.facts.sources[$0.source]?.independentOrigin }).count)
      : supports + undermines == 0
        ? site.words("evidence.none")
        : site.words("evidence.counts", ["supports": String(supports), "undermines": String(undermines)])
    claimantIDs = claim.claimant.actors.map(\.id).joined(separator: " ")
    topicIDs = claim.topics.map(\.id).joined(separator: " ")
  }
}

/// Claims under one heading of an order that groups.
package struct ClaimGroup: Sendable {
  let id: String
  let title: String
  let href: String?
  let count: String
  let claims: [ClaimRow]

  package static let table = ViewTable<ClaimGroup>(
    "group", "Claims under one heading.",
    [
      .text("id", "The heading's anchor.") { $0.id },
      .text("title", "The heading: a claimant, a topic, a status.") { $0.title },
      .optionalURL("href", "The page of what the heading names.") { $0.href },
      .text("count", "How many claims there are, in words.") { $0.count },
      .list("claims", ClaimRow.table, "The claims.") { $0.claims },
    ])
}
