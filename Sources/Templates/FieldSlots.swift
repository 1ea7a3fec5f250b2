/// Where the fields of a shape stand, found by the hash of a name in one or two steps.
///
/// The renderer asks for every name at every level of its stack, most often in vain: a table with open addressing answers both ways without
/// looking through the names.
package final class FieldSlots: Sendable {
  /// A power of two of places, at most half of them taken.
  private let hashes: [UInt64]
  private let slots: [Int16]

  init(_ keys: [NameKey]) {
    var size = 4
    while size < keys.count * 2 { size *= 2 }
    var hashes = [UInt64](repeating: 0, count: size)
    var slots = [Int16](repeating: -1, count: size)
    for (slot, key) in keys.enumerated() {
      var place = Int(truncatingIfNeeded: key.hash) & (size - 1)
      while slots[place] >= 0 { place = (place + 1) & (size - 1) }
      hashes[place] = key.hash
      slots[place] = Int16(slot)
    }
    self.hashes = hashes
    self.slots = slots
  }

  /// The place of a field; -1 where there is none of that name.
  @inline(__always)
  func slot(of key: NameKey) -> Int {
    let mask = hashes.count &- 1
    var place = Int(truncatingIfNeeded: key.hash) & mask
    while true {
      let slot = slots[place]
      if slot < 0 || hashes[place] == key.hash { return Int(slot) }
      place = (place &+ 1) & mask
    }
  }
}
