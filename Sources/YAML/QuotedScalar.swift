import Diagnostics

extension ScalarScanner {
  /// A scalar in single or double quotes, over any number of lines.
  func quoted(at start: Int, single: Bool) -> ScannedScalar? {
    let quote = UInt8(ascii: single ? "'" : "\"")
    var builder = ScalarBuilder()
    var offset = start + 1
    var piece = offset
    while offset < end {
      let current = bytes[offset]
      if current == quote {
        builder.copy(bytes, piece..<offset)
        if single, byte(offset + 1) == quote {
          piece = offset + 1
          offset += 2
          continue
        }
        return ScannedScalar(
          text: builder.string, style: single ? .singleQuoted : .doubleQuoted, range: start..<offset + 1, runs: builder.runs,
          next: offset + 1)
      }
      if isBlank(offset) || isBreak(offset) {
        var ahead = offset
        while isBlank(ahead) { ahead += 1 }
        guard isBreak(ahead) else {
          // Blanks within a line are text.
          offset = ahead
          continue
        }
        builder.copy(bytes, piece..<offset)
        guard let next = fold(from: offset, escaped: false, into: &builder) else { return nil }
        (offset, piece) = (next, next)
      } else if !single, current == UInt8(ascii: "\\") {
        builder.copy(bytes, piece..<offset)
        if isBreak(offset + 1) {
          guard let next = fold(from: afterBreak(offset + 1), escaped: true, into: &builder) else { return nil }
          offset = next
        } else {
          guard let (scalar, length) = escape(offset + 1) else { return nil }
          builder.put(scalar, at: offset)
          offset += 1 + length
        }
        piece = offset
      } else {
        offset += 1
      }
    }
    return nil
  }

  private func fold(from start: Int, escaped: Bool, into builder: inout ScalarBuilder) -> Int? {
    let gap = ScalarGap(self, at: start, escaped: escaped)
    if let lineStart = gap.lineStart, lineStart == gap.next, isDocumentMarker(lineStart) { return nil }
    gap.fold(from: start, self, into: &builder)
    return gap.next
  }

  /// The character that an escape means, and the bytes behind the backslash that it takes.
  private func escape(_ offset: Int) -> (Unicode.Scalar, Int)? {
    let simple: Unicode.Scalar
    switch byte(offset) {
    case UInt8(ascii: "0"): simple = "\0"
    case UInt8(ascii: "a"): simple = "\u{7}"
    case UInt8(ascii: "b"): simple = "\u{8}"
    case UInt8(ascii: "t"), UInt8(ascii: "\t"): simple = "\t"
    case UInt8(ascii: "n"): simple = "\n"
    case UInt8(ascii: "v"): simple = "\u{B}"
    case UInt8(ascii: "f"): simple = "\u{C}"
    case UInt8(ascii: "r"): simple = "\r"
    case UInt8(ascii: "e"): simple = "\u{1B}"
    case UInt8(ascii: " "): simple = " "
    case UInt8(ascii: "\""): simple = "\""
    case UInt8(ascii: "/"): simple = "/"
    case UInt8(ascii: "\\"): simple = "\\"
    case UInt8(ascii: "N"): simple = "\u{85}"
    case UInt8(ascii: "_"): simple = "\u{A0}"
    case UInt8(ascii: "L"): simple = "\u{2028}"
    case UInt8(ascii: "P"): simple = "\u{2029}"
    case UInt8(ascii: "x"): return hexadecimal(offset + 1, digits: 2)
    case UInt8(ascii: "u"): return hexadecimal(offset + 1, digits: 4)
    case UInt8(ascii: "U"): return hexadecimal(offset + 1, digits: 8)
    default: return nil
    }
    return (simple, 1)
  }

  private func hexadecimal(_ start: Int, digits: Int) -> (Unicode.Scalar, Int)? {
    var value: UInt32 = 0
    for offset in start..<start + digits {
      let digit: UInt8
      switch byte(offset) {
      case let byte where byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9"): digit = byte - UInt8(ascii: "0")
      case let byte where byte >= UInt8(ascii: "a") && byte <= UInt8(ascii: "f"): digit = byte - UInt8(ascii: "a") + 10
      case let byte where byte >= UInt8(ascii: "A") && byte <= UInt8(ascii: "F"): digit = byte - UInt8(ascii: "A") + 10
      default: return nil
      }
      value = value << 4 | UInt32(digit)
    }
    return Unicode.Scalar(value).map { ($0, 1 + digits) }
  }
}
