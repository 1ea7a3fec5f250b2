package import Diagnostics

/// JSON Schemas of what authors write in YAML, made from the field tables, with the names at hand as enumerations.
///
/// They are of draft 7, the newest that every version of `yaml-language-server` reads whole. A schema says of a file what its field tables
/// say; what needs more than one field or file stays with the checks. To YAML `2025` and `1.10` are numbers and `true` is a flag, while they
/// are text as typed to a briefing, so that texts may be those too.
package struct JSONSchema: Sendable {
  private let names: KnownNames

  package init(_ names: KnownNames) {
    self.names = names
  }

  /// The schema of a kind's files, which are mappings from id to record.
  package func file(of kind: FactKind) -> JSONValue {
    var definitions = Definitions(names: names)
    let record = kind.declaration
    let reference = definitions.record(record.name, record.fields)
    return document(
      title: kind.rawValue, meaning: record.meaning,
      [
        .init("type", .strings(["object", "null"])), .init("propertyNames", .members(["pattern": .string(Self.idPattern)])),
        .init("additionalProperties", reference),
      ], definitions)
  }

  /// The schema of a file, or of front matter, that is one mapping with the fields of a table.
  package func file(of record: RecordDeclaration) -> JSONValue {
    var definitions = Definitions(names: names)
    return document(title: record.name, meaning: record.meaning, definitions.members(of: record.fields), definitions)
  }

  private func document(title: String, meaning: String, _ body: [JSONValue.Member], _ definitions: Definitions) -> JSONValue {
    .object(
      [
        .init("$schema", "http://json-schema.org/draft-07/schema#"), .init("title", .string(title)), .init("description", .string(meaning)),
        .init("$comment", "Written by `brief schema` from the fields and the names at hand; write it anew when records come or go."),
      ] + body + [.init("definitions", definitions.value)])
  }

  /// What an id looks like.
  package static let idPattern = "^[a-z][a-z0-9-]{1,47}$"
  /// What EDTF looks like: every expression matches it, though not all that matches is one.
  package static let datePattern = DatePattern.whole
}

/// The parts that schemas refer to by name, each once, and those that refer to them.
private struct Definitions {
  let names: KnownNames
  private var parts: [String: JSONValue] = [:]

  init(names: KnownNames) {
    self.names = names
  }

  /// In the order of their names.
  var value: JSONValue {
    .object(parts.sorted { $0.key < $1.key }.map { .init($0.key, $0.value) })
  }

  /// A mapping with fixed fields.
  mutating func record(_ name: String, _ fields: [FieldDeclaration]) -> JSONValue {
    define(name.replacing(" ", with: "-")) { .object($0.members(of: fields)) }
  }

  mutating func members(of fields: [FieldDeclaration]) -> [JSONValue.Member] {
    let properties = fields.map { field -> JSONValue.Member in
      guard case .object(let members) = value(of: field.shape) else { return .init(field.name, true) }
      return .init(field.name, .object([.init("description", .string(field.meaning))] + members))
    }
    let required = fields.filter(\.isRequired).map(\.name)
    return [.init("type", "object"), .init("properties", .object(properties))]
      + (required.isEmpty ? [] : [.init("required", .strings(required))]) + [.init("additionalProperties", false)]
  }

  private mutating func value(of shape: FieldShape) -> JSONValue {
    switch shape {
    case .text: text("text", "A text.")
    case .markdown: text("markdown", "Inline CommonMark with links to facts and citations.")
    case .date:
      pattern(
        "date", DatePattern.whole, "a date in EDTF, such as `2025-08-15`, `2025-08`, `1860~` or `2025-08-01/2025-08-03`", plus: "integer")
    case .address: pattern("address", "^https?://[^\\s/?#][^\\s<>\"{}|\\\\^`]*$", "a whole address, with `https://`, without spaces")
    case .language: pattern("language", "^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$", "a language tag, such as `en` or `pt-BR`")
    case .flag: .members(["type": "boolean"])
    case .integer: .members(["type": "integer"])
    case .choice(let values): .members(["enum": .strings(values)])
    case .reference(let kind): reference(kind)
    case .name(let vocabulary): name(vocabulary)
    case .list(let item): .members(["type": "array", "items": value(of: item)])
    case .mapping(let item): .members(["type": "object", "additionalProperties": value(of: item)])
    case .record(let name, let fields): record(name, fields)
    case .either(let shapes): .members(["anyOf": .array(shapes.map { value(of: $0) })])
    }
  }

  private mutating func text(_ name: String, _ meaning: String) -> JSONValue {
    define(name) { _ in
      .members([
        "description": .string(meaning), "type": .strings(["string", "number", "boolean"]), "pattern": "\\S",
        "patternErrorMessage": "it is empty",
      ])
    }
  }

  private mutating func pattern(_ name: String, _ pattern: String, _ words: String, plus other: String? = nil) -> JSONValue {
    define(name) { _ in
      .members([
        "description": .string(words.prefix(1).uppercased() + words.dropFirst() + "."),
        "type": other.map { .strings(["string", $0]) } ?? "string", "pattern": .string(pattern),
        "patternErrorMessage": .string("expected " + words),
      ])
    }
  }

  /// The ids at hand; of a kind without any, whatever can be one.
  private mutating func reference(_ kind: FactKind) -> JSONValue {
    define(kind.singular + "-id") { definitions in
      let names = definitions.names[kind]
      guard !names.isEmpty else { return .members(["type": "string", "pattern": .string(JSONSchema.idPattern)]) }
      return definitions.enumeration(names)
    }
  }

  private mutating func name(_ vocabulary: Vocabulary) -> JSONValue {
    switch vocabulary {
    case .statuses: define("status-id") { $0.enumeration($0.names[.statuses]) }
    case .codes: define("code") { $0.enumeration($0.names[.codes]) }
    // These may have an anchor, or be a page that is made.
    case .pages: define("page-name") { $0.examples(.pages) }
    case .assets: define("file-name") { $0.examples(.assets) }
    case .subjects: define("subject") { $0.examples(.subjects) }
    }
  }

  private func enumeration(_ names: [KnownNames.Name]) -> JSONValue {
    .members([
      "type": "string", "enum": .strings(names.map(\.id)),
      "enumDescriptions": names.contains { !$0.meaning.isEmpty } ? .strings(names.map(\.meaning)) : nil,
    ])
  }

  private func examples(_ vocabulary: Vocabulary) -> JSONValue {
    let names = names[vocabulary].map(\.id)
    return .members(["type": "string", "pattern": "\\S", "examples": names.isEmpty ? nil : .strings(names)])
  }

  /// A reference to a part, which is made if it is not there yet.
  private mutating func define(_ name: String, _ make: (inout Definitions) -> JSONValue) -> JSONValue {
    if parts[name] == nil { parts[name] = make(&self) }
    return .members(["$ref": .string("#/definitions/" + name)])
  }
}

/// What EDTF looks like, as a regular expression: every expression matches it, though not all that matches is one (a month 13, an interval
/// that runs backwards). It keeps to what ECMA 262 and other dialects have in common.
private enum DatePattern {
  private static let mark = "[?~%]?"
  private static let part = "-\(mark)[0-9X]{2}\(mark)"
  private static let time = "(T[0-9]{2}:[0-9]{2}:[0-9]{2}(Z|[+-][0-9]{2}(:[0-9]{2})?)?)?"
  private static let date = "(Y-?[0-9]+(E[0-9]+)?(S[0-9]+)?|\(mark)-?[0-9X]{4}(S[0-9]+)?\(mark)(\(part)(\(part))?)?\(time))"
  private static let member = "\(date)(\\.\\.\(date))?"

  static let whole =
    "^(\(date)|(\(date)|\\.\\.)?/(\(date)|\\.\\.)?|[\\[{](\\.\\.)?\(member)(,\(member))*(\\.\\.)?[\\]}])$"
}
