import Diagnostics
import TestKit
import Testing

/// JSON as RFC 8259 has it, and nothing else.
@Suite struct JSONReaderTests {
  /// A value as a text that shows its nesting and its places.
  private static func dump(_ node: JSONNode) -> String {
    let place = "\(node.span.start)-\(node.span.end)"
    return switch node.value {
    case .null: "null@\(place)"
    case .flag(let flag): "\(flag)@\(place)"
    case .number(let digits): "\(digits)@\(place)"
    case .text(let text): "'\(text)'@\(place)"
    case .list(let nodes): "[" + nodes.map(dump).joined(separator: " ") + "]@\(place)"
    case .object(let members):
      "{" + members.map { "\($0.name)@\($0.nameSpan.start)-\($0.nameSpan.end)=" + dump($0.value) }.joined(separator: " ") + "}@\(place)"
    }
  }

  @Test(arguments: [
    ("null", "null@0-4"), (" true ", "true@1-5"), ("false", "false@0-5"), ("-0.5e+3", "-0.5e+3@0-7"), ("\"\"", "''@0-2"),
    ("[]", "[]@0-2"), ("{}", "{}@0-2"), ("[1,[2],{}]", "[1@1-2 [2@4-5]@3-6 {}@7-9]@0-10"),
    ("{\"a\": [1, \"b\"], \"c\": null}", "{a@1-4=[1@7-8 'b'@10-13]@6-14 c@16-19=null@21-25}@0-26"),
    ("\u{FEFF}[1]", "[1@4-5]@3-6"), ("\"\\u00e9\\ud83d\\ude00\\n\\/\"", "'\u{E9}\u{1F600}\n/'@0-24"),
    ("{\"a\":1,\"a\":2}", "{a@1-4=1@5-6 a@7-10=2@11-12}@0-13"),
  ])
  func valuesKeepTheirPlaces(_ text: String, _ expected: String) throws {
    #expect(Self.dump(try JSONReader.read(source(text))) == expected)
  }

  @Test(arguments: [
    "", " ", "nul", "tru", "[1,]", "[,1]", "[1 2]", "{\"a\"}", "{\"a\":}", "{\"a\":1,}", "{a:1}", "{'a':1}", "01", "1.", ".5", "+1", "1e",
    "--1",
    "\"", "\"a", "\"\n\"", "\"\u{1}\"", "\"\\x\"", "\"\\u12\"", "\"\\ud800\"", "\"\\udc00\"", "\"\\ud800\\u0041\"", "[1] 2", "[1]]", "{}}",
    "[1", "{\"a\":1", "NaN", "Infinity", "// no\n1", "[1]\u{0}", "\u{0}",
  ])
  func whatIsNoJSONIsRefused(_ text: String) {
    #expect(throws: JSONFault.self) { try JSONReader.read(source(text)) }
  }

  @Test func bytesThatAreNoUTF8AreRefused() {
    #expect(throws: JSONFault.self) { try JSONReader.read([0x22, 0xFF, 0x22]) }
  }

  @Test(arguments: [("[", "]"), ("{\"a\":", "}")])
  func depthHasALimit(_ open: String, _ close: String) throws {
    func nested(_ depth: Int) -> SourceFile {
      let inner = open == "[" ? "" : "1"
      return source(String(repeating: open, count: depth) + inner + String(repeating: close, count: depth))
    }
    _ = try JSONReader.read(nested(64))
    for depth in [65, 100_000] { #expect(throws: JSONFault.self) { try JSONReader.read(nested(depth)) } }
  }

  @Test func aPartOfAFileIsReadAlone() throws {
    let file = source("<script>{\"a\": [1]}</script>")
    let node = try JSONReader.read(file, range: 8..<18)
    #expect(Self.dump(node) == "{a@9-12=[1@15-16]@14-17}@8-18")
    #expect(file.text(node["a"]?.span ?? file.wholeSpan) == "[1]")
    #expect(throws: JSONFault.self) { try JSONReader.read(file, range: 8..<16) }
  }

  @Test func namesThatStandTwiceAreFound() throws {
    let node = try JSONReader.read(source("[{\"a\":1,\"b\":{\"c\":1,\"c\":2}},{\"a\":1,\"\\u0061\":2,\"a\":3}]"))
    #expect(node.repeatedNames.map { "\($0.name) \($0.span.start) \($0.first.start)" } == ["c 19 13", "a 34 28", "a 45 28"])
  }
}
