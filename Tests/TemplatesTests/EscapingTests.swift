import Templates
import TestKit
import Testing

/// Escaping by type, whatever the template asks for.
struct EscapingTests {
  private static func show(_ template: String, _ view: View) -> String {
    render(template, .record(JSON.record([("x", view)])))
  }

  static let urls: [(String, String)] = [
    ("", ""), ("a.html", "a.html"), ("../a.html?b=1&c=2#d", "../a.html?b=1&amp;c=2#d"), ("//example.org/", "//example.org/"),
    ("https://example.org/a:b", "https://example.org/a:b"), ("HTTP://example.org", "HTTP://example.org"),
    ("mailto:a@example.org", "mailto:a@example.org"), ("tel:+123", "tel:+123"), ("#a:b", "#a:b"), ("?a:b", "?a:b"), ("a/b:c", "a/b:c"),
    ("javascript:alert(1)", "about:invalid"), ("JavaScript:alert(1)", "about:invalid"), (" javascript:alert(1)", "about:invalid"),
    ("java\nscript:alert(1)", "about:invalid"), ("\u{1}javascript:alert(1)", "about:invalid"), ("java\tscript\r:x", "about:invalid"),
    ("data:text/html,x", "about:invalid"), ("data:image/png;base64,x", "about:invalid"), ("vbscript:x", "about:invalid"),
    (":x", "about:invalid"),
    ("ht\ntps://example.org", "ht\ntps://example.org"),
  ]

  @Test(arguments: urls)
  func refusesSchemes(url: String, expected: String) {
    #expect(Self.show("<a href=\"{{x}}\">", .url(url)) == "<a href=\"\(expected)\">")
  }

  @Test func byType() {
    #expect(Self.show("{{x}}", .text("a<b & \"c\" 'd'>")) == "a&lt;b &amp; &quot;c&quot; 'd'&gt;")
    #expect(Self.show("<p a='{{x}}'>{{x}}", .text("'")) == "<p a='&#39;'>'")
    #expect(Self.show("{{{x}}}", .markup(Array("<b>&amp;".utf8))) == "<b>&amp;")
    #expect(Self.show("{{x}}", .markup(Array("<b>&amp;".utf8))) == "&lt;b&gt;&amp;amp;")
    #expect(Self.show("{{x}}", .list([.text("a")])) == "")
    #expect(Self.show("{{x}}", .absent) == "")
  }

  @Test func jsonIsSafeInAScript() {
    let json = "{\"a\":\"</script><!--\u{2028}\u{2029}–&\"}"
    let expected = "{\"a\":\"\\u003C/script>\\u003C!--\\u2028\\u2029–&\"}"
    #expect(Self.show("{{x}}", .json(Array(json.utf8))) == expected)
    #expect(Self.show("{{{x}}}", .json(Array(json.utf8))) == expected)
  }

  /// Whatever the text, what is written holds none of the characters that could end its place, and decodes to the text.
  @Test func roundTrip() {
    var generator = Numbers(state: 7)
    let alphabet = Array("<>&\"'a;#é–\n")
    for _ in 0..<500 {
      let text = String((0..<Int(generator.next() % 12)).map { _ in alphabet[Int(generator.next() % UInt64(alphabet.count))] })
      let written = Self.show("<p a='{{x}}'>", .text(text)).dropFirst("<p a='".count).dropLast("'>".count)
      #expect(!written.contains { "<>\"'".contains($0) })
      var decoded = String(written)
      for (reference, character) in [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'"), ("&amp;", "&")] {
        decoded = decoded.replacing(reference, with: character)
      }
      #expect(decoded == text)
    }
  }
}
