import Diagnostics
import Foundation
import Markdown
import TestKit
import Testing

/// With all extensions off, the output is that of the linked cmark in its safe mode, byte for byte.
@Suite struct PlainOutputTests {
  private func plainHTML(_ markdown: String) -> String {
    var log = DiagnosticLog()
    let document = MarkdownParser.parse(source(markdown), extensions: [], log: &log)
    var html: [UInt8] = []
    var writer = HTMLWriter(options: .plain, handler: PlainHandler())
    writer.write(document, into: &html)
    return String(decoding: html, as: UTF8.self)
  }

  @Test func randomDocuments() {
    for seed in 0..<3000 {
      var random = RandomMarkdown(seed: UInt64(seed))
      let text = random.document()
      let (ours, theirs) = (plainHTML(text), safeHTML(text))
      #expect(ours == theirs, "seed \(seed): \(text.debugDescription)")
      if ours != theirs { break }
    }
  }

  @Test(arguments: [
    "", "\n", "a", "a\nb\n", "a  \nb\\\nc\n", "# a #\n\n## b\nc\n", "a\n===\nb\n---\n", "> a\nb\n\n> c\n", "> > > a\n> b\n",
    "- a\n- b\n\n  c\n",
    "- a\n  - b\n    - c\n", "3. a\n4. b\n", "1) a\n2. b\n", "-\n\n  a\n", "    code\n\n    more\n", "\tcode\n", "-\tcode\n\n\t\tmore\n",
    "```\na\n", "~~~ a b\n<&>\n~~~\n",
    "``` a&amp;b\\* c\nd\r\ne\n```\n", "***\n---\n___\n", "<div>\n*a*\n</div>\n\nb\n", "<!-- a -->\nb\n", "a <b c=\"d\"> <!-- e --> f\n",
    "[a](b)", "[a](<b c> \"t\")",
    "[a](b 't')", "[a](b (t))", "[a](b \"\")", "[a](b(c)d)", "[a](\\(b)", "[a][b]\n\n[b]: c \"d\"\n", "[a][]\n\n[A]: <>\n",
    "[a]\n\n[a]: b\n'c\nd'\n", "[a]: b\n[a] c\n",
    "[a[b]c](d)", "[[a](b)](c)", "![a *b* `c` <d> \\* &amp;](e \"f\")", "![a\nb](c)", "![[a](b)](c)", "<https://a.b/?c=d&e=f'g\">",
    "<a@b.c>", "<claim:a>", "[a](javascript:b)",
    "[a](JavaScript:b)", "![a](data:image/png;base64,b)", "![a](data:text/html,b)", "[a](ä ö)", "[a](<ä ö> '\"<>&')",
    "*a* **b** ***c*** _d_ __e__", "*a**b**c*", "**a*b*c**", "a*b*c a_b_c",
    "*a", "a*", "** a**", "\\*a\\*", "&copy; &#169; &#xA9; &nope; &amp;lt;", "`a``b` ``c`d``", "` a `", "`a\nb`", "a\u{0}b",
    "\"a\" 'b' -- --- ...", "| a |\n| - |\n| b |\n",
    "> [!NOTE]\n> a\n", "---\na: b\n---\n", "![a](b \"c\")", "a\rb\r\rc",
  ])
  func table(markdown: String) {
    #expect(plainHTML(markdown) == safeHTML(markdown))
  }

  @Test func writtenOut() {
    #expect(
      plainHTML("# A & *b*\n\n- [c](<d e> \"f\")\n- ![g](h)\n")
        == "<h1>A &amp; <em>b</em></h1>\n<ul>\n<li><a href=\"d%20e\" title=\"f\">c</a></li>\n<li><img src=\"h\" alt=\"g\" /></li>\n</ul>\n")
  }

  private struct Example: Decodable {
    let example: Int
    let markdown: String
  }

  /// The specification's examples, where they are at hand; the table of this project covers the same ground.
  @Test func specification() throws {
    let beside = #filePath.split(separator: "/", omittingEmptySubsequences: false).dropLast(4).joined(separator: "/")
    let path = ProcessInfo.processInfo.environment["COMMONMARK_EXAMPLES"] ?? beside + "/shared/corpus/commonmark-0.30.json"
    guard let data = FileManager.default.contents(atPath: path) else {
      print("no CommonMark examples at hand: COMMONMARK_EXAMPLES names none")
      return
    }
    let examples = try JSONDecoder().decode([Example].self, from: data)
    #expect(examples.count == 652)
    for example in examples {
      #expect(plainHTML(example.markdown) == safeHTML(example.markdown), "example \(example.example)")
    }
  }
}
