import Diagnostics
import Templates
import Testing

/// Whatever stands in a template, reading, checking and rendering come to an end, and every place that is reported lies in its file.
struct AnyTextTests {
  @Test func anything() {
    let pieces = [
      "{{", "}}", "{{{", "}}}", "{{#draft}}", "{{/draft}}", "{{^people}}", "{{/people}}", "{{#people}}", "{{title}}", "{{{content}}}",
      "{{>p}}",
      "{{>main}}", "{{<p}}", "{{/p}}", "{{$a}}", "{{/a}}", "{{>*kind}}", "{{=<% %>=}}", "<%={{ }}=%>", "{{!", "\n", "  ", "\r\n", "<p ",
      ">",
      "\"", "'", "<!--", "-->", "<script>", "</script>", "href=", "é", "=", "{{.}}", "{{author.name}}", "<title>", "</title>", "\u{FEFF}",
    ]
    var state: UInt64 = 11
    func next(_ bound: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % bound
    }
    for _ in 0..<150 {
      let texts = (0..<3).map { _ in (0..<next(24)).map { _ in pieces[next(pieces.count)] }.joined() }
      let files = zip(["main", "partials/p", "partials/red"], texts).enumerated().map {
        SourceFile(id: FileID($0.offset), path: "Templates/\($0.element.0).mustache", text: $0.element.1)
      }
      var log = DiagnosticLog()
      let library = TemplateLibrary(files: files, log: &log)
      var check = TemplateCheck(library)
      check.check("main", against: CheckTests.page)
      log.append(check.log)
      for diagnostic in log.diagnostics {
        for span in ([diagnostic.primary].compactMap(\.self) + diagnostic.others).map(\.span) {
          #expect(span.end <= files[Int(span.file.number)].bytes.count)
        }
      }
      var bytes: [UInt8] = []
      Renderer.render("main", with: .record(JSON.record([("draft", .flag(true)), ("kind", .text("red"))])), from: library, into: &bytes)
    }
  }

  /// Deep and unbalanced nesting is reported, not followed.
  @Test(arguments: ["{{#draft}}", "{{$a}}", "{{<p}}", "{{", "{{{", "{{/a}}", "{{! ", "<a b='", "{{=a"])
  func manyTimes(piece: String) {
    let found = CheckTests.check(String(repeating: piece, count: 2000), [("p", "x")])
    #expect(!found.isEmpty)
  }
}
