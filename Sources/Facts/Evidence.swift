package import Diagnostics

/// Something that bears on whether a claim holds. What documents that it was said stands in the claim's `sources`.
package struct Evidence: Sendable {
  package enum Weight: String, Sendable, CaseIterable {
    case supports, undermines, context
  }

  package enum Strength: String, Sendable, CaseIterable {
    case strong, some, weak
  }

  package var source: Reference<Source>?
  package var claim: Reference<Claim>?
  package var event: Reference<Event>?
  package var weight = Weight.context
  package var strength: Strength?
  package var locator: String?
  package var note: MarkdownText?
  package var span: SourceSpan?

  package init() {}

  static let table = FieldTable<Evidence>(
    "piece of evidence", "Something that bears on whether a claim holds.",
    [
      .optional("source", .reference(Source.self), "A source; exactly one of source, claim and event.") {
        $0.source = $1
        $0.span = $1.span
      },
      .optional("claim", .reference(Claim.self), "Another claim.") {
        $0.claim = $1
        $0.span = $1.span
      },
      .optional("event", .reference(Event.self), "An event.") {
        $0.event = $1
        $0.span = $1.span
      },
      .required("weight", .choice, "Which way it points.") { $0.weight = $1 },
      .optional("strength", .choice, "How much it weighs.") { $0.strength = $1 },
      .optional("locator", .text, "Where in the source.") { $0.locator = $1 },
      .optional("note", .markdown, "What it shows.") { $0.note = $1 },
    ])
}
