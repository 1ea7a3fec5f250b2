import Facts

/// The way down in the declarations of fields.
extension FieldShape {
  /// What the value at the end of a path may be; nothing where the path leads nowhere.
  func shapes(at path: [FieldPlace.Step]) -> [FieldShape] {
    var shapes = alternatives
    for step in path { shapes = shapes.flatMap { $0.inner(step) } }
    return shapes
  }

  /// The shapes of which a value has one.
  var alternatives: [FieldShape] {
    if case .either(let shapes) = self { shapes.flatMap(\.alternatives) } else { [self] }
  }

  private func inner(_ step: FieldPlace.Step) -> [FieldShape] {
    switch (self, step) {
    case (.record(_, let fields), .key(let name)): fields.first { $0.name == name }?.shape.alternatives ?? []
    case (.mapping(let value), .key): value.alternatives
    case (.list(let item), .item): item.alternatives
    default: []
    }
  }

  /// What the items of a list may be.
  var items: [FieldShape] {
    if case .list(let item) = self { item.alternatives } else { [] }
  }

  /// The fields of a mapping.
  var fields: [FieldDeclaration] {
    if case .record(_, let fields) = self { fields } else { [] }
  }

  /// Whether its value stands on the lines below its name.
  var isBlock: Bool {
    switch self {
    case .record, .mapping: true
    case .list(let item): item.alternatives.contains { if case .record = $0 { true } else { false } } && item.alternatives.count == 1
    case .either, .text, .markdown, .date, .flag, .integer, .address, .language, .choice, .reference, .name: false
    }
  }
}
