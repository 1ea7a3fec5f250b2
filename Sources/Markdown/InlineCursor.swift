import Diagnostics

/// Finds where the inlines of one leaf block stand in its source.
///
/// cmark's own columns are wrong wherever a line of a paragraph begins with something that is not text (a quote's mark, a list's indentation),
/// after a link over two lines, after reference definitions, and not given for breaks. But it gives the inlines in the order of their source. So
/// this walks the source beside the tree: every text must be there, letter by letter, but for escapes, entities and typography, and between the
/// texts stand exactly the marks that the tree calls for. Where the two do not agree, it looks ahead a little and goes on from there.
struct InlineCursor {
  let bytes: [UInt8]
  /// Where the walk stands.
  private(set) var position = 0
  /// The end of the line before, or the beginning of the leaf block.
  private var lineStart = 0
  /// Where the line's text begins.
  private var lineText = 0
  /// The end of the leaf block.
  private(set) var limit = 0
  /// How many block quotes the block stands in: as many marks may begin each of its lines.
  private var quoteDepth = 0
  /// Straight single quotes that were opened and not yet closed.
  private var openSingles = 0
  private let quotes: [String]

  /// How far ahead to look for a text that is not where it should be.
  private static let lookahead = 256

  init(bytes: [UInt8], quotes: Quotes) {
    self.bytes = bytes
    self.quotes = [quotes.openingSingle, quotes.closingSingle, quotes.openingDouble, quotes.closingDouble]
  }

  /// Goes to the beginning of a leaf block's text.
  mutating func enter(_ range: Range<Int>, quoteDepth: Int) {
    position = range.lowerBound
    limit = min(range.upperBound, bytes.count)
    lineStart = range.lowerBound
    lineText = lineStart
    self.quoteDepth = quoteDepth
    openSingles = 0
  }

  var byte: UInt8 { position < limit ? bytes[position] : 0 }
  private func byte(at offset: Int) -> UInt8 { offset < limit ? bytes[offset] : 0 }

  /// Takes what stands here: as many bytes as are said.
  mutating func pass(_ count: Int) -> Range<Int> {
    position += count
    return position - count..<position
  }

  // MARK: Marks

  /// Takes as many bytes as the mark has, from the first of the given bytes on.
  mutating func mark(_ count: Int, _ first: UInt8, or second: UInt8) -> Range<Int> {
    if byte != first, byte != second {
      var offset = position
      let end = min(limit, position + Self.lookahead)
      while offset < end, bytes[offset] != first, bytes[offset] != second { offset += 1 }
      if offset < end { position = offset }
    }
    let start = position
    position = min(position + count, max(limit, start))
    return start..<position
  }

  /// Takes a break, and goes on to the next line's text. What it gives is what ends the line, not what begins the next.
  mutating func lineBreak() -> Range<Int> {
    let start = position
    var end = position
    while end < limit, !bytes[end].isLineEnd { end += 1 }
    guard end < limit else { return start..<start }
    position = afterLineEnd(end)
    lineStart = end
    lineText = position
    end += bytes[end] == 0x0D && byte(at: end + 1) == 0x0A ? 2 : 1
    return start..<end
  }

  /// Takes a code span: its run of backticks, to the next run of the same length.
  mutating func codeSpan() -> Range<Int> {
    let start = mark(0, 0x60, or: 0x60).lowerBound
    let run = runLength(0x60, at: start)
    var offset = start + run
    while offset < limit {
      if bytes[offset] == 0x60 {
        let length = runLength(0x60, at: offset)
        offset += length
        if length == run { break }
      } else {
        offset += 1
      }
    }
    position = max(offset, position)
    return start..<position
  }

  /// Takes raw HTML.
  mutating func html(_ literal: [UInt8]) -> Range<Int> {
    let start = mark(0, 0x3C, or: 0x3C).lowerBound
    var index = 0
    while index < literal.count, position < limit {
      if bytes[position].isLineEnd {
        position = afterLineEnd(position)
        while index < literal.count, literal[index].isWhitespace { index += 1 }
      } else {
        position += 1
        index += 1
      }
    }
    return start..<position
  }

  /// Takes what ends a link or an image: `]` and its destination, or the `>` of an autolink. Gives where the destination stands, if it does.
  mutating func linkEnd() -> (end: Int, destination: Range<Int>?) {
    _ = mark(1, 0x5D, or: 0x3E)
    guard position > 0, position <= limit, bytes[position - 1] == 0x5D else { return (position, nil) }
    var scanner = LinkScanner(bytes: bytes, position: position, limit: limit)
    let tail = scanner.tail()
    position = min(scanner.position, limit)
    return (position, tail)
  }

  /// Passes over the number signs of a heading and the white space after them.
  mutating func skipHeadingMark() {
    while byte == 0x23 { position += 1 }
    while byte.isBlank { position += 1 }
  }

  /// Passes over reference definitions at the beginning of a paragraph: cmark has taken them out of its text.
  mutating func skipDefinitions() {
    while byte == 0x5B {
      var scanner = LinkScanner(bytes: bytes, position: position, limit: limit)
      guard scanner.definition() else { return }
      position = scanner.position < limit ? afterLineEnd(scanner.position) : limit
    }
  }

  /// Goes from a line's end to the first byte of the next line's text.
  private func afterLineEnd(_ end: Int) -> Int {
    var offset = end
    if offset < limit, bytes[offset] == 0x0D { offset += 1 }
    if offset < limit, bytes[offset] == 0x0A { offset += 1 }
    return afterPrefix(offset)
  }

  /// Passes over what belongs to the blocks around at a line's beginning.
  func afterPrefix(_ start: Int) -> Int {
    var offset = start
    while offset < limit, bytes[offset].isBlank { offset += 1 }
    var depth = 0
    while depth < quoteDepth, offset < limit, bytes[offset] == 0x3E {
      offset += 1
      depth += 1
      while offset < limit, bytes[offset].isBlank { offset += 1 }
    }
    return offset
  }

  private func runLength(_ wanted: UInt8, at start: Int) -> Int {
    var offset = start
    while offset < limit, bytes[offset] == wanted { offset += 1 }
    return offset - start
  }
}

// MARK: - Text

extension InlineCursor {
  /// Takes a text, and gives where it stands.
  ///
  /// - Parameters:
  ///   - literal: The text as cmark gives it.
  ///   - output: Gets the text as it is to be shown: straight quotes as the language has them. Nothing is added where that is the literal itself.
  ///   - isVerbatim: Whether backslashes stand for themselves, as in an autolink.
  /// - Returns: Its range, and whether the output differs from the literal.
  mutating func text(_ literal: [UInt8], into output: inout [UInt8], isVerbatim: Bool) -> (range: Range<Int>, isChanged: Bool) {
    output.removeAll(keepingCapacity: true)
    var start = position
    var index = 0
    var copied = 0
    if let before = findBefore(literal) { start = before }
    var offset = start
    while true {
      let agreed = agreement(literal, index, offset)
      index += agreed
      offset += agreed
      guard index < literal.count else { break }
      let wanted = literal[index]
      let found = byte(at: offset)
      if found == 0x5C, !isVerbatim, byte(at: offset + 1).isPunctuation, byte(at: offset + 1) == wanted {
        index += 1
        offset += 2
      } else if found == 0x26 {
        (index, offset) = entity(literal, index, offset)
      } else if found == wanted, offset < limit {
        index += 1
        offset += 1
      } else if let step = typography(literal, index, offset) {
        if let quote = step.quote {
          output.append(contentsOf: literal[copied..<index])
          output.append(contentsOf: quotes[quote].utf8)
          copied = index + 3
        }
        index += 3
        offset += step.length
      } else if found == 0, offset < limit, wanted == 0xEF {
        index += 3
        offset += 1
      } else if let ahead = find(literal, from: index, after: offset) {
        if index == 0 { start = ahead }
        offset = ahead
      } else {
        break
      }
    }
    position = min(max(offset, start), max(limit, start))
    guard copied > 0 else { return (start..<position, false) }
    output.append(contentsOf: literal[copied...])
    return (start..<position, true)
  }

  /// How far a literal stands in the source letter by letter: nearly all of it does. A backslash and an ampersand need a closer look.
  private func agreement(_ literal: [UInt8], _ index: Int, _ offset: Int) -> Int {
    guard offset < limit else { return 0 }
    let rest = literal.span.extracting(index..<literal.count)
    let alike = rest.extracting(0..<ByteSearch.agreement(rest, bytes.span.extracting(offset..<limit)))
    return ByteSearch.first(of: 0x5C, 0x26, in: alike)
  }

  /// An entity or a character reference, or an ampersand: the index and the offset after it.
  private func entity(_ literal: [UInt8], _ index: Int, _ offset: Int) -> (Int, Int) {
    var end = offset + 1
    let bound = min(limit, offset + 40)
    while end < bound, bytes[end].isLetterOrDigit || bytes[end] == 0x23 { end += 1 }
    guard end > offset + 1, byte(at: end) == 0x3B else { return (index + 1, offset + 1) }
    let isItself = literal[index...].starts(with: bytes[offset...end])
    if isItself, !isAmpersand(bytes[offset + 1..<end]) { return (index + 1, offset + 1) }
    // One scalar, or two for some names: two where the source goes on as the literal does only after two.
    let one = nextScalar(literal, index)
    guard one < literal.count, byte(at: end + 1) != literal[one], literal[one] >= 0x80 else { return (one, end + 1) }
    let two = nextScalar(literal, one)
    let continues = two == literal.count || byte(at: end + 1) == literal[two]
    return (continues ? two : one, end + 1)
  }

  private func isAmpersand(_ name: ArraySlice<UInt8>) -> Bool {
    if name.elementsEqual("amp".utf8) || name.elementsEqual("AMP".utf8) { return true }
    guard name.first == 0x23 else { return false }
    let digits = name.dropFirst()
    if let mark = digits.first, mark.lowercased == 0x78 {
      return digits.dropFirst().drop { $0 == 0x30 }.elementsEqual("26".utf8)
    }
    return digits.drop { $0 == 0x30 }.elementsEqual("38".utf8)
  }

  private func nextScalar(_ literal: [UInt8], _ index: Int) -> Int {
    var next = index + 1
    while next < literal.count, literal[next] & 0xC0 == 0x80 { next += 1 }
    return next
  }

  /// What cmark has set typographically: how many bytes of source it stands for, and which of the language's quotes it is to be.
  private mutating func typography(_ literal: [UInt8], _ index: Int, _ offset: Int) -> (length: Int, quote: Int?)? {
    guard literal[index] == 0xE2, index + 2 < literal.count, literal[index + 1] == 0x80 else { return nil }
    switch (literal[index + 2], byte(at: offset)) {
    case (0x98, 0x27):
      openSingles += 1
      return (1, 0)
    case (0x99, 0x27):
      // cmark sets the apostrophe and the closing mark alike; it is the apostrophe within a word, and where nothing was opened.
      let isWithin = offset > 0 && bytes[offset - 1].isWordByte && byte(at: offset + 1).isWordByte
      guard openSingles > 0, !isWithin else { return (1, nil) }
      openSingles -= 1
      return (1, 1)
    case (0x9C, 0x22): return (1, 2)
    case (0x9D, 0x22): return (1, 3)
    case (0x93, 0x2D): return (2, nil)
    case (0x94, 0x2D): return (3, nil)
    case (0xA6, 0x2E): return (3, nil)
    default: return nil
    }
  }

  /// Where a literal begins in what was passed over at the line's beginning: cmark leaves white space there after a hard break, and a `>` that is
  /// indented too far to be a quote's mark.
  private func findBefore(_ literal: [UInt8]) -> Int? {
    guard position == lineText, let first = literal.first, first.isBlank || first == 0x3E, byte != first else { return nil }
    for candidate in lineStart..<max(lineStart, position) where bytes[candidate] == first {
      if bytes[candidate..<position].elementsEqual(literal.prefix(position - candidate)) { return candidate }
    }
    return nil
  }

  /// Where the rest of a literal goes on, a little after where it should.
  private func find(_ literal: [UInt8], from index: Int, after offset: Int) -> Int? {
    let wanted = literal[index..<min(index + 8, literal.count)]
    let end = min(limit - wanted.count, offset + Self.lookahead)
    var candidate = offset + 1
    while candidate <= end {
      if bytes[candidate] == wanted[index], bytes[candidate..<candidate + wanted.count].elementsEqual(wanted) { return candidate }
      candidate += 1
    }
    return nil
  }
}

extension UInt8 {
  /// A letter, a digit, or a part of a character beyond ASCII.
  fileprivate var isWordByte: Bool { isLetterOrDigit || self >= 0x80 }
}
