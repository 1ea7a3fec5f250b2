import TestKit
import Testing

@testable import Cards

/// What is read out of a font, held against what fontTools 4.60 reads out of the same files.
@Suite struct FontTests {
  @Test(arguments: [
    ("A", 34, 753), ("V", 55, 698), ("m", 78, 986), ("ж", 459, 922), ("Ω", 369, 808),
  ])
  func glyphsAndWidths(character: String, glyph: Int, width: Int) throws {
    let font = try CardFixture.font("headline")
    let found = try #require(character.unicodeScalars.first.flatMap { font.glyph(of: $0) })
    #expect(found == glyph)
    #expect(font.advance(of: found) == width)
  }

  @Test(arguments: [
    ("AV", -80), ("To", -30), ("We", -60), ("P.", -120), ("mm", 0), ("ТА", -60), ("ΑΥ", -70), ("LT", -70),
  ])
  func pairs(pair: String, kerning: Int) throws {
    let font = try CardFixture.font("headline")
    let glyphs = pair.unicodeScalars.compactMap { font.glyph(of: $0) }
    #expect(font.kerning.between(glyphs[0], glyphs[1]) == kerning)
  }

  @Test func outlinesLieWithinTheirBounds() throws {
    let font = try CardFixture.font("headline")
    let points = font.outline(of: 34).flatMap(\.points)
    #expect(points.map(\.x).min() == 4 * 64)
    #expect(points.map(\.x).max() == 753 * 64)
    #expect(points.map(\.y).min() == 0)
    #expect(points.map(\.y).max() == 714 * 64)
    // A letter that is put together of two others: e and the accent.
    let e = try #require(font.glyph(of: "e")), accented = try #require(font.glyph(of: "é"))
    #expect(font.outline(of: accented).count == font.outline(of: e).count + 1)
    #expect(font.outline(of: try #require(font.glyph(of: " "))).isEmpty)
    #expect(font.outline(of: 65_000).isEmpty)
  }

  @Test(arguments: [
    ([], "is no TrueType font (.ttf)"),
    (Array("OTTO".utf8), "has outlines of the PostScript kind (.otf), and only those of TrueType (.ttf) are read"),
    (Array("wOF2".utf8), "is packed for the web (WOFF), and only plain TrueType (.ttf) is read"),
    (Array("ttcf".utf8), "is a collection of fonts (.ttc), and only a single one (.ttf) is read"), ([0, 1, 0, 0], "has no table `head`"),
  ])
  func whatIsNoFontIsSaid(bytes: [UInt8], reason: String) {
    let fault = #expect(throws: FontFault.self) { try Font(bytes) }
    #expect(fault?.reason == reason)
  }

  /// A font that was cut off or altered is refused, or draws something; it never brings the process down.
  @Test(arguments: 0..<60)
  func damagedFontsDoNoHarm(_ seed: Int) throws {
    var random = Numbers(state: UInt64(seed))
    var bytes = try CardFixture.bytes(seed % 2 == 0 ? "signs" : "text")
    if seed % 3 == 0 { bytes.removeLast(Int.random(in: 1..<bytes.count, using: &random)) }
    for _ in 0..<Int.random(in: 1...200, using: &random) {
      // Tables of contents stand at the beginning: what is wrong there leads far astray.
      let end = Bool.random(using: &random) ? min(400, bytes.count) : bytes.count
      bytes[Int.random(in: 0..<end, using: &random)] = UInt8.random(in: 0...255, using: &random)
    }
    guard let font = try? Font(bytes) else { return }
    var canvas = Canvas(width: 60, height: 40)
    for text in ["✓⇄AVé", "Ωж⧖"] {
      TextLine(text, TextStyle(face: Typeface(fonts: [font]), size: 20)).draw(on: &canvas, x: 2, y: 30, .ink)
    }
  }
}
