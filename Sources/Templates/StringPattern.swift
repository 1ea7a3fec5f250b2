/// A text with places in it: `{name}` is filled in, `{{` and `}}` are braces.
struct StringPattern: Sendable {
  enum Part: Sendable {
    case literal(String)
    /// A place, and where it stands in the text, braces included.
    case place(String, Range<Int>)
  }

  private(set) var parts: [Part] = []
  /// Where a brace stands that neither opens nor closes a place.
  private(set) var strayBraces: [Int] = []

  init(_ text: String) {
    let bytes = Array(text.utf8)
    var literal: [UInt8] = []
    var offset = 0
    while offset < bytes.count {
      let byte = bytes[offset]
      let isBrace = byte == UInt8(ascii: "{") || byte == UInt8(ascii: "}")
      if isBrace, offset + 1 < bytes.count, bytes[offset + 1] == byte {
        literal.append(byte)
        offset += 2
      } else if byte == UInt8(ascii: "{"), let end = Self.end(of: offset, in: bytes) {
        if !literal.isEmpty { parts.append(.literal(String(decoding: literal, as: UTF8.self))) }
        literal = []
        parts.append(.place(String(decoding: bytes[(offset + 1)..<end], as: UTF8.self), offset..<end + 1))
        offset = end + 1
      } else {
        if isBrace { strayBraces.append(offset) }
        literal.append(byte)
        offset += 1
      }
    }
    if !literal.isEmpty { parts.append(.literal(String(decoding: literal, as: UTF8.self))) }
  }

  /// The names of its places, in order.
  var places: [(name: String, range: Range<Int>)] {
    parts.compactMap { if case .place(let name, let range) = $0 { (name, range) } else { nil } }
  }

  /// The text with its places filled in; a place without a value stays as it was written.
  func filled(_ value: (String) -> String?) -> String {
    var result = ""
    for part in parts {
      switch part {
      case .literal(let text): result += text
      case .place(let name, _): result += value(name) ?? "{\(name)}"
      }
    }
    return result
  }

  /// Where the place that opens there closes: its name is letters, digits and hyphens.
  private static func end(of start: Int, in bytes: [UInt8]) -> Int? {
    var offset = start + 1
    while offset < bytes.count {
      let byte = bytes[offset]
      if byte == UInt8(ascii: "}") { return offset > start + 1 ? offset : nil }
      let isLetter = (byte | 0x20) >= UInt8(ascii: "a") && (byte | 0x20) <= UInt8(ascii: "z")
      guard isLetter || byte == UInt8(ascii: "-") || (byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9")) else { return nil }
      offset += 1
    }
    return nil
  }
}
