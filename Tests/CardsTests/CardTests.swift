import TestKit
import Testing

@testable import Cards

/// Whole cards.
@Suite struct CardTests {
  /// The same bytes on every machine: a changed digest is a changed picture, to be looked at before the new one is put here.
  @Test(arguments: [
    ("short", CardFixture.short, "3abbe70c57705001"), ("long", CardFixture.long, "4b6128c3513a85e2"),
    ("german", CardFixture.german, "26afa400f99fac41"),
    ("ukrainian", CardFixture.ukrainian, "cb15d7d29eee0561"), ("greek", CardFixture.greek, "beb9ed740ea10b21"),
    ("word", CardFixture.word, "4f621ed87c1c0967"),
    ("briefing", CardFixture.briefing, "55ecb1cfbc26cdd6"),
  ])
  func cardsAreDrawnAsTheyWere(name: String, card: Card, digest: String) throws {
    let fonts = try CardFixture.fonts()
    #expect(card.missing(from: fonts) == nil)
    let file = card.png(in: fonts)
    var sum = CardDigest()
    sum.add(file)
    #expect(sum.hex == digest, "\(name)")
    #expect(file.count < 42_000, "\(name)")
    let picture = try CardFixture.Picture(file)
    #expect(picture.width == 1200)
    #expect(picture.height == 630)
    #expect(picture.pixels.allSatisfy { $0 < picture.colours })
    #expect(picture.pixels.contains(Ink.ink.index(shade: Ink.shades)))
    // Nothing touches the edge but the bar at the top.
    for row in 20..<630 {
      let sides = picture.pixels[row * 1200..<row * 1200 + 40] + picture.pixels[row * 1200 + 1160..<(row + 1) * 1200]
      #expect(sides.allSatisfy { $0 == 0 })
    }
    #expect(picture.pixels[(1200 * 622)...].allSatisfy { $0 == 0 })
  }

  @Test func pathsChangeWithWhatIsDrawn() throws {
    let fonts = try CardFixture.fonts()
    let one = CardFixture.card("One.")
    #expect(one.digest(in: fonts) == CardFixture.card("One.").digest(in: fonts))
    #expect(one.digest(in: fonts) != CardFixture.card("Two.").digest(in: fonts))
    #expect(one.digest(in: fonts) != CardFixture.card("One.", mark: nil).digest(in: fonts))
    var files: [String: [UInt8]] = [:]
    for name in CardFonts.names.dropLast() { files[name] = try CardFixture.bytes(name) }
    #expect(one.digest(in: fonts) != one.digest(in: try CardFonts(files)))
  }

  @Test(
    arguments: [
      ("Plain words.", nil), ("Naïve façade – “quoted”…", nil), ("Cafe\u{301} a\u{308}", nil), ("soft\u{AD}hyphen\u{FE0F}", nil),
      ("שלום", "ש"), ("سلام", "س"), ("नमस्ते", "न"), ("A ✓", nil), ("和平", "和"), ("q\u{301}", "q\u{301}"), ("🙂", "🙂"),
    ] as [(String, Character?)])
  func whatCannotBeSetIsSaid(text: String, missing: Character?) throws {
    #expect(CardFixture.card(text).missing(from: try CardFixture.fonts()) == missing)
  }

  @Test func fontsAreAskedForByName() throws {
    let trouble = #expect(throws: CardFonts.Trouble.self) { try CardFonts(["headline": try CardFixture.bytes("text")]) }
    #expect(trouble?.name == "text")
    #expect(trouble?.fault == nil)
  }

  /// Whatever stands in the facts: a whole picture of the same size comes out.
  @Test(arguments: 0..<6)
  func randomTextsMakePictures(_ seed: Int) throws {
    var random = Numbers(state: UInt64(seed))
    func text(_ most: Int) -> String {
      var text = ""
      let blocks: [ClosedRange<UInt32>] = [
        0...0x7F, 0x20...0x24F, 0x300...0x36F, 0x400...0x5FF, 0x1E00...0x2BFF, 0x3000...0x9FFF, 0...0x10FFFF,
      ]
      for _ in 0..<Int.random(in: 0...most, using: &random) {
        let block = blocks.randomElement(using: &random) ?? 0...0
        if let scalar = Unicode.Scalar(UInt32.random(in: block, using: &random)) { text.unicodeScalars.append(scalar) }
      }
      return text
    }
    let mark = Card.Mark(glyph: text(3), label: text(90), ink: .accent, border: .both)
    let card = Card(
      title: text(200), asOf: text(100), mark: seed % 2 == 0 ? mark : nil, headline: text(900),
      parties: (0..<seed % 4).map { _ in Card.Party(part: text(80), name: text(200)) },
      tallies: (0..<seed % 5).map { Card.Tally(mark: mark, count: $0 * 1_000_000) })
    let fonts = try CardFixture.fonts()
    let file = card.png(in: fonts)
    #expect(try CardFixture.Picture(file).pixels.count == 1200 * 630)
  }
}
