import Diagnostics
package import Facts
import YAML

/// A record, or one item of a list of records, that is being put together from a command's arguments by the table of its fields.
package struct RecordDraft: Sendable {
  /// What it is called in a message: `claim`.
  let name: String
  let fields: [FieldDeclaration]
  package private(set) var entries: [FieldValue.Entry] = []

  package init(_ name: String, _ fields: [FieldDeclaration]) {
    self.name = name
    self.fields = fields
  }

  /// The value of a field, by its path: `quote.text`; of a list's items, the last.
  package subscript(path: String) -> FieldValue? {
    var value = FieldValue.record(entries)
    for name in path.split(separator: ".") {
      if case .list(let items) = value, let last = items.last { value = last }
      guard case .record(let entries) = value, let next = entries.first(where: { $0.name == name })?.value else { return nil }
      value = next
    }
    return value
  }

  /// The text of a field that holds one, or the first of a list of texts.
  package func text(_ path: String) -> String? {
    switch self[path] {
    case .text(let text): text
    case .list(let items): if case .text(let text)? = items.first { text } else { nil }
    default: nil
    }
  }

  /// The fields in the order of their table.
  package var value: FieldValue {
    .record(
      fields.compactMap { field in entries.first { $0.name == field.name }.map { .init($0.name, Self.ordered($0.value, field.shape)) } })
  }

  private static func ordered(_ value: FieldValue, _ shape: FieldShape) -> FieldValue {
    switch value {
    case .text: value
    case .list(let items): .list(items.map { ordered($0, shape.itemShape ?? shape) })
    case .record(let entries):
      if let fields = shape.recordFields {
        .record(
          fields.compactMap { field in
            entries.first { $0.name == field.name }.map { .init($0.name, ordered($0.value, field.shape)) }
          } + entries.filter { entry in !fields.contains { $0.name == entry.name } })
      } else {
        value
      }
    }
  }

  // MARK: Setting

  /// Sets a field from a text of the command line. Ids of a list may be joined by commas, and a list named again gets a further item; what
  /// begins with a bracket or a brace, where a list or a mapping may stand, is read as YAML; for a mapping, a lone text is its first field.
  ///
  /// - Parameter path: A field's name, or a way to it: `quote.text`. Hyphens may stand for `_`, and the singular for a list's name.
  /// - Throws: If there is no such field.
  package mutating func set(_ path: String, to text: String) throws(EditRefusal) {
    let steps = try resolved(path.split(separator: ".").map(String.init))
    entries = Self.set(steps[...], to: text, in: entries)
  }

  /// Sets a field if it is not there yet.
  package mutating func setDefault(_ path: String, to text: String) throws(EditRefusal) {
    if self[path] == nil { try set(path, to: text) }
  }

  private static func set(_ steps: ArraySlice<FieldDeclaration>, to text: String, in entries: [FieldValue.Entry]) -> [FieldValue.Entry] {
    guard let step = steps.first else { return entries }
    var entries = entries
    let index = entries.firstIndex { $0.name == step.name }
    let old = index.map { entries[$0].value }
    let new = steps.count == 1 ? value(text, step.shape, old) : nested(steps.dropFirst(), to: text, in: old, step.shape)
    if let index { entries[index] = .init(step.name, new) } else { entries.append(.init(step.name, new)) }
    return entries
  }

  /// A field within a mapping, or within the last item of a list.
  private static func nested(
    _ steps: ArraySlice<FieldDeclaration>, to text: String, in old: FieldValue?, _ shape: FieldShape
  ) -> FieldValue {
    switch old {
    case .list(let items): .list(items.dropLast() + [nested(steps, to: text, in: items.last, shape.itemShape ?? shape)])
    case .record(let entries): .record(set(steps, to: text, in: entries))
    case .text(let first): .record(set(steps, to: text, in: lone(first, shape)))
    case nil:
      if shape.itemShape != nil { .list([.record(set(steps, to: text, in: []))]) } else { .record(set(steps, to: text, in: [])) }
    }
  }

  private static func value(_ text: String, _ shape: FieldShape, _ old: FieldValue?) -> FieldValue {
    let mayBeNested = shape.itemShape != nil || shape.recordFields != nil || !shape.takesScalar
    if mayBeNested, let first = text.first, "[{".contains(first) {
      var log = DiagnosticLog()
      if let node = YAMLReader.read(SourceFile(path: "", text: text), log: &log), !log.hasErrors {
        let value = FieldValue(node)
        if case .list = shape, node.sequence == nil { return joined(old, .list([value]), shape) }
        return joined(old, value, shape)
      }
    }
    guard let item = shape.itemShape else {
      return shape.takesScalar ? .text(text) : .record(lone(text, shape))
    }
    let parts =
      shape.referenceKind == nil || item.recordFields != nil && !item.takesScalar
      ? [text] : text.split(separator: ",").map { String($0.trimming) }.filter { !$0.isEmpty }
    let items = parts.map { item.takesScalar ? FieldValue.text($0) : .record(lone($0, item)) }
    if shape.takesScalar, old == nil, items.count == 1 { return items[0] }
    return joined(old, .list(items), shape)
  }

  /// A list that is named again is longer by what it gets.
  private static func joined(_ old: FieldValue?, _ new: FieldValue, _ shape: FieldShape) -> FieldValue {
    guard shape.itemShape != nil, let old else { return new }
    func items(_ value: FieldValue) -> [FieldValue] { if case .list(let items) = value { items } else { [value] } }
    return .list(items(old) + items(new))
  }

  /// A text where a mapping is due: its first field.
  private static func lone(_ text: String, _ shape: FieldShape) -> [FieldValue.Entry] {
    shape.recordFields?.first.map { [.init($0.name, .text(text))] } ?? []
  }

  // MARK: Names

  private func resolved(_ path: [String]) throws(EditRefusal) -> [FieldDeclaration] {
    var steps: [FieldDeclaration] = []
    var fields = fields
    var owner = name
    for word in path {
      if steps.isEmpty, path.count == 1, Self.field(word, in: fields) == nil, let (outer, inner) = within(word) { return [outer, inner] }
      steps.append(try Self.declaration(of: word, in: fields, of: owner))
      fields = steps.last?.shape.recordFields ?? []
      owner = steps.last?.name ?? owner
    }
    if steps.isEmpty { throw EditRefusal(.request, "no field is named") }
    return steps
  }

  /// The field that a word names.
  ///
  /// - Throws: If there is none, with the one that was probably meant.
  static func declaration(of word: String, in fields: [FieldDeclaration], of owner: String) throws(EditRefusal) -> FieldDeclaration {
    if let field = field(word, in: fields) { return field }
    let article = owner.first.map { "aeiou".contains($0) } == true ? "an" : "a"
    throw EditRefusal(
      .request, "\(article) \(owner) has no field `\(word)`",
      help: Suggestion.nearest(to: word.replacing("-", with: "_"), among: fields.map(\.name)).map { ["did you mean `\($0)`?"] }
        ?? (fields.isEmpty ? [] : ["its fields are " + fields.map { "`\($0.name)`" }.joined(separator: ", ")]))
  }

  private static func field(_ word: String, in fields: [FieldDeclaration]) -> FieldDeclaration? {
    let name = word.replacing("-", with: "_")
    return fields.first { $0.name == name } ?? fields.first { $0.name == name + "s" && $0.shape.itemShape != nil }
  }

  /// A field of the one list of records to which it can belong: a position's `summary` is that of its stance, a claim's `why` that of its
  /// status.
  private func within(_ word: String) -> (FieldDeclaration, FieldDeclaration)? {
    let found = fields.filter(\.shape.isListOfRecords).compactMap { outer in
      Self.field(word, in: outer.shape.recordFields ?? []).flatMap { outer.isRequired || $0.isRequired ? (outer, $0) : nil }
    }
    return found.count == 1 ? found.first : nil
  }

  // MARK: What is missing

  /// A required field that is not there yet.
  package struct Missing: Sendable {
    /// The way to it: `status.why`.
    package let path: String
    package let field: FieldDeclaration
  }

  /// The required fields that are not there, those of its mappings and lists too, in the order of the table.
  package var missing: [Missing] {
    Self.missing(fields, entries, prefix: "")
  }

  private static func missing(_ fields: [FieldDeclaration], _ entries: [FieldValue.Entry], prefix: String) -> [Missing] {
    fields.flatMap { field -> [Missing] in
      let path = prefix + field.name
      let inner = field.shape.recordFields ?? []
      switch entries.first(where: { $0.name == field.name })?.value {
      case nil:
        if !field.isRequired { return [] }
        return field.shape.isListOfRecords ? missing(inner, [], prefix: path + ".") : [Missing(path: path, field: field)]
      case .text: return []
      case .record(let entries): return field.shape.recordFields == nil ? [] : missing(inner, entries, prefix: path + ".")
      case .list(let items):
        guard case .record(let entries)? = items.last else { return [] }
        return missing(inner, entries, prefix: path + ".")
      }
    }
  }
}

extension Substring {
  /// Without blanks at its ends.
  fileprivate var trimming: Substring {
    var text = drop { $0 == " " }
    while text.last == " " { text.removeLast() }
    return text
  }
}
