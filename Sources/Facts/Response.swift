import Diagnostics

/// What a party answered to a claim, silence included.
package struct Response: Sendable {
  package enum Stance: String, Sendable, CaseIterable {
    case confirms, partly, conditions, denies, silent
    case noComment = "no-comment"
  }

  package var by = Reference<Actor>(id: "", span: SourceSpan(file: FileID(0), start: 0, end: 0))
  package var stance = Stance.silent
  package var date: FactDate?
  package var source: Reference<Source>?
  package var quote: Quote?
  package var note: MarkdownText?

  package init() {}

  static let table = FieldTable<Response>(
    "response", "What a party answered to a claim; silence counts.",
    [
      .required("by", .reference(Actor.self), "Who answered, for the party or as it.") { $0.by = $1 },
      .required("stance", .choice, "How the answer stands to the claim.") { $0.stance = $1 },
      .required("date", .date, "When it was given, or over which time none was found.") { $0.date = $1 },
      .optional("source", .reference(Source.self), "What documents it; required unless the party was silent.") { $0.source = $1 },
      .optional("quote", .record(Quote.table) { Quote() }, "The words.") { $0.quote = $1 },
      .optional("note", .markdown, "What was answered; of silence, where an answer was looked for.") { $0.note = $1 },
    ])
}
