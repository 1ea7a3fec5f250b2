import Diagnostics
import TestKit
import Testing

@Suite struct SnippetReporterTests {
  @Test func showsTheLineTheCaretAndTheHelp() {
    let file = source("title: T\nclaim: garantors\n", path: "Content/facts/claims.yml")
    let diagnostic = Diagnostic(
      Sample.kind, "there is no claim `garantors`", at: Sample.span(file, "garantors"), label: "no claim has this id",
      help: ["did you mean `guarantors`?", "or write a new one:\n  garantors:\n    text: ..."])
    #expect(
      Sample.snippet(diagnostic, file) == """
        error[fact.unknown-reference]: there is no claim `garantors`
         --> Content/facts/claims.yml:2:8
          |
        2 | claim: garantors
          |        ^^^^^^^^^ no claim has this id
          |
          = help: did you mean `guarantors`?
          = help: or write a new one:
                    garantors:
                      text: ...

        """)
  }

  @Test func hangsSeveralLabelsOfOneLineBelowIt() {
    let file = source("one two three\n")
    let spans = ["one", "two", "three"].map { Sample.span(file, $0) }
    #expect(
      Sample.snippet(
        Diagnostic(Sample.kind, "m", at: spans[1], label: "second", others: [Label(spans[2], "third"), Label(spans[0], "first")]), file)
          == """
          error[fact.unknown-reference]: m
           --> Content/test.md:1:5
            |
          1 | one two three
            | --- ^^^ ----- third
            | |   |
            | |   second
            | first

          """)
    #expect(
      Sample.snippet(Diagnostic(Sample.kind, "m", at: spans[2], others: [Label(spans[0], "first")]), file) == """
        error[fact.unknown-reference]: m
         --> Content/test.md:1:9
          |
        1 | one two three
          | ---     ^^^^^
          | |
          | first

        """)
    // One label within another, and two on one place.
    #expect(
      Sample.snippet(Diagnostic(Sample.kind, "m", at: file.span(0..<13), label: "all", others: [Label(spans[1], "part")]), file) == """
        error[fact.unknown-reference]: m
         --> Content/test.md:1:1
          |
        1 | one two three
          | ^^^^^^^^^^^^^
          | |   |
          | |   part
          | all

        """)
    #expect(
      Sample.snippet(Diagnostic(Sample.kind, "m", at: spans[0], label: "a", others: [Label(spans[0], "b")]), file) == """
        error[fact.unknown-reference]: m
         --> Content/test.md:1:1
          |
        1 | one two three
          | ^^^ a
          | |
          | b

        """)
  }

  @Test func showsLabelsInOtherFilesAndDistantLines() {
    let first = source((1...12).map { "line \($0)\n" }.joined(), path: "Content/a.md", id: 0)
    let second = source("x\nother: y\n", path: "Content/b.md", id: 1)
    let diagnostic = Diagnostic(
      Sample.warning, "twice", at: Sample.span(first, "line 12"), label: "again",
      others: [
        Label(Sample.span(second, "other"), "first here"), Label(Sample.span(first, "line 2"), "near"), Label(Sample.span(first, "line 4")),
      ],
      help: ["rename one"])
    #expect(
      Sample.snippet(diagnostic, first, second) == """
        warning[fact.single-origin]: twice
          --> Content/a.md:12:1
           |
         2 | line 2
           | ------ near
         3 | line 3
         4 | line 4
           | ------
        ...
        12 | line 12
           | ^^^^^^^ again
           |
          ::: Content/b.md:2:1
           |
         2 | other: y
           | ----- first here
           |
           = help: rename one

        """)
  }

  @Test func countsColumnsOfTabsWideCharactersEmojiAndMarks() {
    let file = source("\tkey: 世界 👩‍👩‍👧 ❤️ e\u{301}x ｶ 한 🇺🇦 end\n")
    func caret(_ text: String) -> String {
      let lines = Sample.snippet(Diagnostic(Sample.kind, "m", at: Sample.span(file, text)), file).split(separator: "\n")
      return String(lines[4].dropFirst(4))
    }
    #expect(caret("key") == "    ^^^")
    #expect(caret("世界") == "         ^^^^")
    #expect(caret("👩‍👩‍👧") == "              ^^")
    #expect(caret("❤️") == "                 ^^")
    #expect(caret("e\u{301}") == "                    ^")
    #expect(caret("x") == "                     ^")
    #expect(caret("ｶ") == "                       ^")
    #expect(caret("한") == "                         ^^")
    #expect(caret("🇺🇦") == "                            ^^")
    #expect(caret("end") == "                               ^^^")
    #expect(Sample.snippet(Diagnostic(Sample.kind, "m", at: Sample.span(file, "end")), file).contains("Content/test.md:1:23\n"))
  }

  @Test func showsWhatCannotBeSeen() {
    let controls = source("\u{FEFF}a\u{1}\u{202E}b\u{AD} c\r\nnext")
    #expect(
      Sample.snippet(Diagnostic(Sample.kind, "a\u{1B}[31m\nb", at: Sample.span(controls, "c"), label: "l\u{7}"), controls) == """
        error[fact.unknown-reference]: a␛[31m␊b
         --> Content/test.md:1:7
          |
        1 | a␁<U+202E>b<U+00AD> c
          |                     ^ l␇

        """)
    let broken = SourceFile(id: FileID(0), path: "a.md", bytes: [0x61, 0xFF, 0x62, 0xE2, 0x82, 0x63])
    #expect(
      Sample.snippet(Diagnostic(Sample.kind, "m", at: broken.span(3..<5)), broken) == """
        error[fact.unknown-reference]: m
         --> a.md:1:4
          |
        1 | a<FF>b<E2><82>c
          |       ^^^^^^^^

        """)
  }

  @Test func marksTheEndOfAFileAndAnEmptyFile() {
    let empty = source("")
    #expect(
      Sample.snippet(Diagnostic(Sample.kind, "m", at: empty.wholeSpan, label: "nothing here"), empty) == """
        error[fact.unknown-reference]: m
         --> Content/test.md:1:1
          |
        1 |
          | ^ nothing here

        """)
    let file = source("\u{FEFF}a\r\nlast\r\n")
    #expect(
      Sample.snippet(Diagnostic(Sample.kind, "m", at: file.span(file.bytes.count..<file.bytes.count), label: "ends here"), file) == """
        error[fact.unknown-reference]: m
         --> Content/test.md:3:1
          |
        2 | last
        3 |
          | ^ ends here

        """)
    let unended = source("a\nlast")
    #expect(
      Sample.snippet(Diagnostic(Sample.kind, "m", at: unended.span(6..<6), label: "ends here"), unended) == """
        error[fact.unknown-reference]: m
         --> Content/test.md:2:5
          |
        2 | last
          |     ^ ends here

        """)
    // A line's own end belongs to the line, and offsets beyond the file to its end.
    #expect(
      Sample.snippet(Diagnostic(Sample.kind, "m", at: unended.span(1..<2), others: [Label(unended.span(40..<50), "beyond")]), unended)
        == """
        error[fact.unknown-reference]: m
         --> Content/test.md:1:2
          |
        1 | a
          |  ^
        2 | last
          |     - beyond

        """)
  }

  @Test func drawsARailBesideSeveralLines() {
    let file = source((1...9).map { "line \($0)\r\n" }.joined())
    #expect(
      Sample.snippet(Diagnostic(Sample.kind, "m", at: Sample.span(file, "line 2\r\nline 3\r\n"), label: "these"), file) == """
        error[fact.unknown-reference]: m
         --> Content/test.md:2:1
          |
        2 | / line 2
        3 | | line 3
          | |______^ these

        """)
    let from = Sample.span(file, "2").union(Sample.span(file, "line 9"))
    #expect(
      Sample.snippet(Diagnostic(Sample.kind, "m", at: from, label: "these", others: [Label(Sample.span(file, "line 9"), "here")]), file)
        == """
        error[fact.unknown-reference]: m
         --> Content/test.md:2:6
          |
        2 |   line 2
          |  ______^
        3 | | line 3
        ... |
        8 | | line 8
        9 | | line 9
          | | ------ here
          | |______^ these

        """)
  }

  @Test func cutsLongLinesAroundTheCaret() {
    let file = source(String(repeating: "long ", count: 3000) + "HERE" + String(repeating: " mehr", count: 3000))
    func excerpt(_ span: SourceSpan) -> String {
      Sample.snippet(Diagnostic(Sample.kind, "m", at: span), file).split(separator: "\n")[3...].joined(separator: "\n")
    }
    #expect(
      excerpt(Sample.span(file, "HERE")) == """
        1 | …long long long long HERE mehr mehr mehr mehr mehr mehr…
          |                      ^^^^
        """)
    #expect(
      excerpt(file.span(0..<4)) == """
        1 | long long long long long long long long long long long…
          | ^^^^
        """)
    #expect(
      excerpt(file.span(file.bytes.count - 4..<file.bytes.count)) == """
        1 | …mehr mehr mehr mehr mehr mehr mehr mehr mehr mehr mehr
          |                                                    ^^^^
        """)
    for line in excerpt(file.wholeSpan).split(separator: "\n") { #expect(line.count <= 60) }
  }

  @Test func everyExcerptFitsAndEveryCaretStandsUnderItsCharacter() {
    // Each character of a mixed line in turn: the caret's column is the width of what stands before it.
    let pieces = ["a", "é", "e\u{301}", "世", "👍🏽", "x", "ｶ", " ", "🇩🇪", "ß"]
    let widths = [1, 1, 1, 2, 2, 1, 1, 1, 2, 1]
    let file = source(pieces.joined() + "\n")
    var offset = 0
    var column = 0
    for (piece, width) in zip(pieces, widths) {
      let snippet = Sample.snippet(Diagnostic(Sample.kind, "m", at: file.span(offset..<offset + piece.utf8.count)), file)
      #expect(
        snippet.split(separator: "\n").last.map { String($0) } == "  | " + String(repeating: " ", count: column)
          + String(repeating: "^", count: width))
      offset += piece.utf8.count
      column += width
    }
  }

  @Test func reportsAllWithACount() {
    let first = source("a\n", path: "a.md", id: 0)
    let second = source("b\n", path: "b.md", id: 1)
    let reporter = SnippetReporter(files: SourceFiles([first, second]))
    #expect(reporter.report([]) == "")
    #expect(
      reporter.report([
        Diagnostic(Sample.kind, "no place", help: ["do it"]), Diagnostic(Sample.kind, "in a", at: first.span(0..<1)),
        Diagnostic(Sample.warning, "in b", at: second.span(0..<1)), Diagnostic(Sample.hint, "in b too", at: second.span(0..<1)),
      ]) == """
        error[fact.unknown-reference]: no place
         = help: do it

        error[fact.unknown-reference]: in a
         --> a.md:1:1
          |
        1 | a
          | ^

        warning[fact.single-origin]: in b
         --> b.md:1:1
          |
        1 | b
          | ^

        hint[fact.no-archive]: in b too
         --> b.md:1:1
          |
        1 | b
          | ^

        error: 2 errors, 1 warning, 1 hint in 2 files
        To learn more, run `brief explain CODE`, for example `brief explain fact.unknown-reference`.

        """)
    #expect(reporter.report([Diagnostic(Sample.hint, "h")]).contains("\nhint: 1 hint\nTo learn"))
  }

  @Test func paintsOnlyWhenAsked() {
    let file = source("a b\n")
    let diagnostic = Diagnostic(Sample.kind, "m", at: file.span(2..<3), label: "l", others: [Label(file.span(0..<1), "o")])
    let painted = Sample.snippet(diagnostic, file, paint: .ansi)
    #expect(!Sample.snippet(diagnostic, file).contains("\u{1B}"))
    #expect(painted.hasPrefix("\u{1B}[1;31merror[fact.unknown-reference]\u{1B}[0m\u{1B}[1m: m\u{1B}[0m\n"))
    #expect(painted.contains("\u{1B}[1;34m-\u{1B}[0m \u{1B}[1;31m^\u{1B}[0m \u{1B}[1;31ml\u{1B}[0m\n"))
    var plain = painted
    for code in ["0", "1", "1;31", "1;34"] { plain = plain.split(separator: "\u{1B}[\(code)m", omittingEmptySubsequences: false).joined() }
    #expect(plain == Sample.snippet(diagnostic, file))
  }

  @Test func leavesOutFilesThatItDoesNotKnow() {
    let file = source("a\n", id: 7)
    #expect(Sample.snippet(Diagnostic(Sample.kind, "m", at: file.span(0..<1))) == "error[fact.unknown-reference]: m\n")
  }
}
