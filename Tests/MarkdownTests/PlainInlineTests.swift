import Diagnostics
import TestKit
import Testing

@testable import Markdown

/// Text that is known to be plain without a parser is what the parser would make of it.
@Suite struct PlainInlineTests {
  private static let pieces = [
    "a", "two words", "Ünï", "🙂", "e\u{301}", " ", "  ", "\t", "\n", "\u{A0}", "\u{2028}", "*", "_", "`", "[", "]", "(", ")", "<", ">", "&",
    "&amp;", "\\", "!", "\"", "'", "-", "--", ".", "..", "...", ",", ":", ";", "#", "=", "|", "+", "1.", "~", "@", "http://x.y", "%", "$",
    "^",
    "{", "}", "/", "?", "“q”", "’",
  ]

  private func text(_ numbers: inout Numbers) -> String {
    (0..<Int.random(in: 0...7, using: &numbers)).map { _ in
      numbers.chance(70) ? numbers.pick(["word", "more words", "12 %", "é", ", "]) : numbers.pick(Self.pieces)
    }.joined()
  }

  @Test(arguments: 1...20 as ClosedRange<UInt64>)
  func aFieldIsAsTheParserHasIt(seed: UInt64) {
    var numbers = Numbers(state: seed)
    var plain = 0
    for _ in 0..<200 {
      let text = text(&numbers)
      let file = source(text)
      let map = TextMap(verbatim: file.wholeSpan)
      var logs = [DiagnosticLog(), DiagnosticLog()]
      func dump(_ inlines: [Inline]) -> String {
        var dump = TreeDump(file)
        dump.add(inlines, 0)
        return dump.text
      }
      let quick = MarkdownParser.inline(text, map: map, log: &logs[0])
      let parsed = MarkdownParser.parsedInline(text, map: map, extensions: .field, quotes: .english, log: &logs[1])
      #expect(dump(quick) == dump(parsed), "\(text.debugDescription)")
      #expect(logs[0].diagnostics.map(\.message) == logs[1].diagnostics.map(\.message))
      if PlainInline.holds(Array(text.utf8).span) { plain += 1 }
    }
    #expect(plain > 20)
  }

  /// A mark in one cell makes the parser read it; the cells beside it stay as they are.
  @Test(arguments: 1...20 as ClosedRange<UInt64>)
  func aCellIsAsAFieldHasIt(seed: UInt64) {
    var numbers = Numbers(state: seed)
    for _ in 0..<100 {
      let cell = text(&numbers).filter { !"\n|\\".contains($0) }
      let file = source("| head | \(cell) |\n|---|---|\n| \(cell) | x |\n")
      var log = DiagnosticLog()
      let document = MarkdownParser.parse(file, log: &log)
      guard case .table(let table)? = document.blocks.first?.kind, table.head.count == 2, table.rows.count == 1 else {
        Issue.record("no table: \(cell.debugDescription)")
        continue
      }
      let alone = source(cell)
      let field = MarkdownParser.parsedInline(
        cell, map: TextMap(verbatim: alone.wholeSpan), extensions: .field, quotes: .english, log: &log)
      #expect(table.head[1].inlines.plainText == field.plainText)
      #expect(table.rows[0][0].inlines.plainText == field.plainText)
      #expect(table.rows[0][0].inlines.map { file.text($0.span) } == field.map { alone.text($0.span) }, "\(cell.debugDescription)")
      #expect(table.rows[0][1].inlines.plainText == "x")
    }
  }
}
