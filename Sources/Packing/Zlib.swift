/// The zlib form (RFC 1950): two bytes, deflate, and a check sum. PNG holds its pixels so.
package enum Zlib {
  /// The packed form of the bytes.
  ///
  /// - Parameter effort: As for `Deflate`.
  package static func pack(_ bytes: [UInt8], effort: Int) -> [UInt8] {
    var first: UInt32 = 1
    var second: UInt32 = 0
    // So many bytes at a time that 32 bits hold both sums.
    for start in stride(from: 0, to: bytes.count, by: 5552) {
      for index in start..<min(start + 5552, bytes.count) {
        first &+= UInt32(bytes[index])
        second &+= first
      }
      first %= 65521
      second %= 65521
    }
    let sum = second << 16 | first
    return [0x78, 0x9C] + Deflate.pack(bytes, effort: effort) + (0..<4).map { UInt8(truncatingIfNeeded: sum >> (24 - 8 * $0)) }
  }
}
