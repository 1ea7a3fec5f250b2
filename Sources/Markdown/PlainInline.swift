import Diagnostics

/// Tells text in which nothing is Markdown: what cmark would give back as one text, letter by letter.
enum PlainInline {
  /// Whether the bytes, which must be UTF-8 and neither begin nor end with white space, are one text as they stand: there is no line's end and no
  /// other control character in them, no character that may begin or end a mark, and nothing that is set typographically.
  static func holds(_ bytes: Span<UInt8>) -> Bool {
    ByteSearch.first(of: marks, in: bytes) == bytes.count && !hasRun(bytes)
  }

  /// What is never plain: control characters, and what may begin or end a mark or is set typographically.
  private static let marks = ByteSet(Array(0..<0x20) + Array("&'[]_\\!\"*<`".utf8))

  /// Whether two hyphens or two dots stand side by side, of which dashes and an ellipsis are made.
  private static func hasRun(_ bytes: Span<UInt8>) -> Bool {
    var offset = ByteSearch.first(of: 0x2D, 0x2E, in: bytes)
    while offset + 1 < bytes.count {
      if bytes[offset + 1] == bytes[offset] { return true }
      offset = ByteSearch.first(of: 0x2D, 0x2E, in: bytes, from: offset + 1)
    }
    return false
  }
}
