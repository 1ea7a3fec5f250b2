import Facts
import Templates

/// An event as a line in a list: what it was and when.
///
/// It never changes, and many pages show it: an object is one reference to count.
package final class EventLine: RecordView {
  let id: String
  /// The way to its page, by its title.
  let link: LinkView
  let date: DateView
  let place: String?
  let kindID: String
  let kind: String
  let state: String?
  let isKey: Bool
  let precision: String

  /// How exactly an event is dated, for the mark beside it.
  static let precisions = ["day", "period", "uncertain"]

  package static let table = ViewTable<EventLine>(
    "event-line", "An event as a line in a list.",
    [
      .text("id", "The event's id: its anchor on the timeline.") { $0.id },
      .url("href", "The event's page.") { $0.link.href },
      .text("title", "What happened, in a few words.") { $0.link.label },
      .record("date", DateView.table, "When it happened.") { $0.date },
      .optionalText("place", "Where.") { $0.place },
      .text("kind-id", "The kind's id, for filters.") { $0.kindID },
      .text("kind", "What sort of event it was.") { $0.kind },
      .optionalText("state", "That it is only announced, postponed, cancelled or disputed; absent where it happened.") { $0.state },
      .flag("key", "Whether it is a turning point.") { $0.isKey },
      .choice("precision", of: precisions, "How exactly it is dated: a day, a longer time, or uncertain.") { $0.precision },
    ])

  init(_ event: Event, _ site: Site, _ viewpoint: Viewpoint) {
    id = event.id
    link = site.link(event.key, viewpoint)
    date = site.eventDates[event.id] ?? DateView(event.date, site.dates)
    place = event.place.map(site.words.set)
    kindID = event.kind.rawValue
    kind = site.words("event.kind.\(event.kind.rawValue)")
    state = event.state == .happened ? nil : site.words("event.state.\(event.state.rawValue)")
    isKey = event.isKey
    precision = event.datePrecision
  }
}
