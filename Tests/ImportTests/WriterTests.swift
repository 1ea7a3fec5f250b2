import Diagnostics
import Facts
import Markdown
import TestKit
import Testing
import YAML

@testable import Import

/// What is written reads back as what it was.
@Suite struct WriterTests {
  private static let pieces = [
    "a", "b c", " ", "  ", ": ", ":", " #", "#", "- ", "---", "\n", "\n\n", "\t", "\"", "'", "\\", "[", "]", "{", "}", ",", "&x", "*y",
    "!z", "|",
    ">", "%", "@", "`", "?", "=", "~", "no", "null", "2025-08", "1.10", "é", "中", "\u{A0}", "\u{85}", "\u{2028}", "\u{FEFF}", "\u{1}",
    "\u{0}",
    "\u{1F600}", "\u{200B}", "https://example.org/a?b=c#d", "<b>", "</script>", "&amp;", "_", "**", "[x](javascript:y)", "\r\n", "...",
    "a word that is long enough to be folded when it comes a few times over",
  ]

  static func text(_ chance: inout Numbers) -> String {
    (0..<Int.random(in: 1...14, using: &chance)).map { _ in pieces.randomElement(using: &chance) ?? "" }.joined()
  }

  @Test(arguments: 0..<40)
  func everyScalarReadsBack(_ seed: Int) throws {
    var chance = Numbers(state: UInt64(seed))
    for _ in 0..<50 {
      let text = Self.text(&chance)
      let yaml =
        "key: \(ScalarWriter.block(text, indent: 2, column: 5))\nitems: [\(ScalarWriter.flow(text)), \(ScalarWriter.flow("x"))]\nlast: end\n"
      var log = DiagnosticLog()
      let node = try #require(YAMLReader.read(source(yaml), log: &log), "\(yaml)")
      #expect(log.isEmpty, "\(yaml)\n\(log.diagnostics.map(\.message))")
      let entries = try #require(node.mapping)
      #expect(entries.map(\.key) == ["key", "items", "last"], "\(yaml)")
      #expect(entries.first?.value.scalar?.text == text, "\(yaml)")
      #expect(entries.dropFirst().first?.value.sequence?.compactMap { $0.scalar?.text } == [text, "x"], "\(yaml)")
    }
  }

  @Test(arguments: 0..<40)
  func escapedMarkdownReadsAsTyped(_ seed: Int) throws {
    var chance = Numbers(state: UInt64(seed + 1000))
    for _ in 0..<50 {
      let text = PlainText(Self.text(&chance)).text
      guard !text.isEmpty else { continue }
      let escaped = MarkdownEscape.escaped(text)
      let file = source(escaped)
      var log = DiagnosticLog()
      let inlines = MarkdownParser.inline(escaped, map: TextMap(verbatim: file.wholeSpan), extensions: [], log: &log)
      #expect(log.isEmpty, "\(escaped) \(log.diagnostics.map(\.message))")
      var html: [UInt8] = []
      var writer = HTMLWriter(handler: PlainHandler())
      writer.write(inlines, into: &html)
      let expected = text.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;").replacing(
        "\"", with: "&quot;")
      #expect(String(decoding: html, as: UTF8.self) == expected.trimmingSuffixSpaces, "\(escaped)")
    }
  }

  /// Records of random texts: whatever stands in them, the file has the same records and no others.
  @Test(arguments: 0..<30)
  func nothingInATextBreaksOut(_ seed: Int) throws {
    var chance = Numbers(state: UInt64(seed + 2000))
    let rows = (0..<8).map { row in
      "{\"id\": \"item-\(row)\", \"type\": \"report\", \"title\": \(json(Self.text(&chance) + "t")), \"publisher\": \(json(Self.text(&chance) + "p")), "
        + "\"author\": [{\"literal\": \(json(Self.text(&chance) + "a"))}], \"note\": \(json(Self.text(&chance) + "n")), \"URL\": \"https://example.org/\(row)\"}"
    }
    let result = ImportFixture.read("[" + rows.joined(separator: ",\n") + "]", "csl.json")
    #expect(ImportFixture.trouble(in: result) == [])
    let file = try #require(result.files.first)
    #expect(result.files.count == 1)
    let read = FactFile(.sources, SourceFile(path: file.path, text: file.text))
    guard case .sources(let sources) = read.records else {
      Issue.record("no sources")
      return
    }
    #expect(sources.map(\.id) == (0..<8).map { "item-\($0)" }, "\(file.text)")
    for (source, record) in zip(sources, file.records) {
      #expect(source.title == record.fields.first { $0.name == "title" }?.value.text)
      #expect(source.publisher == record.fields.first { $0.name == "publisher" }?.value.text)
      #expect(source.note?.text == record.fields.first { $0.name == "note" }?.value.text)
    }
  }

  private func json(_ text: String) -> String {
    "\""
      + text.unicodeScalars.map { scalar in
        switch scalar {
        case "\"", "\\": "\\\(scalar)"
        case _ where scalar.value < 0x20: "\\u00" + (scalar.value < 16 ? "0" : "") + String(scalar.value, radix: 16)
        default: String(scalar)
        }
      }.joined() + "\""
  }
}

extension String {
  fileprivate var trimmingSuffixSpaces: String {
    var text = self
    while text.hasSuffix(" ") { text.removeLast() }
    return text
  }
}
