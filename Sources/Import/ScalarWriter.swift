/// Writes a text as a YAML scalar that reads back as the same text, whatever it is.
///
/// Plain where nothing in it means anything to YAML, folded over several lines where it is long, and in double quotes with escapes otherwise.
enum ScalarWriter {
  /// The columns that a line of a folded text may take.
  static let width = 106

  /// For a value behind a key or a hyphen.
  ///
  /// - Parameters:
  ///   - indent: How far the lines of a folded text are indented.
  ///   - column: Where the value would begin on its line.
  static func block(_ text: String, indent: Int, column: Int) -> String {
    let length = text.unicodeScalars.count
    if column + length > width, length > 60, isFoldable(text), !text.hasPrefix("http") { return folded(text, indent: indent) }
    return isPlain(text, inFlow: false) ? text : quoted(text)
  }

  /// For an item of a list in brackets.
  static func flow(_ text: String) -> String {
    isPlain(text, inFlow: true) ? text : quoted(text)
  }

  // MARK: Plain

  private static func isPlain(_ text: String, inFlow: Bool) -> Bool {
    guard let first = text.unicodeScalars.first, let last = text.unicodeScalars.last else { return false }
    guard first.properties.isAlphabetic || ("0"..."9").contains(first), last != " ", last != ":" else { return false }
    if ["null", "true", "false", "yes", "no", "on", "off", "y", "n"].contains(text.lowercased()), !["true", "false"].contains(text) {
      return false
    }
    var before: Unicode.Scalar = " "
    for scalar in text.unicodeScalars {
      if !isPrintable(scalar) { return false }
      if inFlow, ",?[]{}".unicodeScalars.contains(scalar) { return false }
      if before == ":", scalar != "/" || !isAddress(text) { return false }
      if scalar == "#", before == " " { return false }
      before = scalar
    }
    return true
  }

  private static func isAddress(_ text: String) -> Bool {
    text.hasPrefix("https://") || text.hasPrefix("http://")
  }

  /// Characters that may stand in a scalar as they are.
  private static func isPrintable(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x20...0x7E, 0xA0...0x200A, 0x2010...0x2027, 0x202F...0x205F, 0x2070...0xD7FF, 0xE000...0xFDCF, 0xFDF0...0xFEFE,
      0xFF00...0xFFFD:
      scalar.value != 0xAD && scalar.value != 0x61C
    case 0x10000...0x10FFFF: scalar.value & 0xFFFE != 0xFFFE && scalar.value >> 16 != 0xE
    default: false
    }
  }

  // MARK: Folded

  /// One line of words with single spaces between them.
  private static func isFoldable(_ text: String) -> Bool {
    var before: Unicode.Scalar = " "
    for scalar in text.unicodeScalars {
      if !isPrintable(scalar) || scalar == " " && before == " " { return false }
      before = scalar
    }
    return before != " "
  }

  private static func folded(_ text: String, indent: Int) -> String {
    let margin = String(repeating: " ", count: indent)
    var result = ">-"
    var line = ""
    var length = 0
    for word in text.split(separator: " ") {
      let count = word.unicodeScalars.count
      if length > 0, indent + length + 1 + count > width {
        result += "\n" + margin + line
        (line, length) = ("", 0)
      }
      line += (length > 0 ? " " : "") + word
      length += count + (length > 0 ? 1 : 0)
    }
    return result + "\n" + margin + line
  }

  // MARK: Quoted

  private static func quoted(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      case "\n": result += "\\n"
      case "\t": result += "\\t"
      case _ where isPrintable(scalar): result.unicodeScalars.append(scalar)
      default:
        let digits = String(scalar.value, radix: 16, uppercase: true)
        let width = scalar.value > 0xFFFF ? 8 : 4
        result += (width == 8 ? "\\U" : "\\u") + String(repeating: "0", count: width - digits.utf8.count) + digits
      }
    }
    return result + "\""
  }
}
