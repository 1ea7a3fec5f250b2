import Facts
import Templates

/// The page that lists all that the briefing has, by kind: what the search finds, and the sources.
package struct EverythingView: Sendable {
  let page: PageFrame
  let groups: [Group]
  let paging: PagingView?

  struct Group: Sendable {
    let id: String
    let title: String
    let count: String
    let items: [Item]

    static let table = ViewTable<Group>(
      "group", "All of one kind.",
      [
        .text("id", "The heading's anchor.") { $0.id },
        .text("title", "The kind's name.") { $0.title },
        .text("count", "How many there are.") { $0.count },
        .list("items", Item.table, "They, each as a link.") { $0.items },
      ])
  }

  final class Item: RecordView {
    let label: String
    let href: String
    let note: String?

    static let table = ViewTable<Item>(
      "item", "One thing that can be found.",
      [
        .text("label", "Its name.") { $0.label },
        .url("href", "Where it stands.") { $0.href },
        .optionalText("note", "What tells it from others: who, when, or how it stands.") { $0.note },
      ])

    init(label: String, href: String, note: String?) {
      self.label = label
      self.href = href
      self.note = note
    }
  }

  package static let table = ViewTable<EverythingView>(
    "everything-page", "All that the briefing has, by kind.",
    [
      .record("page", PageFrame.table, "What every page says of itself.") { $0.page },
      .list("groups", Group.table, "The kinds that there are any of.") { $0.groups },
      .optionalRecord("paging", PagingView.table, "Where this page stands, if the list goes over several.") { $0.paging },
    ])
}
