/// Writes text into HTML byte by byte.
enum HTMLEscape {
  /// Text, or the value of an attribute in double quotes: `&`, `<`, `>` and `"` as entities.
  static func append(_ text: String, to html: inout [UInt8]) {
    // Most text has nothing to escape: it is appended whole, and looked through where it stands.
    var offset = html.count
    html.append(contentsOf: text.utf8)
    while offset < html.count, !isSpecial(html[offset]) { offset += 1 }
    guard offset < html.count else { return }
    let rest = Array(html[offset...])
    html.removeSubrange(offset...)
    for byte in rest {
      switch byte {
      case UInt8(ascii: "&"): html.append(contentsOf: "&amp;".utf8)
      case UInt8(ascii: "<"): html.append(contentsOf: "&lt;".utf8)
      case UInt8(ascii: ">"): html.append(contentsOf: "&gt;".utf8)
      case UInt8(ascii: "\""): html.append(contentsOf: "&quot;".utf8)
      default: html.append(byte)
      }
    }
  }

  private static func isSpecial(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "&") || byte == UInt8(ascii: "<") || byte == UInt8(ascii: ">") || byte == UInt8(ascii: "\"")
  }

  /// An address as the value of an attribute in double quotes, by cmark's rule: what cannot stand in an address is percent-encoded, `&` and
  /// `'` are entities, and what is already encoded stays.
  static func appendAddress(_ address: String, to html: inout [UInt8]) {
    for byte in address.utf8 {
      switch byte {
      case UInt8(ascii: "&"): html.append(contentsOf: "&amp;".utf8)
      case UInt8(ascii: "'"): html.append(contentsOf: "&#x27;".utf8)
      default:
        if isAddress(byte) {
          html.append(byte)
        } else {
          html.append(UInt8(ascii: "%"))
          html.append(digits[Int(byte >> 4)])
          html.append(digits[Int(byte & 15)])
        }
      }
    }
  }

  private static let digits = Array("0123456789ABCDEF".utf8)

  private static func isAddress(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
    case UInt8(ascii: "!"), UInt8(ascii: "#"), UInt8(ascii: "$"), UInt8(ascii: "%"), 0x28...0x2F, UInt8(ascii: ":"), UInt8(ascii: ";"),
      UInt8(ascii: "="), UInt8(ascii: "?"), UInt8(ascii: "@"), UInt8(ascii: "_"), UInt8(ascii: "~"):
      true
    default: false
    }
  }
}
