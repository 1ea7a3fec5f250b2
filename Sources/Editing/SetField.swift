package import Diagnostics
package import Facts
import YAML

/// A new value for one field of a record or of `briefing.yml`, or a further item for one of its lists of records: a status, an answer, a piece of evidence.
package struct SetField: Sendable {
  /// Nil for `briefing.yml`, which is one record alone.
  let key: FactKey?
  let path: [FieldDeclaration]
  let value: FieldValue

  /// - Parameters:
  ///   - key: The record; nil for the settings in `briefing.yml`.
  ///   - field: A field's name, or the way to one: `quote.text`.
  ///   - values: The value as texts of a command line: several for a list, the first field's for an item of a list of records.
  ///   - details: Further fields of such an item, by name.
  ///   - day: From which day a status holds, or on which day an answer was given; for a status, today if nil.
  ///   - today: The day of the run.
  /// - Throws: If there is no such field, or a field of the item is missing.
  package init(
    _ key: FactKey?, _ field: String, values: [String], details: [(name: String, text: String)] = [], on day: String? = nil, today: String
  ) throws(EditRefusal) {
    self.key = key
    let owner = key?.kind.singular ?? "briefing"
    var fields = Self.fields(of: key)
    var draft = RecordDraft(owner, fields)
    var path: [FieldDeclaration] = []
    for name in field.split(separator: ".") {
      let found = try RecordDraft.declaration(of: String(name), in: fields, of: path.last?.name ?? owner)
      path.append(found)
      fields = found.shape.recordFields ?? []
      if path.count > 1, path[path.count - 2].shape.isListOfRecords {
        throw EditRefusal(
          .request, "`\(path[path.count - 2].name)` is a list, so that `\(field)` may mean any of its items",
          help: [
            "an item is added with `brief set \(key.map { "\(owner) \($0.id)" } ?? owner) \(path[path.count - 2].name) ...`",
            "to change one, edit the file",
          ])
      }
    }
    guard let last = path.last else { throw EditRefusal(.request, "no field is named") }
    self.path = path
    guard last.shape.isListOfRecords, let item = last.shape.itemShape, case .record(let name, let itemFields) = item else {
      if day != nil {
        throw EditRefusal(.request, "`\(last.name)` holds from no day of its own", help: ["leave `--on` out"])
      }
      if let detail = details.first {
        throw EditRefusal(.request, "`\(last.name)` has no fields of its own, so that `--\(detail.name)` says nothing of it")
      }
      guard !values.isEmpty else { throw EditRefusal(.request, "`\(last.name)` gets no value", help: ["write \(last.shape.words)"]) }
      guard values.count == 1 || last.shape.itemShape != nil else {
        throw EditRefusal(
          .request, "`\(last.name)` takes one value, and \(values.count) are given", help: ["put a text of several words in quotes"])
      }
      for value in values { try draft.set(path.map(\.name).joined(separator: "."), to: value) }
      value = draft[path.map(\.name).joined(separator: ".")] ?? .text("")
      return
    }
    var entry = RecordDraft(name, itemFields)
    guard values.count <= 1 else {
      throw EditRefusal(
        .request, "an item of `\(last.name)` begins with one value, and \(values.count) are given",
        help: ["put a text of several words in quotes"])
    }
    if let first = values.first, let field = itemFields.first { try entry.set(field.name, to: first) }
    for detail in details { try entry.set(detail.name, to: detail.text) }
    let isHistory = itemFields.contains { $0.name == "as_of" }
    if let day { try entry.setDefault(isHistory ? "as_of" : "date", to: day) }
    if isHistory { try entry.setDefault("as_of", to: today) }
    // A status that is written down later than it holds says since when readers could know it.
    if entry.text("as_of") != today, itemFields.contains(where: { $0.name == "entered" }) { try entry.setDefault("entered", to: today) }
    if let refusal = MissingFields.refusal(of: entry.missing.map { ($0.path, $0.field.meaning, $0.field.shape) }, in: name) {
      throw refusal
    }
    value = .list([entry.value])
  }

  private static func fields(of key: FactKey?) -> [FieldDeclaration] {
    key?.kind.fields ?? BriefingSettings.table.declarations
  }

  /// What changes in the record's file.
  package func edits(in files: [SourceFile]) throws(EditRefusal) -> EditSet {
    let file: SourceFile
    let root: YAMLNode
    var record: YAMLNode
    if let key {
      let place = try FactFiles(files: files).place(of: key)
      (file, root, record) = (place.file, place.root, place.entry.value)
    } else {
      (file, root) = try FactFiles(files: files).settings()
      record = root
    }
    let editor = FieldEditor(file, root: root)
    var fields = Self.fields(of: key)
    var value = value
    var field = path[0]
    for (index, step) in path.enumerated() {
      field = step
      let inner = record.mapping?.first { $0.key == step.name }?.value
      guard index + 1 < path.count else { break }
      guard let inner, inner.mapping != nil else {
        // The mapping is not there yet, or a lone text stands for its first field.
        var entries: [FieldValue.Entry] = []
        if let text = inner?.scalar?.text, let first = step.shape.recordFields?.first { entries.append(.init(first.name, .text(text))) }
        value = .record(entries.filter { $0.name != path[index + 1].name } + [Self.wrapped(value, path[(index + 1)...])])
        break
      }
      record = inner
      fields = step.shape.recordFields ?? []
    }
    let edit: TextEdit
    if field.shape.isListOfRecords, case .list(let items) = value, let item = items.first {
      edit = editor.append(item, to: field, in: record, fields)
    } else {
      edit = editor.set(field, to: value, in: record, fields)
    }
    try EditCheck(file, edits: [edit]).expectOnlyChange(of: key?.id ?? path[0].name)
    return EditSet(edits: [edit])
  }

  private static func wrapped(_ value: FieldValue, _ path: ArraySlice<FieldDeclaration>) -> FieldValue.Entry {
    var result = value
    for step in path.dropFirst().reversed() { result = .record([.init(step.name, result)]) }
    return .init(path.first?.name ?? "", result)
  }
}
