import Diagnostics
import TestKit
import Testing

@Suite struct SourceFileTests {
  @Test func endsLinesAtEachKindOfLineEnd() {
    let file = source("a\nb\r\nc\rd\r\n")
    #expect(file.lineCount == 5)
    #expect((1...5).map { file.text(file.lineRange($0)) } == ["a", "b", "c", "d", ""])
    #expect([0, 1, 2, 3, 4, 5, 7, 8, 9, 10].map(file.line) == [1, 1, 2, 2, 2, 3, 4, 4, 4, 5])
  }

  /// Places in any order, at the beginnings of characters.
  @Test(arguments: [1, 7, 11, 13, 17])
  func aSweepCountsAsTheFileDoes(_ step: Int) {
    let file = source("\u{FEFF}é世\t👩‍👩‍👧x\r\nab\n\nüü" + String(repeating: "aé", count: 50) + "\n")
    var offsets: [Int] = []
    var offset = file.bytes.count
    for character in String(decoding: file.bytes, as: UTF8.self).reversed() {
      offset -= character.utf8.count
      offsets.append(offset)
    }
    offsets += [0, file.bytes.count, file.bytes.count + 5]
    var sweep = PositionSweep(file)
    for index in 0..<offsets.count * 3 {
      let place = offsets[index * step % offsets.count]
      #expect(sweep.position(at: place) == file.position(at: place), "\(place)")
    }
  }

  @Test func countsColumnsInCharacters() {
    let file = source("\u{FEFF}é世\t👩‍👩‍👧x\r\ny")
    #expect(file.position(at: 0) == SourcePosition(line: 1, column: 1))
    #expect(file.position(at: Sample.span(file, "é").start) == SourcePosition(line: 1, column: 1))
    #expect(file.position(at: Sample.span(file, "x").start) == SourcePosition(line: 1, column: 5))
    #expect(file.position(at: Sample.span(file, "y").start) == SourcePosition(line: 2, column: 1))
    #expect(file.position(at: file.bytes.count) == SourcePosition(line: 2, column: 2))
  }

  @Test func takesTheColumnsOfParsers() {
    let file = source("é世x\nyz")
    #expect(file.offset(line: 1, utf8Column: 6) == 5)
    #expect(file.offset(line: 1, scalarColumn: 3) == 5)
    #expect(file.offset(line: 2, scalarColumn: 2) == 8)
    #expect(file.offset(line: 2, scalarColumn: 99) == file.bytes.count)
    #expect(file.offset(line: 9, utf8Column: 1) == file.bytes.count)
    #expect(file.offset(line: 0, scalarColumn: 1) == file.bytes.count)
  }

  @Test func everyOffsetLiesInTheLineThatHoldsIt() {
    var random = Numbers(state: 7)
    for _ in 0..<200 {
      let text = String((0..<Int.random(in: 0...30, using: &random)).map { _ in "a\n\ré世".randomElement(using: &random) ?? "a" })
      let file = source(text)
      for offset in 0...file.bytes.count {
        let line = file.line(at: offset)
        #expect(Int(file.lineStarts[line - 1]) <= offset)
        #expect(line == file.lineCount || offset < Int(file.lineStarts[line]))
      }
    }
  }

  @Test func slicesStayAbsolute() {
    let span = source("abcdef").span(2..<5)
    #expect(span.slice(1..<2).range == 3..<4)
    #expect(span.slice(1..<9).range == 3..<5)
    #expect(span.union(source("abcdef").span(0..<1)).range == 0..<5)
    #expect(SourceSpan(file: FileID(0), start: 4, end: 1).range == 4..<4)
  }

  @Test func mapsDecodedTextBack() {
    let file = source("a: \"x\\ny z\"")
    let map = TextMap(span: file.span(3..<11), runs: [.init(text: 0, source: 4), .init(text: 1, source: 5), .init(text: 2, source: 7)])
    #expect(file.text(map.span(0..<1)) == "x")
    #expect(file.text(map.span(2..<5)) == "y z")
    #expect(map.offset(5) == 10)
    #expect(map.offset(99) == 11)
    #expect(TextMap(verbatim: file.span(3..<11)).span(1..<2).range == 4..<5)
    #expect(TextMap(span: file.span(3..<11), runs: []).offset(4) == 3)
  }
}
