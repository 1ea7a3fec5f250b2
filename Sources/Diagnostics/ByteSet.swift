/// A set of ASCII characters, in which a byte is looked up in one step.
package struct ByteSet: Sendable {
  /// A bit for each byte below 64, and for each from there to 127.
  private var low: UInt64 = 0
  private var high: UInt64 = 0

  /// - Parameter bytes: ASCII alone; others are left out.
  package init(_ bytes: some Sequence<UInt8>) {
    for byte in bytes where byte < 128 { insert(byte) }
  }

  init(_ one: UInt8, _ two: UInt8, _ three: UInt8, _ four: UInt8) {
    insert(one)
    insert(two)
    insert(three)
    insert(four)
  }

  private mutating func insert(_ byte: UInt8) {
    let bit: UInt64 = 1 << UInt64(byte & 63)
    if byte < 64 { low |= bit } else if byte < 128 { high |= bit }
  }

  /// Whether the byte is one of them.
  package func contains(_ byte: UInt8) -> Bool {
    byte < 128 && ((byte < 64 ? low : high) &>> UInt64(byte & 63)) & 1 != 0
  }
}
