import EDTF
import Facts
import Templates

/// A position on one day.
package struct StanceView: Sendable {
  let date: DateView
  let summary: [UInt8]
  let sources: [CitationMark]
  let claims: [LinkView]
  let changeID: String?
  let change: String?
  let changeNote: [UInt8]?

  package static let table = ViewTable<StanceView>(
    "stance", "A position on one day.",
    [
      .record("date", DateView.table, "When it was so.") { $0.date },
      .markup("summary", "What was wanted.") { $0.summary },
      .list("sources", CitationMark.table, "What documents it.") { $0.sources },
      .list("claims", LinkView.table, "The claims that it shows in.") { $0.claims },
      .optionalText("change-id", "The change's id, for a class.") { $0.changeID },
      .optionalText("change", "How it differs from the one it is compared to, in words.") { $0.change },
      .optionalMarkup("change-note", "What changed.") { $0.changeNote },
    ])

  init(_ stance: Stance, of position: Position, _ writer: inout ProseWriter) {
    let site = writer.site
    date = DateView(stance.date, site.dates)
    summary = writer.inline(stance.summary)
    sources = stance.sources.map { writer.cite($0) }
    claims = writer.links(to: stance.claims)
    changeID = stance.change?.rawValue
    let earlier =
      stance.comparedTo ?? position.stances.last { $0.date.expression.bounds.sortKey < stance.date.expression.bounds.sortKey }?.date
    change = stance.change.map { change in
      guard let earlier else { return site.words("change.\(change.rawValue)") }
      return site.words(
        "change.since", ["change": site.words("change.\(change.rawValue)"), "date": site.dates.phrase(earlier.expression).text])
    }
    changeNote = writer.inline(stance.changeNote)
  }
}

/// What an actor wanted on a topic: then, now, and all stances between.
package struct PositionView: Sendable {
  let id: String
  let actor: LinkView
  let topic: LinkView
  let then: StanceView?
  let now: StanceView?
  let stances: [StanceView]
  let href: String

  package static let table = ViewTable<PositionView>(
    "position", "What an actor wanted on a topic, then and now.",
    [
      .text("id", "The position's id: its anchor.") { $0.id },
      .url("href", "The position on the page of positions.") { $0.href },
      .record("actor", LinkView.table, "Whose position it is.") { $0.actor },
      .record("topic", LinkView.table, "On what.") { $0.topic },
      .optionalRecord("then", StanceView.table, "The earlier stance; absent where none was collected.") { $0.then },
      .optionalRecord("now", StanceView.table, "The later stance; absent where none was collected.") { $0.now },
      .list("stances", StanceView.table, "All stances, oldest first.") { $0.stances },
    ])

  init(_ position: Position, _ writer: inout ProseWriter) {
    id = position.id
    href = writer.viewpoint.href(position.key)
    actor = writer.link(to: position.actor.key)
    topic = writer.link(to: position.topic.key)
    let views = position.stances.map { StanceView($0, of: position, &writer) }
    stances = views
    func index(_ date: FactDate?) -> Int? {
      date.flatMap { date in position.stances.firstIndex { $0.date.expression.text == date.expression.text } }
    }
    let last = index(position.now) ?? (views.isEmpty ? nil : views.count - 1)
    // A lone stance is the present one: of the time before, nothing was collected.
    let first = index(position.then) ?? (views.count > 1 ? 0 : nil)
    now = last.map { views[$0] }
    then = first.flatMap { $0 == last ? nil : views[$0] }
  }
}

/// The positions on one topic: a group of rows of the matrix.
package struct PositionGroup: Sendable {
  let topic: LinkView
  let id: String
  let positions: [PositionView]

  package static let table = ViewTable<PositionGroup>(
    "position-group", "The positions on one topic.",
    [
      .text("id", "The topic's id.") { $0.id },
      .record("topic", LinkView.table, "The topic.") { $0.topic },
      .list("positions", PositionView.table, "What each actor wanted.") { $0.positions },
    ])
}
