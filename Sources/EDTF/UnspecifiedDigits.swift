/// Which digits of a year, month or day are written `X`: bit 0 is the last digit, bit 1 the one before it.
package struct UnspecifiedDigits: OptionSet, Hashable, Sendable {
  package let rawValue: UInt8

  package init(rawValue: UInt8) {
    self.rawValue = rawValue
  }

  package static let ones = UnspecifiedDigits(rawValue: 1)
  package static let tens = UnspecifiedDigits(rawValue: 2)
  package static let hundreds = UnspecifiedDigits(rawValue: 4)
  package static let thousands = UnspecifiedDigits(rawValue: 8)

  /// How many digits are unspecified.
  package var count: Int { rawValue.nonzeroBitCount }
}
