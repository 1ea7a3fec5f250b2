/// A check sum that names what a card is made of: FNV-1a with 64 bits. It tells versions apart, and keeps nothing secret.
struct CardDigest {
  private(set) var value: UInt64 = 0xCBF2_9CE4_8422_2325

  mutating func add(_ bytes: [UInt8]) {
    var value = value
    for byte in bytes { value = (value ^ UInt64(byte)) &* 0x100_0000_01B3 }
    self.value = value
  }

  /// A text and its end, so that two texts are told from one.
  mutating func add(_ text: String) {
    add(Array(text.utf8) + [0xFF])
  }

  mutating func add(_ number: Int) {
    add(String(number))
  }

  /// Sixteen digits.
  var hex: String {
    let digits = String(value, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }
}
