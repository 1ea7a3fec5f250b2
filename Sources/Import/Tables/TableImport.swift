package import Diagnostics
import Facts

/// A table whose columns are the fields of one kind: a record a row.
///
/// `id` names the record. Items of a list stand in one cell with `;` between, ids also with a space. A field within a record is
/// `quote.text`; of a list of records the table holds one: `status.value`, `status.as_of`, `status.why`.
enum TableImport {
  static func read(_ kind: FactKind, _ desk: inout ImportDesk) {
    guard let table = CSVTable.read(&desk) else { return }
    let columns = table.header.map { column(named: $0.text, of: kind) }
    for (name, column) in zip(table.header, columns) where column == nil && !name.text.isEmpty { unknown(name, of: kind, &desk) }
    guard columns.contains(where: { if case .field? = $0 { true } else { false } }) else {
      desk.refuse("no column of this table is a field of \(kind.withArticle)", at: table.header.first?.span)
      return
    }
    for row in table.rows {
      guard let first = row.first(where: { !$0.text.isEmpty }) else { continue }
      var draft = RecordDraft(kind, at: first.span)
      var nested: [String: (fields: [ImportedField], span: SourceSpan)] = [:]
      var order: [String] = []
      var title = ""
      for (cell, column) in zip(row, columns) where !cell.text.trimmed.isEmpty {
        switch column {
        case .id?: draft.givenID = LocatedText(text: cell.text.trimmed, span: cell.span)
        case .field(let declaration)?:
          if title.isEmpty, case .text = declaration.shape { title = PlainText(cell.text).text }
          draft.set(declaration.name, value(cell, declaration, in: declaration.name, &draft), at: cell.span)
        case .nested(let outer, let inner)?:
          let field = ImportedField(inner.name, value(cell, inner, in: "\(outer.name).\(inner.name)", &draft))
          if nested[outer.name] == nil { order.append(outer.name) }
          nested[outer.name, default: ([], cell.span)].fields.append(field)
        case nil: continue
        }
      }
      for name in order {
        guard let (fields, span) = nested[name], let shape = kind.declarations.first(where: { $0.name == name })?.shape else { continue }
        let record = ImportedValue.record(fields)
        draft.set(name, record.asItem(of: shape), at: span)
      }
      if let id = draft.givenID, !FactID.isValid(id.text) { badID(id, &draft) }
      draft.idCandidates = [title]
      desk.add(draft)
    }
  }

  // MARK: Columns

  private enum Column {
    case id
    case field(FieldDeclaration)
    case nested(FieldDeclaration, FieldDeclaration)
  }

  private static func column(named name: String, of kind: FactKind) -> Column? {
    let parts = name.trimmed.lowercased().split(separator: ".", maxSplits: 1).map(String.init)
    guard let first = parts.first else { return nil }
    if parts == ["id"] { return .id }
    guard let field = kind.declarations.first(where: { $0.name == first }) else { return nil }
    guard parts.count == 2 else { return .field(field) }
    return field.shape.recordFields?.first { $0.name == parts[1] }.map { .nested(field, $0) }
  }

  private static func unknown(_ name: LocatedText, of kind: FactKind, _ desk: inout ImportDesk) {
    let names = ["id"] + kind.declarations.map(\.name)
    desk.add(
      Diagnostic(
        .importUnknownColumn, "the column `\(name.text)` is no field of \(kind.withArticle), and is left behind", at: name.span,
        label: "unknown field",
        help: Suggestion.didYouMean(name.text, among: names) + ["the fields are " + names.map { "`\($0)`" }.joined(separator: ", ")]))
  }

  private static func badID(_ id: LocatedText, _ draft: inout RecordDraft) {
    draft.tell(
      .importNewID, "`\(id.text)` cannot be an id, so that the record gets another", at: id.span,
      label: "ids begin with a small letter, then 1 to 47 small letters, digits or hyphens",
      help: ["what names the record by its old id has to be changed"])
  }

  // MARK: Cells

  private static func value(
    _ cell: LocatedText, _ declaration: FieldDeclaration, in name: String, _ draft: inout RecordDraft
  ) -> ImportedValue {
    // A quotation is printed as it was typed.
    let isVerbatim = name.hasPrefix("quote.")
    let shape = declaration.shape.forCell(cell.text)
    switch shape {
    case .list(let item):
      let isID = if case .reference = item.forCell("") { true } else { false }
      let parts = cell.text.split { $0 == ";" || $0.isNewline || isID && ($0 == " " || $0 == ",") }.map { String($0).trimmed }
      return .list(parts.filter { !$0.isEmpty }.map { .text(PlainText($0).text) })
    case .markdown: return .text(MarkdownEscape.escaped(draft.words(of: cell.text, in: name, at: cell.span)))
    case .text where !isVerbatim: return .text(draft.words(of: cell.text, in: name, at: cell.span))
    default: return .text(isVerbatim ? cell.text : PlainText(cell.text).text)
    }
  }
}

extension FieldShape {
  /// The shape that a cell's text is read as, where a field has more than one.
  fileprivate func forCell(_ text: String) -> FieldShape {
    let shapes = alternatives
    guard shapes.count > 1 else { return self }
    let isList = text.contains(";")
    return shapes.first { shape in
      switch shape {
      case .list: isList
      case .record, .mapping: false
      default: !isList
      }
    } ?? shapes[0]
  }

  private var alternatives: [FieldShape] {
    if case .either(let shapes) = self { shapes.flatMap(\.alternatives) } else { [self] }
  }

  /// The fields of a record, or of the records of a list.
  fileprivate var recordFields: [FieldDeclaration]? {
    switch self {
    case .record(_, let fields): fields
    case .list(let shape): shape.recordFields
    case .either(let shapes): shapes.lazy.compactMap(\.recordFields).first
    default: nil
    }
  }
}

extension ImportedValue {
  /// A record as a field wants it: by itself, or as the only item of a list.
  fileprivate func asItem(of shape: FieldShape) -> ImportedValue {
    if case .list = shape { .list([self]) } else { self }
  }
}

extension DiagnosticKind {
  package static let importUnknownColumn = DiagnosticKind(
    "import.unknown-column", .warning,
    meaning: "A column of the table bears no name of a field. It is left behind: what it holds could belong anywhere.",
    wrong: .init("import/terms.csv", "id,term,defintion,definition\nreadout,Readout,,An official account of a talk.\n"),
    right: .init("import/terms.csv", "id,term,definition\nreadout,Readout,An official account of a talk.\n"))

  package static let importNewID = DiagnosticKind(
    "import.new-id", .warning,
    meaning:
      "An id of the file cannot be an id here, where ids are part of addresses. The record gets one that is made of it, or of its title.",
    wrong: .init("import/terms.csv", "id,term,definition\nRead Out,Readout,An official account of a talk.\n"),
    right: .init("import/terms.csv", "id,term,definition\nread-out,Readout,An official account of a talk.\n"))
}
