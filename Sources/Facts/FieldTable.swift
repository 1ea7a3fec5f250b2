package import Diagnostics
import YAML

/// Every field of one kind of record, once. Reading, messages, JSON Schema, completion and the documentation are made from it.
package struct FieldTable<Record: Sendable>: Sendable {
  /// What one such record is called in a message: `claim`, `response`.
  package let name: String
  package let meaning: String
  package let fields: [Field<Record>]
  /// Of the fields, at their places, what is asked for with every value that is read: a copy of a field counts its every part.
  let names: [String]
  let reads: [Field<Record>.Read]
  /// The places of those that every record has.
  let required: [Int]

  package init(_ name: String, _ meaning: String, _ fields: [Field<Record>]) {
    self.name = name
    self.meaning = meaning
    self.fields = fields
    names = fields.map(\.declaration.name)
    reads = fields.map(\.read)
    required = fields.indices.filter { fields[$0].declaration.isRequired }
  }

  /// The article before the name.
  var article: String {
    name.first.map { "aeiou".contains($0) } == true ? "an" : "a"
  }

  package var declarations: [FieldDeclaration] {
    fields.map(\.declaration)
  }
}

/// What is declared of a field: name, shape, cardinality and meaning.
package struct FieldDeclaration: Sendable {
  package let name: String
  package let shape: FieldShape
  package let isRequired: Bool
  package let meaning: String
}

/// What a name may stand for that is no record's id. Which names there are is told by the briefing at hand, not by a table.
package enum Vocabulary: Sendable, CaseIterable {
  /// Statuses of claims: the default set, or the briefing's own.
  case statuses
  /// Codes of diagnostics.
  case codes
  /// Pages, by their files in `Content/`.
  case pages
  /// Files of `Content/assets/`.
  case assets
  /// What a correction can be about: `claim:id`, `event:id` or a page.
  case subjects
}

/// The shape of a field's value.
package indirect enum FieldShape: Sendable {
  case text, markdown, date, flag, integer, address, language
  case choice([String])
  case reference(FactKind)
  case name(Vocabulary)
  case list(FieldShape)
  case mapping(FieldShape)
  case record(String, [FieldDeclaration])
  case either([FieldShape])

  /// As a message says it: "a date (EDTF)".
  package var words: String {
    switch self {
    case .text: "a text"
    case .markdown: "a text (inline Markdown)"
    case .date: "a date in EDTF, such as `2025-08-15`"
    case .flag: "`true` or `false`"
    case .integer: "a whole number"
    case .address: "an address that begins with `https://` or `http://`"
    case .language: "a language tag, such as `en` or `uk`"
    case .choice(let values): "one of " + values.map { "`\($0)`" }.joined(separator: ", ")
    case .reference(let kind): "the id of \(kind.withArticle)"
    case .name: "a text"
    case .list(let shape): "a list, each item \(shape.words)"
    case .mapping(let shape): "a mapping, each value \(shape.words)"
    case .record(let name, _): "a mapping with the fields of \(name.first.map { "aeiou".contains($0) } == true ? "an" : "a") \(name)"
    case .either(let shapes): shapes.map(\.words).joined(separator: ", or ")
    }
  }
}

extension FieldShape {
  /// What to write where a lone text stands for a list of such values.
  func help(forListOf text: String) -> [String] {
    guard case .record(_, let fields) = self else { return ["put it in brackets: `[\(text)]`"] }
    return fields.first.map { ["begin each item with a hyphen and its first field: `- \($0.name): \(text)`"] } ?? []
  }
}

/// One field: its declaration, and how its value gets into the record.
package struct Field<Record: Sendable>: Sendable {
  typealias Read = @Sendable (YAMLNode, inout Record, inout FactReader) -> Void

  package let declaration: FieldDeclaration
  let read: Read
  /// What is raised where a required field is missing, if not `fact.missing-field`.
  let missing: DiagnosticKind?

  private init<Value>(
    _ name: String, _ type: FieldType<Value>, isRequired: Bool, missing: DiagnosticKind? = nil, _ meaning: String,
    _ set: @escaping @Sendable (inout Record, Value) -> Void
  ) {
    declaration = FieldDeclaration(name: name, shape: type.shape, isRequired: isRequired, meaning: meaning)
    self.missing = missing
    read = { node, record, reader in
      if let value = type.read(node, &reader) { set(&record, value) }
    }
  }

  /// A field that every record of the kind has.
  package static func required<Value>(
    _ name: String, _ type: FieldType<Value>, missing: DiagnosticKind? = nil, _ meaning: String,
    _ set: @escaping @Sendable (inout Record, Value) -> Void
  ) -> Field {
    Field(name, type, isRequired: true, missing: missing, meaning, set)
  }

  /// A field that a record may have.
  package static func optional<Value>(
    _ name: String, _ type: FieldType<Value>, _ meaning: String, _ set: @escaping @Sendable (inout Record, Value) -> Void
  ) -> Field {
    Field(name, type, isRequired: false, meaning, set)
  }
}
