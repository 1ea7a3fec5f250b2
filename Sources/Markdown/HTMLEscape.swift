import Diagnostics

/// Writes text into HTML.
enum HTMLEscape {
  /// Text, or the value of an attribute in double quotes: `&`, `<`, `>` and `"` as entities.
  static func append(_ text: String, to html: inout [UInt8]) {
    // Most text has nothing to escape: it is appended whole, and looked through where it stands.
    let start = html.count
    html.append(contentsOf: text.utf8)
    let first = firstSpecial(in: html.span, from: start)
    guard first < html.count else { return }
    let rest = Array(html[first...])
    html.removeSubrange(first...)
    var offset = 0
    while offset < rest.count {
      switch rest[offset] {
      case UInt8(ascii: "&"): html.append(contentsOf: "&amp;".utf8)
      case UInt8(ascii: "<"): html.append(contentsOf: "&lt;".utf8)
      case UInt8(ascii: ">"): html.append(contentsOf: "&gt;".utf8)
      default: html.append(contentsOf: "&quot;".utf8)
      }
      let next = firstSpecial(in: rest.span, from: offset + 1)
      html.append(contentsOf: rest[offset + 1..<next])
      offset = next
    }
  }

  private static func firstSpecial(in bytes: Span<UInt8>, from start: Int) -> Int {
    ByteSearch.first(of: UInt8(ascii: "&"), UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "\""), in: bytes, from: start)
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
