import Diagnostics
import TestKit
import Testing

@testable import YAML

/// Everything that a reading gives: values, styles, places, maps, then diagnostics in their order.
private func account(_ node: YAMLNode?, _ log: DiagnosticLog) -> String {
  var lines: [String] = []
  func place(_ span: SourceSpan) -> String { "\(span.start)-\(span.end)" }
  func add(_ node: YAMLNode, _ margin: String) {
    switch node.value {
    case .scalar(let scalar):
      let runs = scalar.map.runs.map { "\($0.text)>\($0.source)" }.joined(separator: " ")
      lines.append("\(margin)\(scalar.style) \(place(node.span)) \(place(scalar.map.span)) \(runs) \(Array(scalar.text.utf8))")
    case .sequence(let nodes):
      lines.append("\(margin)sequence \(place(node.span)) \(node.isFlow)")
      for node in nodes { add(node, margin + "  ") }
    case .mapping(let entries):
      lines.append("\(margin)mapping \(place(node.span)) \(node.isFlow)")
      for entry in entries {
        lines.append("\(margin)  \(place(entry.keySpan)) \(Array(entry.key.utf8))")
        add(entry.value, margin + "    ")
      }
    }
  }
  if let node { add(node, "") } else { lines.append("nothing") }
  for diagnostic in log.sorted {
    lines.append(
      "\(diagnostic.code) \(diagnostic.message) \(diagnostic.primary.map { place($0.span) } ?? "") \(diagnostic.others.map { place($0.span) })"
    )
  }
  return lines.joined(separator: "\n")
}

/// Whether the fast reader was sure; if so, what it read must be what Yams says.
private func agrees(_ bytes: [UInt8]) -> (isSure: Bool, difference: String?) {
  let text = YAMLText(SourceFile(id: FileID(3), path: "Content/x.yml", bytes: bytes), range: nil)
  var fastLog = DiagnosticLog()
  guard let fast = try? Result(catching: { () throws(FastReader.Unsure) in try FastReader.read(text, log: &fastLog) }).get() as YAMLNode??
  else {
    return (false, nil)
  }
  var log = DiagnosticLog()
  let composed = ComposedReader.read(text, log: &log)
  let (left, right) = (account(fast, fastLog), account(composed, log))
  guard left != right else { return (true, nil) }
  let changes = right.split(separator: "\n").difference(from: left.split(separator: "\n")).map { "\($0)" }
  return (true, "\(String(decoding: bytes, as: UTF8.self).debugDescription)\n\(changes.joined(separator: "\n"))")
}

@Test func fastReaderAgreesOnRandomDocuments() {
  var sure = 0
  for seed in 0..<400 {
    var random = RandomYAML(seed: UInt64(seed))
    let result = agrees(Array(random.document().utf8))
    if result.isSure { sure += 1 }
    if let difference = result.difference {
      Issue.record("seed \(seed): \(difference)")
      return
    }
  }
  #expect(sure > 240)
}

@Test func fastReaderAgreesOnDamagedDocuments() {
  var sure = 0
  for seed in 0..<1200 {
    var random = RandomYAML(seed: UInt64(seed) &+ 1_000_000)
    let result = agrees(random.damaged())
    if result.isSure { sure += 1 }
    if let difference = result.difference {
      Issue.record("seed \(seed): \(difference)")
      return
    }
  }
  #expect(sure > 240)
}

@Test(arguments: [
  "a: b\n", "k:\n  - a\n  - b: c\n    d: 'e'\n", "k:\n- a\nl: |\n  x\n", "s: [a, {b: c}, 'd']\n", "# c\n", "a: b\r\nc: d\r\n",
  "\"a b\": c # d\n",
  "a:\n  long\n  text\n", "a: >-\n  x\n\n  y\n", "\u{FEFF}a: b",
])
func fastReaderIsSure(_ text: String) {
  #expect(agrees(Array(text.utf8)).isSure)
}

@Test(arguments: [
  "a: &b c\n", "a: *b\n", "a: !b c\n", "a:\tb\n", "? a\n: b\n", "a: b: c\n", "---\na: b\n", "a: - b\n", "text\n", "<<: a\n", "a: @b\n",
  "a: 'b\n",
])
func fastReaderLeavesToYams(_ text: String) {
  #expect(!agrees(Array(text.utf8)).isSure)
}

/// Every character of a text that is not an escape or a fold stands in the file where the map says.
@Test func mapsLeadBack() {
  for seed in 0..<300 {
    var random = RandomYAML(seed: UInt64(seed) &+ 9_000_000)
    let file = source(random.document())
    var log = DiagnosticLog()
    var waiting = [YAMLReader.read(file, log: &log)].compactMap(\.self)
    while let node = waiting.popLast() {
      waiting += node.sequence ?? node.mapping?.map(\.value) ?? []
      guard let scalar = node.scalar else { continue }
      for (offset, byte) in scalar.text.utf8.enumerated() {
        let found = file.bytes[scalar.map.offset(offset)]
        let isEscape = scalar.style == .doubleQuoted && found == UInt8(ascii: "\\")
        let isFold = (byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\n")) && "\r\n".utf8.contains(found)
        guard found != byte, !isEscape, !isFold else { continue }
        Issue.record("seed \(seed), byte \(offset) of \(scalar.text.debugDescription) in \(file.text(node.span).debugDescription)")
        return
      }
    }
  }
}

/// A part of a file, and a text that comes from a deeper indented block: places are the file's.
@Test func partsAndDecodedTexts() {
  let file = source("---\ntitle: é\nnav: [a]\n---\ntext\n")
  var log = DiagnosticLog()
  let front = YAMLReader.read(file, range: 4..<23, log: &log)
  #expect(spans(front, file) == ["title: é\nnav: [a]", "title", "é", "nav", "[a]", "a"])

  let page = source("- ```claims\n  from: 2025\n  caption: >\n    one\n    two\n  of: &x\n  ```\n")
  let body = "from: 2025\ncaption: >\n  one\n  two\nof: &x\n"
  let starts = [14, 27, 40, 48, 56]
  var runs: [TextMap.Run] = []
  var offset = 0
  for (line, start) in zip(body.split(separator: "\n"), starts) {
    runs.append(TextMap.Run(text: offset, source: start))
    offset += line.utf8.count + 1
  }
  let map = TextMap(span: page.span(14..<63), runs: runs)
  let node = YAMLReader.read(body, map: map, log: &log)
  #expect(node?.mapping?.map { page.text($0.keySpan) } == ["from", "caption", "of"])
  #expect(log.sorted.map { $0.primary.map { page.text($0.span) } } == ["&x"])
  let caption = node?.mapping?[1].value.scalar
  #expect(caption?.text == "one two\n")
  #expect(caption.map { page.text($0.map.span(4..<7)) } == "two")
}

/// A damaged document gives a value, or an error in plain words with its place in the file; nothing is lost in silence.
@Test func damagedDocumentsAreExplained() {
  for seed in 0..<1000 {
    var random = RandomYAML(seed: UInt64(seed) &+ 5_000_000)
    let file = SourceFile(id: FileID(0), path: "Content/x.yml", bytes: random.damaged())
    var log = DiagnosticLog()
    let node = YAMLReader.read(file, log: &log)
    let isPlaced = log.sorted.allSatisfy { diagnostic in
      diagnostic.primary.map { $0.span.start >= 0 && $0.span.end <= file.bytes.count && !diagnostic.message.isEmpty } ?? false
    }
    let isNothing = file.text(file.wholeSpan).split(whereSeparator: \.isNewline).allSatisfy { line in
      let content = line.drop { $0 == " " }
      return content.isEmpty || content.hasPrefix("#")
    }
    let isRaw = log.diagnostics.contains { $0.message.hasPrefix("this is not valid YAML") }
    if !isPlaced || isRaw || node == nil && !log.hasErrors && !isNothing {
      Issue.record("seed \(seed): \(file.text(file.wholeSpan).debugDescription) \(log.sorted.map(\.message))")
      return
    }
  }
}
