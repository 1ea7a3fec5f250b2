import EDTF
import Facts
import Templates

/// An event as timelines and its own page show it.
package final class EventEntry: RecordView {
  let line: EventLine
  let effective: DateView?
  let published: DateView?
  let timezone: String?
  let summary: [UInt8]?
  let actors: [ActorMention]
  let topics: [LinkView]
  let figures: [FigureView]
  let sources: [CitationMark]
  let claimsAt: [LinkView]
  let claimsAbout: [LinkView]
  let partOf: LinkView?
  let parts: [LinkView]
  let actorIDs: String
  let topicIDs: String

  struct FigureView: Sendable {
    let label: String
    let value: String
    let by: LinkView?
    let asOf: DateView
    let source: CitationMark

    static let table = ViewTable<FigureView>(
      "figure", "One reading of a number that changed from day to day.",
      [
        .text("label", "What is counted.") { $0.label },
        .text("value", "The number, as it was given.") { $0.value },
        .optionalRecord("by", LinkView.table, "Who gave it.") { $0.by },
        .record("as-of", DateView.table, "On which day it stood so.") { $0.asOf },
        .record("source", CitationMark.table, "Where it stands.") { $0.source },
      ])
  }

  package static let table = ViewTable<EventEntry>(
    "event", "An event.",
    EventLine.table.fields { $0.line } + [
      .optionalRecord("effective", DateView.table, "When it came into force, if later.") { $0.effective },
      .optionalRecord("published", DateView.table, "When it was made known, if later.") { $0.published },
      .optionalText("timezone", "The name of the place's time.") { $0.timezone },
      .optionalMarkup("summary", "What happened, in one to three sentences.") { $0.summary },
      .list("actors", ActorMention.table, "Who took part.") { $0.actors },
      .list("topics", LinkView.table, "What it was about.") { $0.topics },
      .list("figures", FigureView.table, "Numbers that changed, each with its day.") { $0.figures },
      .list("sources", CitationMark.table, "What documents it.") { $0.sources },
      .list("claims-at", LinkView.table, "Claims made there.") { $0.claimsAt },
      .list("claims-about", LinkView.table, "Claims about it.") { $0.claimsAbout },
      .optionalRecord("part-of", LinkView.table, "The larger event it is part of.") { $0.partOf },
      .list("parts", LinkView.table, "The events that are part of it.") { $0.parts },
      .text("actor-ids", "The ids of the actors, with spaces between, for filters.") { $0.actorIDs },
      .text("topic-ids", "The ids of the topics, with spaces between, for filters.") { $0.topicIDs },
    ])

  /// - Parameter place: The event's on the timeline. A record is looked at where it stands: to hand it on would count all that is in it.
  init(at place: Int, _ writer: inout ProseWriter) {
    let site = writer.site
    let events = site.timeline
    line = writer.prepared.line(ofEventAt: place, site, writer.viewpoint)
    let id = line.id
    effective = events[place].effective.map { DateView($0, site.dates) }
    published = events[place].published.map { DateView($0, site.dates) }
    timezone = events[place].timezone
    summary = writer.inline(events[place].summary)
    actors = site.mentions(events[place].actors, on: events[place].date, writer.viewpoint)
    topics = writer.links(to: events[place].topics)
    figures = events[place].figures.map { figure in
      FigureView(
        label: site.words.set(figure.label), value: site.words.set(figure.value), by: figure.by.map { writer.link(to: $0.key) },
        asOf: DateView(figure.asOf, site.dates),
        source: writer.cite(figure.source.id))
    }
    sources = events[place].sources.map { writer.cite($0) }
    claimsAt = writer.links(to: .claims, site.back.claimsAt[id])
    claimsAbout = writer.links(to: .claims, site.back.claimsAbout[id]?.filter { site.facts.claims[$0]?.event?.id != id })
    partOf = events[place].partOf.map { writer.link(to: $0.key) }
    parts = writer.links(to: .events, site.back.partsOf[id])
    actorIDs = events[place].actors.map(\.id).joined(separator: " ")
    topicIDs = events[place].topics.map(\.id).joined(separator: " ")
  }
}

extension Event {
  /// How exactly the event is dated: `day`, `period` or `uncertain`.
  var datePrecision: String {
    switch date.expression {
    case .date(let day):
      if !day.isExact { return "uncertain" }
      return day.day == nil ? "period" : "day"
    case .interval(let interval):
      guard let from = interval.start.date, let to = interval.end.date, from.isExact, to.isExact else { return "uncertain" }
      return "period"
    case .set:
      return "uncertain"
    }
  }
}

/// A stretch of the timeline under one heading.
package struct TimelineGroup: Sendable {
  let id: String
  let title: String
  let dates: String?
  let count: String
  let events: [EventEntry]

  package static let table = ViewTable<TimelineGroup>(
    "group", "A stretch of the timeline under one heading.",
    [
      .text("id", "The heading's anchor.") { $0.id },
      .text("title", "The heading: a phase, a month or a year.") { $0.title },
      .optionalText("dates", "From when to when, where the heading is a phase.") { $0.dates },
      .text("count", "How many events there are, in words.") { $0.count },
      .list("events", EventEntry.table, "The events, in the page's order.") { $0.events },
    ])
}
