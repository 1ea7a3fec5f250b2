/// The two or four digits of a date's part, of which some may be unspecified.
struct DigitPattern: Hashable, Sendable {
  /// The value with 0 for every unspecified digit.
  private(set) var lowest = 0
  private(set) var unspecified: UnspecifiedDigits = []

  /// The value with 9 for every unspecified digit.
  var highest: Int {
    lowest + Self.places.enumerated().reduce(0) { isUnspecified($1.offset) ? $0 + 9 * $1.element : $0 }
  }

  /// The value, if all digits are known.
  var value: Int? { unspecified.isEmpty ? lowest : nil }

  /// Reads at most four digits or `X`.
  init(_ bytes: ArraySlice<UInt8>) {
    for byte in bytes {
      let isUnspecified = byte == UInt8(ascii: "X")
      lowest = lowest * 10 + (isUnspecified ? 0 : Int(byte &- UInt8(ascii: "0")))
      unspecified = UnspecifiedDigits(rawValue: unspecified.rawValue << 1 | (isUnspecified ? 1 : 0))
    }
  }

  /// Whether a number has the known digits in their places.
  func matches(_ number: Int) -> Bool {
    guard !unspecified.isEmpty else { return number == lowest }
    guard number >= lowest, number <= highest else { return false }
    for (index, place) in Self.places.enumerated() where !isUnspecified(index) {
      if number / place % 10 != lowest / place % 10 { return false }
    }
    return true
  }

  private func isUnspecified(_ place: Int) -> Bool { unspecified.rawValue >> UInt8(place) & 1 == 1 }

  private static let places = [1, 10, 100, 1000]
}
