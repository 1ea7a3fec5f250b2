/// Words for TeX.
enum TeXText {
  /// A text in which nothing means anything to TeX: its own signs are escaped, doubled hyphens and quotation marks kept from becoming
  /// one sign, and a line's end is a space.
  static func escaped(_ text: String) -> String {
    var result: [UInt8] = []
    result.reserveCapacity(text.utf8.count)
    var last: UInt8 = 0
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "{"), UInt8(ascii: "}"), UInt8(ascii: "$"), UInt8(ascii: "&"), UInt8(ascii: "%"), UInt8(ascii: "#"),
        UInt8(ascii: "_"):
        result.append(UInt8(ascii: "\\"))
        result.append(byte)
      case UInt8(ascii: "\\"): result += "\\textbackslash{}".utf8
      case UInt8(ascii: "~"): result += "\\textasciitilde{}".utf8
      case UInt8(ascii: "^"): result += "\\textasciicircum{}".utf8
      case UInt8(ascii: "-"), UInt8(ascii: "'"), UInt8(ascii: "`"):
        if last == byte { result += "{}".utf8 }
        result.append(byte)
      case 9, 10, 13: if last != UInt8(ascii: " ") { result.append(UInt8(ascii: " ")) }
      default: result.append(byte)
      }
      last = byte == 9 || byte == 10 || byte == 13 ? UInt8(ascii: " ") : byte
    }
    return String(decoding: result, as: UTF8.self)
  }
}
