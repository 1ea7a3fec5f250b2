/// How a text is written as a YAML scalar, so that every reader of YAML finds a text and this one finds the same text.
package enum ScalarText {
  /// The width up to which lines are filled.
  static let width = 110

  /// On one line: plain where that is safe, else in quotes.
  ///
  /// - Parameter flow: Whether it stands within `[...]` or `{...}`.
  package static func inline(_ text: String, flow: Bool = false) -> String {
    if isPlain(text, flow: flow) { return text }
    let needsEscapes = text.unicodeScalars.contains(where: mustBeEscaped)
    if !needsEscapes, text.contains("\"") || text.contains("\\") { return "'" + text.replacing("'", with: "''") + "'" }
    return "\"" + text.unicodeScalars.map(escaped).joined() + "\""
  }

  /// As the value of a key, behind its colon and a space: in one line if it fits, else folded over several, or as it stands if it has lines
  /// of its own.
  ///
  /// - Parameters:
  ///   - start: The column behind the colon and the space.
  ///   - column: The column of the key; the lines of a block are indented by two more.
  static func value(_ text: String, start: Int, column: Int) -> [String] {
    let margin = String(repeating: " ", count: column + 2)
    if isLiteral(text) {
      let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
      return ["|-"] + lines.map { $0.isEmpty ? "" : margin + $0 }
    }
    let line = inline(text)
    guard start + line.count > width, isFoldable(text) else { return [line] }
    return [">-"] + folded(text, width: width - column - 2).map { margin + $0 }
  }

  // MARK: What is safe

  private static func isPlain(_ text: String, flow: Bool) -> Bool {
    let bytes = Array(text.utf8)
    guard let first = bytes.first, let last = bytes.last, isWord(first) || first == UInt8(ascii: "("), last != UInt8(ascii: ":"),
      last != 0x20, !text.unicodeScalars.contains(where: mustBeEscaped)
    else { return false }
    for (index, byte) in bytes.enumerated() {
      let next = index + 1 < bytes.count ? bytes[index + 1] : 0x20
      switch byte {
      case UInt8(ascii: ":") where next == 0x20: return false
      case UInt8(ascii: ":") where flow && !isWord(next) && next != UInt8(ascii: "/"): return false
      case UInt8(ascii: "#") where bytes[index - 1] == 0x20: return false
      case UInt8(ascii: ","), UInt8(ascii: "["), UInt8(ascii: "]"), UInt8(ascii: "{"), UInt8(ascii: "}"): if flow { return false }
      default: break
      }
    }
    return true
  }

  private static func isWord(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "0")...UInt8(ascii: "9"),
      UInt8(ascii: "_"):
      true
    default: byte >= 0x80
    }
  }

  /// Control characters, line breaks of all kinds and the byte order mark.
  private static func mustBeEscaped(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0..<0x20, 0x7F...0x9F, 0x2028, 0x2029, 0xFEFF, 0xFFFE, 0xFFFF: true
    default: false
    }
  }

  private static func escaped(_ scalar: Unicode.Scalar) -> String {
    switch scalar {
    case "\"": return "\\\""
    case "\\": return "\\\\"
    case "\n": return "\\n"
    case "\t": return "\\t"
    default:
      guard mustBeEscaped(scalar) else { return String(scalar) }
      let digits = String(scalar.value, radix: 16, uppercase: true)
      return "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
    }
  }

  // MARK: Blocks

  /// Several lines that a literal block holds as they are.
  private static func isLiteral(_ text: String) -> Bool {
    guard text.contains("\n"), let first = text.first, first != " ", first != "\n", text.last != "\n" else { return false }
    return text.unicodeScalars.allSatisfy { $0 == "\n" || !mustBeEscaped($0) }
      && text.split(separator: "\n", omittingEmptySubsequences: false).allSatisfy { $0.isEmpty || $0.contains { $0 != " " } }
  }

  private static func isFoldable(_ text: String) -> Bool {
    text.first != " " && text.last != " " && !text.unicodeScalars.contains(where: mustBeEscaped)
  }

  /// The lines of a folded block: broken only where a single space stands between two words, so that folding gives it back.
  private static func folded(_ text: String, width: Int) -> [String] {
    var lines: [String] = []
    var line = ""
    var gap = ""
    for word in text.split(separator: " ", omittingEmptySubsequences: false) {
      if word.isEmpty {
        gap += " "
      } else if line.isEmpty {
        line = String(word)
      } else if gap.isEmpty, line.count + 1 + word.count > width {
        lines.append(line)
        line = String(word)
      } else {
        line += " " + gap + word
        gap = ""
      }
    }
    return lines + [line]
  }
}
