/// Packs bytes by RFC 1951. The same bytes come out on every machine, whatever library is installed there.
package enum Deflate {
  /// The packed form of the bytes, as it stands within gzip and zlib.
  ///
  /// - Parameter effort: How many earlier places are tried for each: more packs better, and takes longer.
  package static func pack(_ bytes: [UInt8], effort: Int) -> [UInt8] {
    var out = BitWriter(capacity: bytes.count / 4 + 64)
    var finder = MatchFinder(bytes, effort: effort)
    var block = DeflateBlock()
    var place = 0
    var held: MatchFinder.Match?
    while place < bytes.count {
      // What is long already is not held back for something longer.
      let length = held?.length ?? 0
      let found = length >= 32 ? nil : finder.match(at: place, longerThan: length)
      finder.note(place)
      if let match = held, found == nil {
        // What began a byte ago is at least as good.
        block.add(match)
        // Of a long run its beginning and its end are enough to find it again.
        for skipped in place + 1..<place - 1 + min(match.length, 16) { finder.note(skipped) }
        if match.length > 16 { finder.note(place - 2 + match.length) }
        place += match.length - 1
        held = nil
      } else {
        if held != nil { block.add(literal: bytes[place - 1]) }
        held = found
        if found == nil { block.add(literal: bytes[place]) }
        place += 1
      }
      if block.isFull, held == nil {
        block.write(to: &out, isLast: place == bytes.count)
        if place == bytes.count {
          out.flush()
          return out.bytes
        }
        block = DeflateBlock()
      }
    }
    if let held { block.add(held) }
    block.write(to: &out, isLast: true)
    out.flush()
    return out.bytes
  }
}
