import Templates

/// The front page.
package struct FrontView: Sendable {
  let page: PageFrame
  let answer: [UInt8]
  let confidence: ConfidenceView?
  let points: [PointGroup]
  let body: [UInt8]
  let contents: [LinkView]
  let keyEvents: [EventLine]
  let eventCount: String
  let claims: [ClaimLine]
  let claimCount: String
  let positions: [PositionGroup]
  let timelineHref: String
  let claimsHref: String
  let positionsHref: String

  package static let table = ViewTable<FrontView>(
    "front", "The front page: the answer first.",
    [
      .record("page", PageFrame.table, "What every page says of itself.") { $0.page },
      .markup("answer", "The answer to the question, in at most 60 words.") { $0.answer },
      .optionalRecord("confidence", ConfidenceView.table, "How sure the answer is.") { $0.confidence },
      .list("point-groups", PointGroup.table, "What is known, disputed, unknown and next.") { $0.points },
      .markup("body", "The explainer.") { $0.body },
      .list("contents", LinkView.table, "The explainer's headings, where there are enough for a table of contents.") { $0.contents },
      .list("key-events", EventLine.table, "The turning points, oldest first.") { $0.keyEvents },
      .text("event-count", "How many events the timeline has, in words.") { $0.eventCount },
      .list("claims", ClaimLine.table, "The claims that the key points rest on, or the newest.") { $0.claims },
      .text("claim-count", "How many claims there are, in words.") { $0.claimCount },
      .list("position-groups", PositionGroup.table, "Positions then and now, by topic.") { $0.positions },
      .url("timeline", "The timeline.") { $0.timelineHref },
      .url("claims-page", "The page of all claims.") { $0.claimsHref },
      .url("positions-page", "The page of all positions.") { $0.positionsHref },
    ])
}
