package import Diagnostics
import Facts

/// A table from CSV (RFC 4180): a row of names, then rows of as many cells, each with its place.
///
/// Commas, semicolons or tabs divide the cells, whichever the first row has most of; a byte order mark and any line ends are taken. A cell
/// that some program guarded from a spreadsheet's formulas by an apostrophe (`'=`, `'+`, `'-`, `'@`) is taken without it.
struct CSVTable {
  private(set) var header: [LocatedText] = []
  private(set) var rows: [[LocatedText]] = []

  /// Reads the file of an import; nil where it is no such table, which is said.
  static func read(_ desk: inout ImportDesk) -> CSVTable? {
    var reader = CSVReader(desk.file)
    var table = CSVTable()
    while true {
      switch reader.nextRow() {
      case .row(let cells):
        if table.header.isEmpty {
          table.header = cells.map { LocatedText(text: $0.text.trimmed, span: $0.span) }
          while table.header.last?.text.isEmpty == true { table.header.removeLast() }
        } else {
          table.add(cells, &desk)
        }
      case .fault(let message, let offset):
        desk.refuse("this is no table in CSV: \(message)", at: desk.file.span(offset..<min(offset + 1, desk.file.bytes.count)))
        return nil
      case .end:
        guard !table.header.isEmpty else {
          desk.refuse("there is no table in this file")
          return nil
        }
        return table.hasUniqueNames(&desk) ? table : nil
      }
    }
  }

  private mutating func add(_ cells: [LocatedText], _ desk: inout ImportDesk) {
    guard cells.contains(where: { !$0.text.isEmpty }) else { return }
    if let surplus = cells.dropFirst(header.count).first(where: { !$0.text.isEmpty }) {
      desk.add(
        Diagnostic(
          .importRaggedRow, "this row is left out: it has more cells than the \(header.count) that the first row names", at: surplus.span,
          label: "one cell too many", help: ["a cell with a comma or a quotation mark in it stands in quotation marks"]))
      return
    }
    var row = Array(cells.prefix(header.count))
    let end = cells.last.map { $0.span.slice($0.span.range.count..<$0.span.range.count) } ?? desk.file.span(0..<0)
    while row.count < header.count { row.append(LocatedText(text: "", span: end)) }
    rows.append(row)
  }

  private func hasUniqueNames(_ desk: inout ImportDesk) -> Bool {
    var seen: [String: SourceSpan] = [:]
    for name in header where !name.text.isEmpty {
      if let first = seen[name.text.lowercased()] {
        desk.add(
          Diagnostic(
            .importUnreadable, "two columns are called `\(name.text)`", at: name.span, label: "again", others: [Label(first, "first here")],
            help: ["give one of them another name, or take it out"]))
        return false
      }
      seen[name.text.lowercased()] = name.span
    }
    return true
  }
}

extension DiagnosticKind {
  package static let importRaggedRow = DiagnosticKind(
    "import.ragged-row", .warning,
    meaning:
      "A row of the table has more cells than there are columns, so that nobody can tell which cell belongs to which. The row is left out.",
    wrong: .init("import/terms.csv", "id,term,definition\nreadout,Readout,An official account, of a talk.\n"),
    right: .init("import/terms.csv", "id,term,definition\nreadout,Readout,\"An official account, of a talk.\"\n"))
}
