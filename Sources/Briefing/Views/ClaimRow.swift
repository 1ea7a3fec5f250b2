import Facts
import Templates

/// A claim as tables and cards show it.
package final class ClaimRow: RecordView {
  let line: ClaimLine
  let quote: QuoteView?
  let venue: String?
  let topics: [LinkView]
  let statusWhy: [UInt8]?
  let sources: [CitationMark]
  let claimantIDs: String
  let topicIDs: String

  package static let table = ViewTable<ClaimRow>(
    "claim", "A claim as tables and cards show it.",
    ClaimLine.table.fields { $0.line } + [
      .optionalRecord("quote", QuoteView.table, "The words.") { $0.quote },
      .optionalText("venue", "Where it was said.") { $0.venue },
      .list("topics", LinkView.table, "What it is about.") { $0.topics },
      .optionalMarkup("status-why", "Why it stands so.") { $0.statusWhy },
      .list("sources", CitationMark.table, "What documents that it was said.") { $0.sources },
      .text("claimant-ids", "The ids of the claimants, with spaces between, for filters.") { $0.claimantIDs },
      .text("topic-ids", "The ids of the topics, with spaces between, for filters.") { $0.topicIDs },
    ])

  init(_ claim: Claim, _ writer: inout ProseWriter) {
    let site = writer.site
    let viewpoint = writer.viewpoint
    line = writer.prepared.line(claim, site, viewpoint)
    venue = claim.venue.map(site.words.set)
    topics = writer.links(to: claim.topics)
    sources = claim.sources.map { writer.cite($0) }
    quote = claim.quote.map { QuoteView($0, &writer) }
    statusWhy = writer.inline(claim.status.last?.why)
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
