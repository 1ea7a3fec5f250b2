import Diagnostics
import TestKit
import Testing

@testable import YAML

/// A value as text: mappings in braces, sequences in brackets, scalars in quotes; the order of the file.
func outline(_ node: YAMLNode?) -> String {
  guard let node else { return "nothing" }
  return switch node.value {
  case .scalar(let scalar): "\"\(scalar.text.replacing("\n", with: "⏎"))\""
  case .sequence(let nodes): "[\(nodes.map(outline).joined(separator: ", "))]"
  case .mapping(let entries): "{\(entries.map { "\($0.key): \(outline($0.value))" }.joined(separator: ", "))}"
  }
}

/// Every span of a value: keys, then values, in the order of the file.
func spans(_ node: YAMLNode?, _ file: SourceFile) -> [String] {
  guard let node else { return [] }
  return switch node.value {
  case .scalar: [file.text(node.span)]
  case .sequence(let nodes): [file.text(node.span)] + nodes.flatMap { spans($0, file) }
  case .mapping(let entries): [file.text(node.span)] + entries.flatMap { [file.text($0.keySpan)] + spans($0.value, file) }
  }
}

struct ReadCase: CustomTestStringConvertible {
  let text: String
  let dump: String
  let spans: [String]?
  var testDescription: String { text }

  init(_ text: String, _ dump: String, _ spans: [String]? = nil) {
    self.text = text
    self.dump = dump
    self.spans = spans
  }
}

@Test(arguments: [
  ReadCase("", "nothing"),
  ReadCase("\n# only a comment\n\n", "nothing"),
  ReadCase("a: 1", "{a: \"1\"}", ["a: 1", "a", "1"]),
  ReadCase(
    "a: no\nb: 1.10\nc: 2025-08\nd: ~\ne: null\nf: 0x10\n", "{a: \"no\", b: \"1.10\", c: \"2025-08\", d: \"~\", e: \"null\", f: \"0x10\"}"),
  ReadCase("b:\na:  # nothing\nc: x\n", "{b: \"\", a: \"\", c: \"x\"}", ["b:\na:  # nothing\nc: x", "b", "", "a", "", "c", "x"]),
  ReadCase(
    "a: one\n  two\n\n  three   # end\nb: x", "{a: \"one two⏎three\", b: \"x\"}",
    ["a: one\n  two\n\n  three   # end\nb: x", "a", "one\n  two\n\n  three", "b", "x"]),
  ReadCase(
    "a: 'it''s'\nb: \"\\\"q\\\" \\u00e9\\n\"\n", "{a: \"it's\", b: \"\"q\" é⏎\"}",
    ["a: 'it''s'\nb: \"\\\"q\\\" \\u00e9\\n\"", "a", "'it''s'", "b", "\"\\\"q\\\" \\u00e9\\n\""]),
  ReadCase(
    "a: |\n  x\n   y\n\n  z\n\nb: >-\n  one\n  two\n\n  three\n    more\n  four\n", "{a: \"x⏎ y⏎⏎z⏎\", b: \"one two⏎three⏎  more⏎four\"}"),
  ReadCase(
    "a: |+\n  x\n\nb: |2-\n   x\n", "{a: \"x⏎⏎\", b: \" x\"}", ["a: |+\n  x\n\nb: |2-\n   x", "a", "|+\n  x\n\n", "b", "|2-\n   x"]),
  ReadCase(
    "- a\n-  b: 1\n   c: 2\n- - d\n  - e\n-\n", "[\"a\", {b: \"1\", c: \"2\"}, [\"d\", \"e\"], \"\"]",
    ["- a\n-  b: 1\n   c: 2\n- - d\n  - e\n-", "a", "b: 1\n   c: 2", "b", "1", "c", "2", "- d\n  - e", "d", "e", ""]),
  ReadCase("k:\n- a\n- b\nl: x\n", "{k: [\"a\", \"b\"], l: \"x\"}", ["k:\n- a\n- b\nl: x", "k", "- a\n- b", "a", "b", "l", "x"]),
  ReadCase(
    "s: [a, 'b, c', {d: e, f: [g]}]  # c\nt: {}\n", "{s: [\"a\", \"b, c\", {d: \"e\", f: [\"g\"]}], t: {}}",
    [
      "s: [a, 'b, c', {d: e, f: [g]}]  # c\nt: {}", "s", "[a, 'b, c', {d: e, f: [g]}]", "a", "'b, c'", "{d: e, f: [g]}", "d", "e", "f",
      "[g]", "g", "t", "{}",
    ]),
  ReadCase("s: [\n  a,\n  b, # c\n]\nt: {2025-01, 2025-02}", "{s: [\"a\", \"b\"], t: {2025-01: \"\", 2025-02: \"\"}}"),
  ReadCase("\u{FEFF}a: b\nc: d", "{a: \"b\", c: \"d\"}", ["a: b\nc: d", "a", "b", "c", "d"]),
  ReadCase(
    "a: b\r\nc: |\r\n  d\r\n  e\r\nf:\r\n  - g\r\n", "{a: \"b\", c: \"d⏎e⏎\", f: [\"g\"]}",
    ["a: b\r\nc: |\r\n  d\r\n  e\r\nf:\r\n  - g", "a", "b", "c", "|\r\n  d\r\n  e\r\n", "f", "- g", "g"]),
  ReadCase("é😀e\u{301}: 👩‍👩‍👧: x\n", "nothing"),
  ReadCase("é😀e\u{301}: 👩‍👩‍👧 x\n😀: \"a👩‍👩‍👧\" # c\n", "{é😀e\u{301}: \"👩‍👩‍👧 x\", 😀: \"a👩‍👩‍👧\"}", nil),
  ReadCase("---\na: b\n...\n", "{a: \"b\"}", ["a: b", "a", "b"]),
  ReadCase("? a\n: b\n", "{a: \"b\"}", nil),
  ReadCase("just a text\n", "\"just a text\"", ["just a text"]),
  ReadCase("a: x\ty\nb:\tz\n", "{a: \"x\ty\", b: \"z\"}", ["a: x\ty\nb:\tz", "a", "x\ty", "b", "z"]),
  ReadCase("a:\n  long text\n  goes on\nb:\n  \"quoted\n  folded\"\n", "{a: \"long text goes on\", b: \"quoted folded\"}"),
  ReadCase("a: x\u{85}  y\nb: z", "{a: \"x y\", b: \"z\"}", nil),
])
func reads(_ test: ReadCase) {
  var log = DiagnosticLog()
  let file = source(test.text)
  let node = YAMLReader.read(file, log: &log)
  #expect(outline(node) == test.dump)
  if let expected = test.spans { #expect(spans(node, file) == expected) }
  #expect(log.isEmpty == (test.dump != "nothing" || test.text.isEmpty || test.text.contains("#")))
}

/// Diagnostics as `code "the marked text"`, with other labels behind.
func problems(_ text: String) -> [String] {
  var log = DiagnosticLog()
  let file = source(text)
  _ = YAMLReader.read(file, log: &log)
  return log.sorted.map { diagnostic in
    let labels = [diagnostic.primary].compactMap(\.self) + diagnostic.others
    return
      ([diagnostic.code]
      + labels.map { "\(file.position(at: $0.span.start).line):\(file.position(at: $0.span.start).column) \(file.text($0.span))" })
      .joined(separator: " | ")
  }
}

struct TroubleCase: CustomTestStringConvertible {
  let text: String
  let problems: [String]
  var testDescription: String { text }

  init(_ text: String, _ problems: [String]) {
    self.text = text
    self.problems = problems
  }
}

@Test(arguments: [
  TroubleCase(
    "a: 1\nb: 2\na: 3\nc:\n  d: 1\n  d: 2\n  d: 3\n",
    [
      "yaml.duplicate-key | 3:1 a | 1:1 a", "yaml.duplicate-key | 6:3 d | 5:3 d", "yaml.duplicate-key | 7:3 d | 5:3 d",
    ]),
  TroubleCase(
    "a: {b: 1, 'b': 2, c: {b: 1}}\n? d\n: 1\n\"a\": 2\n",
    ["yaml.duplicate-key | 1:11 'b' | 1:5 b", "yaml.duplicate-key | 4:1 \"a\" | 1:1 a"]),
  TroubleCase(
    "a: &x 1\nb: *x\nc: [*x, !t y]\nd:\n  <<: *x\n",
    [
      "yaml.anchor | 1:4 &x", "yaml.alias | 2:4 *x", "yaml.alias | 3:5 *x", "yaml.tag | 3:9 !t", "yaml.merge-key | 5:3 <<",
    ]),
  TroubleCase("&k b: &a c\n*a : d\n", ["yaml.anchor | 1:1 &k", "yaml.anchor | 1:7 &a", "yaml.alias | 2:1 *a"]),
  TroubleCase("a: é😀 b: c\n", ["yaml.colon-in-text | 1:8 :"]),
  TroubleCase("a: x\nb: \"open\nc: d\n", ["yaml.unclosed-quote | 2:4 \""]),
  TroubleCase("a:\n  b: 1\n c: 2\n", ["yaml.indentation | 3:2 c: 2"]),
  TroubleCase("a:\n\tb: 1\n", ["yaml.tab | 2:1 \t"]),
  TroubleCase("a:\n  b: 1\n\tc: 1\n", ["yaml.tab | 3:1 \t"]),
  TroubleCase("a: %b\n", ["yaml.reserved-start | 1:4 %"]),
  TroubleCase("a: `b\n", ["yaml.reserved-start | 1:4 `"]),
  TroubleCase("a: [b, c\nd: e\n", ["yaml.unclosed-bracket | 1:4 [ | 2:2 :"]),
  TroubleCase("a: {b: c\n", ["yaml.unclosed-bracket | 1:4 {"]),
  TroubleCase("a: - b\n", ["yaml.indentation | 1:4 -"]),
  TroubleCase("a: 'b' c\n", ["yaml.text-after-quote | 1:8 c | 1:6 '"]),
  TroubleCase("a: b\n--- \nc: d\n", ["yaml.documents | 2:1 --- "]),
  TroubleCase("a: b\u{7}c\u{7F}\n", ["yaml.character | 1:5 \u{7}", "yaml.character | 1:7 \u{7F}"]),
  TroubleCase("label:Territory\norder: 1\n", ["yaml.colon-without-space | 1:6 :"]),
  TroubleCase("a: \"\\q\"\n", ["yaml.escape | 1:5 \\q"]),
])
func refuses(_ test: TroubleCase) {
  #expect(problems(test.text) == test.problems)
}
