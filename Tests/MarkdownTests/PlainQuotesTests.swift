import Diagnostics
import Markdown
import TestKit
import Testing

@Suite struct PlainQuotesTests {
  static let german = Quotes(openingDouble: "„", closingDouble: "“", openingSingle: "‚", closingSingle: "‘")

  @Test(arguments: [
    ("no marks at all – as typed … --", "no marks at all – as typed … --"),
    ("Trump shortens the deadline to \"10 or 12 days\"", "Trump shortens the deadline to “10 or 12 days”"),
    ("Witkoff's 'game-changing' word", "Witkoff’s ‘game-changing’ word"),
    ("the states' word", "the states’ word"),
    ("\"He said 'no'.\"", "“He said ‘no’.”"), ("(\"so\")", "(“so”)"), ("rock 'n' roll", "rock ‘n’ roll"), ("5' tall", "5’ tall"),
    ("„schon gesetzt“ und “so”", "„schon gesetzt“ und “so”"), ("'", "’"), ("\"", "“"),
  ])
  func `straight marks of plain text are set`(_ typed: String, _ shown: String) {
    #expect(Quotes.english.set(typed) == shown)
    #expect(Quotes.english.set(shown) == shown)
  }

  @Test func `each language has its marks, and the apostrophe is the same in all`() {
    #expect(Self.german.set("\"Er sagt 'ja, geht's?'\"") == "„Er sagt ‚ja, geht’s?‘“")
    #expect(Quotes.of("ru-RU")?.set("Песков: \"нет\"") == "Песков: «нет»")
    #expect(Quotes.of("FR")?.set("L'accord \"final\"") == "L’accord «\u{A0}final\u{A0}»")
    #expect(Quotes.of("tlh") == nil)
  }

  @Test(arguments: 0..<24 as Range<UInt64>)
  func `plain text gets the marks that the same words get in prose`(_ seed: UInt64) {
    var numbers = Numbers(state: seed)
    let pieces = ["a", "word", "é", "9", " ", " ", "\"", "'", "\"", "'", ",", ".", "(", ")", "–", "“", "日", "\u{A0}", "'s", "!"]
    for _ in 0..<400 {
      let text =
        "x"
        + (0..<Int.random(in: 1...14, using: &numbers)).map { _ in pieces[Int.random(in: 0..<pieces.count, using: &numbers)] }
        .joined().replacing("..", with: ".") + "x"
      for quotes in [Quotes.english, Self.german] {
        var log = DiagnosticLog()
        let map = TextMap(verbatim: source(text).wholeSpan)
        #expect(MarkdownParser.inline(text, map: map, quotes: quotes, log: &log).plainText == quotes.set(text), "\(text)")
      }
    }
  }
}
