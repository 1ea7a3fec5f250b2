import Templates

/// The timeline, oldest or latest first.
package struct TimelineView: Sendable {
  let page: PageFrame
  let groups: [TimelineGroup]
  let count: String
  let isLatestFirst: Bool
  let otherOrder: String
  let strip: Strip?
  let facets: [FacetView]
  let filterForms: String
  let paging: PagingView?
  let embed: EmbedOffer?

  package static let table = ViewTable<TimelineView>(
    "timeline", "The timeline.",
    [
      .record("page", PageFrame.table, "What every page says of itself.") { $0.page },
      .list("groups", TimelineGroup.table, "The events under their headings.") { $0.groups },
      .text("count", "How many events there are, in words.") { $0.count },
      .flag("latest-first", "Whether the latest event comes first.") { $0.isLatestFirst },
      .url("other-order", "The same timeline in the other order.") { $0.otherOrder },
      .optionalRecord("strip", Strip.table, "The overview as a drawing; absent where there is nothing to draw.") { $0.strip },
      .list("facets", FacetView.table, "By what the events on this page can be sifted.") { $0.facets },
      .text(
        "filter-forms",
        "How the script says how many are shown: JSON, a form for each plural category, with the places count and total, and `thousands`."
      ) {
        $0.filterForms
      },
      .optionalRecord("paging", PagingView.table, "Where this page stands, if the timeline goes over several.") { $0.paging },
      .optionalRecord("embed", EmbedOffer.table, "How another site can show it; absent where the site has no address.") { $0.embed },
    ])
}
