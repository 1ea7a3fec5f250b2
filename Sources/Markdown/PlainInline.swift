import Diagnostics

/// Tells text in which nothing is Markdown: what cmark would give back as one text, letter by letter.
enum PlainInline {
  /// Whether the bytes, which must be UTF-8 and neither begin nor end with white space, are one text as they stand: there is no line's end and no
  /// other control character in them, no character that may begin or end a mark, and nothing that is set typographically.
  static func holds(_ bytes: Span<UInt8>) -> Bool {
    ByteSearch.first(in: bytes, marking: mark) == bytes.count && !hasRun(bytes)
  }

  /// Marks what is never plain.
  @inline(__always)
  private static func mark(_ byte: UInt8) -> UInt8 {
    let control = (byte &- 0x20) & ~byte
    // `&` and `'`; `[` and `_`; `\` and `]`; then `!`, `"`, `*`, `<` and the backtick.
    let pairs = ByteSearch.mark(byte | 1, is: 0x27) | ByteSearch.mark(byte | 4, is: 0x5F) | ByteSearch.mark(byte | 1, is: 0x5D)
    let quotes = ByteSearch.mark(byte, is: 0x21) | ByteSearch.mark(byte, is: 0x22)
    let others = ByteSearch.mark(byte, is: 0x2A) | ByteSearch.mark(byte, is: 0x3C) | ByteSearch.mark(byte, is: 0x60)
    return control | pairs | quotes | others
  }

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
