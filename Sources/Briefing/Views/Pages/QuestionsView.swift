import Templates

/// All questions.
package struct QuestionsView: Sendable {
  let page: PageFrame
  let questions: [QuestionView]
  let paging: PagingView?

  package static let table = ViewTable<QuestionsView>(
    "questions-page", "All questions.",
    [
      .record("page", PageFrame.table, "What every page says of itself.") { $0.page },
      .list("questions", QuestionView.table, "The questions, in the editor's order.") { $0.questions },
      .optionalRecord("paging", PagingView.table, "Where this page stands, if the list goes over several.") { $0.paging },
    ])
}
