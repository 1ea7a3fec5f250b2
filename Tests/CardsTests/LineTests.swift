import Testing

@testable import Cards

/// How texts are broken into lines, measured and covered.
@Suite struct LineTests {
  private static func paragraph(_ text: String, sizes: [Int], width: Int, height: Int) throws -> Paragraph {
    Paragraph(text, Typeface(fonts: [try CardFixture.font("text")]), sizes: sizes, leading: 120, width: width, height: height)
  }

  @Test func linesAreOfEvenLengthAndFit() throws {
    let text = "one two three four five six seven eight nine ten"
    let paragraph = try Self.paragraph(text, sizes: [40], width: 400, height: 400)
    let widths = paragraph.lines.map { $0.width >> 8 }
    #expect(widths.count == 3)
    #expect(widths.allSatisfy { $0 <= 400 })
    // Without balance the last line would be much shorter.
    #expect((widths.min() ?? 0) * 10 > (widths.max() ?? 0) * 7)
  }

  @Test func theLargestSizeThatFitsIsTaken() throws {
    let text = "one two three four five six seven"
    #expect(try Self.paragraph(text, sizes: [60, 30, 20], width: 1_000, height: 60).style.size == 60)
    #expect(try Self.paragraph(text, sizes: [60, 30, 20], width: 500, height: 60).style.size == 30)
    let cut = try Self.paragraph(text, sizes: [60, 30, 20], width: 100, height: 20)
    #expect(cut.style.size == 20)
    #expect(cut.lines.count == 1)
    #expect(cut.lines[0].width <= 100 * 256)
  }

  @Test(arguments: [
    ("one two", ["one ", "two"]), ("one-two", ["one-", "two"]), ("one\u{A0}two", ["one\u{A0}two"]), ("", []), ("  \n ", []),
    ("和平 和", ["和", "平 ", "和"]), ("one/two", ["one/", "two"]), ("-5 – 6", ["-5 ", "– ", "6"]), (" a \t b ", ["a ", "b"]),
  ])
  func linesEndWhereTheyMay(text: String, words: [String]) {
    #expect(Paragraph.words(of: text).map { $0.text + ($0.isSpaced ? " " : "") } == words)
  }

  @Test func aWordThatIsTooLongIsBroken() throws {
    let paragraph = try Self.paragraph("Der Donaudampfschifffahrtskapitän", sizes: [40], width: 300, height: 400)
    #expect(paragraph.lines.count == 3)
    #expect(paragraph.lines.allSatisfy { $0.width <= 300 * 256 })
  }

  @Test func widthsAddUpAndPairsStandNearer() throws {
    let style = TextStyle(face: Typeface(fonts: [try CardFixture.font("headline")]), size: 100)
    func width(_ text: String) -> Int { TextLine(text, style).width }
    #expect(width("A") == 753 * 256 / 10)
    #expect(width("AV") == 753 * 256 / 10 + 698 * 256 / 10 - 80 * 256 / 10)
    #expect(width("mm") == 2 * width("m"))
    #expect(width("\u{65}\u{301}") == width("é"))
    #expect(width("A\u{FE0F}") == width("A"))
  }

  @Test func coverageIsTheArea() throws {
    // A rectangle of two and a half by one and a quarter pixels, an eighth of a pixel to the right, a quarter down.
    let corners = [(32, 64), (672, 64), (672, 384), (32, 384)].map { Coverage.Point(x: $0.0, y: $0.1) }
    for points in [corners, corners.reversed()] {
      let shape = try #require(Coverage([points]))
      var sum = 0
      for row in 0..<shape.height { shape.row(row) { sum += $1 } }
      #expect(abs(sum - 255 * 640 * 320 / 65_536) <= 6)
    }
    // A ring: what runs the other way is cut out.
    let inner = [(160, 128), (160, 320), (544, 320), (544, 128)].map { Coverage.Point(x: $0.0, y: $0.1) }
    let ring = try #require(Coverage([corners, inner]))
    var sum = 0
    for row in 0..<ring.height { ring.row(row) { sum += $1 } }
    #expect(abs(sum - 255 * (640 * 320 - 384 * 192) / 65_536) <= 8)
    #expect(Coverage([]) == nil)
  }
}
