/// How values become safe bytes of HTML.
package enum Escaping {
  /// What stands in for an address whose scheme is refused.
  static let refusedURL = "about:invalid"

  /// Schemes that an address may have. `data:` is not among them: an image belongs in a file.
  static let schemes: Set<String> = ["http", "https", "mailto", "tel"]

  /// Appends text with `&`, `<`, `>` and `"` as character references, and `'` too where asked.
  package static func appendEscaped(_ text: some Collection<UInt8>, singleQuoted: Bool = false, to bytes: inout [UInt8]) {
    var offset = bytes.count
    bytes.append(contentsOf: text)
    while offset < bytes.count, !isSpecial(bytes[offset], singleQuoted: singleQuoted) { offset += 1 }
    guard offset < bytes.count else { return }
    let rest = Array(bytes[offset...])
    bytes.removeSubrange(offset...)
    for byte in rest {
      switch byte {
      case UInt8(ascii: "&"): bytes.append(contentsOf: "&amp;".utf8)
      case UInt8(ascii: "<"): bytes.append(contentsOf: "&lt;".utf8)
      case UInt8(ascii: ">"): bytes.append(contentsOf: "&gt;".utf8)
      case UInt8(ascii: "\""): bytes.append(contentsOf: "&quot;".utf8)
      case UInt8(ascii: "'") where singleQuoted: bytes.append(contentsOf: "&#39;".utf8)
      default: bytes.append(byte)
      }
    }
  }

  /// A text as the value of an attribute in double quotes, or between tags.
  package static func escaped(_ text: String) -> String {
    if !text.utf8.contains(where: { isSpecial($0, singleQuoted: false) }) { return text }
    var bytes: [UInt8] = []
    appendEscaped(text.utf8, to: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }

  private static func isSpecial(_ byte: UInt8, singleQuoted: Bool) -> Bool {
    byte <= 0x3E && (byte == 0x26 || byte == 0x3C || byte == 0x3E || byte == 0x22 || (byte == 0x27 && singleQuoted))
  }

  /// Appends JSON so that it can stand in a script element: `<` only occurs within its strings and becomes an escape there, so neither
  /// `</script` nor `<!--` remains; so do U+2028 and U+2029, which older scripts take for line ends.
  static func appendScriptSafe(_ json: [UInt8], to bytes: inout [UInt8]) {
    var offset = 0
    while offset < json.count {
      if json[offset] == UInt8(ascii: "<") {
        bytes.append(contentsOf: "\\u003C".utf8)
      } else if json[offset] == 0xE2, offset + 2 < json.count, json[offset + 1] == 0x80, json[offset + 2] & 0xFE == 0xA8 {
        bytes.append(contentsOf: (json[offset + 2] == 0xA8 ? "\\u2028" : "\\u2029").utf8)
        offset += 2
      } else {
        bytes.append(json[offset])
      }
      offset += 1
    }
  }

  /// Whether an address is relative or has an allowed scheme. A browser drops tabs, line ends and leading control characters before it reads
  /// the scheme, and so does this.
  static func isSafe(_ url: String) -> Bool {
    for (offset, byte) in url.utf8.enumerated() {
      switch byte {
      case UInt8(ascii: "/"), UInt8(ascii: "?"), UInt8(ascii: "#"): return true
      case UInt8(ascii: ":"): return isAllowed(scheme: url.utf8.prefix(offset))
      default: continue
      }
    }
    return true
  }

  private static func isAllowed(scheme: Substring.UTF8View) -> Bool {
    let read = scheme.drop { $0 <= 0x20 }.filter { $0 != 0x09 && $0 != 0x0A && $0 != 0x0D }
    return schemes.contains(String(decoding: read, as: UTF8.self).lowercased())
  }
}
