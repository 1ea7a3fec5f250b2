import Diagnostics

/// How values become safe bytes of HTML.
package enum Escaping {
  /// What stands in for an address whose scheme is refused.
  static let refusedURL = "about:invalid"

  /// Schemes that an address may have. `data:` is not among them: an image belongs in a file.
  static let schemes: Set<String> = ["http", "https", "mailto", "tel"]

  /// Appends text with `&`, `<`, `>` and `"` as character references, and `'` too where asked.
  package static func appendEscaped(_ text: some Collection<UInt8>, singleQuoted: Bool = false, to bytes: inout [UInt8]) {
    let start = bytes.count
    bytes.append(contentsOf: text)
    let first = firstSpecial(in: bytes.span, from: start, singleQuoted: singleQuoted)
    guard first < bytes.count else { return }
    let rest = Array(bytes[first...])
    bytes.removeSubrange(first...)
    var offset = 0
    while offset < rest.count {
      switch rest[offset] {
      case UInt8(ascii: "&"): bytes.append(contentsOf: "&amp;".utf8)
      case UInt8(ascii: "<"): bytes.append(contentsOf: "&lt;".utf8)
      case UInt8(ascii: ">"): bytes.append(contentsOf: "&gt;".utf8)
      case UInt8(ascii: "\""): bytes.append(contentsOf: "&quot;".utf8)
      default: bytes.append(contentsOf: "&#39;".utf8)
      }
      let next = firstSpecial(in: rest.span, from: offset + 1, singleQuoted: singleQuoted)
      bytes.append(contentsOf: rest[offset + 1..<next])
      offset = next
    }
  }

  /// Where the first of the characters stands that become references; the number of bytes where there is none.
  private static func firstSpecial(in bytes: Span<UInt8>, from start: Int, singleQuoted: Bool) -> Int {
    let first = ByteSearch.first(
      of: UInt8(ascii: "&"), UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "\""), in: bytes, from: start)
    return singleQuoted ? ByteSearch.first(of: UInt8(ascii: "'"), in: bytes.extracting(0..<first), from: start) : first
  }

  /// A text as the value of an attribute in double quotes, or between tags.
  package static func escaped(_ text: String) -> String {
    let first = ByteSearch.first(of: UInt8(ascii: "&"), UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "\""), in: text)
    if first == text.utf8.count { return text }
    var bytes: [UInt8] = []
    appendEscaped(text.utf8, to: &bytes)
    return String(decoding: bytes, as: UTF8.self)
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
    let offset = ByteSearch.first(of: endsOfSchemes, in: url)
    let rest = url.utf8.dropFirst(offset)
    return rest.first != UInt8(ascii: ":") || isAllowed(scheme: url.utf8.prefix(offset))
  }

  private static let endsOfSchemes = ByteSet("/?#:".utf8)

  private static func isAllowed(scheme: Substring.UTF8View) -> Bool {
    let read = scheme.drop { $0 <= 0x20 }.filter { $0 != 0x09 && $0 != 0x0A && $0 != 0x0D }
    return schemes.contains(String(decoding: read, as: UTF8.self).lowercased())
  }
}
