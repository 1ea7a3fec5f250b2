import Diagnostics

/// A part of the source that is parsed as inline text.
struct InlinePiece {
  let range: Range<Int>
  /// How many block quotes it stands in.
  let quoteDepth: Int
  /// Whether it is a table's cell, where `\|` stands for a pipe before anything else is read.
  let isCell: Bool
}

/// A table with its cells parsed.
struct ParsedTable {
  let source: TableSource
  /// The head, then the rows.
  let rows: [[(range: Range<Int>, inlines: [Inline])]]
  let before: [Inline]
  let after: [Inline]
}

/// Finds the pipe tables in cmark's paragraphs and parses their cells.
///
/// cmark has no call to parse inline text alone. So every cell becomes a paragraph that begins with a no-break space, which makes it no other
/// block and counts as a line's beginning; all of them are parsed at once, before the document's own text, so that its reference definitions
/// hold.
struct TableParser {
  let lines: SourceLines
  let extensions: MarkdownParser.Extensions
  let quotes: Quotes

  /// The lines that look like a row of delimiters: most documents have none, and no table.
  var delimiterLines: [Int] {
    var found: [Int] = []
    var line = 1
    var start = lines.start(ofLine: line)
    while start < lines.range.upperBound {
      let next = lines.start(ofLine: line + 1)
      if TableReader.mayBeDelimiters(lines.bytes, start..<next) { found.append(line) }
      line += 1
      start = next
    }
    return found
  }

  /// The document's tables in the order of the source. The walk over the document's tree begins and ends before its first event.
  ///
  /// - Parameter delimiters: The lines that look like a row of delimiters.
  func tables(in tree: inout CMarkTree, delimiters: [Int], log: inout DiagnosticLog) -> [ParsedTable] {
    let found = find(in: &tree, delimiters)
    tree.rewind()
    guard !found.isEmpty else { return [] }
    var pieces: [InlinePiece] = []
    for (source, depth) in found {
      pieces += source.pieces.map { InlinePiece(range: $0, quoteDepth: depth, isCell: $0 != source.before && $0 != source.after) }
    }
    var parsed = inlines(of: pieces, log: &log)[...]
    return found.map { source, _ in
      let before = source.before == nil ? [] : parsed.popFirst() ?? []
      let rows = ([source.head] + source.rows).map { row in row.map { (range: $0, inlines: parsed.popFirst() ?? []) } }
      return ParsedTable(source: source, rows: rows, before: before, after: source.after == nil ? [] : parsed.popFirst() ?? [])
    }
  }

  private func find(in tree: inout CMarkTree, _ delimiters: [Int]) -> [(TableSource, Int)] {
    var found: [(TableSource, Int)] = []
    var ahead = delimiters[...]
    var depth = 0
    /// The columns, from 0, at which the text of the list items around begins at the earliest.
    var indents: [Int] = []
    let reader = TableReader(bytes: lines.bytes)
    while tree.advance() {
      switch tree.kind {
      case .quote: depth += tree.isLeaving ? -1 : 1
      case .item where tree.isLeaving: indents.removeLast()
      case .item: indents.append(tree.startColumn + 1)
      case .paragraph, .heading:
        let (first, last) = (tree.startLine, tree.endLine)
        tree.skipChildren()
        while let line = ahead.first, line <= first { ahead.removeFirst() }
        guard let line = ahead.first else { return found }
        guard line <= last else { continue }
        if let table = reader.table(in: tableLines(tree, depth, indent: indents.last ?? 0)) { found.append((table, depth)) }
      default: break
      }
    }
    return found
  }

  private func tableLines(_ tree: borrowing CMarkTree, _ depth: Int, indent: Int) -> [TableReader.Line] {
    var result: [TableReader.Line] = []
    for line in tree.startLine...tree.endLine {
      let end = lines.end(ofLine: line)
      var offset = lines.start(ofLine: line)
      var marks = depth
      var column = indent
      if line == tree.startLine {
        offset += max(tree.startColumn - 1, 0)
      } else {
        (marks, column) = (0, 0)
        while offset < end, lines.bytes[offset].isBlank || (marks < depth && lines.bytes[offset] == 0x3E) {
          if lines.bytes[offset] == 0x3E { marks += 1 }
          column += lines.bytes[offset] == 0x09 ? 4 - column % 4 : 1
          offset += 1
        }
      }
      result.append(TableReader.Line(range: min(offset, end)..<end, isLazy: marks < depth || column < indent))
    }
    return result
  }

  /// Reads pieces of the source as inline text, each by itself.
  private func inlines(of pieces: [InlinePiece], log: inout DiagnosticLog) -> [[Inline]] {
    var inlines = pieces.map { piece in
      piece.range.isEmpty ? [] : [Inline(.text(String(decoding: lines.bytes[piece.range], as: UTF8.self)), span: lines.span(piece.range))]
    }
    // Most cells are plain text.
    let marked = pieces.indices.filter { !pieces[$0].isCell || !PlainInline.holds(lines.bytes.span.extracting(pieces[$0].range)) }
    guard !marked.isEmpty else { return inlines }
    for (index, parsed) in zip(marked, parse(marked.map { pieces[$0] }, log: &log)) { inlines[index] = parsed }
    return inlines
  }

  /// Parses pieces of the source by cmark.
  private func parse(_ pieces: [InlinePiece], log: inout DiagnosticLog) -> [[Inline]] {
    var text: [UInt8] = []
    for piece in pieces {
      text += [0xC2, 0xA0]
      append(piece, to: &text)
      text += [0x0A, 0x0A]
    }
    if hasDefinitions { text += lines.bytes[lines.range] }
    var tree = CMarkTree(text, in: 0..<text.count, smart: extensions.contains(.smartQuotes))
    var converter = TreeConverter(lines, extensions: extensions.subtracting(.figures), quotes: quotes, pieces: pieces)
    let blocks = converter.convert(&tree)
    log.append(converter.log)
    return blocks.map { block in
      if case .paragraph(let inlines) = block.kind { inlines } else { [] }
    }
  }

  private func append(_ piece: InlinePiece, to text: inout [UInt8]) {
    var offset = piece.range.lowerBound
    let end = piece.range.upperBound
    while offset < end {
      let byte = lines.bytes[offset]
      if piece.isCell, byte == 0x5C, offset + 1 < end, lines.bytes[offset + 1] == 0x7C {
        text.append(0x7C)
        offset += 2
      } else if byte.isLineEnd {
        text.append(0x0A)
        var marks = 0
        while offset < end, lines.bytes[offset].isWhitespace || (marks < piece.quoteDepth && lines.bytes[offset] == 0x3E) {
          if lines.bytes[offset] == 0x3E { marks += 1 }
          offset += 1
        }
      } else {
        text.append(byte)
        offset += 1
      }
    }
  }

  /// Whether anything could be a reference definition.
  private var hasDefinitions: Bool {
    let text = lines.bytes.span.extracting(lines.range)
    var colon = ByteSearch.first(of: 0x3A, in: text)
    while colon < text.count {
      if colon > 0, text[colon - 1] == 0x5D { return true }
      colon = ByteSearch.first(of: 0x3A, in: text, from: colon + 1)
    }
    return false
  }
}
