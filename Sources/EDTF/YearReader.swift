/// Reads the years that stand alone: `Y170000002`, `Y-17E7`, `Y3388E2S3`, `1950S2`.
struct YearReader {
  let bytes: [UInt8]
  let end: Int

  /// Years of at most so many digits are read: far more than any calendar needs, and safe to add to.
  static let digitLimit = 18

  struct Year {
    var value: Int
    var significantDigits: Int?
    /// The years meant, first to last.
    var years: ClosedRange<Int>
    var level: Int
  }

  /// Reads from the `Y`.
  func readLong(_ position: inout Int) throws(EDTFFault) -> Year {
    let start = position
    position += 1
    let isNegative = position < end && bytes[position] == UInt8(ascii: "-")
    if isNegative { position += 1 }
    let digits = DateReader.digits(in: bytes, from: position, to: end)
    guard !digits.isEmpty else {
      throw EDTFFault(reason: .notADate, range: EDTFParser.wholeCharacters(start..<max(position, end), in: bytes))
    }
    position = digits.upperBound
    if bytes[digits.lowerBound] == UInt8(ascii: "0") { throw EDTFFault(reason: .leadingZeros, range: digits) }
    guard digits.count <= Self.digitLimit else { throw EDTFFault(reason: .yearTooLarge(digits: Self.digitLimit), range: digits) }
    var value = DateReader.number(bytes[digits])
    var length = digits.count
    var level = 1
    if position < end, bytes[position] == UInt8(ascii: "E") {
      level = 2
      let power = DateReader.digits(in: bytes, from: position + 1, to: end)
      guard let first = power.first, bytes[first] != UInt8(ascii: "0") else {
        throw EDTFFault(reason: .exponent, range: position..<max(position + 1, power.upperBound))
      }
      let zeros = power.count > 2 ? Self.digitLimit + 1 : DateReader.number(bytes[power])
      position = power.upperBound
      length += zeros
      guard length <= Self.digitLimit else { throw EDTFFault(reason: .yearTooLarge(digits: Self.digitLimit), range: start..<position) }
      for _ in 0..<zeros { value *= 10 }
    }
    guard length > 4 else { throw EDTFFault(reason: .yearNotLong, range: start..<position) }
    if isNegative { value.negate() }
    var year = Year(value: value, significantDigits: nil, years: value...value, level: level)
    try readSignificance(&position, of: &year)
    return year
  }

  /// Reads `S` and its number, if they stand here.
  func readSignificance(_ position: inout Int, of year: inout Year) throws(EDTFFault) {
    guard position < end, bytes[position] == UInt8(ascii: "S") else { return }
    let digits = DateReader.digits(in: bytes, from: position + 1, to: end)
    let magnitude = Int(year.value.magnitude)
    let length = String(magnitude).utf8.count
    let count = digits.count > 2 ? Int.max : DateReader.number(bytes[digits])
    guard let first = digits.first, bytes[first] != UInt8(ascii: "0"), count <= length else {
      throw EDTFFault(reason: .significantDigits, range: position..<max(position + 1, digits.upperBound))
    }
    position = digits.upperBound
    var unit = 1
    for _ in count..<length { unit *= 10 }
    let low = magnitude / unit * unit
    let high = low + unit - 1
    year.significantDigits = count
    year.years = year.value < 0 ? -high ... -low : low...high
    year.level = 2
  }
}
