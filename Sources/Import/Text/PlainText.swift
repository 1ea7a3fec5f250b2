/// Text from a foreign file as a field can hold it: one line, without what cannot be seen.
struct PlainText {
  /// Runs of spaces and line ends are one space; none is left at either end.
  let text: String
  /// Control characters and the like that were left out, as `U+0000`, each once.
  let dropped: [String]

  init(_ raw: some StringProtocol) {
    var result = String.UnicodeScalarView()
    var dropped: [String] = []
    var needsSpace = false
    for scalar in raw.unicodeScalars {
      if Self.isSpace(scalar) {
        needsSpace = true
      } else if Self.isForbidden(scalar) {
        let name = Self.name(scalar)
        if !dropped.contains(name) { dropped.append(name) }
      } else {
        if needsSpace, !result.isEmpty { result.append(" ") }
        needsSpace = false
        result.append(scalar)
      }
    }
    text = String(result)
    self.dropped = dropped
  }

  /// Spaces that may become one; a no-break space is kept, since somebody wanted it.
  private static func isSpace(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x09...0x0D, 0x20, 0x85, 0x2028, 0x2029: true
    default: false
    }
  }

  /// Controls, byte order marks, marks that turn the writing direction of all that follows, and what Unicode says is no character.
  private static func isForbidden(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x00...0x1F, 0x7F...0x9F, 0x202A...0x202E, 0xFEFF, 0xFFF9...0xFFFB, 0xFDD0...0xFDEF, 0xE0000...0xE007F: true
    default: scalar.value & 0xFFFE == 0xFFFE
    }
  }

  private static func name(_ scalar: Unicode.Scalar) -> String {
    let digits = String(scalar.value, radix: 16, uppercase: true)
    return "U+" + String(repeating: "0", count: max(0, 4 - digits.utf8.count)) + digits
  }
}
