/// Walks over HTML from tag to tag. Comments, declarations and what stands in scripts, styles and text areas are passed over; what is no whole
/// tag is text. It reads any bytes, each once.
struct TagWalker {
  struct Attribute {
    /// In small letters.
    let name: String
    /// The value as it stands, without quotation marks, character references unresolved; empty where there is none.
    let value: Range<Int>
    /// Whether it stands in quotation marks, and which.
    let quote: UInt8?
  }

  struct Tag {
    /// In small letters.
    let name: String
    let isEnd: Bool
    /// From `<` to behind `>`.
    let range: Range<Int>
    /// Where the name ends.
    let nameEnd: Int
    let attributes: [Attribute]
  }

  let bytes: [UInt8]
  private(set) var position: Int
  private let end: Int

  init(_ bytes: [UInt8], in range: Range<Int>? = nil) {
    self.bytes = bytes
    position = range?.lowerBound ?? 0
    end = range?.upperBound ?? bytes.count
  }

  /// The next tag; nil at the end.
  mutating func next() -> Tag? {
    while position < end {
      guard bytes[position] == UInt8(ascii: "<") else {
        position += 1
        continue
      }
      if begins("<!--", at: position) {
        position = find("-->", from: position + 4).map { $0 + 3 } ?? end
      } else if begins("<!", at: position) || begins("<?", at: position) {
        position = find(">", from: position).map { $0 + 1 } ?? end
      } else if let tag = tag(at: position) {
        position = tag.range.upperBound
        if !tag.isEnd, Self.raw.contains(tag.name) { position = findEnd(of: tag.name, from: position) }
        return tag
      } else {
        position += 1
      }
    }
    return nil
  }

  /// The value of an attribute, character references resolved.
  func value(_ attribute: Attribute) -> String {
    CharacterReferences.resolved(bytes[attribute.value])
  }

  /// What holds text alone, whatever it looks like.
  private static let raw: Set<String> = ["script", "style", "textarea", "title"]

  // MARK: Reading

  private func tag(at start: Int) -> Tag? {
    var index = start + 1
    let isEnd = index < end && bytes[index] == UInt8(ascii: "/")
    if isEnd { index += 1 }
    guard index < end, Self.isLetter(bytes[index]) else { return nil }
    let nameStart = index
    while index < end, !Self.isSpace(bytes[index]), bytes[index] != UInt8(ascii: ">"), bytes[index] != UInt8(ascii: "/") { index += 1 }
    let nameEnd = index
    var attributes: [Attribute] = []
    while index < end {
      let byte = bytes[index]
      if byte == UInt8(ascii: ">") {
        return Tag(
          name: lowered(nameStart..<nameEnd), isEnd: isEnd, range: start..<index + 1, nameEnd: nameEnd, attributes: attributes)
      }
      if Self.isSpace(byte) || byte == UInt8(ascii: "/") {
        index += 1
      } else {
        attributes.append(attribute(from: &index))
      }
    }
    return nil
  }

  private func attribute(from index: inout Int) -> Attribute {
    let nameStart = index
    // An equals sign at the very start is part of the name.
    repeat { index += 1 } while index < end && !Self.isSpace(bytes[index]) && !Self.endsName(bytes[index])
    let name = lowered(nameStart..<index)
    var next = index
    while next < end, Self.isSpace(bytes[next]) { next += 1 }
    guard next < end, bytes[next] == UInt8(ascii: "=") else { return Attribute(name: name, value: index..<index, quote: nil) }
    next += 1
    while next < end, Self.isSpace(bytes[next]) { next += 1 }
    if next < end, bytes[next] == UInt8(ascii: "\"") || bytes[next] == UInt8(ascii: "'") {
      let quote = bytes[next]
      let start = next + 1
      next = start
      while next < end, bytes[next] != quote { next += 1 }
      index = min(next + 1, end)
      return Attribute(name: name, value: start..<next, quote: quote)
    }
    let start = next
    while next < end, !Self.isSpace(bytes[next]), bytes[next] != UInt8(ascii: ">") { next += 1 }
    index = next
    return Attribute(name: name, value: start..<next, quote: nil)
  }

  private func lowered(_ range: Range<Int>) -> String {
    String(decoding: bytes[range], as: UTF8.self).lowercased()
  }

  private func begins(_ text: StaticString, at start: Int) -> Bool {
    let word = "\(text)".utf8
    return start + word.count <= end && bytes[start..<start + word.count].elementsEqual(word)
  }

  private func find(_ text: StaticString, from start: Int) -> Int? {
    var index = start
    while index < end {
      if begins(text, at: index) { return index }
      index += 1
    }
    return nil
  }

  private func findEnd(of name: String, from start: Int) -> Int {
    let word = Array("</\(name)".utf8)
    var index = start
    while index + word.count <= end {
      if bytes[index] == word[0], bytes[index..<index + word.count].lazy.map(Self.lowered).elementsEqual(word) { return index }
      index += 1
    }
    return end
  }

  private static func lowered(_ byte: UInt8) -> UInt8 {
    (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte) ? byte | 0x20 : byte
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(lowered(byte))
  }

  private static func isSpace(_ byte: UInt8) -> Bool {
    byte == 0x20 || (0x09...0x0D).contains(byte) && byte != 0x0B
  }

  private static func endsName(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "=") || byte == UInt8(ascii: ">") || byte == UInt8(ascii: "/")
  }
}
