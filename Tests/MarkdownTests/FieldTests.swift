import Diagnostics
import Markdown
import TestKit
import Testing

/// Inline Markdown in the fields of records: places are the file's, whatever the text went through.
@Suite struct FieldTests {
  /// A folded scalar: `text: >` over two indented lines.
  private let file = source("text: >\n  A [claim](claim:a)\n  \"and\" *more*.\n")

  private var folded: TextMap {
    TextMap(span: file.span(10..<44), runs: [.init(text: 0, source: 10), .init(text: 19, source: 31)])
  }

  private func dump(_ inlines: [Inline]) -> String {
    var dump = TreeDump(file)
    dump.add(inlines, 0)
    return dump.text
  }

  @Test func foldedScalar() {
    var log = DiagnosticLog()
    let inlines = MarkdownParser.inline("A [claim](claim:a) \"and\" *more*.\n", map: folded, log: &log)
    #expect(log.isEmpty)
    #expect(
      dump(inlines) == """
        text @2:3-2:5 "A "
        link @2:5-2:21 "claim:a"
          destination @2:13-2:20 "claim:a"
          text @2:6-2:11 "claim"
        text @2:21-3:9 " “and” "
        emphasis @3:9-3:15
          text @3:10-3:14 "more"
        text @3:15-3:16 "."

        """)
  }

  @Test(arguments: [
    "1. July was hot", "# 1 in the list", "- 40 degrees", "> 40 degrees", "+ 1", "=", "    deep", "```", "<!-- a --> b", "[a]: b", "| a |",
  ])
  func beginningsOfBlocksAreText(text: String) {
    let file = source(text)
    var log = DiagnosticLog()
    let inlines = MarkdownParser.inline(text, map: TextMap(verbatim: file.wholeSpan), log: &log)
    #expect(log.isEmpty)
    let bare = text == "<!-- a --> b" ? " b" : text.trimmingPrefix(while: { $0 == " " })
    #expect(inlines.plainText == bare)
    if let first = inlines.first { #expect(file.text(first.span) == bare) }
  }

  @Test(arguments: [
    ("a\n\nb\n", "b"), ("a\n- b\n", "- b"), ("\n\na\n# b", "# b"), ("a\n---\n", "---"), ("a\n> b\nc", "> b"),
  ])
  func secondBlockIsReported(text: String, place: String) {
    let file = source(text)
    var log = DiagnosticLog()
    let inlines = MarkdownParser.inline(text, map: TextMap(verbatim: file.wholeSpan), log: &log)
    #expect(inlines.plainText == "a")
    #expect(log.diagnostics.map(\.code) == ["markdown.inline-only"])
    #expect(log.diagnostics.first?.primary.map { file.text($0.span) } == place)
  }

  @Test(arguments: ["", " ", "\n\n"])
  func emptyTexts(text: String) {
    var log = DiagnosticLog()
    #expect(MarkdownParser.inline(text, map: TextMap(verbatim: source(text).wholeSpan), log: &log).isEmpty)
    #expect(log.isEmpty)
  }

  @Test func blocksOfAField() {
    let file = source("note: |\n  a\n\n  - b\n")
    let map = TextMap(span: file.span(10..<18), runs: [.init(text: 0, source: 10), .init(text: 3, source: 15)])
    var log = DiagnosticLog()
    var dump = TreeDump(file)
    dump.add(MarkdownParser.blocks("a\n\n- b\n", map: map, log: &log), 0)
    #expect(
      dump.text == """
        paragraph @2:3-2:4
          text @2:3-2:4 "a"
        list tight @4:3-4:6
          item @4:3-4:6
            paragraph @4:5-4:6
              text @4:5-4:6 "b"

        """)
  }
}
