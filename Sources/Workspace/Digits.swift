/// Hexadecimal digits, lower case, of a fixed length.
enum Digits {
  /// 16 digits.
  static func hex(_ word: UInt64) -> String {
    var bytes: [UInt8] = []
    append(hex: word, to: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }

  static func append(hex word: UInt64, to bytes: inout [UInt8]) {
    var shift: UInt64 = 64
    while shift > 0 {
      shift -= 4
      let digit = UInt8(truncatingIfNeeded: word >> shift & 15)
      bytes.append(digit < 10 ? UInt8(ascii: "0") + digit : UInt8(ascii: "a") + digit - 10)
    }
  }

  /// The value of 16 digits from an offset on, or nil if they are not such.
  static func word(in bytes: some RandomAccessCollection<UInt8>) -> UInt64? {
    guard bytes.count == 16 else { return nil }
    var word: UInt64 = 0
    for byte in bytes {
      let digit: UInt8
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"): digit = byte - UInt8(ascii: "0")
      case UInt8(ascii: "a")...UInt8(ascii: "f"): digit = byte - UInt8(ascii: "a") + 10
      default: return nil
      }
      word = word << 4 | UInt64(digit)
    }
    return word
  }
}
