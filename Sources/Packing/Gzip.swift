/// The gzip form (RFC 1952) without a name and without a time, so that the same bytes make the same file.
package enum Gzip {
  /// The bytes as a gzip file of one member.
  package static func pack(_ bytes: [UInt8]) -> [UInt8] {
    var sum = CRC32()
    sum.add(bytes)
    // Deflate; no flags; no time; packed as small as it gets; from no known system.
    var packed: [UInt8] = [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 2, 255]
    packed += Deflate.pack(bytes, effort: 64)
    for word in [sum.value, UInt32(truncatingIfNeeded: bytes.count)] {
      packed += (0..<4).map { UInt8(truncatingIfNeeded: word >> (8 * $0)) }
    }
    return packed
  }
}
