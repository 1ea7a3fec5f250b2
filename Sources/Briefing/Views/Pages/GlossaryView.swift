import Templates

/// All terms.
package struct GlossaryView: Sendable {
  let page: PageFrame
  let terms: [TermView]
  let paging: PagingView?

  package static let table = ViewTable<GlossaryView>(
    "glossary-page", "All terms.",
    [
      .record("page", PageFrame.table, "What every page says of itself.") { $0.page },
      .list("terms", TermView.table, "The terms, by the alphabet.") { $0.terms },
      .optionalRecord("paging", PagingView.table, "Where this page stands, if the list goes over several.") { $0.paging },
    ])
}
