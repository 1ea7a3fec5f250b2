import Diagnostics
import Facts

/// Writes records as a file of facts: in the order in which they came, fields in the order of their kind's table, what is open as a comment
/// above each.
struct RecordWriter {
  /// The file that was imported, for the places in comments.
  let source: SourceFile
  private(set) var text = ""
  /// What part of the text each record takes.
  private(set) var ranges: [Range<Int>] = []
  private var sweep: PositionSweep

  init(_ records: [ImportedRecord], from source: SourceFile, on day: String) {
    self.source = source
    sweep = PositionSweep(source)
    let drafts = records.count(where: \.isDraft)
    comment("Imported from \(Self.lastName(of: source.path)) on \(day).")
    if drafts > 0 {
      comment("A draft is not published. Settle what stands behind `open:`, then take the comment and `draft: true` out.")
    }
    for record in records {
      text += "\n"
      let start = text.utf8.count
      for question in record.questions {
        let position = sweep.position(at: question.span.start)
        comment("open: \(question.text) (\(Self.lastName(of: source.path)):\(position.line):\(position.column))")
      }
      text += record.key.id + ":\n"
      for field in record.fields { write(field, indent: 2) }
      ranges.append(start..<text.utf8.count)
    }
  }

  private mutating func write(_ field: ImportedField, indent: Int) {
    text += String(repeating: " ", count: indent) + field.name + ":"
    write(field.value, indent: indent, column: indent + field.name.utf8.count + 2)
  }

  /// A value behind a colon.
  private mutating func write(_ value: ImportedValue, indent: Int, column: Int) {
    switch value {
    case .text(let value): text += " " + ScalarWriter.block(value, indent: indent + 2, column: column) + "\n"
    case .list(let items):
      let texts = items.compactMap(\.text)
      let flow = "[" + texts.map(ScalarWriter.flow).joined(separator: ", ") + "]"
      if texts.count == items.count, column + flow.unicodeScalars.count <= ScalarWriter.width {
        text += " " + flow + "\n"
        return
      }
      text += "\n"
      for item in items { writeItem(item, indent: indent + 2) }
    case .record(let fields):
      text += "\n"
      for field in fields { write(field, indent: indent + 2) }
    }
  }

  /// An item behind a hyphen.
  private mutating func writeItem(_ value: ImportedValue, indent: Int) {
    let margin = String(repeating: " ", count: indent)
    switch value {
    case .text(let value): text += margin + "- " + ScalarWriter.block(value, indent: indent + 2, column: indent + 2) + "\n"
    case .record(let fields):
      for (index, field) in fields.enumerated() {
        let start = text.endIndex
        write(field, indent: indent + 2)
        if index == 0 {
          let mark = text.index(start, offsetBy: indent)
          text.replaceSubrange(mark...mark, with: "-")
        }
      }
    case .list(let items): for item in items { writeItem(item, indent: indent) }
    }
  }

  /// A comment on one line, whatever the text is.
  private mutating func comment(_ line: String) {
    text += "# " + PlainText(line).text + "\n"
  }

  private static func lastName(of path: String) -> String {
    path.split(separator: "/").last.map(String.init) ?? path
  }
}
