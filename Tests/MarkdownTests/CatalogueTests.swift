import Diagnostics
import Markdown
import TestKit
import Testing

/// The catalogue's examples do what they say.
@Suite struct CatalogueTests {
  @Test func pages() {
    for kind in MarkdownCatalogue.all where kind.code != "markdown.inline-only" {
      #expect(codes(kind.wrong) == [kind.code])
      #expect(codes(kind.right) == [])
    }
  }

  private func codes(_ example: DiagnosticKind.Example) -> [String] {
    var log = DiagnosticLog()
    for file in example.files { _ = MarkdownParser.parse(source(file.text, path: file.path), log: &log) }
    return log.diagnostics.map(\.code)
  }

  @Test func codesAreUnique() {
    #expect(Set(MarkdownCatalogue.all.map(\.code)).count == MarkdownCatalogue.all.count)
  }
}
