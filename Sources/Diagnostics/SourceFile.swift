/// A file's number within one run: its index in the sorted list of files that were read.
package struct FileID: Hashable, Comparable, Sendable {
  package let number: Int32

  package init(_ number: Int) {
    self.number = Int32(number)
  }

  package static func < (left: FileID, right: FileID) -> Bool {
    left.number < right.number
  }
}

/// A named text with its line table: the only place where lines and columns become byte offsets and back.
///
/// Offsets count UTF-8 bytes from the start of the file, a byte order mark included. Lines and columns count from 1. A line ends at `\n`,
/// `\r\n` or a lone `\r`.
package struct SourceFile: Sendable {
  package let id: FileID
  /// The path shown to people, relative to the project's root, with `/` between folders (`Content/facts/claims.yml`).
  package let path: String
  package let bytes: [UInt8]
  /// The offset at which each line begins; never empty.
  package let lineStarts: [Int32]

  package init(id: FileID, path: String, bytes: [UInt8]) {
    self.id = id
    self.path = path
    self.bytes = bytes
    lineStarts = Self.lineStarts(of: bytes)
  }

  package init(id: FileID = FileID(0), path: String, text: String) {
    self.init(id: id, path: path, bytes: Array(text.utf8))
  }

  /// The whole file as a span.
  package var wholeSpan: SourceSpan {
    span(0..<bytes.count)
  }

  /// Whether the file begins with a UTF-8 byte order mark.
  package var hasByteOrderMark: Bool {
    bytes.starts(with: [0xEF, 0xBB, 0xBF])
  }

  /// A range of its bytes as a span.
  package func span(_ range: Range<Int>) -> SourceSpan {
    SourceSpan(file: id, start: range.lowerBound, end: range.upperBound)
  }

  /// The text of a span; bytes that are not UTF-8 become U+FFFD.
  package func text(_ span: SourceSpan) -> String {
    text(span.range)
  }

  /// The text of a range of bytes, as far as the file reaches; bytes that are not UTF-8 become U+FFFD.
  package func text(_ range: Range<Int>) -> String {
    String(decoding: bytes[range.clamped(to: 0..<bytes.count)], as: UTF8.self)
  }

  private static func lineStarts(of bytes: [UInt8]) -> [Int32] {
    var starts: [Int32] = [0]
    let (feed, carriageReturn) = (UInt8(ascii: "\n"), UInt8(ascii: "\r"))
    var end = ByteSearch.first(of: feed, carriageReturn, in: bytes.span)
    while end < bytes.count {
      let isPair = bytes[end] == carriageReturn && end + 1 < bytes.count && bytes[end + 1] == feed
      let start = end + (isPair ? 2 : 1)
      starts.append(Int32(start))
      end = ByteSearch.first(of: feed, carriageReturn, in: bytes.span, from: start)
    }
    return starts
  }
}

// MARK: - Lines and columns

extension SourceFile {
  package var lineCount: Int {
    lineStarts.count
  }

  /// The bytes of a line (counted from 1) without its line ending.
  package func lineRange(_ line: Int) -> Range<Int> {
    let start = Int(lineStarts[line - 1])
    var end = line < lineStarts.count ? Int(lineStarts[line]) : bytes.count
    while end > start, bytes[end - 1] == UInt8(ascii: "\n") || bytes[end - 1] == UInt8(ascii: "\r") { end -= 1 }
    return start..<end
  }

  /// The line, from 1, in which an offset lies.
  package func line(at offset: Int) -> Int {
    var low = 0
    var high = lineStarts.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if Int(lineStarts[middle]) <= offset { low = middle } else { high = middle }
    }
    return low + 1
  }

  /// Where an offset lies as a person counts: the column counts characters (grapheme clusters), a tab as one.
  package func position(at offset: Int) -> SourcePosition {
    let line = line(at: offset)
    var range = lineRange(line)
    if line == 1, hasByteOrderMark { range = min(3, range.upperBound)..<range.upperBound }
    let before = range.lowerBound..<max(range.lowerBound, min(offset, range.upperBound))
    return SourcePosition(line: line, column: characters(in: before) + 1)
  }

  /// How many characters a range within one line has: in ASCII a byte each, since no line has `\r\n` in it.
  func characters(in range: Range<Int>) -> Int {
    bytes[range].allSatisfy { $0 < 0x80 } ? range.count : text(range).count
  }

  /// The offset of a line and of a column that counts UTF-8 bytes, both from 1, as cmark gives them.
  package func offset(line: Int, utf8Column: Int) -> Int {
    guard line >= 1, line <= lineStarts.count else { return bytes.count }
    return min(Int(lineStarts[line - 1]) + max(utf8Column - 1, 0), bytes.count)
  }

  /// The offset of a line and of a column that counts Unicode scalars, both from 1, as libYAML gives them.
  package func offset(line: Int, scalarColumn: Int) -> Int {
    guard line >= 1, line <= lineStarts.count else { return bytes.count }
    var offset = Int(lineStarts[line - 1])
    var left = max(scalarColumn - 1, 0)
    while left > 0, offset < bytes.count {
      offset += 1
      while offset < bytes.count, bytes[offset] & 0xC0 == 0x80 { offset += 1 }
      left -= 1
    }
    return offset
  }
}

/// A place as a person counts: line and column from 1, the column in characters.
package struct SourcePosition: Hashable, Sendable {
  package let line: Int
  package let column: Int

  package init(line: Int, column: Int) {
    self.line = line
    self.column = column
  }
}
