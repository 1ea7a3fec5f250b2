/// Bits in the order of RFC 1951, section 3.1.1: the lowest bit of a byte first.
struct BitWriter {
  private(set) var bytes: [UInt8] = []
  private var pending: UInt64 = 0
  private var count: UInt64 = 0

  init(capacity: Int) {
    bytes.reserveCapacity(capacity)
  }

  /// The `length` lowest bits of a value, at most 32.
  mutating func write(_ value: UInt32, _ length: UInt8) {
    pending |= UInt64(value) << count
    count += UInt64(length)
    while count >= 8 {
      bytes.append(UInt8(truncatingIfNeeded: pending))
      pending >>= 8
      count -= 8
    }
  }

  /// Fills the last byte with zeros.
  mutating func flush() {
    guard count > 0 else { return }
    bytes.append(UInt8(truncatingIfNeeded: pending))
    pending = 0
    count = 0
  }
}
