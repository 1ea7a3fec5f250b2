import Diagnostics

/// A line of YAML by itself: its hyphens, its key, and where its value begins.
struct YAMLLine {
  /// The offset of the line in the file.
  let start: Int
  /// The columns of the hyphens that begin items.
  private(set) var items: [Int] = []
  private(set) var key: (name: String, column: Int)?
  /// Behind the key's colon.
  private(set) var valueStart: Int
  /// The offset of the first byte that is neither a space nor an item's hyphen; nil on a line without one.
  private(set) var content: Int?
  private(set) var isComment = false
  /// Whether the key has a text for its value: nothing in brackets, and not nothing.
  private(set) var holdsText = false

  var isBlank: Bool { content == nil && items.isEmpty }

  /// - Parameter limit: The place up to which the line is read.
  init(_ file: SourceFile, _ number: Int, upTo limit: Int = .max) {
    let range = file.lineRange(number)
    let end = min(range.upperBound, limit)
    let bytes = file.bytes
    start = range.lowerBound
    valueStart = end
    var index = start
    func skipSpaces() { while index < end, bytes[index] == UInt8(ascii: " ") { index += 1 } }
    skipSpaces()
    while index < end, bytes[index] == UInt8(ascii: "-"), index + 1 == end || bytes[index + 1] == UInt8(ascii: " ") {
      items.append(index - start)
      index += 1
      skipSpaces()
    }
    guard index < end else { return }
    content = index
    guard bytes[index] != UInt8(ascii: "#") else {
      isComment = true
      return
    }
    guard let colon = Self.colon(bytes, index, end) else { return }
    key = (Self.unquoted(String(decoding: bytes[index..<colon], as: UTF8.self)), index - start)
    valueStart = colon + 1
    let value = bytes[valueStart..<end].drop { $0 == UInt8(ascii: " ") }
    if let first = value.first { holdsText = !"[{#".utf8.contains(first) }
  }

  /// The colon that ends a key which begins at `start`.
  private static func colon(_ bytes: [UInt8], _ start: Int, _ end: Int) -> Int? {
    var index = start
    if bytes[index] == UInt8(ascii: "\"") || bytes[index] == UInt8(ascii: "'") {
      guard let close = bytes[(index + 1)..<end].firstIndex(of: bytes[index]) else { return nil }
      index = close + 1
      return index < end && bytes[index] == UInt8(ascii: ":") ? index : nil
    }
    guard !"[{".utf8.contains(bytes[index]) else { return nil }
    while index < end {
      if bytes[index] == UInt8(ascii: ":"), index + 1 == end || bytes[index + 1] == UInt8(ascii: " ") { return index }
      index += 1
    }
    return nil
  }

  static func unquoted(_ text: String) -> String {
    let text = text.drop { $0 == " " }
    guard let first = text.first, first == "\"" || first == "'", text.count > 1, text.last == first else {
      return String(text.prefix { $0 != " " })
    }
    return String(text.dropFirst().dropLast())
  }
}
