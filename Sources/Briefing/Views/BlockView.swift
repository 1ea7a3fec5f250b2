import Templates

/// A view of the facts within prose. Each kind of block fills what it shows and leaves the rest empty.
package struct BlockView: Sendable {
  var caption: String?
  var events: [EventLine] = []
  var claims: [ClaimRow] = []
  var positions: [PositionGroup] = []
  var questions: [QuestionView] = []
  var sources: [SourceView] = []
  var claim: ClaimRow?
  var event: EventEntry?

  init(caption: String?) {
    self.caption = caption
  }

  package static let table = ViewTable<BlockView>(
    "block", "A view of the facts within prose.",
    [
      .optionalText("caption", "What stands over it.") { $0.caption },
      .list("events", EventLine.table, "The events of a `timeline`.") { $0.events },
      .list("claims", ClaimRow.table, "The claims of a `claims` table.") { $0.claims },
      .list("position-groups", PositionGroup.table, "The positions of a `positions` matrix, by topic.") { $0.positions },
      .list("questions", QuestionView.table, "The questions of a `questions` list.") { $0.questions },
      .list("sources", SourceView.table, "The sources of a `sources` list.") { $0.sources },
      .optionalRecord("claim", ClaimRow.table, "The claim of a `claim` or `quote`.") { $0.claim },
      .optionalRecord("event", EventEntry.table, "The event of an `event`.") { $0.event },
    ])
}
