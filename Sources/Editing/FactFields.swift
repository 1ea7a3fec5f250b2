package import Facts

extension FactKind {
  /// The fields of the kind's records, in the order of their table.
  package var fields: [FieldDeclaration] {
    declaration.fields
  }

  /// The kind of the records in a file of `Content/facts/`; nil for a path that is none.
  package init?(path: String) {
    guard path.hasPrefix("Content/facts/"), path.hasSuffix(".yml") else { return nil }
    self.init(rawValue: String(path.dropFirst("Content/facts/".count).prefix { $0 != "/" && $0 != "." }))
  }

  /// The kind that a word on the command line names: `claim`, or `claims`.
  package init?(word: String) {
    guard let kind = FactKind(singular: word) ?? FactKind(rawValue: word) else { return nil }
    self = kind
  }
}

extension FieldShape {
  /// The fields of a record that may stand here, alone or in a list.
  var recordFields: [FieldDeclaration]? {
    switch self {
    case .record(_, let fields): fields
    case .list(let shape): shape.recordFields
    case .either(let shapes): shapes.lazy.compactMap(\.recordFields).first
    default: nil
    }
  }

  /// What the items are, where a list may stand here.
  var itemShape: FieldShape? {
    switch self {
    case .list(let shape): shape
    case .either(let shapes): shapes.lazy.compactMap(\.itemShape).first
    default: nil
    }
  }

  /// Whether a lone text may stand here.
  var takesScalar: Bool {
    switch self {
    case .text, .markdown, .date, .flag, .integer, .address, .language, .choice, .reference, .name: true
    case .list, .mapping, .record: false
    case .either(let shapes): shapes.contains(where: \.takesScalar)
    }
  }

  /// Whether it is a list of mappings, to which items are added one by one: a history, answers, evidence.
  var isListOfRecords: Bool {
    if case .list(.record) = self { true } else { false }
  }

  /// The kind of the records that are named here, alone or in a list.
  package var referenceKind: FactKind? {
    switch self {
    case .reference(let kind): kind
    case .list(let shape): shape.referenceKind
    case .either(let shapes): shapes.lazy.compactMap(\.referenceKind).first
    default: nil
    }
  }
}
