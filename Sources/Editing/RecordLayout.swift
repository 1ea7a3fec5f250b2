import Diagnostics
import Facts
import YAML

/// The canonical layout of one value of a file of facts, as lines: fields in the order of their table, two spaces a level, items below their
/// key by two spaces. Scalars and what stands in brackets keep the way they were typed, and comments go with what they stand above.
struct RecordLayout {
  /// Something stands where this layout knows no place for it.
  struct Unknown: Error {}

  /// The lines of an entry or an item, without line endings, and the comments that stand above it, without indentation.
  struct Piece {
    var leading: [String] = []
    var lines: [String]
    /// Where the last line is one of a block text: the column of that text. What is indented as far behind it would be text as well.
    var block: Int?

    /// Adds comments behind the last line; `column` is where they are wanted.
    mutating func add(_ comments: [(column: Int, text: String)]) {
      for comment in comments {
        lines.append(String(repeating: " ", count: min(comment.column, (block ?? .max) - 1)) + comment.text)
        // Behind a comment no text goes on.
        block = nil
      }
    }
  }

  let file: SourceFile
  let comments: Comments

  // MARK: Entries

  /// An entry of a block mapping.
  ///
  /// - Parameters:
  ///   - old: The column of its key as it stands.
  ///   - new: The column that it gets.
  func entry(_ entry: YAMLEntry, from old: Int, to new: Int, _ shape: FieldShape?) throws(Unknown) -> Piece {
    let value = entry.value
    let keyLine = file.line(at: entry.keySpan.start)
    let key = margin(new) + file.text(entry.keySpan) + ":"
    let colon = try colon(after: entry.keySpan.end)
    let start = file.line(at: value.span.start)
    guard !value.isEmpty, start > keyLine else {
      return try scalar(value, after: key + " ", from: old, to: new, shape)
    }
    let behind = trimmedEnd(file.text(colon + 1..<file.lineRange(keyLine).upperBound))
    let between = try commentLines(keyLine + 1..<start)
    if !value.isFlow, value.sequence != nil {
      var piece = try items(value, leading: between, to: new + 2, shape?.itemShape)
      piece.lines.insert(key + behind, at: 0)
      return piece
    }
    if !value.isFlow, value.mapping != nil {
      let pieces = try entries(value, leading: between, to: new + 2, shape)
      return Piece(lines: [key + behind] + pieces.flatMap(flat(at: new + 2)), block: pieces.last?.block)
    }
    if behind.isEmpty, between.isEmpty, isOneLine(value) { return try scalar(value, after: key + " ", from: old, to: new, shape) }
    var piece = try scalar(value, after: margin(new + 2), from: old, to: new, shape)
    piece.lines = [key + behind] + between.map { margin(new + 2) + $0 } + piece.lines
    return piece
  }

  /// The entries of a block mapping, in the order of their fields.
  func entries(_ mapping: YAMLNode, leading: [String], to new: Int, _ shape: FieldShape?) throws(Unknown) -> [Piece] {
    let entries = mapping.mapping ?? []
    let old = column(of: mapping.span.start)
    let fields = mapping.isFlow ? nil : shape?.recordFields
    var pieces: [(order: Int, piece: Piece)] = []
    var above = leading
    for (index, entry) in entries.enumerated() {
      guard column(of: entry.keySpan.start) == old else { throw Unknown() }
      if index > 0 {
        let gap = try gap(
          after: entries[index - 1].value, key: entries[index - 1].keySpan, before: file.line(at: entry.keySpan.start), column: old)
        pieces[index - 1].piece.add(gap.inside.map { (max(new + 2, $0.column + new - old), $0.text) })
        above = gap.above
      }
      let place = fields?.firstIndex { $0.name == entry.key }
      var piece = try self.entry(entry, from: old, to: new, place.flatMap { fields?[$0].shape } ?? valueShape(shape))
      piece.leading = above
      pieces.append((fields == nil ? index : place ?? entries.count + index, piece))
    }
    return pieces.enumerated().sorted { ($0.element.order, $0.offset) < ($1.element.order, $1.offset) }.map(\.element.piece)
  }

  private func valueShape(_ shape: FieldShape?) -> FieldShape? {
    if case .mapping(let inner)? = shape { inner } else { nil }
  }

  /// A piece's comments and lines, the comments in a column.
  func flat(at column: Int) -> (Piece) -> [String] {
    { piece in piece.leading.map { margin(column) + $0 } + piece.lines }
  }

  // MARK: Items

  private func items(_ list: YAMLNode, leading: [String], to new: Int, _ shape: FieldShape?) throws(Unknown) -> Piece {
    let items = list.sequence ?? []
    let old = column(of: list.span.start)
    var result = Piece(lines: [])
    var above = leading
    for (index, item) in items.enumerated() {
      guard !item.isEmpty, item.isFlow || item.sequence == nil else { throw Unknown() }
      let first = index == 0 ? file.line(at: list.span.start) : endLine(items[index - 1]) + 1
      let start = file.line(at: item.span.start)
      guard let dash = (first...max(first, start)).first(where: isDash) else { throw Unknown() }
      if index > 0 {
        let gap = try gap(first..<dash, column: old)
        result.add(gap.inside.map { (max(new + 2, $0.column + new - old), $0.text) })
        above = gap.above
      }
      if dash < start {
        // A dash alone on its line: what stands behind it and below belongs to the item.
        let behind = file.text(file.lineRange(dash)).drop { $0 == " " }.dropFirst().drop { $0 == " " }
        guard behind.isEmpty || behind.hasPrefix("#") else { throw Unknown() }
        above += (behind.isEmpty ? [] : [trimmedEnd(String(behind))]) + (try commentLines(dash + 1..<start))
      }
      var body: Piece
      if item.mapping != nil, !item.isFlow {
        var pieces = try entries(item, leading: [], to: new + 2, shape)
        if let head = pieces.first {
          // Nothing stands between a dash and its first field: comments go above the dash.
          above += head.leading
          pieces[0].leading = []
        }
        body = Piece(lines: pieces.flatMap(flat(at: new + 2)), block: pieces.last?.block)
        if let head = body.lines.first { body.lines[0] = margin(new) + "- " + head.dropFirst(new + 2) }
      } else {
        body = try scalar(item, after: margin(new) + "- ", from: old, to: new, shape)
      }
      result.add(above.map { (new, $0) })
      result.lines += body.lines
      result.block = body.block
      above = []
    }
    return result
  }

  /// Whether a line begins with a dash that is an item's.
  private func isDash(_ line: Int) -> Bool {
    let text = file.text(file.lineRange(line)).drop { $0 == " " }
    return text == "-" || text.hasPrefix("- ")
  }

  // MARK: Scalars and brackets

  /// A scalar or what stands in brackets, behind what stands before it on its line.
  private func scalar(_ node: YAMLNode, after lead: String, from old: Int, to new: Int, _ shape: FieldShape?) throws(Unknown) -> Piece {
    let start = node.span.start
    let end = max(start, trimmedEnd(node))
    let rest = file.text(end..<file.lineRange(file.line(at: max(end, 1) - (end > start ? 1 : 0))).upperBound)
    let text = node.isFlow ? FlowOrder(file: file, comments: comments).text(node, shape) : file.text(start..<end)
    var lines = text.replacing("\r\n", with: "\n").split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    if node.scalar.map({ $0.style == .literal || $0.style == .folded }) == true, lines.count > 1 {
      var piece = block(Array(lines.dropFirst()), header: lines[0], from: old, to: new)
      piece.lines.insert(lead + trimmedEnd(lines[0]), at: 0)
      return piece
    }
    for index in lines.indices.dropFirst() {
      let content = lines[index].drop { $0 == " " || $0 == "\t" }
      let indent = node.isFlow ? max(new + 2, lines[index].count - content.count + new - old) : new + 2
      lines[index] = content.isEmpty ? "" : margin(indent) + content
    }
    lines[0] = lead + lines[0]
    lines[lines.count - 1] = trimmedEnd(lines[lines.count - 1] + rest)
    return Piece(lines: lines)
  }

  /// The lines of a block text: all of them go as far as its first.
  private func block(_ lines: [String], header: String, from old: Int, to new: Int) -> Piece {
    func indent(_ line: String) -> Int { line.prefix { $0 == " " }.utf8.count }
    let content = lines.first { !$0.allSatisfy { $0 == " " } }.map(indent) ?? 0
    let width = header.prefix(3).first(where: \.isNumber)?.wholeNumberValue
    let shift = width == nil ? new + 2 - content : new - old
    let result = lines.map { line in
      if line.allSatisfy({ $0 == " " }), line.utf8.count <= content { return "" }
      return shift >= 0 ? margin(shift) + line : String(line.dropFirst(min(-shift, indent(line))))
    }
    return Piece(lines: result, block: new + (width ?? 2))
  }

  private func isOneLine(_ node: YAMLNode) -> Bool {
    file.line(at: node.span.start) == file.line(at: max(node.span.start, trimmedEnd(node) - 1))
  }

  // MARK: What stands between

  /// Comments between two values: those deeper than their column belong to the first, the others to what follows.
  struct Gap {
    var inside: [(column: Int, text: String)] = []
    var above: [String] = []
  }

  private func gap(after value: YAMLNode, key: SourceSpan, before line: Int, column: Int) throws(Unknown) -> Gap {
    try gap(max(endLine(value), file.line(at: key.start)) + 1..<line, column: column)
  }

  private func gap(_ lines: Range<Int>, column: Int) throws(Unknown) -> Gap {
    var gap = Gap()
    for line in lines {
      let text = file.text(file.lineRange(line))
      let content = text.drop { $0 == " " }
      if content.isEmpty { continue }
      guard content.hasPrefix("#") else { throw Unknown() }
      let indent = text.utf8.count - content.utf8.count
      if gap.above.isEmpty, indent > column {
        gap.inside.append((indent, trimmedEnd(String(content))))
      } else {
        gap.above.append(trimmedEnd(String(content)))
      }
    }
    return gap
  }

  private func commentLines(_ lines: Range<Int>) throws(Unknown) -> [String] {
    let gap = try gap(lines, column: Int.max)
    return gap.above
  }

  /// Behind the colon that follows a key.
  private func colon(after key: Int) throws(Unknown) -> Int {
    var offset = key
    while offset < file.bytes.count, file.bytes[offset] == 0x20 { offset += 1 }
    guard offset < file.bytes.count, file.bytes[offset] == UInt8(ascii: ":") else { throw Unknown() }
    return offset
  }

  // MARK: Places

  /// The last line on which something of a value stands.
  func endLine(_ node: YAMLNode) -> Int {
    file.line(at: max(node.span.start, trimmedEnd(node) - 1))
  }

  func trimmedEnd(_ node: YAMLNode) -> Int {
    var end = node.span.end
    while end > node.span.start, [0x20, 0x09, 0x0A, 0x0D].contains(file.bytes[end - 1]) { end -= 1 }
    return end
  }

  func column(of offset: Int) -> Int {
    offset - file.lineRange(file.line(at: offset)).lowerBound
  }

  private func margin(_ width: Int) -> String {
    String(repeating: " ", count: width)
  }

  private func trimmedEnd(_ text: String) -> String {
    var text = text[...]
    while let last = text.unicodeScalars.last, last == " " || last == "\t" || last == "\r" { text.unicodeScalars.removeLast() }
    return String(text)
  }
}
