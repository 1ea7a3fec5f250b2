import Diagnostics

/// Reads what nearly all content is made of, straight from the bytes: block mappings and lists, scalars of every style, and flow collections
/// of them. It is sure of what it reads: at anything else it stops, and `ComposedReader` reads the whole text instead.
///
/// Values, places, maps and diagnostics are the same as `ComposedReader`'s; a property test over random and damaged documents holds both
/// to it.
struct FastReader {
  /// Something that only Yams can judge.
  struct Unsure: Error {}

  let text: YAMLText
  let bytes: [UInt8]
  let scanner: ScalarScanner
  let end: Int
  /// At the next content: not a blank, a line break or a comment. At `end` there is none.
  var position: Int
  /// Where the line of `position` begins.
  var lineStart: Int
  /// Behind the last byte of content that was read.
  var lastEnd: Int
  var log = DiagnosticLog()

  /// The value, nil if nothing is written.
  static func read(_ text: YAMLText, log: inout DiagnosticLog) throws(Unsure) -> YAMLNode? {
    guard CharacterCheck.isPlain(text) else { throw Unsure() }
    var reader = FastReader(text)
    let node = try reader.document()
    log.append(reader.log)
    return node
  }

  private init(_ text: YAMLText) {
    self.text = text
    bytes = text.bytes
    end = text.range.upperBound
    scanner = ScalarScanner(bytes: text.bytes, end: text.range.upperBound)
    position = text.range.lowerBound
    lineStart = position
    lastEnd = position
  }

  private mutating func document() throws(Unsure) -> YAMLNode? {
    skipToContent(lineStart)
    guard position < end else { return nil }
    let root = try collection(depth: 1)
    guard let root, position >= end else { throw Unsure() }
    return root
  }

  // MARK: - Block collections

  /// The mapping or list that begins at the position; nil if a scalar or a flow collection does.
  private mutating func collection(depth: Int) throws(Unsure) -> YAMLNode? {
    guard depth < ComposedReader.depthLimit - 2 else { throw Unsure() }
    if isItem { return try sequence(column: position - lineStart, isIndentless: false, depth: depth) }
    guard let key = try key() else { return nil }
    return try mapping(key, column: position - lineStart, depth: depth)
  }

  private mutating func mapping(_ first: Key, column: Int, depth: Int) throws(Unsure) -> YAMLNode {
    let start = position
    var keys = KeyTable(count: 8)
    var key = first
    while true {
      position = key.afterColon
      lastEnd = key.afterColon
      let value = try value(indent: column, allowsIndentless: true, depth: depth + 1)
      if let diagnostic = keys.add(YAMLEntry(key: key.text, keySpan: text.span(key.range), value: value)) { log.add(diagnostic) }
      guard position < end, position - lineStart >= column else { break }
      guard position - lineStart == column, let next = try self.key() else { throw Unsure() }
      key = next
    }
    return YAMLNode(.mapping(keys.entries), span: text.span(start..<lastEnd))
  }

  private mutating func sequence(column: Int, isIndentless: Bool, depth: Int) throws(Unsure) -> YAMLNode {
    let start = position
    var nodes: [YAMLNode] = []
    while true {
      lastEnd = position + 1
      position += 1
      nodes.append(try value(indent: column, allowsIndentless: false, depth: depth + 1))
      guard position < end, position - lineStart >= column else { break }
      guard position - lineStart == column else { throw Unsure() }
      if isItem { continue }
      guard isIndentless else { throw Unsure() }
      break
    }
    return YAMLNode(.sequence(nodes), span: text.span(start..<lastEnd))
  }

  /// The value behind a colon or a dash, on the same line or on the next ones; then goes to the next content.
  private mutating func value(indent: Int, allowsIndentless: Bool, depth: Int) throws(Unsure) -> YAMLNode {
    let behind = position
    while position < end, bytes[position] == UInt8(ascii: " ") { position += 1 }
    if position >= end || scanner.isBreak(position) || bytes[position] == UInt8(ascii: "#") && position > behind {
      try endLine(position)
      let column = position - lineStart
      if position < end, column > indent {
        if let collection = try collection(depth: depth) { return collection }
      } else if allowsIndentless, position < end, column == indent, isItem {
        return try sequence(column: column, isIndentless: true, depth: depth)
      } else {
        return text.node(
          ScannedScalar(text: "", style: .plain, range: behind..<behind, runs: [TextMap.Run(text: 0, source: behind)], next: behind))
      }
    } else if !allowsIndentless, let collection = try collection(depth: depth) {
      // A mapping or a list that begins on the line of its dash.
      return collection
    }
    return try scalarOrFlow(indent: indent, depth: depth)
  }

  private mutating func scalarOrFlow(indent: Int, depth: Int) throws(Unsure) -> YAMLNode {
    let start = position
    switch bytes[start] {
    case UInt8(ascii: "["), UInt8(ascii: "{"):
      var flow = FlowReader(text: text, scanner: scanner, position: start)
      let node = try flow.collection(depth: depth)
      log.append(flow.log)
      lastEnd = flow.position
      try endLine(flow.position)
      return node
    case UInt8(ascii: "|"), UInt8(ascii: ">"):
      guard let scanned = scanner.block(at: start, indent: indent) else { throw Unsure() }
      lastEnd = scanned.range.upperBound
      skipToContent(scanned.next)
      return text.node(scanned)
    default:
      guard ValueStart.isSure(bytes[start], before: scanner.byte(start + 1)),
        let scanned = scanner.scalar(at: start, indent: indent, flow: false)
      else { throw Unsure() }
      lastEnd = scanned.range.upperBound
      try endLine(scanned.next)
      return text.node(scanned)
    }
  }

  // MARK: - Keys

  struct Key {
    let text: String
    let range: Range<Int>
    let afterColon: Int
  }

  private var isItem: Bool {
    bytes[position] == UInt8(ascii: "-") && scanner.isBlankOrEnd(position + 1)
  }

  /// The key at the position, nil if no colon makes one of what stands there.
  private func key() throws(Unsure) -> Key? {
    let first = bytes[position]
    if first == UInt8(ascii: "\"") || first == UInt8(ascii: "'") { return try quotedKey() }
    guard ValueStart.isWord(first) else { return nil }
    var offset = position + 1
    while offset < end {
      let byte = bytes[offset]
      if byte == UInt8(ascii: ":"), scanner.isBlankOrEnd(offset + 1) {
        var stop = offset
        while bytes[stop - 1] == UInt8(ascii: " ") { stop -= 1 }
        return try checked(
          Key(text: String(decoding: bytes[position..<stop], as: UTF8.self), range: position..<stop, afterColon: offset + 1))
      }
      if byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r") { return nil }
      if byte == UInt8(ascii: "#"), bytes[offset - 1] == UInt8(ascii: " ") { return nil }
      offset += 1
    }
    return nil
  }

  private func quotedKey() throws(Unsure) -> Key? {
    guard let scanned = scanner.scalar(at: position, indent: -1, flow: false) else { throw Unsure() }
    var offset = scanned.next
    while offset < end, bytes[offset] == UInt8(ascii: " ") { offset += 1 }
    guard scanner.byte(offset) == UInt8(ascii: ":") else { return nil }
    guard scanner.isBlankOrEnd(offset + 1), !bytes[scanned.range].contains(UInt8(ascii: "\n")) else { throw Unsure() }
    return try checked(Key(text: scanned.text, range: scanned.range, afterColon: offset + 1))
  }

  /// libYAML takes keys of up to 1024 characters.
  private func checked(_ key: Key) throws(Unsure) -> Key {
    guard key.afterColon - key.range.lowerBound < 1000, key.text != "<<" else { throw Unsure() }
    return key
  }

  // MARK: - Lines

  /// Goes to the next content; only blanks and a comment may stand between `offset` and the end of its line.
  private mutating func endLine(_ offset: Int) throws(Unsure) {
    var current = offset
    while current < end, bytes[current] == UInt8(ascii: " ") { current += 1 }
    guard current >= end || scanner.isBreak(current) || bytes[current] == UInt8(ascii: "#") && bytes[current - 1] == UInt8(ascii: " ")
    else {
      throw Unsure()
    }
    while current < end, !scanner.isBreak(current) { current += 1 }
    skipToContent(current < end ? scanner.afterBreak(current) : end)
  }

  /// Goes to the first content from the start of a line on.
  private mutating func skipToContent(_ start: Int) {
    lineStart = start
    position = start
    while position < end {
      switch bytes[position] {
      case UInt8(ascii: " "):
        position += 1
      case UInt8(ascii: "#"):
        while position < end, !scanner.isBreak(position) { position += 1 }
      case UInt8(ascii: "\n"), UInt8(ascii: "\r"):
        position = scanner.afterBreak(position)
        lineStart = position
      default:
        return
      }
    }
  }
}

/// Which bytes may begin a value, as far as the fast reader is sure of it.
enum ValueStart {
  /// Whether a quoted or plain scalar begins with a byte; YAML's indicators do not, a dash only before a word.
  static func isSure(_ byte: UInt8, before next: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "-"): isWord(next)
    case UInt8(ascii: "'"), UInt8(ascii: "\""), UInt8(ascii: "("), UInt8(ascii: "."), UInt8(ascii: "/"), UInt8(ascii: "+"),
      UInt8(ascii: "$"),
      UInt8(ascii: "~"), UInt8(ascii: "<"), UInt8(ascii: "="), UInt8(ascii: "_"):
      true
    default: isWord(byte)
    }
  }

  /// Letters, digits, the underscore and all that is not ASCII.
  static func isWord(_ byte: UInt8) -> Bool {
    byte >= UInt8(ascii: "a") && byte <= UInt8(ascii: "z") || byte >= UInt8(ascii: "A") && byte <= UInt8(ascii: "Z")
      || byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9") || byte == UInt8(ascii: "_") || byte >= 0x80
  }
}
