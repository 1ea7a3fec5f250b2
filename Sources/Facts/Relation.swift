import Diagnostics

/// How a claim stands to another.
package struct Relation: Sendable {
  package enum Kind: String, Sendable, CaseIterable {
    case repeats, narrows, contradicts, supersedes
    case respondsTo = "responds-to"
  }

  package var type = Kind.repeats
  package var claim = Reference<Claim>(id: "", span: SourceSpan(file: FileID(0), start: 0, end: 0))

  package init() {}

  static let table = FieldTable<Relation>(
    "relation", "How a claim stands to another.",
    [
      .required("type", .choice, "In which way.") { $0.type = $1 },
      .required("claim", .reference(Claim.self), "The other claim.") { $0.claim = $1 },
    ])
}
