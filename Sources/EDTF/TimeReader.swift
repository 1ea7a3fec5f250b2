/// Reads what follows the `T` of a date: `14:30:00`, then nothing, `Z`, `+03` or `+03:00`.
struct TimeReader {
  let bytes: [UInt8]
  /// The time without its `T`.
  let range: Range<Int>

  /// The greatest distance from UTC in use, in minutes.
  static let offsetLimit = 14 * 60

  func read() throws(EDTFFault) -> EDTFTime {
    let start = range.lowerBound
    guard let hour = twoDigits(start), byte(start + 2) == UInt8(ascii: ":"), let minute = twoDigits(start + 3) else {
      throw EDTFFault(reason: .malformedTime, range: range)
    }
    if hour > 24 { throw EDTFFault(reason: .impossibleHour(hour), range: start..<start + 2) }
    if minute > 59 { throw EDTFFault(reason: .impossibleMinute(minute), range: start + 3..<start + 5) }
    guard byte(start + 5) == UInt8(ascii: ":") else {
      let next = byte(start + 5)
      let endsHere = next.map { [UInt8(ascii: "Z"), UInt8(ascii: "z"), UInt8(ascii: "+"), UInt8(ascii: "-")].contains($0) } ?? true
      throw EDTFFault(reason: endsHere ? .missingSeconds : .malformedTime, range: endsHere ? start..<start + 5 : range)
    }
    guard let second = twoDigits(start + 6) else { throw EDTFFault(reason: .malformedTime, range: range) }
    if second > 59 { throw EDTFFault(reason: .impossibleSecond(second), range: start + 6..<start + 8) }
    if hour == 24 { throw EDTFFault(reason: .impossibleHour(hour), range: start..<start + 2) }
    return EDTFTime(hour: hour, minute: minute, second: second, offset: try readOffset(start + 8))
  }

  private func readOffset(_ start: Int) throws(EDTFFault) -> Int? {
    let rest = start..<range.upperBound
    guard let sign = byte(start) else { return nil }
    if sign == UInt8(ascii: "."), startsWithDigit(start + 1) {
      let end = bytes[start + 1..<range.upperBound].firstIndex { !DateReader.isDigit($0) } ?? range.upperBound
      throw EDTFFault(reason: .fractionalSeconds, range: start..<end)
    }
    if sign == UInt8(ascii: "Z"), rest.count == 1 { return 0 }
    if sign == UInt8(ascii: "z"), rest.count == 1 { throw EDTFFault(reason: .lowercase, range: rest) }
    if Qualification(mark: sign) != nil { throw EDTFFault(reason: .timeOfUncertainDay, range: rest) }
    let isNegative = sign == UInt8(ascii: "-")
    guard isNegative || sign == UInt8(ascii: "+"), let hours = twoDigits(start + 1) else {
      throw EDTFFault(reason: .malformedOffset, range: rest)
    }
    var minutes = 0
    if rest.count != 3 {
      guard rest.count == 6, byte(start + 3) == UInt8(ascii: ":"), let stated = twoDigits(start + 4) else {
        throw EDTFFault(reason: .malformedOffset, range: rest)
      }
      minutes = stated
    }
    let total = hours * 60 + minutes
    if minutes > 59 || total > Self.offsetLimit { throw EDTFFault(reason: .impossibleOffset, range: rest) }
    if isNegative, total == 0 { throw EDTFFault(reason: .negativeZeroOffset, range: rest) }
    return isNegative ? -total : total
  }

  private func byte(_ index: Int) -> UInt8? {
    range.contains(index) ? bytes[index] : nil
  }

  private func twoDigits(_ index: Int) -> Int? {
    guard let tens = byte(index), let ones = byte(index + 1), DateReader.isDigit(tens), DateReader.isDigit(ones) else { return nil }
    return Int(tens - 48) * 10 + Int(ones - 48)
  }

  private func startsWithDigit(_ index: Int) -> Bool {
    byte(index).map(DateReader.isDigit) ?? false
  }
}
