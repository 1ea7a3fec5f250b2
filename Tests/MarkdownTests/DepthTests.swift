import Diagnostics
import Markdown
import TestKit
import Testing

/// Nesting that no person writes: it is cut and reported, and exhausts nothing.
@Suite struct DepthTests {
  private func read(_ text: String) -> (html: String, codes: [String]) {
    var log = DiagnosticLog()
    let document = MarkdownParser.parse(source(text), log: &log)
    var html: [UInt8] = []
    var writer = HTMLWriter(handler: PlainHandler())
    writer.write(document, into: &html)
    return (String(decoding: html, as: UTF8.self), log.diagnostics.map(\.code))
  }

  @Test func quotes() {
    let (html, codes) = read(String(repeating: "> ", count: 50_000) + "a\n")
    #expect(codes == ["markdown.too-deep"])
    #expect(html.components("<blockquote>") == 100)
  }

  @Test func atTheLimit() {
    #expect(read(String(repeating: ">", count: 99) + "a\n").codes.isEmpty)
    #expect(read(String(repeating: ">", count: 101) + "a\n").codes == ["markdown.too-deep"])
  }

  @Test func lists() {
    #expect(read(String(repeating: "- ", count: 5000) + "a\n").codes == ["markdown.too-deep"])
  }

  @Test(arguments: ["[", "*", "![", "_a", "*a", "`", "<", "&", "\\", "[a](", "|", "\"", "'", "[a]:b ", "**a *b "])
  func repeatedMarks(mark: String) {
    let (html, codes) = read(String(repeating: mark, count: 50_000) + "\n")
    #expect(!html.isEmpty)
    #expect(codes.allSatisfy { $0 == "markdown.too-deep" })
  }

  @Test func emphasis() {
    let (html, codes) = read(String(repeating: "*a **b ", count: 2000) + String(repeating: "b** a*", count: 2000) + " end\n\n*after*\n")
    #expect(codes == ["markdown.too-deep"])
    #expect(html.hasSuffix(" end</p>\n<p><em>after</em></p>\n"))
  }
}

extension String {
  fileprivate func components(_ part: String) -> Int {
    var count = 0
    var rest = self[...]
    while let range = rest.firstRange(of: part) {
      count += 1
      rest = rest[range.upperBound...]
    }
    return count
  }
}
