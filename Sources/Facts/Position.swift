/// What an actor wanted on a topic, as it stood on several days.
package struct Position: Fact {
  package static let kind = FactKind.positions

  package var head = FactHead()
  package var actor = Reference<Actor>(id: "", span: FactDate.none.span)
  package var topic = Reference<Topic>(id: "", span: FactDate.none.span)
  package var stances: [Stance] = []
  package var then: FactDate?
  package var now: FactDate?

  package init() {}

  package static let table = FieldTable<Position>(
    "position", "What an actor wanted on a topic, as it stood on several days.",
    [
      .required("actor", .reference(Actor.self), "Whose position it is.") { $0.actor = $1 },
      .required("topic", .reference(Topic.self), "On what.") { $0.topic = $1 },
      .required("stances", .list(of: .record(Stance.table) { Stance() }), "What it was, oldest first.") { $0.stances = $1 },
      .optional("then", .date, "The date of the stance that the matrix shows as then; the first if absent.") { $0.then = $1 },
      .optional("now", .date, "The date of the stance that the matrix shows as now; the last if absent.") { $0.now = $1 },
    ] + Field.everywhere)
}

/// A position on one day.
package struct Stance: Sendable {
  package enum Change: String, Sendable, CaseIterable {
    case none, narrowed, shifted, hardened, reversed, unclear
  }

  package var date = FactDate.none
  package var summary = MarkdownText.none
  package var sources: [Citation] = []
  package var claims: [Reference<Claim>] = []
  package var change: Change?
  package var comparedTo: FactDate?
  package var changeNote: MarkdownText?

  package init() {}

  static let table = FieldTable<Stance>(
    "stance", "A position on one day.",
    [
      .required("date", .date, "When it was so.") { $0.date = $1 },
      .required("summary", .markdown, "What was wanted.") { $0.summary = $1 },
      .optional("sources", .list(of: .citation), "What documents it.") { $0.sources = $1 },
      .optional("claims", .list(of: .reference(Claim.self)), "The claims that it shows in.") { $0.claims = $1 },
      .optional("change", .choice, "How it differs from an earlier one.") { $0.change = $1 },
      .optional("compared_to", .date, "From which one: the date of a stance of this position; the one before if absent.") {
        $0.comparedTo = $1
      },
      .optional("change_note", .markdown, "What changed, in words.") { $0.changeNote = $1 },
    ])
}
