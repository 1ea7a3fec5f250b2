import Diagnostics
import Facts
import YAML

/// Changes one field of a mapping in a file: what stands around it stays as it is, and every comment stays.
struct FieldEditor {
  let file: SourceFile
  private let comments: Comments

  init(_ file: SourceFile, root: YAMLNode) {
    self.file = file
    comments = Comments(file, root)
  }

  /// Sets a field: in place of the value that is there, else where the table has it.
  func set(_ field: FieldDeclaration, to value: FieldValue, in record: YAMLNode, _ fields: [FieldDeclaration]) -> TextEdit {
    guard let entry = record.mapping?.first(where: { $0.key == field.name }) else { return added(field, value, in: record, fields) }
    if record.isFlow { return TextEdit(entry.value.span, FieldLayout.inline(value)) }
    return replaced(entry, value, column: column(of: record.span.start))
  }

  /// Adds an item to the end of a list, in the style of those before it.
  func append(_ item: FieldValue, to field: FieldDeclaration, in record: YAMLNode, _ fields: [FieldDeclaration]) -> TextEdit {
    guard let list = record.mapping?.first(where: { $0.key == field.name })?.value, let items = list.sequence else {
      return set(field, to: .list([item]), in: record, fields)
    }
    guard let last = items.last, !list.isFlow else {
      let place = items.last.map(\.span.end) ?? list.span.start + 1
      return put(items.isEmpty ? FieldLayout.inline(item) : ", " + FieldLayout.inline(item), at: place)
    }
    let dash = column(of: list.span.start)
    let isFlow = last.isFlow && last.mapping != nil
    let lines = isFlow ? [String(repeating: " ", count: dash) + "- " + FieldLayout.inline(item)] : FieldLayout.item(item, column: dash)
    return put(newLines(lines), at: lineEnd(after: last))
  }

  // MARK: Replacing and adding

  private func replaced(_ entry: YAMLEntry, _ value: FieldValue, column: Int) -> TextEdit {
    var lines = FieldLayout.lines(entry.key, value, column: column)
    lines[0] = file.text(entry.keySpan) + lines[0].dropFirst(column + ScalarText.inline(entry.key).count)
    let end = trimmedEnd(entry.value)
    let lineEnd = file.lineRange(file.line(at: max(end - 1, entry.keySpan.start))).upperBound
    let found = comments.all(in: entry.keySpan.end..<lineEnd)
    // A comment behind a value on one line stays where it is; any other would stand within the new value, and goes above the key.
    if lines.count == 1, !found.isEmpty, found.allSatisfy({ $0.lowerBound >= end }) {
      return TextEdit(file.span(entry.keySpan.start..<end), lines[0])
    }
    // Blanks behind the value would be text behind a block.
    if found.isEmpty { return TextEdit(file.span(entry.keySpan.start..<max(end, lineEnd)), joined(lines)) }
    let above = found.map { file.text($0) }
    let margin = String(repeating: " ", count: column)
    let text = joined(
      above.enumerated().map { $0.offset == 0 ? $0.element : margin + $0.element } + [margin + lines[0]] + lines.dropFirst())
    return TextEdit(file.span(entry.keySpan.start..<max(end, lineEnd)), text)
  }

  private func added(_ field: FieldDeclaration, _ value: FieldValue, in record: YAMLNode, _ fields: [FieldDeclaration]) -> TextEdit {
    let entries = record.mapping ?? []
    let order = Dictionary(uniqueKeysWithValues: fields.enumerated().map { ($1.name, $0) })
    let place = order[field.name] ?? fields.count
    let before = entries.filter { (order[$0.key] ?? 0) < place }.max { (order[$0.key] ?? 0) < (order[$1.key] ?? 0) } ?? entries.last
    if record.isFlow {
      let text = ScalarText.inline(field.name, flow: true) + ": " + FieldLayout.inline(value)
      return before.map { put(", " + text, at: $0.value.span.end) } ?? put(text, at: record.span.start + 1)
    }
    let lines = FieldLayout.lines(field.name, value, column: column(of: record.span.start))
    guard let before else { return put(joined(lines), at: record.span.end) }
    return put(newLines(lines), at: lineEnd(after: before.value))
  }

  // MARK: Places

  /// The column of an offset, in bytes from its line's start; a byte order mark has no width.
  func column(of offset: Int) -> Int {
    let start = file.lineRange(file.line(at: offset)).lowerBound
    return offset - start - (start == 0 && file.hasByteOrderMark ? 3 : 0)
  }

  /// Behind the last byte of a value that is no white space; block texts take their line breaks in.
  private func trimmedEnd(_ node: YAMLNode) -> Int {
    var end = node.span.end
    while end > node.span.start, [0x20, 0x09, 0x0A, 0x0D].contains(file.bytes[end - 1]) { end -= 1 }
    return end
  }

  /// The end of the line on which a value ends, a comment behind it included.
  private func lineEnd(after node: YAMLNode) -> Int {
    let end = trimmedEnd(node)
    return file.lineRange(file.line(at: max(end - 1, 0))).upperBound
  }

  private func put(_ text: String, at offset: Int) -> TextEdit {
    TextEdit(file.span(offset..<offset), text)
  }

  private func newLines(_ lines: [String]) -> String {
    file.lineEnding + joined(lines)
  }

  private func joined(_ lines: [String]) -> String {
    lines.joined(separator: file.lineEnding)
  }
}

extension SourceFile {
  /// How lines end in this file, by the first that does.
  var lineEnding: String {
    guard lineCount > 1 else { return "\n" }
    let end = lineRange(1).upperBound
    return text(end..<Int(lineStarts[1]))
  }
}
