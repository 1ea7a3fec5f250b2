package import Diagnostics

/// Something that this briefing had wrong, and what it says now.
package struct Correction: Fact {
  package static let kind = FactKind.corrections

  package enum Class: String, Sendable, CaseIterable {
    case void, major, minor, update, typo
  }

  package var head = FactHead()
  package var date = FactDate.none
  package var `class` = Class.minor
  package var target = LocatedText(text: "", span: FactDate.none.span)
  package var was = ""
  package var now = ""
  package var why: MarkdownText?

  package init() {}

  package static let table = FieldTable<Correction>(
    "correction", "Something that this briefing had wrong, and what it says now.",
    [
      .required("date", .date, "When it was mended.") { $0.date = $1 },
      .required("class", .choice, "How much it matters.") { $0.class = $1 },
      .required("target", .name(.subjects), missing: .correctionWithoutTarget, "What was wrong: `claim:id`, `event:id` or a page.") {
        $0.target = $1
      },
      .required("was", .text, "What it said.") { $0.was = $1 },
      .required("now", .text, "What it says now.") { $0.now = $1 },
      .optional("why", .markdown, "How it came to light.") { $0.why = $1 },
    ] + Field.everywhere)
}

extension DiagnosticKind {
  package static let correctionWithoutTarget = DiagnosticKind(
    "correction.without-target",
    meaning: "A correction that names nothing cannot be found by those who read the earlier version.",
    wrong: .init("Content/facts/corrections.yml", "first:\n  date: 2025-08-15\n  class: typo\n  was: teh\n  now: the\n"),
    right: .init(
      "Content/facts/corrections.yml", "first:\n  date: 2025-08-15\n  class: typo\n  target: index.md\n  was: teh\n  now: the\n"))
}
