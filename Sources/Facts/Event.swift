import Diagnostics

/// Something that happened, or that was announced for a day.
package struct Event: Fact {
  package static let kind = FactKind.events

  package enum Kind: String, Sendable, CaseIterable {
    case meeting, call, statement, document, attack, deadline, measure, vote, other
  }

  package enum State: String, Sendable, CaseIterable {
    case happened, scheduled, postponed, cancelled, disputed
  }

  package var head = FactHead()
  package var date = FactDate.none
  package var title = ""
  package var summary: MarkdownText?
  package var place: String?
  package var timezone: String?
  package var actors: [Reference<Actor>] = []
  package var topics: [Reference<Topic>] = []
  package var kind = Kind.other
  package var state = State.happened
  package var effective: FactDate?
  package var published: FactDate?
  package var partOf: Reference<Event>?
  package var isKey = false
  package var figures: [Figure] = []
  package var order = 0
  package var sources: [Citation] = []

  package init() {}

  /// A number that changed from day to day: one reading of it.
  package struct Figure: Sendable {
    package var label = ""
    package var value = ""
    /// Who gave it.
    package var by: Reference<Actor>?
    package var asOf = FactDate.none
    package var source = Reference<Source>(id: "", span: SourceSpan(file: FileID(0), start: 0, end: 0))

    package init() {}

    static let table = FieldTable<Figure>(
      "figure", "One reading of a number that changed from day to day.",
      [
        .required("label", .text, "What is counted.") { $0.label = $1 },
        .required("value", .text, "The number, as it was given.") { $0.value = $1 },
        .optional("by", .reference(Actor.self), "Who gave it.") { $0.by = $1 },
        .required("as_of", .date, "On which day it stood so.") { $0.asOf = $1 },
        .required("source", .reference(Source.self), "Where it stands.") { $0.source = $1 },
      ])
  }

  package static let table = FieldTable<Event>(
    "event", "Something that happened, or that was announced for a day.",
    [
      .required("date", .date, "When it happened, by the place's own clock.") { $0.date = $1 },
      .required("title", .text, "What happened, in a few words.") { $0.title = $1 },
      .optional("summary", .markdown, "What happened, in one to three sentences.") { $0.summary = $1 },
      .optional("place", .text, "Where.") { $0.place = $1 },
      .optional("timezone", .text, "The name of the place's time, shown with the date.") { $0.timezone = $1 },
      .optional("actors", .list(of: .reference(Actor.self)), "Who took part.") { $0.actors = $1 },
      .optional("topics", .list(of: .reference(Topic.self)), "What it was about.") { $0.topics = $1 },
      .optional("kind", .choice, "What sort of event it was.") { $0.kind = $1 },
      .optional("state", .choice, "Whether it happened (default) or was only announced.") { $0.state = $1 },
      .optional("effective", .date, "When it came into force, if later.") { $0.effective = $1 },
      .optional("published", .date, "When it was made known, if later.") { $0.published = $1 },
      .optional("part_of", .reference(Event.self), "The larger event it is part of.") { $0.partOf = $1 },
      .optional("key", .flag, "Whether it is a turning point.") { $0.isKey = $1 },
      .optional("figures", .list(of: .record(Figure.table) { Figure() }), "Numbers that changed, each with its day: never the last alone.")
      {
        $0.figures = $1
      },
      .optional("order", .integer, "The order within one day.") { $0.order = $1 },
      .required("sources", .list(of: .citation), missing: .factWithoutSource, "What documents it.") { $0.sources = $1 },
      .entered,
    ] + Field.everywhere)
}
