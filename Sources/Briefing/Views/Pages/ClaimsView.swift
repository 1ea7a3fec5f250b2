import Templates

/// The table of claims, in one of its orders.
package struct ClaimsView: Sendable {
  let page: PageFrame
  let groups: [ClaimGroup]
  let isGrouped: Bool
  let order: String
  let orders: [LinkView]
  let count: String
  let facets: [FacetView]
  let filterForms: String
  let paging: PagingView?
  let statuses: [StatusView]

  package static let table = ViewTable<ClaimsView>(
    "claims", "The table of claims, in one of its orders.",
    [
      .record("page", PageFrame.table, "What every page says of itself.") { $0.page },
      .list("groups", ClaimGroup.table, "The claims; one group without a heading where the order is by date.") { $0.groups },
      .flag("grouped", "Whether the groups have headings.") { $0.isGrouped },
      .choice("order", of: SiteMap.ClaimOrder.allCases.map(\.rawValue), "The order of this page.") { $0.order },
      .list("orders", LinkView.table, "The same table in its other orders.") { $0.orders },
      .text("count", "How many claims there are, in words.") { $0.count },
      .list("facets", FacetView.table, "By what the claims on this page can be sifted.") { $0.facets },
      .text(
        "filter-forms",
        "How the script says how many are shown: JSON, a form for each plural category, with the places count and total, and `thousands`."
      ) {
        $0.filterForms
      },
      .optionalRecord("paging", PagingView.table, "Where this page stands, if the table goes over several.") { $0.paging },
      .list("statuses", StatusView.table, "The statuses that occur, with their meanings.") { $0.statuses },
    ])
}
