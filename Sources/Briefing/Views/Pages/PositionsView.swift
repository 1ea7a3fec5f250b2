import Templates

/// All positions.
package struct PositionsView: Sendable {
  let page: PageFrame
  let positions: [PositionGroup]
  let paging: PagingView?

  package static let table = ViewTable<PositionsView>(
    "positions-page", "All positions.",
    [
      .record("page", PageFrame.table, "What every page says of itself.") { $0.page },
      .list("position-groups", PositionGroup.table, "The positions, by topic.") { $0.positions },
      .optionalRecord("paging", PagingView.table, "Where this page stands, if the list goes over several.") { $0.paging },
    ])
}
