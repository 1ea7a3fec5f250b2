import Diagnostics

/// The fast reader's part for `[...]` and `{...}`.
struct FlowReader {
  let text: YAMLText
  let scanner: ScalarScanner
  /// At the opening bracket; afterwards behind the closing one.
  var position: Int
  var log = DiagnosticLog()

  init(text: YAMLText, scanner: ScalarScanner, position: Int) {
    self.text = text
    self.scanner = scanner
    self.position = position
  }

  /// The list or mapping that begins at the position.
  mutating func collection(depth: Int) throws(FastReader.Unsure) -> YAMLNode {
    guard depth < ComposedReader.depthLimit - 2 else { throw FastReader.Unsure() }
    return scanner.byte(position) == UInt8(ascii: "[") ? try sequence(depth: depth) : try mapping(depth: depth)
  }

  private mutating func sequence(depth: Int) throws(FastReader.Unsure) -> YAMLNode {
    let start = position
    var nodes: [YAMLNode] = []
    try skip(1)
    while scanner.byte(position) != UInt8(ascii: "]") {
      nodes.append(try value(depth: depth + 1))
      try skip(0)
      if scanner.byte(position) == UInt8(ascii: ",") {
        try skip(1)
      } else if scanner.byte(position) != UInt8(ascii: "]") {
        throw FastReader.Unsure()
      }
    }
    position += 1
    return YAMLNode(.sequence(nodes), span: text.span(start..<position), isFlow: true)
  }

  private mutating func mapping(depth: Int) throws(FastReader.Unsure) -> YAMLNode {
    let start = position
    var keys = KeyTable()
    try skip(1)
    while scanner.byte(position) != UInt8(ascii: "}") {
      let key = try scalar()
      guard key.range.count < 1000, !scanner.bytes[key.range].contains(UInt8(ascii: "\n")) else { throw FastReader.Unsure() }
      try skip(0)
      if scanner.byte(position) == UInt8(ascii: ":") {
        guard !scanner.bytes[key.range.upperBound..<position].contains(UInt8(ascii: "\n")) else { throw FastReader.Unsure() }
        try skip(1)
      }
      let value: YAMLNode
      if scanner.byte(position) == UInt8(ascii: ",") || scanner.byte(position) == UInt8(ascii: "}") {
        value = text.node(
          ScannedScalar(
            text: "", style: .plain, range: position..<position, runs: [TextMap.Run(text: 0, source: position)], next: position))
      } else {
        // Without a colon before it, this is what libYAML refuses.
        guard scanner.bytes[key.range.upperBound..<position].contains(UInt8(ascii: ":")) else { throw FastReader.Unsure() }
        value = try self.value(depth: depth + 1)
        try skip(0)
      }
      if let diagnostic = keys.add(YAMLEntry(key: key.text, keySpan: text.span(key.range), value: value)) { log.add(diagnostic) }
      if scanner.byte(position) == UInt8(ascii: ",") {
        try skip(1)
      } else if scanner.byte(position) != UInt8(ascii: "}") {
        throw FastReader.Unsure()
      }
    }
    position += 1
    return YAMLNode(.mapping(keys.entries), span: text.span(start..<position), isFlow: true)
  }

  private mutating func value(depth: Int) throws(FastReader.Unsure) -> YAMLNode {
    switch scanner.byte(position) {
    case UInt8(ascii: "["), UInt8(ascii: "{"): try collection(depth: depth)
    default: text.node(try scalar())
    }
  }

  private mutating func scalar() throws(FastReader.Unsure) -> ScannedScalar {
    guard position < scanner.end, ValueStart.isSure(scanner.bytes[position], before: scanner.byte(position + 1)),
      let scanned = scanner.scalar(at: position, indent: -1, flow: true), !(scanned.style == .plain && scanned.text == "<<")
    else { throw FastReader.Unsure() }
    position = scanned.next
    return scanned
  }

  /// Goes `count` bytes on, then behind blanks, line breaks and comments. Content at the very start of a line is not for this reader.
  private mutating func skip(_ count: Int) throws(FastReader.Unsure) {
    let start = position + count
    position = scanner.afterSpace(start)
    guard position < scanner.end else { throw FastReader.Unsure() }
    // What begins a line, or follows a comment that no blank sets apart, is left to Yams.
    if position > start, scanner.isBreak(position - 1), !"]}".utf8.contains(scanner.bytes[position]) { throw FastReader.Unsure() }
    if scanner.bytes[start] == UInt8(ascii: "#") { throw FastReader.Unsure() }
  }
}
