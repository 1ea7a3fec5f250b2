/// The name of a file's bytes (RFC 9110, section 8.8.3): it changes when they do.
struct EntityTag: Sendable, Hashable {
  /// Letters, digits and hyphens, without quotation marks.
  let text: String

  init(text: String) {
    self.text = text
  }

  /// FNV-1a over 64 bits: it tells versions of a page apart, and keeps nothing secret.
  init(of bytes: some Sequence<UInt8>) {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01B3 }
    let digits = String(hash, radix: 16)
    text = String(repeating: "0", count: 16 - digits.count) + digits
  }

  /// As it stands in a field.
  var field: String {
    "\"\(text)\""
  }

  /// Whether `If-None-Match` names it, so that it need not be sent again. Weak tags count too.
  func isNamed(in field: String?) -> Bool {
    guard let field else { return false }
    return field.split(separator: ",").contains { item in
      let item = item.drop { $0 == " " || $0 == "\t" }
      let end = item.lastIndex { $0 != " " && $0 != "\t" }
      let tag = end.map { item[...$0] } ?? ""
      return tag == "*" || tag == self.field || tag == "W/" + self.field
    }
  }

  /// Whether a range may be sent: `If-Range` is not there, or names it. A date names nothing here, and a weak tag is not enough.
  func allowsRange(by field: String?) -> Bool {
    field == nil || field == self.field
  }
}
