/// How wide a text is likely to be at the strip's size of type (12 px, semi-bold, a system font): an estimate on the safe side, since nothing is known
/// of the reader's fonts at build time.
enum StripText {
  /// In pixels.
  static func width(_ text: String) -> Int {
    var tenths = 0
    for scalar in text.unicodeScalars { tenths += advance(scalar) }
    return (tenths + 9) / 10
  }

  /// The text if it is no wider than that; else what fits of it with an ellipsis: at least two words, or of a text without spaces four characters; nil if
  /// not even these fit. No small word of up to three letters stays last, which would only announce what is cut: "the…", "its…".
  static func fitted(_ text: String, within width: Int) -> String? {
    guard Self.width(text) > width else { return text.isEmpty ? nil : text }
    let words = text.split(separator: " ")
    let isOneWord = words.count < 2
    let parts = isOneWord ? text.map { Substring(String($0)) } : words
    var kept = ""
    var candidate = ""
    var count = 0
    for part in parts {
      candidate += candidate.isEmpty || isOneWord ? part : " " + part
      guard Self.width(candidate) + 12 <= width else { break }
      count += 1
      let isSmall = count > 1 && !isOneWord && part.unicodeScalars.count <= 3 && part.unicodeScalars.allSatisfy(\.properties.isLowercase)
      if !isSmall { kept = candidate }
    }
    while let last = kept.last, ",:;–—-".contains(last) { kept.removeLast() }
    return count < (isOneWord ? 4 : 2) ? nil : kept + "…"
  }

  /// In tenths of a pixel.
  private static func advance(_ scalar: Unicode.Scalar) -> Int {
    switch scalar.value {
    case 0..<0x20, 0x300..<0x370, 0x200B...0x200F, 0xFE00...0xFE0F: 0
    case 0x20...0x7E: ascii(UInt8(scalar.value))
    case 0x1100..<0x1200, 0x2E80..<0xA4D0, 0xAC00..<0xD7B0, 0xF900..<0xFB00, 0xFF00..<0xFF61, 0x1F000...: 125
    case 0x2018...0x201D: 58
    default: 92
    }
  }

  private static func ascii(_ byte: UInt8) -> Int {
    switch byte {
    case UInt8(ascii: "i"), UInt8(ascii: "j"), UInt8(ascii: "l"), UInt8(ascii: " "), UInt8(ascii: "."), UInt8(ascii: ","),
      UInt8(ascii: ":"),
      UInt8(ascii: ";"), UInt8(ascii: "'"), UInt8(ascii: "!"), UInt8(ascii: "I"), UInt8(ascii: "|"):
      45
    case UInt8(ascii: "f"), UInt8(ascii: "r"), UInt8(ascii: "t"), UInt8(ascii: "("), UInt8(ascii: ")"), UInt8(ascii: "-"): 55
    case UInt8(ascii: "m"), UInt8(ascii: "w"), UInt8(ascii: "M"), UInt8(ascii: "W"), UInt8(ascii: "@"), UInt8(ascii: "%"): 118
    case UInt8(ascii: "A")...UInt8(ascii: "Z"): 95
    default: 80
    }
  }
}
