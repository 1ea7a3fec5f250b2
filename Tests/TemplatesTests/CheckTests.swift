import Diagnostics
import Templates
import TestKit
import Testing

/// Templates against one shape of a page: what is wrong with them, as `file:line:column code message | help`.
struct CheckTests {
  static let words = ViewShape("words", "The interface's words.", [ViewField("skip-link", .text, "To the content.")])
  static let person = ViewShape(
    "person", "Somebody.",
    [
      ViewField("name", .text, "The name."), ViewField("href", .url, isOptional: true, "The page."),
      ViewField("friends", .list(.text), "Names."),
    ])
  static let page = ViewShape(
    "page", "A page.",
    [
      ViewField("title", .text, "The title."), ViewField("description", .text, isOptional: true, "A sentence."),
      ViewField("content", .markup, "The text."), ViewField("root", .url, "The way up."), ViewField("data", .json, "JSON."),
      ViewField("draft", .flag, "Whether it is one."), ViewField("people", .list(.record(person)), "People."),
      ViewField("author", .record(person), isOptional: true, "Who wrote it."),
      ViewField("kind", .choice(["red", "blue"]), "A colour."), ViewField("words", .record(words), "Words."),
    ])

  static func check(_ main: String, _ others: [(String, String)] = [], unused: Bool = false) -> [String] {
    var log = DiagnosticLog()
    let files = ([("main", main)] + others).enumerated().map {
      SourceFile(id: FileID($0.offset), path: "Templates/\($0.element.0).mustache", text: $0.element.1)
    }
    let library = TemplateLibrary(files: files, log: &log)
    var check = TemplateCheck(library)
    check.check("main", against: page)
    if unused { check.reportUnused() }
    log.append(check.log)
    return log.sorted.map { diagnostic in
      let span = diagnostic.primary?.span
      let file = span.flatMap { span in files.first { $0.id == span.file } }
      let position = span.flatMap { file?.position(at: $0.start) }
      let place =
        "\(file?.path.dropFirst("Templates/".count).dropLast(".mustache".count) ?? "-"):\(position?.line ?? 0):\(position?.column ?? 0)"
      let help = diagnostic.help.first.map { " | \($0)" } ?? ""
      return "\(place) \(diagnostic.code.dropFirst("template.".count)): \(diagnostic.message)\(help)"
    }
  }

  @Test(arguments: cases)
  func says(_ item: Case) {
    #expect(Self.check(item.main, item.others) == item.expected, "\(item.main)")
  }

  struct Case: Sendable {
    let main: String
    let others: [(String, String)]
    let expected: [String]

    init(_ main: String, _ others: [(String, String)] = [], _ expected: [String] = []) {
      self.main = main
      self.others = others
      self.expected = expected
    }
  }

  @Test func saysWhereAPartialIsCalled() throws {
    var log = DiagnosticLog()
    let files = [
      SourceFile(id: FileID(0), path: "Templates/main.mustache", text: "<p>{{>card}}</p>"),
      SourceFile(id: FileID(1), path: "Templates/partials/card.mustache", text: "{{nam}}"),
    ]
    var check = TemplateCheck(TemplateLibrary(files: files, log: &log))
    check.check("main", against: Self.person)
    let diagnostic = try #require(check.log.diagnostics.first)
    #expect(diagnostic.primary?.span == files[1].span(2..<5))
    #expect(diagnostic.others == [Label(files[0].span(6..<10), "as it is called here")])
  }

  @Test func reportsUnusedTemplates() {
    #expect(
      Self.check("{{>a}}", [("a", ""), ("partials/b", "")], unused: true) == [
        "partials/b:1:1 unused: nothing uses the template `partials/b` | take the file away, or call it with `{{>partials/b}}`"
      ])
    #expect(Self.check("{{>a}}{{x}}", [("a", ""), ("partials/b", "")], unused: true).count == 1, "not while a template has an error")
  }

  @Test func knowsWhichWordsAreShown() {
    var log = DiagnosticLog()
    let text = "{{words.skip-link}}{{#words}}{{#draft}}{{>a}}{{/draft}}{{/words}}"
    var check = TemplateCheck(
      TemplateLibrary(
        files: [source(text, path: "Templates/main.mustache"), source("{{words.other}}", path: "Templates/unused.mustache", id: 1)],
        log: &log))
    check.check("main", against: Self.page)
    #expect(check.usedWords == ["skip-link"])
  }

  @Test func aPageWithoutItsTemplate() {
    var log = DiagnosticLog()
    var check = TemplateCheck(TemplateLibrary(files: [source("", path: "Templates/page.mustache")], log: &log))
    check.check("pgae", against: Self.page)
    #expect(check.log.diagnostics.map(\.code) == ["template.unknown-template"])
    #expect(check.log.diagnostics.first?.help.contains("did you mean `page`?") == true)
  }

  /// Ways through partials double with each level here; what is known of a context is not found out again.
  @Test func isLinearInTheTemplates() {
    let levels = 40
    let partials = (0..<levels).map { ("p\($0)", $0 + 1 < levels ? "{{>p\($0 + 1)}}{{#draft}}{{>p\($0 + 1)}}{{/draft}}" : "{{titel}}") }
    #expect(Self.check("{{>p0}}", partials).map { $0.prefix(5) } == ["p39:1"])
  }
}
