/// What is declared of a kind of record: what it is called, what it is, and its fields.
package struct RecordDeclaration: Sendable {
  package let name: String
  package let meaning: String
  package let fields: [FieldDeclaration]
}

extension FieldTable {
  package var declaration: RecordDeclaration {
    RecordDeclaration(name: name, meaning: meaning, fields: declarations)
  }
}

extension FactKind {
  /// What is declared of the kind's records.
  package var declaration: RecordDeclaration {
    switch self {
    case .actors: Actor.table.declaration
    case .topics: Topic.table.declaration
    case .sources: Source.table.declaration
    case .events: Event.table.declaration
    case .claims: Claim.table.declaration
    case .positions: Position.table.declaration
    case .questions: Question.table.declaration
    case .terms: Term.table.declaration
    case .corrections: Correction.table.declaration
    }
  }
}
