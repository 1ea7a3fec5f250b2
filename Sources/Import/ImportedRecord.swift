package import Diagnostics
package import Facts

/// A value on its way into a record: what YAML has, and no more.
package indirect enum ImportedValue: Sendable, Hashable {
  case text(String)
  case list([ImportedValue])
  case record([ImportedField])

  var text: String? {
    if case .text(let text) = self { text } else { nil }
  }
}

/// A field on its way into a record.
package struct ImportedField: Sendable, Hashable {
  package let name: String
  package var value: ImportedValue

  package init(_ name: String, _ value: ImportedValue) {
    self.name = name
    self.value = value
  }

  package init(_ name: String, _ text: String) {
    self.init(name, .text(text))
  }
}

/// A record that is carried over: its fields are in the order of its kind's table, and it reads without an error.
package struct ImportedRecord: Sendable {
  package let key: FactKey
  package var fields: [ImportedField]
  /// Where it stands in the file that is imported.
  package let span: SourceSpan
  /// What is to be settled by a person before it is published, a sentence each; a record with such questions is a draft.
  package var questions: [Question] = []

  /// A question, and the place in the imported file that it is about.
  package struct Question: Sendable, Hashable {
    package let text: String
    package let span: SourceSpan
  }

  package init(key: FactKey, fields: [ImportedField], span: SourceSpan) {
    self.key = key
    self.fields = fields
    self.span = span
  }

  package var isDraft: Bool {
    fields.contains { $0.name == "draft" && $0.value == .text("true") }
  }

  /// Keeps it back from the site.
  package mutating func keepBack() {
    guard !isDraft else { return }
    fields.removeAll { $0.name == "draft" }
    fields.append(ImportedField("draft", "true"))
    sortFields()
  }

  /// Brings the fields into the order of the kind's table.
  mutating func sortFields() {
    let order = Dictionary(key.kind.declarations.enumerated().map { ($1.name, $0) }) { first, _ in first }
    fields = fields.enumerated().sorted { left, right in
      (order[left.element.name] ?? Int.max, left.offset) < (order[right.element.name] ?? Int.max, right.offset)
    }.map(\.element)
  }
}

extension FactKind {
  /// The fields of the kind's records, in the order of the table.
  var declarations: [FieldDeclaration] {
    switch self {
    case .actors: Actor.table.declarations
    case .topics: Topic.table.declarations
    case .sources: Source.table.declarations
    case .events: Event.table.declarations
    case .claims: Claim.table.declarations
    case .positions: Position.table.declarations
    case .questions: Question.table.declarations
    case .terms: Term.table.declarations
    case .corrections: Correction.table.declarations
    }
  }
}
