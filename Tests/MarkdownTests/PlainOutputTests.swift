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

  private struct Example: Decodable {
    let example: Int
    let markdown: String
  }

  /// The specification's examples, where they are at hand; the table of this project covers the same ground.
  @Test func specification() throws {
    let path = ProcessInfo.processInfo.environment["COMMONMARK_EXAMPLES"] ?? "/work/shared/corpus/commonmark-0.30.json"
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
