/// A pipe table as it stands in the source of a paragraph, its cells not yet parsed. All ranges are offsets of the source.
struct TableSource {
  /// The paragraph in which cmark sees it.
  let paragraph: Range<Int>
  /// The lines above the head, which are a paragraph of their own.
  let before: Range<Int>?
  /// Head and rows.
  let range: Range<Int>
  let alignments: [Table.Alignment]
  let head: [Range<Int>]
  let rows: [[Range<Int>]]
  /// A line of hyphens right below, which cmark takes for a heading's underline.
  let thematicBreak: Range<Int>?
  /// The lines below that are no longer the table's.
  let after: Range<Int>?

  /// What has to be parsed as inline text, in the order of the source.
  var pieces: [Range<Int>] {
    var pieces = head
    for row in rows { pieces += row }
    if let before { pieces.insert(before, at: 0) }
    if let after { pieces.append(after) }
    return pieces
  }
}

/// Reads pipe tables by the rules of GitHub Flavored Markdown 0.29: a head, a row of delimiters with as many cells, then rows, padded or cut to
/// the head's length. A pipe within a cell is written `\|`.
struct TableReader {
  let bytes: [UInt8]

  /// A line of a paragraph: its text without the marks of the blocks around.
  struct Line {
    let range: Range<Int>
    /// Whether it belongs to the paragraph only because the paragraph had begun: it lacks a quote's mark.
    let isLazy: Bool
  }

  /// The table in a paragraph's lines, if there is one.
  func table(in lines: [Line]) -> TableSource? {
    guard let first = lines.first, let last = lines.last else { return nil }
    for index in lines.indices.dropFirst() where !lines[index].isLazy && !lines[index - 1].isLazy {
      guard let alignments = delimiters(lines[index].range) else { continue }
      let head = cells(lines[index - 1].range)
      guard head.count == alignments.count else { continue }
      var rows: [[Range<Int>]] = []
      var next = index + 1
      while next < lines.count, !lines[next].isLazy, !isThematicBreak(lines[next].range) {
        rows.append(fit(cells(lines[next].range), to: head.count, at: lines[next].range.upperBound))
        next += 1
      }
      let rule = next < lines.count && isThematicBreak(lines[next].range) ? lines[next].range : nil
      if rule != nil { next += 1 }
      let end = index + rows.count
      return TableSource(
        paragraph: first.range.lowerBound..<last.range.upperBound,
        before: index > 1 ? first.range.lowerBound..<lines[index - 2].range.upperBound : nil,
        range: lines[index - 1].range.lowerBound..<lines[end].range.upperBound,
        alignments: alignments, head: head, rows: rows, thematicBreak: rule,
        after: next < lines.count ? lines[next].range.lowerBound..<last.range.upperBound : nil)
    }
    return nil
  }

  /// Whether a line could be a row of delimiters: a cheap look, by which most documents are done with.
  static func mayBeDelimiters(_ bytes: [UInt8], _ range: Range<Int>) -> Bool {
    var hasMark = false
    var hasHyphen = false
    for offset in range {
      switch bytes[offset] {
      case 0x7C, 0x3A: hasMark = true
      case 0x2D: hasHyphen = true
      case 0x20, 0x09, 0x3E, 0x0A, 0x0D: break
      default: return false
      }
    }
    return hasMark && hasHyphen
  }

  private func delimiters(_ line: Range<Int>) -> [Table.Alignment]? {
    guard Self.mayBeDelimiters(bytes, line) else { return nil }
    let cells = cells(line)
    let alignments = cells.compactMap(alignment)
    return alignments.count == cells.count && !cells.isEmpty ? alignments : nil
  }

  private func alignment(_ cell: Range<Int>) -> Table.Alignment? {
    guard !cell.isEmpty else { return nil }
    let left = bytes[cell.lowerBound] == 0x3A
    let right = bytes[cell.upperBound - 1] == 0x3A
    let hyphens = cell.dropFirst(left ? 1 : 0).dropLast(right ? 1 : 0)
    guard !hyphens.isEmpty, hyphens.allSatisfy({ bytes[$0] == 0x2D }) else { return nil }
    return left ? (right ? .center : .left) : (right ? .right : Table.Alignment.none)
  }

  /// The cells of a row, white space taken off.
  private func cells(_ line: Range<Int>) -> [Range<Int>] {
    let line = trimmed(line)
    var cells: [Range<Int>] = []
    var offset = line.lowerBound
    if offset < line.upperBound, bytes[offset] == 0x7C { offset += 1 }
    var start = offset
    while offset < line.upperBound {
      if bytes[offset] == 0x5C, offset + 1 < line.upperBound, bytes[offset + 1].isPunctuation {
        offset += 1
      } else if bytes[offset] == 0x7C {
        cells.append(trimmed(start..<offset))
        start = offset + 1
      }
      offset += 1
    }
    if start < line.upperBound { cells.append(trimmed(start..<line.upperBound)) }
    return cells
  }

  private func fit(_ cells: [Range<Int>], to count: Int, at end: Int) -> [Range<Int>] {
    Array(cells.prefix(count)) + Array(repeating: end..<end, count: max(0, count - cells.count))
  }

  private func isThematicBreak(_ line: Range<Int>) -> Bool {
    let line = trimmed(line)
    return line.count >= 3 && line.allSatisfy { bytes[$0] == 0x2D }
  }

  private func trimmed(_ range: Range<Int>) -> Range<Int> {
    var (start, end) = (range.lowerBound, range.upperBound)
    while start < end, bytes[start].isWhitespace { start += 1 }
    while end > start, bytes[end - 1].isWhitespace { end -= 1 }
    return start..<end
  }
}
