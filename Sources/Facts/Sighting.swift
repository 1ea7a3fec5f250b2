import Diagnostics

/// Another place and day at which a claim was made.
package struct Sighting: Sendable {
  package var date = FactDate.none
  package var claimant = Claimant.actors([])
  package var source = Reference<Source>(id: "", span: SourceSpan(file: FileID(0), start: 0, end: 0))
  package var note: MarkdownText?

  package init() {}

  static let table = FieldTable<Sighting>(
    "sighting", "Another place and day at which a claim was made.",
    [
      .required("date", .date, "When.") { $0.date = $1 },
      .required("claimant", .claimant, "By whom.") { $0.claimant = $1 },
      .required("source", .reference(Source.self), "What documents it.") { $0.source = $1 },
      .optional("note", .markdown, "What was different.") { $0.note = $1 },
    ])
}
