import Templates

/// One topic.
package struct TopicView: Sendable {
  let page: PageFrame
  let description: [UInt8]?
  let claims: [ClaimLine]
  let events: [EventLine]
  let positions: [PositionGroup]
  let paging: PagingView?

  package static let table = ViewTable<TopicView>(
    "topic-page", "One topic.",
    [
      .record("page", PageFrame.table, "What every page says of itself.") { $0.page },
      .optionalMarkup("description", "What belongs to it.") { $0.description },
      .list("claims", ClaimLine.table, "Claims about it.") { $0.claims },
      .list("events", EventLine.table, "Events about it.") { $0.events },
      .list("position-groups", PositionGroup.table, "Positions on it.") { $0.positions },
      .optionalRecord("paging", PagingView.table, "Where this page stands, if the list goes over several.") { $0.paging },
    ])
}
