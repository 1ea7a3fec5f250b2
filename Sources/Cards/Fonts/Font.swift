/// A TrueType font: outlines in `glyf`, characters by `cmap`, widths by `hmtx`, pairs by `GPOS` (OpenType 1.9).
///
/// Measures are in the font's own units, `unitsPerEm` to the em, upwards and to the right. Hints are not carried out.
package struct Font: Sendable {
  let unitsPerEm: Int
  /// Above and below the line of writing; the second is negative.
  let ascender: Int
  let descender: Int
  let kerning: PairKerning
  private let bytes: FontBytes
  private let glyphs: [Unicode.Scalar: Int]
  private let outlines: OutlineReader
  private let widths: Int
  private let widthCount: Int

  /// - Throws: If it is no TrueType font, or lacks a table without which nothing can be set.
  package init(_ content: [UInt8]) throws(FontFault) {
    let bytes = FontBytes(content)
    switch bytes.u32(0) {
    case 0x0001_0000, 0x7472_7565: break
    case 0x4F54_544F: throw FontFault("has outlines of the PostScript kind (.otf), and only those of TrueType (.ttf) are read")
    case 0x774F_4646, 0x774F_4632: throw FontFault("is packed for the web (WOFF), and only plain TrueType (.ttf) is read")
    case 0x7474_6366: throw FontFault("is a collection of fonts (.ttc), and only a single one (.ttf) is read")
    default: throw FontFault("is no TrueType font (.ttf)")
    }
    var tables: [String: Range<Int>] = [:]
    for record in 0..<bytes.u16(4) {
      let place = 12 + 16 * record
      let start = bytes.u32(place + 8)
      let end = start + bytes.u32(place + 12)
      guard end <= bytes.count else { throw FontFault("is cut off: its table `\(bytes.tag(place))` ends outside of the file") }
      tables[bytes.tag(place)] = start..<end
    }
    func table(_ tag: String) throws(FontFault) -> Range<Int> {
      guard let range = tables[tag] else { throw FontFault("has no table `\(tag)`") }
      return range
    }
    let head = try table("head").lowerBound
    unitsPerEm = bytes.u16(head + 18)
    guard (16...16384).contains(unitsPerEm) else { throw FontFault("says that its em has \(unitsPerEm) units") }
    let hhea = try table("hhea").lowerBound
    ascender = bytes.i16(hhea + 4)
    descender = bytes.i16(hhea + 6)
    widthCount = bytes.u16(hhea + 34)
    guard widthCount > 0 else { throw FontFault("has no widths") }
    widths = try table("hmtx").lowerBound
    let count = bytes.u16(try table("maxp").lowerBound + 4)
    outlines = OutlineReader(
      bytes: bytes, glyphs: try table("glyf"), places: try table("loca"), hasLongPlaces: bytes.u16(head + 50) != 0, count: count)
    glyphs = CharacterMap.read(bytes, at: try table("cmap").lowerBound, glyphCount: count)
    guard !glyphs.isEmpty else { throw FontFault("says of no character how it is drawn") }
    kerning = PairKerning(bytes: bytes, at: tables["GPOS"]?.lowerBound)
    self.bytes = bytes
  }

  /// The glyph of a character; nil where the font has none.
  func glyph(of scalar: Unicode.Scalar) -> Int? {
    glyphs[scalar]
  }

  /// How far the pen moves on.
  func advance(of glyph: Int) -> Int {
    bytes.u16(widths + 4 * min(glyph, widthCount - 1))
  }

  /// The closed lines around a glyph, in 1/64 of the font's units.
  func outline(of glyph: Int) -> [Contour] {
    outlines.outline(of: glyph)
  }
}
