import Facts
import Templates

/// What changed in one field: what it was, what it is.
package struct ChangeLine: Sendable {
  let label: String
  let was: String?
  let now: String?

  package static let table = ViewTable<ChangeLine>(
    "change-line", "What changed in one field.",
    [
      .text("label", "What changed: the quotation, the status.") { $0.label },
      .optionalText("was", "What it was; absent where it is new.") { $0.was },
      .optionalText("now", "What it is; absent where it is gone.") { $0.now },
      .flag("told", "Whether there is more to tell than that it changed.") { $0.was != nil || $0.now != nil },
    ])
}

/// One record that changed from one edition to the next.
package struct ChangeItem: Sendable {
  /// What may have happened to a record.
  static let verbs = ["added", "removed", "changed"]

  let verbID: String
  let verb: String
  let label: String
  let href: String?
  let lines: [ChangeLine]

  package static let table = ViewTable<ChangeItem>(
    "change", "One record that changed from one edition to the next.",
    [
      .choice("verb-id", of: verbs, "What happened to it, for a class.") { $0.verbID },
      .text("verb", "What happened to it: new, gone, changed.") { $0.verb },
      .text("label", "What the record is called.") { $0.label },
      .optionalURL("href", "Where it stands now, or where it stood last; absent where it has no place.") { $0.href },
      .list("lines", ChangeLine.table, "What changed in it.") { $0.lines },
    ])
}

/// The changed records of one kind.
package struct ChangeGroup: Sendable {
  let title: String
  let items: [ChangeItem]

  package static let table = ViewTable<ChangeGroup>(
    "change-group", "The changed records of one kind.",
    [
      .text("title", "The kind: claims, events.") { $0.title },
      .list("items", ChangeItem.table, "The records.") { $0.items },
    ])
}

/// One edition, and what changed with it.
package struct EditionView: Sendable {
  let id: String
  let date: DateView
  let href: String
  let count: String
  let isFirst: Bool
  let groups: [ChangeGroup]

  package static let table = ViewTable<EditionView>(
    "edition", "One edition, and what changed with it.",
    [
      .text("id", "The heading's anchor.") { $0.id },
      .record("date", DateView.table, "The day on which it was published.") { $0.date },
      .url("href", "The page that shows claims and timeline as they stood.") { $0.href },
      .text("count", "How much changed, in words; of the first edition, how much it held.") { $0.count },
      .flag("first", "Whether it is the first edition, so that nothing changed.") { $0.isFirst },
      .list("groups", ChangeGroup.table, "What changed, by kind.") { $0.groups },
    ])
}

/// What changed, edition by edition.
package struct ChangesView: Sendable {
  let page: PageFrame
  let editions: [EditionView]
  let paging: PagingView?

  package static let table = ViewTable<ChangesView>(
    "changes-page", "What changed, edition by edition.",
    [
      .record("page", PageFrame.table, "What every page says of itself.") { $0.page },
      .list("editions", EditionView.table, "The editions, latest first.") { $0.editions },
      .optionalRecord("paging", PagingView.table, "Where this page stands, if the list goes over several.") { $0.paging },
    ])
}
