/// Pairs of glyphs that stand nearer or farther than their widths say: the feature `kern` of `GPOS`, pair positioning of both formats.
struct PairKerning: Sendable {
  private let bytes: FontBytes
  /// The subtables of each lookup.
  private let lookups: [[Int]]
  /// More features, lookups or subtables than any font has are not looked at.
  private static let limit = 1024

  init(bytes: FontBytes, at table: Int?) {
    self.bytes = bytes
    guard let table else {
      lookups = []
      return
    }
    let features = table + bytes.u16(table + 6)
    var numbers: Set<Int> = []
    for record in 0..<min(bytes.u16(features), Self.limit) {
      let place = features + 2 + 6 * record
      guard bytes.tag(place) == "kern" else { continue }
      let feature = features + bytes.u16(place + 4)
      for index in 0..<min(bytes.u16(feature + 2), Self.limit) { numbers.insert(bytes.u16(feature + 4 + 2 * index)) }
    }
    let list = table + bytes.u16(table + 8)
    let count = bytes.u16(list)
    lookups = numbers.sorted().filter { $0 < count }.map { number in
      let lookup = list + bytes.u16(list + 2 + 2 * number)
      let type = bytes.u16(lookup)
      return (0..<min(bytes.u16(lookup + 4), Self.limit)).compactMap { index in
        let subtable = lookup + bytes.u16(lookup + 6 + 2 * index)
        if type == 2 { return subtable }
        // An extension: a subtable that lies far away.
        return type == 9 && bytes.u16(subtable + 2) == 2 ? subtable + bytes.u32(subtable + 4) : nil
      }
    }
  }

  /// What is added to the first glyph's advance, in units.
  func between(_ left: Int, _ right: Int) -> Int {
    lookups.reduce(0) { sum, subtables in
      for subtable in subtables { if let value = value(subtable, left, right) { return sum + value } }
      return sum
    }
  }

  /// Nil where the subtable says nothing of the pair.
  private func value(_ subtable: Int, _ left: Int, _ right: Int) -> Int? {
    guard let index = covered(left, by: subtable + bytes.u16(subtable + 2)) else { return nil }
    let first = bytes.u16(subtable + 4)
    let size = 2 * (first.nonzeroBitCount + bytes.u16(subtable + 6).nonzeroBitCount)
    // Bits 0 to 2: a shift to the side, a shift upwards, the advance.
    let advance = 2 * (first & 3).nonzeroBitCount
    let hasAdvance = first & 4 != 0
    switch bytes.u16(subtable) {
    case 1:
      let pairs = subtable + bytes.u16(subtable + 10 + 2 * index)
      guard let pair = search(bytes.u16(pairs), { bytes.u16(pairs + 2 + $0 * (2 + size)) }, for: right) else { return nil }
      return hasAdvance ? bytes.i16(pairs + 4 + pair * (2 + size) + advance) : 0
    case 2:
      let rows = `class`(of: left, in: subtable + bytes.u16(subtable + 8))
      let column = `class`(of: right, in: subtable + bytes.u16(subtable + 10))
      let columns = bytes.u16(subtable + 14)
      guard rows < bytes.u16(subtable + 12), column < columns else { return nil }
      return hasAdvance ? bytes.i16(subtable + 16 + (rows * columns + column) * size + advance) : 0
    default: return nil
    }
  }

  private func covered(_ glyph: Int, by coverage: Int) -> Int? {
    if bytes.u16(coverage) == 1 {
      return search(bytes.u16(coverage + 2), { bytes.u16(coverage + 4 + 2 * $0) }, for: glyph)
    }
    guard let range = range(of: glyph, bytes.u16(coverage + 2), at: coverage + 4) else { return nil }
    return bytes.u16(range + 4) + glyph - bytes.u16(range)
  }

  private func `class`(of glyph: Int, in table: Int) -> Int {
    if bytes.u16(table) == 1 {
      let index = glyph - bytes.u16(table + 2)
      return index >= 0 && index < bytes.u16(table + 4) ? bytes.u16(table + 6 + 2 * index) : 0
    }
    return range(of: glyph, bytes.u16(table + 2), at: table + 4).map { bytes.u16($0 + 4) } ?? 0
  }

  /// The record, of six bytes, whose first and last glyph enclose this one.
  private func range(of glyph: Int, _ count: Int, at place: Int) -> Int? {
    var low = 0
    var high = count
    while low < high {
      let middle = (low + high) / 2
      let record = place + 6 * middle
      if glyph < bytes.u16(record) { high = middle } else if glyph > bytes.u16(record + 2) { low = middle + 1 } else { return record }
    }
    return nil
  }

  private func search(_ count: Int, _ glyph: (Int) -> Int, for wanted: Int) -> Int? {
    var low = 0
    var high = count
    while low < high {
      let middle = (low + high) / 2
      let found = glyph(middle)
      if found == wanted { return middle }
      if found < wanted { low = middle + 1 } else { high = middle }
    }
    return nil
  }
}
