package import Diagnostics

// MARK: - JSON

extension YAMLReader {
  /// Reads a file of JSON (RFC 8259, strict) into the same values: the gate for what a program writes and is read as authors' YAML is.
  ///
  /// Numbers, `true` and `false` keep their text as typed; `null` and repeated names are refused. Places within a text are exact as far as
  /// it holds no escapes.
  ///
  /// - Returns: Nil if it does not parse: the log has an error then. After `null` or a repeated name the value is there, and the log has an
  ///   error for each.
  package static func readJSON(_ file: SourceFile, log: inout DiagnosticLog) -> YAMLNode? {
    do throws(JSONFault) {
      let node = try JSONReader.read(file)
      for (name, span, first) in node.repeatedNames { log.add(KeyTable.diagnostic(name, at: span, first: first)) }
      return yaml(node, &log)
    } catch {
      log.add(diagnostic(error, in: file))
      return nil
    }
  }

  /// The same value as YAML has it. Values of JSON nest 64 deep at most.
  private static func yaml(_ node: JSONNode, _ log: inout DiagnosticLog) -> YAMLNode {
    switch node.value {
    case .text(let text): scalar(text, .doubleQuoted, node.span, from: 1)
    case .number(let number): scalar(number, .plain, node.span)
    case .flag(let flag): scalar(flag ? "true" : "false", .plain, node.span)
    case .null:
      {
        log.add(
          Diagnostic(
            .jsonSyntax, "`null` says nothing here", at: node.span, label: "no value", help: ["leave the member out"]))
        return scalar("", .plain, node.span)
      }()
    case .list(let nodes): YAMLNode(.sequence(nodes.map { yaml($0, &log) }), span: node.span, isFlow: true)
    case .object(let members):
      YAMLNode(
        .mapping(members.map { YAMLEntry(key: $0.name, keySpan: $0.nameSpan, value: yaml($0.value, &log)) }), span: node.span, isFlow: true)
    }
  }

  private static func scalar(_ text: String, _ style: YAMLScalar.Style, _ span: SourceSpan, from start: Int = 0) -> YAMLNode {
    let map = TextMap(span: span, runs: [TextMap.Run(text: 0, source: span.start + start)])
    return YAMLNode(.scalar(YAMLScalar(text: text, style: style, map: map)), span: span)
  }

  private static func diagnostic(_ fault: JSONFault, in file: SourceFile) -> Diagnostic {
    let offset = min(fault.offset, file.bytes.count)
    let line = file.text(file.lineRange(file.line(at: offset)))
    let isConflict = ["<<<<<<<", "=======", ">>>>>>>"].contains { line.hasPrefix($0) }
    var end = min(offset + 1, file.bytes.count)
    while end < file.bytes.count, file.bytes[end] & 0xC0 == 0x80 { end += 1 }
    return Diagnostic(
      .jsonSyntax, "this is not JSON: \(isConflict ? "git left a conflict here" : fault.reason)", at: file.span(offset..<end),
      label: "here",
      help: isConflict ? ["take one side whole: `git checkout --ours` or `--theirs`, and the file"] : [])
  }
}

extension DiagnosticKind {
  package static let jsonSyntax = DiagnosticKind(
    "json.syntax",
    meaning: "A file that ends in `.json` is read as JSON (RFC 8259), strictly: one value, no comments, no comma after the last item.",
    wrong: .init("Content/editions/2025-09-05.json", "{\n  \"format\": 1,\n}\n"),
    right: .init("Content/assets/data.json", "{\n  \"format\": 1\n}\n"))
}
