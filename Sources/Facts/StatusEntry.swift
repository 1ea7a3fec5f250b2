package import Diagnostics
import YAML

/// One step of a claim's status history.
package struct StatusEntry: Sendable {
  /// The id of a status: one of the default set, or of `statuses` in briefing.yml.
  package var value = LocatedText(text: "", span: SourceSpan(file: FileID(0), start: 0, end: 0))
  package var asOf = FactDate.none
  package var entered: FactDate?
  package var why = MarkdownText(text: "", map: TextMap(verbatim: SourceSpan(file: FileID(0), start: 0, end: 0)))
  package var sources: [Citation] = []

  package init() {}

  static let table = FieldTable<StatusEntry>(
    "status entry", "One step of a claim's status history.",
    [
      .required("value", .name(.statuses), "The status.") { $0.value = $1 },
      .required("as_of", .date, "From which day of the world it holds.") { $0.asOf = $1 },
      .optional("entered", .date, "When this briefing said so first.") { $0.entered = $1 },
      .required("why", .markdown, missing: .statusWithoutWhy, "Why, in a sentence that names what is known.") { $0.why = $1 },
      .optional("sources", .list(of: .citation), "What it rests on.") { $0.sources = $1 },
    ])
}

extension FieldType where Value == (entries: [StatusEntry], span: SourceSpan) {
  static var statusEntries: FieldType<(entries: [StatusEntry], span: SourceSpan)> {
    let list = FieldType<[StatusEntry]>.list(of: .record(StatusEntry.table) { StatusEntry() })
    return FieldType(list.shape) { node, reader in
      list.read(node, &reader).map { ($0, node.span) }
    }
  }
}

extension DiagnosticKind {
  package static let statusWithoutWhy = DiagnosticKind(
    "status.without-why",
    meaning: "A status without its reason is a verdict from nowhere: each entry says why, naming what is known.",
    wrong: ExampleClaim.with("status:\n    - value: unconfirmed\n      as_of: 2025-08-17\n"),
    right: ExampleClaim.with("status:\n    - value: unconfirmed\n      as_of: 2025-08-17\n      why: Only one side has spoken.\n"))
}
