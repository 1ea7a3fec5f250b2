import Diagnostics
import Facts

/// `data/briefing.schema.json`: what `data/briefing.json` holds, as a JSON Schema of draft 2020-12, made from the tables that write it.
///
/// Every object is closed: a member that is missing or that nobody declared does not meet it. What a member means is said where it is declared,
/// else by the field of that name that authors write.
struct DataSchema {
  let site: Site
  private let meanings: [String: [String: String]]

  init(site: Site) {
    self.site = site
    meanings = Self.meanings
  }

  func bytes() -> [UInt8] {
    var definitions: [String: JSONValue] = [:]
    let root = Site.data.declaration
    let body = object(root, &definitions)
    let licence = site.settings.dataLicence.map { "The licence of the data: \($0)." }
    let head: [JSONValue.Member] = [
      .init("$schema", "https://json-schema.org/draft/2020-12/schema"), .init("title", "The data of a briefing"),
      .init("description", .string(root.meaning)),
      .init(
        "$comment",
        .string([licence, "Lists and texts that a record does not have are left out."].compactMap { $0 }.joined(separator: " "))),
    ]
    let parts = definitions.sorted { $0.key < $1.key }.map { JSONValue.Member($0.key, $0.value) }
    return JSONValue.object(head + body + [.init("$defs", .object(parts))]).indented
  }

  /// What authors' fields mean, by the record's name and the field's.
  private static var meanings: [String: [String: String]] {
    var found: [String: [String: String]] = [:]
    var waiting = (FactKind.allCases.map(\.declaration) + [BriefingSettings.table.declaration]).map { (name: $0.name, fields: $0.fields) }
    while let record = waiting.popLast() {
      guard found[record.name] == nil else { continue }
      found[record.name] = Dictionary(record.fields.map { ($0.name, $0.meaning) }) { first, _ in first }
      for field in record.fields { waiting += field.shape.records }
    }
    return found
  }

  /// What a member means; empty where nobody says it.
  func meaning(of member: DataMember, in record: DataRecord) -> String {
    member.meaning ?? meanings[record.name]?[member.name] ?? ""
  }

  // MARK: Shapes

  private func object(_ record: DataRecord, _ definitions: inout [String: JSONValue]) -> [JSONValue.Member] {
    let properties = record.members.map { member in
      JSONValue.Member(member.name, described(member, in: record, value(of: member.shape, &definitions)))
    }
    let alternatives = record.oneOf.map { JSONValue.members(["required": .strings([$0])]) }
    return [
      .init("type", "object"), .init("properties", .object(properties)),
      .init("required", .strings(record.members.filter(\.isRequired).map(\.name))), .init("additionalProperties", false),
    ] + (alternatives.isEmpty ? [] : [.init("oneOf", .array(alternatives))])
  }

  private func described(_ member: DataMember, in record: DataRecord, _ value: JSONValue) -> JSONValue {
    guard case .object(let members) = value else { return value }
    return .object([.init("description", .string(meaning(of: member, in: record)))] + members)
  }

  private func value(of shape: DataShape, _ definitions: inout [String: JSONValue]) -> JSONValue {
    switch shape {
    case .text: .members(["type": "string"])
    case .markdown: define("markdown", ["description": "Inline CommonMark, as it was written.", "type": "string"], &definitions)
    case .reference(let kind):
      define(
        "\(kind.singular)-id",
        ["description": .string("The id of \(kind.withArticle)."), "type": "string", "pattern": .string(JSONSchema.idPattern)], &definitions
      )
    case .status:
      define("status-id", ["description": "The id of a status, of those in `briefing.statuses`.", "type": "string"], &definitions)
    case .date: value(of: .record(DataDate.table.declaration), &definitions)
    case .edtf:
      define(
        "edtf", ["description": "A date in EDTF.", "type": "string", "pattern": .string(JSONSchema.datePattern)], &definitions)
    case .day:
      define(
        "day",
        [
          "description": "A day in ISO 8601; years before 1 and beyond 9999 are written out, 1 BCE as 0000.", "type": "string",
          "pattern": "^-?[0-9]{4,}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$",
        ], &definitions)
    case .address: .members(["type": "string", "format": "uri", "pattern": "^https?://"])
    case .language: .members(["type": "string", "pattern": "^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$"])
    case .integer: .members(["type": "integer"])
    case .constant(let number): .members(["const": .integer(number)])
    case .only(let text): .members(["const": .string(text)])
    case .yes: .members(["const": true])
    case .choice(let values): .members(["enum": .strings(values)])
    case .path: .members(["type": "string", "pattern": "^[^/#?:][^#?:]*(#[^#]+)?$"])
    case .record(let record): define(record, &definitions)
    case .list(let item, let isNeverEmpty):
      .members(["type": "array", "items": value(of: item, &definitions), "minItems": isNeverEmpty ? 1 : nil])
    }
  }

  private func define(
    _ name: String, _ members: KeyValuePairs<String, JSONValue?>, _ definitions: inout [String: JSONValue]
  ) -> JSONValue {
    definitions[name] = .members(members)
    return .members(["$ref": .string("#/$defs/" + name)])
  }

  private func define(_ record: DataRecord, _ definitions: inout [String: JSONValue]) -> JSONValue {
    let name = record.name.replacing(" ", with: "-")
    if definitions[name] == nil {
      let body = object(record, &definitions)
      definitions[name] = .object([.init("description", .string(record.meaning))] + body)
    }
    return .members(["$ref": .string("#/$defs/" + name)])
  }
}

extension FieldShape {
  /// The records that stand within it.
  fileprivate var records: [(name: String, fields: [FieldDeclaration])] {
    switch self {
    case .record(let name, let fields): [(name, fields)]
    case .list(let inner), .mapping(let inner): inner.records
    case .either(let shapes): shapes.flatMap(\.records)
    default: []
    }
  }
}
