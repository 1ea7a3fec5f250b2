import Diagnostics
import Markdown
import TestKit
import Testing

/// What the format adds, as HTML.
@Suite struct HTMLWriterTests {
  private struct FactHandler: HTMLHandler {
    mutating func link(_ link: Link) -> LinkTreatment {
      if link.destination.hasPrefix("source:") { return .plain(after: Array("<sup>1</sup>".utf8)) }
      if link.destination.hasPrefix("claim:") {
        return .anchor(
          href: "claims/\(link.destination.dropFirst(6)).html", attributes: [("class", "claim \"a\"")], before: Array("<b>".utf8),
          after: Array("</b>".utf8),
          text: "A & B")
      }
      return .anchor(href: link.destination)
    }

    mutating func image(_ image: Image) -> ImageTreatment {
      ImageTreatment(source: "assets/" + image.destination, attributes: [("width", "640")])
    }

    mutating func fence(_ code: CodeBlock, span: SourceSpan, into html: inout [UInt8]) -> Bool {
      guard code.info == "claims" else { return false }
      html += "<table>\(code.literal)</table>\n".utf8
      return true
    }

    mutating func headingEnd(_ heading: Heading, into html: inout [UInt8]) {
      if let id = heading.id { html += "<a href=\"#\(id)\">#</a>".utf8 }
    }
  }

  private func html(_ markdown: String, quotes: Quotes = .english) -> String {
    var log = DiagnosticLog()
    let document = MarkdownParser.parse(source(markdown), quotes: quotes, log: &log)
    var html: [UInt8] = []
    var writer = HTMLWriter(
      options: HTMLOptions(headingOffset: 1, alertLabels: [.note: "Note & so"], scrollsTables: true, tableLabel: "Table"),
      handler: FactHandler())
    writer.write(document, into: &html)
    return String(decoding: html, as: UTF8.self)
  }

  @Test(arguments: [
    ("# A b\n\n###### A b\n", "<h2 id=\"a-b\">A b<a href=\"#a-b\">#</a></h2>\n<h6 id=\"a-b-1\">A b<a href=\"#a-b-1\">#</a></h6>\n"),
    ("said [so](source:a \"p. 1\").\n", "<p>said so<sup>1</sup>.</p>\n"),
    (
      "[](claim:a) <claim:a> [*b*](claim:a)\n",
      "<p><b><a href=\"claims/a.html\" class=\"claim &quot;a&quot;\">A &amp; B</a></b> <b><a href=\"claims/a.html\" class=\"claim &quot;a&quot;\">A &amp; B</a></b>"
        + " <b><a href=\"claims/a.html\" class=\"claim &quot;a&quot;\"><em>b</em></a></b></p>\n"
    ),
    ("![a](b.png \"c < d\")\n", "<figure><img src=\"assets/b.png\" alt=\"a\" width=\"640\" /><figcaption>c &lt; d</figcaption></figure>\n"),
    ("x ![a](b.png \"c\")\n", "<p>x <img src=\"assets/b.png\" alt=\"a\" title=\"c\" width=\"640\" /></p>\n"),
    ("```claims\na\n```\n\n```swift x\n<\n```\n", "<table>a\n</table>\n<pre><code class=\"language-swift\">&lt;\n</code></pre>\n"),
    (
      "> [!note]\n> a\n",
      "<aside class=\"alert alert-note\" role=\"note\">\n<p class=\"alert-title\">Note &amp; so</p>\n<p>a</p>\n</aside>\n"
    ),
    ("> [!TIP]\n> - a\n", "<aside class=\"alert alert-tip\" role=\"note\">\n<ul>\n<li>a</li>\n</ul>\n</aside>\n"),
    ("> [!NOTE]\n", "<blockquote>\n<p>[!NOTE]</p>\n</blockquote>\n"),
    (
      "| a | b |\n| - | -: |\n| `c` |\n",
      "<div class=\"scroll\" tabindex=\"0\" role=\"region\" aria-label=\"Table\">\n<table>\n<thead>\n<tr>\n<th scope=\"col\">a</th>\n<th scope=\"col\" class=\"align-right\">b</th>\n"
        + "</tr>\n</thead>\n<tbody>\n<tr>\n<td><code>c</code></td>\n<td class=\"align-right\"></td>\n</tr>\n</tbody>\n</table>\n</div>\n"
    ),
    ("a <!-- b --> c <i>d</i>\n\n<!-- e -->\n\n<p>f</p>\n", "<p>a  c d</p>\n"),
    ("[a](javascript:b)\n", "<p><a href=\"\">a</a></p>\n"),
  ])
  func additions(markdown: String, expected: String) {
    #expect(html(markdown) == expected)
  }

  @Test func quotesOfALanguage() {
    let german = Quotes(openingDouble: "„", closingDouble: "“", openingSingle: "‚", closingSingle: "‘")
    #expect(
      html("\"Er sagt 'ja, geht's?'\" -- \\\"so\\\" `\"c\"` ... “x” don't &quot;\n", quotes: german)
        == "<p>„Er sagt ‚ja, geht’s?‘“ – &quot;so&quot; <code>&quot;c&quot;</code> … “x” don’t &quot;</p>\n")
  }

  @Test func everySchemeInAnyCase() {
    for scheme in ["javascript", "JavaScript", "vbscript", "FILE", "data", "data:image/svg+xml"] {
      var log = DiagnosticLog()
      _ = MarkdownParser.parse(source("[a](\(scheme):b)\n"), log: &log)
      #expect(log.diagnostics.map(\.code) == ["markdown.unsafe-url"])
    }
    for address in ["https://a.b", "mailto:a@b.c", "claim:a", "data:image/png;base64,a", "javascripts.html", "a:javascript:"] {
      #expect(UnsafeScheme.of(address) == nil)
    }
  }
}
