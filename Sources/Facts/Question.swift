/// What is asked and not, or not yet, answered.
package struct Question: Fact {
  package static let kind = FactKind.questions

  package enum State: String, Sendable, CaseIterable {
    case open
    case partlyAnswered = "partly-answered"
    case answered
  }

  package var head = FactHead()
  package var text = ""
  package var answer: MarkdownText?
  package var state = State.open
  package var claims: [Reference<Claim>] = []
  package var events: [Reference<Event>] = []
  package var order: Int?

  package init() {}

  package static let table = FieldTable<Question>(
    "question", "What is asked and not, or not yet, answered.",
    [
      .required("text", .text, "The question.") { $0.text = $1 },
      .optional("answer", .markdown, "What is known so far.") { $0.answer = $1 },
      .optional("state", .choice, "Open (default), partly answered or answered.") { $0.state = $1 },
      .optional("claims", .list(of: .reference(Claim.self)), "The claims that bear on it.") { $0.claims = $1 },
      .optional("events", .list(of: .reference(Event.self)), "The events that bear on it.") { $0.events = $1 },
      .optional("order", .integer, "Its place among the questions; those without one follow.") { $0.order = $1 },
    ] + Field.everywhere)
}
