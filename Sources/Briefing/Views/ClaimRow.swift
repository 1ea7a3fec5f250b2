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

  /// - Parameter place: The claim's among those by date. A record is looked at where it stands: to hand it on would count all that is in it.
  init(at place: Int, _ writer: inout ProseWriter) {
    let site = writer.site
    let claims = site.claimsByDate
    line = writer.prepared.line(ofClaimAt: place, site, writer.viewpoint)
    venue = claims[place].venue.map(site.words.set)
    topics = writer.links(to: claims[place].topics)
    sources = claims[place].sources.map { writer.cite($0) }
    quote = claims[place].quote.map { QuoteView($0, &writer) }
    statusWhy = writer.inline(claims[place].status.last?.why)
    claimantIDs = claims[place].claimant.actors.map(\.id).joined(separator: " ")
    topicIDs = claims[place].topics.map(\.id).joined(separator: " ")
  }
}

extension ProseWriter {
  /// A claim as tables and cards show it.
  mutating func row(of claim: Claim) -> ClaimRow {
    ClaimRow(at: site.claimPlace[claim.id] ?? 0, &self)
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
