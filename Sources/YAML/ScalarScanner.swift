import Diagnostics

/// Reads scalars from the source by libYAML's rules, so that every character of the text has its place.
///
/// It finds where a scalar ends and what it says. Whatever is not well-formed, or rests on a rarer rule, is nil.
struct ScalarScanner {
  let bytes: [UInt8]
  let end: Int

  /// The byte at an offset, 0 behind the end.
  func byte(_ offset: Int) -> UInt8 {
    offset < end ? bytes[offset] : 0
  }

  /// The scalar that begins at `start`.
  ///
  /// - Parameters:
  ///   - indent: The column of the innermost block collection around it, -1 for none.
  ///   - flow: Whether it stands in `[...]` or `{...}`.
  func scalar(at start: Int, indent: Int, flow: Bool) -> ScannedScalar? {
    switch byte(start) {
    case UInt8(ascii: "'"): quoted(at: start, single: true)
    case UInt8(ascii: "\""): quoted(at: start, single: false)
    case UInt8(ascii: "|") where !flow, UInt8(ascii: ">") where !flow: block(at: start, indent: indent)
    default: plain(at: start, indent: indent, flow: flow)
    }
  }

  /// Whether `---` or `...` stands alone at the start of the line that begins at `offset`.
  func isDocumentMarker(_ offset: Int) -> Bool {
    let first = byte(offset)
    guard first == UInt8(ascii: "-") || first == UInt8(ascii: ".") else { return false }
    return byte(offset + 1) == first && byte(offset + 2) == first && isBlankOrEnd(offset + 3)
  }

  func isBreak(_ offset: Int) -> Bool {
    offset < end && (bytes[offset] == UInt8(ascii: "\n") || bytes[offset] == UInt8(ascii: "\r"))
  }

  func isBlank(_ offset: Int) -> Bool {
    offset < end && (bytes[offset] == UInt8(ascii: " ") || bytes[offset] == UInt8(ascii: "\t"))
  }

  func isBlankOrEnd(_ offset: Int) -> Bool {
    offset >= end || isBlank(offset) || isBreak(offset)
  }

  /// The offset behind the line break at `offset`.
  func afterBreak(_ offset: Int) -> Int {
    byte(offset) == UInt8(ascii: "\r") && byte(offset + 1) == UInt8(ascii: "\n") ? offset + 2 : offset + 1
  }

  /// Behind blanks, line breaks and comments.
  func afterSpace(_ start: Int) -> Int {
    var offset = start
    while offset < end {
      if isBlank(offset) || isBreak(offset) {
        offset += 1
      } else if bytes[offset] == UInt8(ascii: "#"), offset == start || isBlank(offset - 1) || isBreak(offset - 1) {
        while offset < end, !isBreak(offset) { offset += 1 }
      } else {
        break
      }
    }
    return offset
  }
}

/// Blanks and line breaks between two pieces of a plain or quoted scalar, and what they fold to.
struct ScalarGap {
  /// Offset of the first line break, nil for a gap within a line or behind an escaped line break.
  var firstBreak: Int?
  /// Offsets of the further line breaks, each of which stays.
  var moreBreaks: [Int] = []
  /// Where the next piece begins, if anything follows.
  var next: Int
  /// Where the line of the next piece begins, if it is another line.
  var lineStart: Int?

  /// Skips the gap at `start`; `escaped` means that a line break was taken away by a backslash.
  init(_ scanner: ScalarScanner, at start: Int, escaped: Bool = false) {
    next = start
    if escaped { lineStart = start }
    while true {
      if scanner.isBlank(next) {
        next += 1
      } else if scanner.isBreak(next) {
        if firstBreak == nil, lineStart == nil { firstBreak = next } else { moreBreaks.append(next) }
        next = scanner.afterBreak(next)
        lineStart = next
      } else {
        return
      }
    }
  }

  /// Appends what the gap means: itself within a line, a space for one line break, else a line break for each further one.
  func fold(from start: Int, _ scanner: ScalarScanner, into builder: inout ScalarBuilder) {
    if lineStart == nil {
      builder.copy(scanner.bytes, start..<next)
    } else if let firstBreak, moreBreaks.isEmpty {
      builder.put(UInt8(ascii: " "), at: firstBreak)
    } else {
      for offset in moreBreaks { builder.put(UInt8(ascii: "\n"), at: offset) }
    }
  }
}
