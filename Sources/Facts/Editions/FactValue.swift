package import YAML

/// A field's value without its place, in the one form that values of its shape have: what an edition holds, and what a comparison compares.
///
/// A lone value that stands for a list of one is that list; a record of which only the first field is given, where that value may stand
/// alone, is that value. So `sources: [a]` and `sources: [{source: a}]` are one.
package enum FactValue: Sendable, Hashable {
  case text(String)
  case flag(Bool)
  case number(Int)
  case list([FactValue])
  /// Members in the order of the field table.
  case record([FactMember])
}

/// One named value of a record.
package struct FactMember: Sendable, Hashable {
  package let name: String
  package let value: FactValue

  package init(_ name: String, _ value: FactValue) {
    self.name = name
    self.value = value
  }
}

extension FactValue {
  /// Reads a node by the shape of its field. What does not fit the shape is taken as it is written: whether it may stand there is for
  /// `FactReader` to say.
  package init(_ node: YAMLNode, as shape: FieldShape) {
    switch node.value {
    case .scalar(let scalar): self = Self.scalar(scalar, as: shape)
    case .sequence(let nodes):
      let item = shape.itemShape ?? .text
      self = .list(nodes.map { FactValue($0, as: item) })
    case .mapping(let entries): self = Self.mapping(entries, as: shape)
    }
  }

  private static func scalar(_ scalar: YAMLScalar, as shape: FieldShape) -> FactValue {
    switch shape {
    case .flag: scalar.text == "true" ? .flag(true) : scalar.text == "false" ? .flag(false) : .text(scalar.text)
    case .integer: Int(scalar.text).map(FactValue.number) ?? .text(scalar.text)
    case .record(_, let fields):
      fields.first.map { .record([FactMember($0.name, Self.scalar(scalar, as: $0.shape))]) } ?? .text(scalar.text)
    case .either: shape.itemShape.map { .list([Self.scalar(scalar, as: $0)]) } ?? .text(scalar.text)
    default: .text(scalar.text)
    }
  }

  private static func mapping(_ entries: [YAMLEntry], as shape: FieldShape) -> FactValue {
    if case .mapping(let item) = shape { return .record(entries.map { FactMember($0.key, FactValue($0.value, as: item)) }) }
    guard let fields = shape.recordFields else { return .record(entries.map { FactMember($0.key, FactValue($0.value, as: .text)) }) }
    let members = members(entries, fields)
    if case .either = shape, members.count == 1, members[0].name == fields.first?.name, shape.itemShape == nil { return members[0].value }
    return .record(members)
  }

  /// The members of a record in the order of its table, unknown ones last in their own order; those without a value are left out.
  static func members(_ entries: [YAMLEntry], _ fields: [FieldDeclaration], leavingOut: Set<String> = []) -> [FactMember] {
    var members: [(place: Int, member: FactMember)] = []
    for entry in entries where !entry.value.isEmpty && !leavingOut.contains(entry.key) {
      let place = fields.firstIndex { $0.name == entry.key }
      let shape = place.map { fields[$0].shape } ?? .text
      members.append((place ?? fields.count, FactMember(entry.key, FactValue(entry.value, as: shape))))
    }
    return members.enumerated().sorted { ($0.element.place, $0.offset) < ($1.element.place, $1.offset) }.map(\.element.member)
  }

  /// The member of that name.
  package subscript(name: String) -> FactValue? {
    guard case .record(let members) = self else { return nil }
    return members.first { $0.name == name }?.value
  }

  /// The text, if it is one.
  package var text: String? {
    if case .text(let text) = self { text } else { nil }
  }
}

extension FieldShape {
  /// What an item of the list is, where a list may stand.
  fileprivate var itemShape: FieldShape? {
    switch self {
    case .list(let item): item
    case .either(let shapes): shapes.lazy.compactMap(\.itemShape).first
    default: nil
    }
  }

  /// The fields of the record, where one may stand.
  fileprivate var recordFields: [FieldDeclaration]? {
    switch self {
    case .record(_, let fields): fields
    case .either(let shapes): shapes.lazy.compactMap(\.recordFields).first
    default: nil
    }
  }
}
