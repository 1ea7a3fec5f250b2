import Templates

/// All sources, with what rests on each.
package struct SourcesView: Sendable {
  let page: PageFrame
  let count: String
  let sources: [UsedSource]
  let paging: PagingView?

  struct UsedSource: Sendable {
    let source: SourceView
    let uses: [LinkView]

    static let table = ViewTable<UsedSource>(
      "used-source", "A source, and what rests on it.",
      [
        .record("source", SourceView.table, "The source.") { $0.source },
        .list("uses", LinkView.table, "The records and pages that use it.") { $0.uses },
      ])
  }

  package static let table = ViewTable<SourcesView>(
    "sources-page", "All sources, with what rests on each.",
    [
      .record("page", PageFrame.table, "What every page says of itself.") { $0.page },
      .text("count", "How many there are, in words.") { $0.count },
      .list("sources", UsedSource.table, "The sources, by publisher and date.") { $0.sources },
      .optionalRecord("paging", PagingView.table, "Where this page stands, if the list goes over several.") { $0.paging },
    ])
}
