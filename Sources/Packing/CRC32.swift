/// The check sum of PNG chunks and gzip members (ISO 3309, reflected polynomial EDB88320).
package struct CRC32: Sendable {
  private var state: UInt32 = ~0

  package init() {}

  /// Takes in more bytes.
  package mutating func add(_ bytes: [UInt8]) {
    let table = Self.table
    var state = state
    for byte in bytes { state = table[Int(UInt8(truncatingIfNeeded: state) ^ byte)] ^ (state >> 8) }
    self.state = state
  }

  package var value: UInt32 {
    ~state
  }

  private static let table: [UInt32] = (0..<256).map { index in
    (0..<8).reduce(UInt32(index)) { value, _ in value & 1 == 1 ? 0xEDB8_8320 ^ (value >> 1) : value >> 1 }
  }
}
