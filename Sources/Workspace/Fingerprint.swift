/// A fingerprint of 128 bits for telling whether sources changed. It is fast and the same on every machine; it is **not** cryptographic:
/// somebody who means to can make two sources of one fingerprint.
///
/// Two lanes of 64 bits take eight bytes (little-endian) at a time; each is mixed by the folded 128-bit product that wyhash uses. A file
/// counts with its path, its length and its bytes, so that no two trees run together to the same input.
struct Fingerprint: Sendable, Hashable {
  private var first: UInt64 = 0x243F_6A88_85A3_08D3
  private var second: UInt64 = 0x1319_8A2E_0370_7344

  init() {}

  mutating func add(path: String, bytes: [UInt8]) {
    add(Array(path.utf8))
    add(bytes)
  }

  mutating func add(_ other: Fingerprint) {
    add(word: other.first)
    add(word: other.second)
  }

  /// The length, then the bytes, the last word filled up with zeros.
  mutating func add(_ bytes: [UInt8]) {
    add(word: UInt64(bytes.count))
    var offset = 0
    while bytes.count - offset >= 8 {
      let eight = bytes.span.extracting(offset..<offset + 8)
      var word: UInt64 = 0
      for place in 0..<8 { word |= UInt64(eight[place]) << (8 * UInt64(place)) }
      add(word: word)
      offset += 8
    }
    guard offset < bytes.count else { return }
    var word: UInt64 = 0
    for place in offset..<bytes.count { word |= UInt64(bytes[place]) << (8 * UInt64(place - offset)) }
    add(word: word)
  }

  private mutating func add(word: UInt64) {
    let old = first
    first = Self.mix(first ^ word, 0xA076_1D64_78BD_642F) ^ second
    second = Self.mix(second &+ word, 0xE703_7ED1_A0B4_28DB) ^ (old &<< 1 | old &>> 63)
  }

  private static func mix(_ left: UInt64, _ right: UInt64) -> UInt64 {
    let product = left.multipliedFullWidth(by: right)
    return product.high ^ product.low
  }

  /// 32 hexadecimal digits.
  var hex: String {
    var closed = self
    closed.add(word: 0x5851_F42D_4C95_7F2D)
    closed.add(word: 0x1405_7B7E_F767_814F)
    return Digits.hex(closed.first) + Digits.hex(closed.second)
  }
}
