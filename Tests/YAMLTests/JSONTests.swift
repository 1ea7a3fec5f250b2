import Diagnostics
import TestKit
import Testing
import YAML

/// JSON is read into the same values as YAML.
@Suite struct JSONTests {
  private func read(_ text: String) -> (node: YAMLNode?, log: [Diagnostic], file: SourceFile) {
    var log = DiagnosticLog()
    let file = source(text, path: "Content/editions/2025-09-05.json")
    let node = YAMLReader.readJSON(file, log: &log)
    return (node, log.sorted, file)
  }

  /// A value in one line: texts in quotes, plain scalars as they are.
  private func dump(_ node: YAMLNode) -> String {
    switch node.value {
    case .scalar(let scalar): scalar.style == .plain ? scalar.text : "\"\(scalar.text)\""
    case .sequence(let nodes): "[" + nodes.map(dump).joined(separator: " ") + "]"
    case .mapping(let entries): "{" + entries.map { "\($0.key)=\(dump($0.value))" }.joined(separator: " ") + "}"
    }
  }

  @Test(arguments: [
    ("{}", "{}"), ("[]", "[]"), ("true", "true"), ("-12.50e+3", "-12.50e+3"), ("\"\"", "\"\""), ("\"a\\\"é\\n\"", "\"a\"é\n\""),
    ("{\"a\": 1, \"b\": [true, \"x\", {\"c\": []}]}", "{a=1 b=[true \"x\" {c=[]}]}"),
  ])
  func valuesAreRead(_ text: String, _ value: String) {
    let result = read(text)
    #expect(result.node.map(dump) == value)
    #expect(result.log.isEmpty)
  }

  @Test(arguments: [
    ("", "1:1 json.syntax"), ("{\"a\": 1,}", "1:9 json.syntax"), ("{\n  \"a\": 1\n  \"b\": 2\n}", "3:3 json.syntax"),
    ("{\"é\": é}", "1:7 json.syntax"), ("{\n<<<<<<< HEAD\n", "2:1 json.syntax"), ("{\"a\": [null]}", "1:8 json.syntax"),
    ("{\"a\": 1, \"b\": 2, \"a\": 3}", "1:18 yaml.duplicate-key"),
  ])
  func whatIsWrongIsSaidWhereItIs(_ text: String, _ expected: String) {
    let result = read(text)
    let report = result.log.map { diagnostic in
      let position = diagnostic.primary.map { result.file.position(at: $0.span.start) }
      return "\(position?.line ?? 0):\(position?.column ?? 0) \(diagnostic.code)"
    }
    #expect(report == [expected])
  }

  @Test func placesLeadBackToTheFile() throws {
    let (node, _, file) = read("{\"é\": \"abé\", \"n\": 10}")
    let entries = try #require(node?.mapping)
    #expect(entries.map { file.text($0.keySpan) } == ["\"é\"", "\"n\""])
    #expect(entries.map { file.text($0.value.span) } == ["\"abé\"", "10"])
    let scalar = try #require(entries[0].value.scalar)
    #expect(file.text(scalar.map.span(2..<4)) == "é")
    #expect(entries[1].value.scalar.map { file.text($0.map.span(1..<2)) } == "0")
  }
}
