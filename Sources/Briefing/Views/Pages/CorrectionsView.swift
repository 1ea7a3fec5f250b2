import Templates

/// All corrections.
package struct CorrectionsView: Sendable {
  let page: PageFrame
  let corrections: [CorrectionView]
  let paging: PagingView?

  package static let table = ViewTable<CorrectionsView>(
    "corrections-page", "All corrections.",
    [
      .record("page", PageFrame.table, "What every page says of itself.") { $0.page },
      .list("corrections", CorrectionView.table, "The corrections, latest first.") { $0.corrections },
      .optionalRecord("paging", PagingView.table, "Where this page stands, if the list goes over several.") { $0.paging },
    ])
}
