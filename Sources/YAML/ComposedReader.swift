package import Diagnostics
import Yams

/// Reads any YAML through Yams, which says what the values are and where they begin; the source says where they end.
struct ComposedReader {
  /// More levels than any content needs; few enough for every stack.
  static let depthLimit = 64

  private let text: YAMLText
  private let scanner: ScalarScanner
  private let lines: LineTable
  private let repeated: Set<Int>
  /// Behind the last thing that was read: whatever Yams marks before it is an alias.
  private var cursor: Int
  /// Whether something was left out, so that the value is not to be used.
  private var isIncomplete = false
  /// Whether too deep a nesting was reported: once says it for all that stands there.
  private var isTooDeep = false
  private var log = DiagnosticLog()

  static func read(_ text: YAMLText, log: inout DiagnosticLog) -> YAMLNode? {
    guard CharacterCheck.isReadable(text, log: &log) else { return nil }
    let lines = LineTable(text)
    let scanner = ScalarScanner(bytes: text.bytes, end: text.range.upperBound)
    var masks = KeyMasks(text: text, scanner: scanner, lines: lines)
    while true {
      do {
        let parser = try Parser(yaml: masks.masked, resolver: .basic, encoding: .utf8)
        guard let root = try parser.singleRoot() else { return nil }
        var reader = ComposedReader(text, scanner, lines, repeated: masks.offsets)
        let node = reader.node(root, indent: -1, flow: false, depth: 1)
        log.append(reader.log)
        return reader.isIncomplete ? nil : node
      } catch YamlError.duplicatedKeysInMapping(_, let context) {
        let first = lines.offset(line: context.mark.line, column: context.mark.column)
        guard masks.mask(repeatsOf: first) else {
          log.add(Self.duplicate(text, key: masks.key(at: first), first: nil))
          return nil
        }
      } catch {
        log.add(SyntaxTrouble(text: text, lines: lines, scanner: scanner).diagnostic(error))
        return nil
      }
    }
  }

  private init(_ text: YAMLText, _ scanner: ScalarScanner, _ lines: LineTable, repeated: Set<Int>) {
    self.text = text
    self.scanner = scanner
    self.lines = lines
    self.repeated = repeated
    cursor = text.range.lowerBound
  }

  // MARK: - Values

  private mutating func node(_ node: Node, indent: Int, flow: Bool, depth: Int) -> YAMLNode? {
    guard let mark = node.mark else { return nil }
    var start = lines.offset(line: mark.line, column: mark.column)
    guard start >= cursor else {
      refuseAlias()
      return nil
    }
    guard depth <= Self.depthLimit else {
      isIncomplete = true
      guard !isTooDeep else { return nil }
      isTooDeep = true
      log.add(
        Diagnostic(
          .yamlDepth, "this is nested more than \(Self.depthLimit) levels deep", at: text.span(start..<min(start + 1, scanner.end)),
          help: ["no content needs so many levels: check the indentation and the brackets"]))
      return nil
    }
    switch node {
    case .scalar(let scalar):
      skipProperties(&start)
      return text.node(scan(scalar, at: start, indent: indent, flow: flow))
    case .sequence(let items):
      skipProperties(&start)
      return sequence(Array(items), at: start, indent: indent, depth: depth)
    case .mapping(let pairs):
      let firstKey = pairs.first?.key.mark.map { lines.offset(line: $0.line, column: $0.column) }
      if start != firstKey { skipProperties(&start) }
      return mapping(Array(pairs), at: start, firstKey: firstKey, indent: indent, flow: flow, depth: depth)
    case .alias:
      refuseAlias()
      return nil
    }
  }

  private mutating func scan(_ scalar: Node.Scalar, at start: Int, indent: Int, flow: Bool) -> ScannedScalar {
    var found: ScannedScalar?
    if scalar.style == .plain, scalar.string.isEmpty {
      found = ScannedScalar(text: "", style: .plain, range: start..<start, runs: [TextMap.Run(text: 0, source: start)], next: start)
    } else {
      found = scanner.scalar(at: start, indent: indent, flow: flow)
    }
    // Yams was given other keys in place of repeated ones: the source says what they are.
    if let scalar = found, !repeated.isEmpty {
      cursor = max(cursor, scalar.range.upperBound)
      return scalar
    }
    let exact = found.flatMap { $0.text.utf8.elementsEqual(scalar.string.utf8) ? $0 : nil }
    // Rare line breaks (U+0085, U+2028, U+2029) are the only known way here: the text is right, its places are the scalar as a whole.
    let end = found?.range.upperBound ?? lines.lineEnd(at: start)
    let result =
      exact
      ?? ScannedScalar(
        text: scalar.string, style: YAMLScalar.Style(scalar.style), range: start..<end, runs: [TextMap.Run(text: 0, source: start)],
        next: end)
    cursor = max(cursor, result.range.upperBound)
    return result
  }

  private mutating func sequence(_ items: [Node], at start: Int, indent: Int, depth: Int) -> YAMLNode {
    let isFlow = scanner.byte(start) == UInt8(ascii: "[")
    let column = isFlow ? indent : start - lines.lineStart(at: start)
    cursor = start + 1
    var nodes: [YAMLNode] = []
    for item in items {
      if let node = node(item, indent: column, flow: isFlow, depth: depth + 1) { nodes.append(node) }
    }
    if isFlow { closeFlow() }
    return YAMLNode(.sequence(nodes), span: text.span(start..<cursor), isFlow: isFlow)
  }

  private mutating func mapping(_ pairs: [(key: Node, value: Node)], at start: Int, firstKey: Int?, indent: Int, flow: Bool, depth: Int)
    -> YAMLNode
  {
    let isFlow = scanner.byte(start) == UInt8(ascii: "{") && firstKey != start
    let column = isFlow || flow ? indent : start - lines.lineStart(at: start)
    cursor = isFlow || scanner.byte(start) == UInt8(ascii: "?") && firstKey != start ? start + 1 : start
    var keys = KeyTable(count: pairs.count)
    for pair in pairs {
      let key = self.key(pair.key, indent: column, flow: isFlow || flow, depth: depth + 1)
      if let key, key.style == .plain, key.text == "<<" {
        isIncomplete = true
        log.add(
          Diagnostic(
            .yamlMergeKey, "merge keys are not read here", at: key.map.span,
            help: ["write the fields out in each record; `<<` would hide where they come from"]))
        // What would be merged is an alias: said already.
        skipAlias()
        if let mark = pair.value.mark, lines.offset(line: mark.line, column: mark.column) < cursor { continue }
      }
      let value = node(pair.value, indent: column, flow: isFlow || flow, depth: depth + 1)
      guard let key, let value else { continue }
      if let diagnostic = keys.add(YAMLEntry(key: key.text, keySpan: key.map.span, value: value)) { log.add(diagnostic) }
    }
    if isFlow { closeFlow() }
    return YAMLNode(.mapping(keys.entries), span: text.span(start..<cursor), isFlow: isFlow)
  }

  private mutating func key(_ key: Node, indent: Int, flow: Bool, depth: Int) -> YAMLScalar? {
    guard let node = node(key, indent: indent, flow: flow, depth: depth) else { return nil }
    if let scalar = node.scalar { return scalar }
    isIncomplete = true
    log.add(
      Diagnostic(
        .yamlKeyNotText, "a key must be a text, not a list or a mapping", at: node.span,
        help: ["put quotes around the key if it is meant as typed"]))
    return nil
  }

  /// Goes behind the bracket that closes what was read last.
  private mutating func closeFlow() {
    while cursor < scanner.end {
      cursor = scanner.afterSpace(cursor)
      let byte = scanner.byte(cursor)
      cursor += 1
      if byte == UInt8(ascii: "]") || byte == UInt8(ascii: "}") { return }
    }
    cursor = min(cursor, scanner.end)
  }

  // MARK: - What is refused

  /// Goes behind anchors and tags, and refuses each.
  private mutating func skipProperties(_ start: inout Int) {
    while scanner.byte(start) == UInt8(ascii: "&") || scanner.byte(start) == UInt8(ascii: "!") {
      let word = wordEnd(start)
      let span = text.span(start..<word)
      let name = String(decoding: text.bytes[start..<word], as: UTF8.self)
      if scanner.byte(start) == UInt8(ascii: "&") {
        log.add(
          Diagnostic(
            .yamlAnchor, "the anchor `\(name)` is not read here", at: span,
            help: ["remove it and write the value where it is needed; if it is text, put quotes around it"]))
      } else {
        log.add(
          Diagnostic(
            .yamlTag, "the tag `\(name)` is not read here", at: span,
            help: ["remove it: every scalar is the text as typed; if it is text that begins with `!`, put quotes around it"]))
      }
      start = scanner.afterSpace(word)
    }
    cursor = max(cursor, min(start, scanner.end))
  }

  private mutating func refuseAlias() {
    isIncomplete = true
    guard let span = skipAlias() else { return }
    log.add(.yamlAlias(text.span(span), name: String(decoding: text.bytes[span], as: UTF8.self)))
  }

  /// Goes behind the alias that follows, if one does.
  @discardableResult
  private mutating func skipAlias() -> Range<Int>? {
    var offset = cursor
    while offset < scanner.end {
      offset = scanner.afterSpace(offset)
      guard ":-?,[{".utf8.contains(scanner.byte(offset)) else { break }
      offset += 1
    }
    guard scanner.byte(offset) == UInt8(ascii: "*") else { return nil }
    cursor = wordEnd(offset)
    return offset..<cursor
  }

  private func wordEnd(_ start: Int) -> Int {
    var offset = start + 1
    while !scanner.isBlankOrEnd(offset), !",[]{}".utf8.contains(scanner.byte(offset)) { offset += 1 }
    return offset
  }

  private static func duplicate(_ text: YAMLText, key: ScannedScalar, first: SourceSpan?) -> Diagnostic {
    KeyTable.diagnostic(key.text, at: text.span(key.range), first: first)
  }
}

extension YAMLScalar.Style {
  fileprivate init(_ style: Node.Scalar.Style) {
    self =
      switch style {
      case .any, .plain: .plain
      case .singleQuoted: .singleQuoted
      case .doubleQuoted: .doubleQuoted
      case .literal: .literal
      case .folded: .folded
      }
  }
}

extension Diagnostic {
  static func yamlAlias(_ span: SourceSpan, name: String) -> Diagnostic {
    Diagnostic(
      .yamlAlias, "the alias `\(name)` is not read here", at: span,
      help: ["write the value out; if it is text that begins with `*`, put quotes around it"])
  }
}

// MARK: - Messages

extension DiagnosticKind {
  package static let yamlAlias = DiagnosticKind(
    "yaml.alias",
    meaning:
      "`*name` stands for a value written elsewhere. Here every value stands where it is used, so that a record can be read and checked by itself.",
    wrong: .init("Content/facts/topics/territory.yml", "territory:\n  label: Territory\n  description: *label\n"),
    right: .init("Content/facts/topics/territory.yml", "territory:\n  label: Territory\n  description: Territory\n"))

  package static let yamlAnchor = DiagnosticKind(
    "yaml.anchor",
    meaning:
      "`&name` gives a value a name for use elsewhere. Here every value stands where it is used. A text that begins with `&` needs quotes.",
    wrong: .init("Content/facts/topics/territory.yml", "territory:\n  label: &land Territory\n"),
    right: .init("Content/facts/topics/territory.yml", "territory:\n  label: Territory\n"))

  package static let yamlTag = DiagnosticKind(
    "yaml.tag",
    meaning: "`!name` tells YAML the type of a value. Here the field knows its type. A text that begins with `!` needs quotes.",
    wrong: .init("Content/facts/topics/territory.yml", "territory:\n  label: !!str Territory\n"),
    right: .init("Content/facts/topics/territory.yml", "territory:\n  label: Territory\n"))

  package static let yamlMergeKey = DiagnosticKind(
    "yaml.merge-key",
    meaning: "`<<` copies the fields of another mapping. Here every record shows all of its fields.",
    wrong: .init("Content/facts/topics/territory.yml", "territory:\n  <<: {label: Territory}\n"),
    right: .init("Content/facts/topics/territory.yml", "territory:\n  label: Territory\n"))

  package static let yamlKeyNotText = DiagnosticKind(
    "yaml.key-not-text",
    meaning: "A key is a list or a mapping. Keys are names of fields and ids: texts.",
    wrong: .init("Content/facts/topics/territory.yml", "territory:\n  label: Territory\n  [order]: 1\n"),
    right: .init("Content/facts/topics/territory.yml", "territory:\n  label: Territory\n  order: 1\n"))

  package static let yamlDepth = DiagnosticKind(
    "yaml.depth",
    meaning: "Lists and mappings are nested deeper than 64 levels. Files that do so are broken or made to do harm.",
    wrong: .init(
      "Content/facts/topics/territory.yml",
      "territory:\n  label: \(String(repeating: "[", count: 70))Territory\(String(repeating: "]", count: 70))\n"),
    right: .init("Content/facts/topics/territory.yml", "territory:\n  label: Territory\n"))
}
