import Diagnostics
import Templates
import Testing

/// The renderer alone, by a table of templates: what Mustache says, line by line of white space.
struct RenderTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let template: String
    let data: String
    let expected: String
    let partials: [(String, String)]

    init(_ template: String, _ data: String, _ expected: String, _ partials: [(String, String)] = []) {
      self.template = template
      self.data = data
      self.expected = expected
      self.partials = partials
    }

    var testDescription: String { template.debugDescription }
  }

  @Test(arguments: cases)
  func renders(_ item: Case) throws {
    let data = try #require(JSON.parse(item.data))
    #expect(render(item.template, data.view, item.partials) == item.expected)
  }

  static let cases: [Case] = values + sections + whiteSpace + calls + inheritance + delimiters

  static let values: [Case] = [
    Case("plain { text } }}\n", "{}", "plain { text } }}\n"),
    Case("{{a}}{{ a }}{{a }}", #"{"a":"1"}"#, "111"),
    Case("{{a}}|{{{a}}}|{{&a}}|{{& a }}", #"{"a":"<&>\"'"}"#, "&lt;&amp;&gt;&quot;'|<&>\"'|<&>\"'|<&>\"'"),
    Case("<p class='{{a}}' title=\"{{a}}\">{{a}}", #"{"a":"it's"}"#, "<p class='it&#39;s' title=\"it's\">it's"),
    Case("[{{a}}{{b}}{{{c}}}]", #"{"a":null}"#, "[]"),
    Case("{{a}}", #"{"a":"{{b}}","b":"x"}"#, "{{b}}"),
    Case("{{a.b.c}} {{a.x}} {{a.b.x.y}}", #"{"a":{"b":{"c":"deep"}}}"#, "deep  "),
    Case("{{a.b}}", #"{"a.b":"no"}"#, ""),
    Case("{{#a}}{{b.c}}{{/a}}", #"{"a":{"b":{}},"b":{"c":"outer"}}"#, ""),
    Case("{{#a}}[{{x}}]{{/a}}", #"{"x":"outer","a":{"x":null}}"#, "[]"),
    Case("{{#a}}[{{x}}]{{/a}}", #"{"x":"outer","a":{"y":"1"}}"#, "[outer]"),
    Case("{{.}}", #""self""#, "self"),
    Case("{{.}} {{{.}}}", #""<""#, "&lt; <"),
    Case("ünï {{ä}} 漢字", #"{"ä":"ö"}"#, "ünï ö 漢字"),
    Case("\u{FEFF}{{a}}", #"{"a":"1"}"#, "1"),
    Case("{{flag}}", #"{"flag":true}"#, "true"),
    Case("{{a\n}}", #"{"a":"1"}"#, "1"),
    Case("{{{ a }}}!}", #"{"a":"1"}"#, "1!}"),
  ]

  static let sections: [Case] = [
    Case("{{#a}}x{{/a}}{{^a}}y{{/a}}", #"{"a":true}"#, "x"),
    Case("{{#a}}x{{/a}}{{^a}}y{{/a}}", #"{"a":false}"#, "y"),
    Case("{{#a}}x{{/a}}{{^a}}y{{/a}}", #"{}"#, "y"),
    Case("{{#a}}x{{/a}}{{^a}}y{{/a}}", #"{"a":null}"#, "y"),
    Case("{{#a}}x{{/a}}{{^a}}y{{/a}}", #"{"a":[]}"#, "y"),
    Case("{{#a}}x{{/a}}{{^a}}y{{/a}}", #"{"a":""}"#, "y"),
    Case("{{#a}}x{{/a}}{{^a}}y{{/a}}", #"{"a":{}}"#, "x"),
    Case("{{#a}}x{{/a}}{{^a}}y{{/a}}", #"{"a":"0"}"#, "x"),
    Case("{{#a}}{{.}},{{/a}}", #"{"a":["1","2"]}"#, "1,2,"),
    Case("{{#a}}({{#.}}{{.}}{{/.}}){{/a}}", #"{"a":[["1","2"],[],["3"]]}"#, "(12)()(3)"),
    Case("{{#a}}{{n}}{{#a}}{{n}}{{/a}}{{/a}}", #"{"a":[{"n":"1","a":[{"n":"2"}]}]}"#, "12"),
    Case("{{#a}}{{#b}}{{x}}{{y}}{{/b}}{{x}}{{/a}}", #"{"a":{"x":"1","y":"2","b":{"x":"3"}}}"#, "321"),
    Case("{{#a.b}}{{c}}{{/a.b}}", #"{"a":{"b":[{"c":"1"},{"c":"2"}]}}"#, "12"),
    Case("{{#a}}{{.}}{{/a}}", #"{"a":"text"}"#, "text"),
    Case("{{#f}}{{a}}{{/f}}", #"{"f":true,"a":"1"}"#, "1"),
    Case("{{# a }}x{{/ a }}", #"{"a":true}"#, "x"),
    Case("{{#a}}{{^b}}{{#c}}x{{/c}}{{/b}}{{/a}}", #"{"a":true,"c":true}"#, "x"),
  ]

  static let whiteSpace: [Case] = [
    Case("a\n{{#t}}\nb\n{{/t}}\nc\n", #"{"t":true}"#, "a\nb\nc\n"),
    Case("a\n  {{#t}}  \nb\n\t{{/t}}\nc\n", #"{"t":true}"#, "a\nb\nc\n"),
    Case("a\r\n{{#t}}\r\nb\r\n{{/t}}\r\nc", #"{"t":true}"#, "a\r\nb\r\nc"),
    Case("  {{#t}}\nb\n  {{/t}}", #"{"t":true}"#, "b\n"),
    Case(" {{#t}}b{{/t}} \n", #"{"t":true}"#, " b \n"),
    Case("{{#t}}{{/t}}\n", #"{"t":true}"#, "\n"),
    Case("x {{#t}}\ny\n{{/t}} z\n", #"{"t":true}"#, "x \ny\n z\n"),
    Case("a\n{{! note }}\nb {{! note }}\n", "{}", "a\nb \n"),
    Case("a\n  {{!\n many\n lines }}\nb", "{}", "a\nb"),
    Case("  {{v}}\n", #"{"v":"1"}"#, "  1\n"),
    Case("{{#t}}\n{{#t}}\nx\n{{/t}}\n{{/t}}\n", #"{"t":true}"#, "x\n"),
    Case("{{^f}}\r\nx{{/f}}", "{}", "x"),
  ]

  static let calls: [Case] = [
    Case("[{{>p}}]", "{}", "[text]", [("p", "text")]),
    Case("[{{>none}}]", "{}", "[]"),
    Case("{{>p}}", #"{"a":"1"}"#, "1", [("p", "{{a}}")]),
    Case("{{#a}}{{>p}}{{/a}}", #"{"a":[{"b":"1"},{"b":"2"}]}"#, "12", [("p", "{{b}}")]),
    Case("{{>event}}{{>partials/event}}", "{}", "ee", [("partials/event", "e")]),
    Case("{{>e}}", "{}", "path", [("partials/e", "short"), ("e", "path")]),
    Case("a\n  {{>p}}\nb\n", "{}", "a\n  1\n  2\nb\n", [("p", "1\n2\n")]),
    Case("a\n  {{>p}} x\nb\n", "{}", "a\n  1\n2\n x\nb\n", [("p", "1\n2\n")]),
    Case(" {{>p}}\n", #"{"v":"1\n2"}"#, " [1\n2]\n ok\n", [("p", "[{{v}}]\nok\n")]),
    Case(" {{>p}}\n", "{}", "  1\n  2\n .\n", [("p", " {{>q}}\n.\n"), ("q", "1\n2\n")]),
    Case(" {{>p}}\n", #"{"t":true}"#, " 1\n 2\n 3\n", [("p", "1\n{{#t}}\n2\n{{/t}}\n3\n")]),
    Case(" {{>p}}\n", #"{"t":true}"#, " x1\n y\n", [("p", "{{#t}}x{{/t}}1\n{{! c }}y\n")]),
    Case(" {{>p}}\n", "{}", " 1\n \n 2\n", [("p", "1\n\n2\n")]),
    Case("{{>*n}}{{> * n }}", #"{"n":"p"}"#, "xx", [("p", "x")]),
    Case("{{#l}}{{>*n.m}}{{/l}}", #"{"l":[{"n":{"m":"p"}},{"n":{"m":"q"}},{"n":{"m":"r"}}]}"#, "xy", [("p", "x"), ("q", "y")]),
    Case("{{>**n}}{{>*x}}", #"{"n":"m","m":"p"}"#, "", [("p", "x")]),
    Case("  {{>*n}}\n", #"{"n":"p"}"#, "  1\n  2", [("p", "1\n2")]),
    Case("{{>n}}", #"{"v":"1","n":[{"v":"2","n":[]}]}"#, "1<2<>>", [("n", "{{v}}<{{#n}}{{>n}}{{/n}}>")]),
  ]

  static let inheritance: [Case] = [
    Case("{{$a}}default{{/a}}", "{}", "default"),
    Case("{{<p}}{{/p}}", "{}", "[default]", [("p", "[{{$a}}default{{/a}}]")]),
    Case("{{<p}}{{$a}}own{{/a}}{{/p}}", "{}", "[own]", [("p", "[{{$a}}default{{/a}}]")]),
    Case(
      "{{<p}} text {{>q}} {{$a}}own{{/a}} {{#x}}{{$a}}no{{/a}}{{/x}}{{/p}}", #"{"x":true}"#, "[own]", [("p", "[{{$a}}{{/a}}]"), ("q", "q")]),
    Case("{{<p}}{{$b}}2{{/b}}{{$a}}1{{/a}}{{/p}}", "{}", "12", [("p", "{{$a}}{{/a}}{{$b}}{{/b}}")]),
    Case("{{<p}}{{$a}}1{{/a}}{{/p}}{{<p}}{{/p}}", "{}", "1d", [("p", "{{$a}}d{{/a}}")]),
    Case("{{<p}}{{$a}}1{{/a}}{{/p}}", "{}", "1", [("p", "{{<q}}{{$a}}2{{/a}}{{/q}}"), ("q", "{{$a}}3{{/a}}")]),
    Case("{{<p}}{{/p}}", "{}", "2", [("p", "{{<q}}{{$a}}2{{/a}}{{/q}}"), ("q", "{{$a}}3{{/a}}")]),
    Case("{{<p}}{{$a}}1{{/a}}{{/p}}", "{}", "1", [("p", "{{>q}}"), ("q", "{{$a}}3{{/a}}")]),
    Case("{{<p}}{{$a}}{{n}}{{/a}}{{/p}}", #"{"n":"out","l":[{"n":"1"},{"n":"2"}]}"#, "12", [("p", "{{#l}}{{$a}}{{/a}}{{/l}}")]),
    Case("{{<p}}{{$a}}({{$a}}again{{/a}}){{/a}}{{/p}}", "{}", "(again)", [("p", "{{$a}}{{/a}}")]),
    Case("{{<p}}{{$a}}1{{$b}}in{{/b}}{{/a}}{{$b}}2{{/b}}{{/p}}", "{}", "1in2", [("p", "{{$a}}{{/a}}{{$b}}{{/b}}")]),
    Case("{{<p}}\n{{$a}}\n  1\n  2\n{{/a}}\n{{/p}}\n", "{}", "<\n    1\n    2\n>\n", [("p", "<\n    {{$a}}\n    {{/a}}\n>\n")]),
    Case("{{<p}}\n{{$a}}\n  1\n    2\n{{/a}}\n{{/p}}\n", "{}", "<\n1\n  2\n>\n", [("p", "<\n{{$a}}\n{{/a}}\n>\n")]),
    Case("{{<p}}{{$a}}\n1\n2{{/a}}{{/p}}", "{}", "<\n  1\n  2\n>\n", [("p", "<\n  {{$a}}{{/a}}\n>\n")]),
    Case(" {{<p}}\n{{$a}}\n1\n{{/a}}\n{{/p}}\n", "{}", " <\n   1\n >\n", [("p", "<\n  {{$a}}\n  {{/a}}\n>\n")]),
    Case("{{<p}}{{$a}}1{{/a}}{{/p}}", "{}", "x 1 y", [("p", "x {{$a}}{{/a}} y")]),
    Case("{{<*n}}{{$a}}1{{/a}}{{/*n}}", #"{"n":"p"}"#, "1", [("p", "{{$a}}{{/a}}")]),
  ]

  static let delimiters: [Case] = [
    Case("{{=<% %>=}}<%a%>{{a}}<%={{ }}=%>{{a}}<%a%>", #"{"a":"1"}"#, "1{{a}}1<%a%>"),
    Case("{{=| |=}}|#a||.||/a|", #"{"a":["1","2"]}"#, "12"),
    Case("a\n  {{=<% %>=}}\n<%a%>", #"{"a":"1"}"#, "a\n1"),
    Case("{{=<% %>=}}<%>p%>", #"{"a":"1"}"#, "1<%a%>", [("p", "{{a}}<%a%>")]),
    Case("{{>p}}{{a}}", #"{"a":"1"}"#, "11", [("p", "{{=<% %>=}}<%a%>")]),
    Case("{{= <%   %> =}}<%& a %><%{a}%>", #"{"a":"<"}"#, "<<"),
  ]

  @Test func endsRecursionOfPartials() {
    let output = render("{{>a}}", .absent, [("a", "x{{>a}}")])
    #expect(output == String(repeating: "x", count: 64))
    #expect(!render("{{<a}}{{/a}}", .absent, [("a", "{{$b}}{{<a}}{{$b}}y{{>a}}{{/b}}{{/a}}{{/b}}")]).isEmpty)
  }

  @Test func appendsToWhatIsThere() {
    var log = DiagnosticLog()
    let library = TemplateLibrary(files: [SourceFile(path: "Templates/a.mustache", text: "x")], log: &log)
    var bytes = Array("before ".utf8)
    #expect(Renderer.render("a", with: .absent, from: library, into: &bytes))
    #expect(!Renderer.render("b", with: .absent, from: library, into: &bytes))
    #expect(String(decoding: bytes, as: UTF8.self) == "before x")
  }
}
