/// A way through JSON (RFC 8259, strict) from its start to its end, value by value: no tree is built, and nothing recurses.
package struct JSONCursor {
  private let bytes: [UInt8]
  /// Where the text ends.
  private let limit: Int
  /// In bytes from the start.
  package private(set) var offset = 0
  /// Where the name that was read last stands, its quotation marks included.
  package private(set) var nameRange = 0..<0
  /// Whether a value stood before in the same object or array.
  private var needsComma = false
  /// Whether a half of a surrogate pair that stands alone becomes U+FFFD, which is one UTF-16 unit as well, and no fault.
  private let repairsSurrogates: Bool

  /// How deep values may nest.
  package static let depthLimit = 64

  /// - Parameters:
  ///   - range: The part of the bytes that is read; all of them if not given. A byte order mark at its start is passed over.
  ///   - repairsSurrogates: Whether a half of a surrogate pair that stands alone becomes U+FFFD; it is a fault otherwise.
  package init(_ bytes: [UInt8], range: Range<Int>? = nil, repairsSurrogates: Bool = false) {
    self.bytes = bytes
    self.repairsSurrogates = repairsSurrogates
    limit = range?.upperBound ?? bytes.count
    offset = range?.lowerBound ?? 0
    if bytes[offset..<limit].starts(with: [0xEF, 0xBB, 0xBF]) { offset += 3 }
  }

  private func fault(_ reason: String) -> JSONFault {
    JSONFault(offset: offset, reason: reason)
  }

  private mutating func skipSpace() {
    while offset < limit, bytes[offset] == 0x20 || (0x09...0x0A).contains(bytes[offset]) || bytes[offset] == 0x0D { offset += 1 }
  }

  /// The next byte that is no space, without passing it; 0 at the end.
  private mutating func peek() -> UInt8 {
    skipSpace()
    return offset < limit ? bytes[offset] : 0
  }

  /// What kind of value comes next, and where it begins; nothing of it is passed.
  package mutating func next() -> (kind: JSONValueKind, start: Int) {
    let kind: JSONValueKind =
      switch peek() {
      case UInt8(ascii: "{"): .object
      case UInt8(ascii: "["): .list
      case UInt8(ascii: "\""): .text
      case UInt8(ascii: "t"), UInt8(ascii: "f"): .flag
      case UInt8(ascii: "n"): .null
      default: .number
      }
    return (kind, offset)
  }

  /// Passes `null`.
  package mutating func null() throws(JSONFault) {
    _ = peek()
    try skipWord("null")
  }

  private mutating func expect(_ sign: Unicode.Scalar) throws(JSONFault) {
    guard peek() == UInt8(ascii: sign) else { throw fault("`\(sign)` is missing") }
    offset += 1
  }
}

// MARK: - Objects and arrays

extension JSONCursor {
  /// Passes the opening brace.
  package mutating func beginObject() throws(JSONFault) {
    try expect("{")
    needsComma = false
  }

  /// The next member's name, or nil after the last.
  package mutating func nextName() throws(JSONFault) -> String? {
    guard try nextItem(closing: "}") else { return nil }
    _ = peek()
    let start = offset
    let name = try string()
    nameRange = start..<offset
    try expect(":")
    return name
  }

  /// Passes the opening bracket.
  package mutating func beginArray() throws(JSONFault) {
    try expect("[")
    needsComma = false
  }

  /// Whether another element follows.
  package mutating func nextElement() throws(JSONFault) -> Bool {
    try nextItem(closing: "]")
  }

  private mutating func nextItem(closing: Unicode.Scalar) throws(JSONFault) -> Bool {
    if peek() == UInt8(ascii: closing) {
      offset += 1
      needsComma = true
      return false
    }
    if needsComma { try expect(",") }
    needsComma = false
    return true
  }

  /// Nothing may follow the value.
  package mutating func end() throws(JSONFault) {
    guard peek() == 0, offset == limit else { throw fault("something follows the end") }
  }
}

// MARK: - Values

extension JSONCursor {
  /// A whole number, not negative.
  package mutating func integer() throws(JSONFault) -> Int {
    _ = peek()
    let start = offset
    try skipNumber()
    guard let value = Int(String(decoding: bytes[start..<offset], as: UTF8.self)), value >= 0 else {
      throw fault("a whole number is missing")
    }
    return value
  }

  /// A number as it is written.
  package mutating func number() throws(JSONFault) -> String {
    _ = peek()
    let start = offset
    try skipNumber()
    return String(decoding: bytes[start..<offset], as: UTF8.self)
  }

  /// `true` or `false`.
  package mutating func flag() throws(JSONFault) -> Bool {
    let isTrue = peek() == UInt8(ascii: "t")
    try skipWord(isTrue ? "true" : "false")
    return isTrue
  }

  /// A text, its escapes resolved.
  package mutating func string() throws(JSONFault) -> String {
    try expect("\"")
    let start = offset
    while offset < limit, bytes[offset] != UInt8(ascii: "\""), bytes[offset] != UInt8(ascii: "\\"), bytes[offset] >= 0x20 {
      offset += 1
    }
    var text = Array(bytes[start..<offset])
    while true {
      guard offset < limit, bytes[offset] >= 0x20 else { throw fault("a text has no end, or a control character in it") }
      let byte = bytes[offset]
      offset += 1
      if byte == UInt8(ascii: "\"") { break }
      if byte == UInt8(ascii: "\\") { try text += escape() } else { text.append(byte) }
    }
    guard let string = String(validating: text, as: UTF8.self) else { throw fault("a text is not UTF-8") }
    needsComma = true
    return string
  }

  private mutating func escape() throws(JSONFault) -> [UInt8] {
    guard offset < limit else { throw fault("a text has no end") }
    let sign = bytes[offset]
    offset += 1
    switch sign {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): return [sign]
    case UInt8(ascii: "b"): return [0x08]
    case UInt8(ascii: "f"): return [0x0C]
    case UInt8(ascii: "n"): return [0x0A]
    case UInt8(ascii: "r"): return [0x0D]
    case UInt8(ascii: "t"): return [0x09]
    case UInt8(ascii: "u"):
      var unit = try codeUnit()
      if (0xD800...0xDBFF).contains(unit), bytes[offset..<limit].starts(with: Array("\\u".utf8)) {
        let back = offset
        offset += 2
        let low = try codeUnit()
        if (0xDC00...0xDFFF).contains(low) {
          unit = 0x10000 + (unit - 0xD800) << 10 + (low - 0xDC00)
        } else {
          // The second escape is read again, for itself.
          offset = back
        }
      }
      if let scalar = Unicode.Scalar(unit) { return Array(String(scalar).utf8) }
      guard repairsSurrogates else { throw fault("a half of a surrogate pair stands alone") }
      return Array("\u{FFFD}".utf8)
    default: throw fault("no such escape")
    }
  }

  private mutating func codeUnit() throws(JSONFault) -> UInt32 {
    let digits = bytes[offset..<min(offset + 4, limit)]
    let isHex = digits.allSatisfy { (48...57).contains($0) || (65...70).contains($0 & 0xDF) }
    guard digits.count == 4, isHex, let unit = UInt32(String(decoding: digits, as: UTF8.self), radix: 16) else {
      throw fault("four hexadecimal digits are missing")
    }
    offset += 4
    return unit
  }

  /// `-?(0|[1-9][0-9]*)(\.[0-9]+)?([eE][+-]?[0-9]+)?`
  private mutating func skipNumber() throws(JSONFault) {
    if peek() == UInt8(ascii: "-") { offset += 1 }
    let start = offset
    try skipDigits()
    if bytes[start] == UInt8(ascii: "0"), offset > start + 1 { throw fault("a number begins with 0") }
    if offset < limit, bytes[offset] == UInt8(ascii: ".") {
      offset += 1
      try skipDigits()
    }
    if offset < limit, bytes[offset] | 0x20 == UInt8(ascii: "e") {
      offset += 1
      if offset < limit, bytes[offset] == UInt8(ascii: "+") || bytes[offset] == UInt8(ascii: "-") { offset += 1 }
      try skipDigits()
    }
    needsComma = true
  }

  private mutating func skipDigits() throws(JSONFault) {
    let start = offset
    while offset < limit, (48...57).contains(bytes[offset]) { offset += 1 }
    if offset == start { throw fault("a number is missing") }
  }

  /// Passes over any value.
  package mutating func skipValue() throws(JSONFault) {
    var closers: [UInt8] = []
    while true {
      switch peek() {
      case UInt8(ascii: "{"):
        try beginObject()
        closers.append(UInt8(ascii: "}"))
      case UInt8(ascii: "["):
        try beginArray()
        closers.append(UInt8(ascii: "]"))
      case UInt8(ascii: "\""): _ = try string()
      case UInt8(ascii: "t"): try skipWord("true")
      case UInt8(ascii: "f"): try skipWord("false")
      case UInt8(ascii: "n"): try skipWord("null")
      default: try skipNumber()
      }
      if closers.count > Self.depthLimit { throw fault("values nest more than \(Self.depthLimit) deep") }
      // To the place of the next value: past closing signs, a comma and a name.
      while let closer = closers.last {
        if closer == UInt8(ascii: "}") ? try nextName() != nil : try nextElement() { break }
        closers.removeLast()
      }
      if closers.isEmpty { return }
    }
  }

  private mutating func skipWord(_ word: String) throws(JSONFault) {
    guard bytes[offset..<limit].starts(with: word.utf8) else { throw fault("a value is missing") }
    offset += word.utf8.count
    needsComma = true
  }
}
