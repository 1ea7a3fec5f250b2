import Diagnostics
import Templates
import TestKit
import Testing

/// A linked template shows to the byte what the renderer shows.
@Suite struct LinkTests {
  private static let word = ViewShape(
    "words", "Words.",
    [ViewField("open", .text, "A word."), ViewField("odd", .text, "A word."), ViewField("none", .text, isOptional: true, "No word.")])
  private static let words = ComputedRecord(word) { [.text("Offen"), .text("a < \"b\" & 'c'"), .absent][$0] }
  private static let person = ViewShape(
    "person", "Somebody.", [ViewField("name", .text, "A name."), ViewField("note", .text, isOptional: true, "A note.")])
  private static let page = ViewShape(
    "page", "A page.",
    [
      ViewField("title", .text, "The title."), ViewField("draft", .flag, "Whether."),
      ViewField("kind", .choice(["red", "blue"]), "Which."),
      ViewField("author", .record(person), isOptional: true, "Who."), ViewField("people", .list(.record(person)), "Those."),
      ViewField("tags", .list(.text), "Some."), ViewField("body", .markup, isOptional: true, "HTML."),
      ViewField("words", .record(word), "Words."),
    ])

  /// A page with other values at each number, and the same with the words in it.
  private static func record(_ numbers: inout Numbers) -> (own: any ViewRecord, whole: View) {
    func text(_ numbers: inout Numbers) -> String { ["", "x", "<&\"'>", "two\nlines", "é"].randomElement(using: &numbers) ?? "" }
    func person(_ numbers: inout Numbers) -> View {
      let values: [View] = [.text(text(&numbers)), Bool.random(using: &numbers) ? .text(text(&numbers)) : .absent]
      return .record(ComputedRecord(Self.person) { values[$0] })
    }
    var values: [View] = [.text(text(&numbers)), .flag(Bool.random(using: &numbers))]
    values.append(.text(["red", "blue"].randomElement(using: &numbers) ?? ""))
    values.append(Bool.random(using: &numbers) ? person(&numbers) : .absent)
    values.append(.list((0..<Int.random(in: 0...3, using: &numbers)).map { _ in person(&numbers) }))
    values.append(.list((0..<Int.random(in: 0...3, using: &numbers)).map { _ in .text(text(&numbers)) }))
    values.append(Bool.random(using: &numbers) ? .markup(Array("<b>\(text(&numbers))</b>".utf8)) : .absent)
    let (own, whole) = (values, values + [.record(words)])
    return (ComputedRecord(page) { own[$0] }, .record(ComputedRecord(page) { whole[$0] }))
  }

  private static func library(_ templates: [String: String]) -> TemplateLibrary {
    var log = DiagnosticLog()
    let files = templates.sorted { $0.key < $1.key }.enumerated().map {
      SourceFile(id: FileID($0.offset), path: "Templates/\($0.element.key).mustache", text: $0.element.value)
    }
    return TemplateLibrary(files: files, log: &log)
  }

  /// Whether the template can be linked; where it can, both ways are compared over many records.
  private static func links(_ templates: [String: String], _ numbers: inout Numbers) -> Bool {
    let library = library(templates)
    guard let linked = LinkedTemplate("main", of: library, for: page, constants: [.record(words)]) else { return false }
    for _ in 0..<6 {
      let record = record(&numbers)
      var (one, other): ([UInt8], [UInt8]) = (Array("before".utf8), Array("before".utf8))
      Renderer.render("main", with: record.whole, from: library, into: &one)
      linked.render(record.own, into: &other)
      #expect(String(decoding: other, as: UTF8.self) == String(decoding: one, as: UTF8.self), "\(templates)")
    }
    return true
  }

  @Test(arguments: [
    "{{title}} {{{title}}} '{{title}}' {{words.open}} {{words.odd}} '{{words.odd}}' {{words.none}}{{nobody}}",
    "{{#draft}}Draft{{/draft}}{{^draft}}Done{{/draft}}{{#words.none}}never{{/words.none}}{{^words.none}}always{{/words.none}}",
    "{{#people}}{{name}}, {{title}}{{#note}} ({{.}}){{/note}}; {{/people}}{{^people}}nobody{{/people}}",
    "{{#words}}{{open}} {{title}}{{#people}}{{open}}{{name}}{{/people}}{{/words}}",
    "{{#author}}{{name}} {{#people}}{{name}}{{note}}{{/people}}{{/author}} {{author.name}} {{author.name.x}} {{tags.x}}",
    "{{#tags}}<{{.}}>{{#people}}{{.}}{{name}}{{/people}}{{/tags}}",
    "  {{>lines}}\n{{#people}}\n    {{>lines}}\n{{/people}}\nend\n",
    "{{>*kind}} {{#people}}{{>*kind}}{{/people}}\n  {{>*kind}}\n",
    "{{<frame}}{{$head}}{{title}}{{/head}}{{$body}}\n  {{#people}}\n  {{name}}\n  {{/people}}\n{{/body}}{{/frame}}",
    "{{#draft}}{{<frame}}{{$body}}in {{words.open}}{{/body}}{{/frame}}{{/draft}}\n\t{{<frame}}\n{{$head}}\nx\n y\n{{/head}}\n{{/frame}}\n",
  ])
  func theOutputIsTheSame(_ main: String) {
    var numbers = Numbers(state: 5)
    #expect(
      Self.links(
        [
          "main": main, "partials/lines": "one {{title}}\ntwo\n{{#draft}}\nthree\n{{/draft}}\n",
          "partials/red": "red{{title}}", "partials/blue": "blue\n {{words.open}}\n",
          "partials/frame": "<h>{{$head}}none{{/head}}</h>\n  {{$body}}\n  nothing\n  {{/body}}\n{{>lines}}",
        ], &numbers))
  }

  /// What hangs on a record is left to the renderer.
  @Test func ringsAreNotLinked() {
    var numbers = Numbers(state: 5)
    #expect(!Self.links(["main": "{{title}}{{#author}}{{>main}}{{/author}}"], &numbers))
    #expect(!Self.links(["main": "{{>*title}}"], &numbers))
    #expect(!Self.links([:], &numbers))
    let doubling = (0..<40).map { ("partials/p\($0)", "x{{>p\($0 + 1)}}{{>p\($0 + 1)}}") }
    #expect(!Self.links(Dictionary(uniqueKeysWithValues: doubling + [("main", "{{>p0}}"), ("partials/p40", "x")]), &numbers))
  }

  @Test func anyTemplates() {
    let pieces = [
      "{{#draft}}", "{{/draft}}", "{{^people}}", "{{/people}}", "{{#people}}", "{{title}}", "{{{body}}}", "{{>p}}", "{{>red}}", "{{<p}}",
      "{{/p}}",
      "{{$a}}", "{{/a}}", "{{$b}}", "{{/b}}", "{{>*kind}}", "{{!", "}}", "\n", "\n", "  ", "\r\n", "<p>", "'", "é", "{{.}}",
      "{{author.name}}",
      "{{#author}}", "{{/author}}", "{{words.open}}", "{{#words}}", "{{/words}}", "{{#tags}}", "{{/tags}}", "{{name}}",
    ]
    var numbers = Numbers(state: 17)
    var linked = 0
    for _ in 0..<800 {
      let texts = (0..<4).map { _ in
        (0..<Int.random(in: 0..<14, using: &numbers)).map { _ in pieces.randomElement(using: &numbers) ?? "" }.joined()
      }
      let names = ["main", "partials/p", "partials/red", "partials/blue"]
      if Self.links(Dictionary(uniqueKeysWithValues: zip(names, texts)), &numbers) { linked += 1 }
    }
    #expect(linked > 100)
  }
}
