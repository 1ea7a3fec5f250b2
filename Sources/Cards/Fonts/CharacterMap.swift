/// Reads `cmap`, formats 4 and 12: which glyph draws a character.
enum CharacterMap {
  static func read(_ bytes: FontBytes, at table: Int, glyphCount: Int) -> [Unicode.Scalar: Int] {
    var best: (rank: Int, place: Int)?
    for record in 0..<bytes.u16(table + 2) {
      let place = table + 4 + 8 * record
      let subtable = table + bytes.u32(place + 4)
      let rank: Int
      switch (bytes.u16(place), bytes.u16(place + 2), bytes.u16(subtable)) {
      case (3, 10, 12), (0, _, 12): rank = 2
      case (3, 1, 4), (0, _, 4): rank = 1
      default: continue
      }
      if rank > best?.rank ?? 0 { best = (rank, subtable) }
    }
    guard let best else { return [:] }
    var glyphs: [Unicode.Scalar: Int] = [:]
    let isLong = best.rank == 2
    // Segments ascend, so that a damaged font cannot make more work than there are characters.
    var least = 0
    for segment in 0..<(isLong ? min(bytes.u32(best.place + 12), 1 << 16) : bytes.u16(best.place + 6) / 2) {
      let characters =
        isLong ? longSegment(bytes, best.place + 16 + 12 * segment) : shortSegment(bytes, best.place, segment)
      guard characters.first >= least, characters.first <= characters.last, characters.last <= 0x10FFFF else { continue }
      least = characters.last + 1
      for value in characters.first...characters.last {
        guard let scalar = Unicode.Scalar(UInt32(value)) else { continue }
        let glyph = characters.glyph(value)
        if glyph > 0, glyph < glyphCount { glyphs[scalar] = glyph }
      }
    }
    return glyphs
  }

  private struct Segment {
    let first: Int
    let last: Int
    let glyph: (Int) -> Int
  }

  private static func longSegment(_ bytes: FontBytes, _ place: Int) -> Segment {
    let first = bytes.u32(place)
    let glyph = bytes.u32(place + 8)
    return Segment(first: first, last: bytes.u32(place + 4)) { glyph + $0 - first }
  }

  private static func shortSegment(_ bytes: FontBytes, _ table: Int, _ segment: Int) -> Segment {
    let size = bytes.u16(table + 6)
    let ends = table + 14
    let starts = ends + size + 2
    let first = bytes.u16(starts + 2 * segment)
    let delta = bytes.u16(starts + size + 2 * segment)
    let offsets = starts + 2 * size + 2 * segment
    let offset = bytes.u16(offsets)
    return Segment(first: first, last: bytes.u16(ends + 2 * segment)) { value in
      if offset == 0 { return (value + delta) & 0xFFFF }
      let glyph = bytes.u16(offsets + offset + 2 * (value - first))
      return glyph == 0 ? 0 : (glyph + delta) & 0xFFFF
    }
  }
}
