/// Plain text as inline CommonMark: whatever it says, it reads as it was typed.
enum MarkdownEscape {
  /// Puts a backslash before each sign that could begin a link, an emphasis, code, a tag or a character reference.
  static func escaped(_ text: String) -> String {
    let bytes = Array(text.utf8)
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count + 8)
    for (index, byte) in bytes.enumerated() {
      let before = index > 0 ? bytes[index - 1] : UInt8(ascii: " ")
      let after = index + 1 < bytes.count ? bytes[index + 1] : UInt8(ascii: " ")
      if isSpecial(byte, before: before, after: after) { result.append(UInt8(ascii: "\\")) }
      result.append(byte)
    }
    return String(decoding: result, as: UTF8.self)
  }

  private static func isSpecial(_ byte: UInt8, before: UInt8, after: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "\\"), UInt8(ascii: "`"), UInt8(ascii: "*"), UInt8(ascii: "["), UInt8(ascii: "]"), UInt8(ascii: "<"): true
    // Within a word it is no emphasis.
    case UInt8(ascii: "_"): !(isWord(before) && isWord(after))
    case UInt8(ascii: "&"): isWord(after) || after == UInt8(ascii: "#")
    default: false
    }
  }

  private static func isWord(_ byte: UInt8) -> Bool {
    byte >= 0x80 || (48...57).contains(byte) || (65...90).contains(byte & 0xDF)
  }
}
