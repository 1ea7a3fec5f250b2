/// Reads the members between two brackets.
struct SetReader {
  let bytes: [UInt8]

  func read() throws(EDTFFault) -> EDTFSet {
    let isOneOf = bytes.first == UInt8(ascii: "[")
    let closing = isOneOf ? UInt8(ascii: "]") : UInt8(ascii: "}")
    let other = isOneOf ? UInt8(ascii: "}") : UInt8(ascii: "]")
    let lastIndex = bytes.count - 1
    guard lastIndex > 0, bytes[lastIndex] == closing else {
      if bytes[lastIndex] == other { throw EDTFFault(reason: .bracketMismatch, range: lastIndex..<lastIndex + 1) }
      if let end = bytes.firstIndex(where: { $0 == closing || $0 == other }) {
        if bytes[end] == other { throw EDTFFault(reason: .bracketMismatch, range: end..<end + 1) }
        throw EDTFFault(reason: .unexpectedText, range: end + 1..<bytes.count)
      }
      throw EDTFFault(reason: .unclosedSet, range: 0..<1)
    }
    var members: [EDTFSet.Member] = []
    var start = 1
    while start <= lastIndex {
      let end = bytes[start..<lastIndex].firstIndex(of: UInt8(ascii: ",")) ?? lastIndex
      members.append(try readMember(start..<end, isFirst: start == 1, isLast: end == lastIndex))
      start = end + 1
    }
    return EDTFSet(text: String(decoding: bytes, as: UTF8.self), kind: isOneOf ? .isOneOf : .allOf, members: members)
  }

  private func readMember(_ range: Range<Int>, isFirst: Bool, isLast: Bool) throws(EDTFFault) -> EDTFSet.Member {
    guard !range.isEmpty else { throw EDTFFault(reason: .missingMember, range: range) }
    if let slash = bytes[range].firstIndex(of: UInt8(ascii: "/")) { throw EDTFFault(reason: .intervalInSet, range: slash..<slash + 1) }
    guard let dots = dots(in: range) else { return .date(try readDate(range)) }
    if self.dots(in: dots + 1..<range.upperBound) != nil { throw EDTFFault(reason: .misplacedDots, range: range) }
    if range.count == 2 { throw EDTFFault(reason: .missingMember, range: range) }
    if dots == range.lowerBound {
      guard isFirst else { throw EDTFFault(reason: .misplacedDots, range: dots..<dots + 2) }
      return .onOrBefore(try readDate(dots + 2..<range.upperBound))
    }
    let first = try readDate(range.lowerBound..<dots)
    if dots + 2 == range.upperBound {
      guard isLast else { throw EDTFFault(reason: .misplacedDots, range: dots..<dots + 2) }
      return .onOrAfter(first)
    }
    let last = try readDate(dots + 2..<range.upperBound)
    if let start = first.bounds.earliest, let end = last.bounds.latest, end < start {
      throw EDTFFault(reason: .reversedRange, range: range)
    }
    return .range(first, last)
  }

  private func readDate(_ range: Range<Int>) throws(EDTFFault) -> EDTFDate {
    var reader = DateReader(bytes: bytes, range: range)
    let date = try reader.read()
    if date.time != nil, let mark = bytes[range].firstIndex(of: UInt8(ascii: "T")) {
      throw EDTFFault(reason: .timeInSet, range: mark..<range.upperBound)
    }
    return date
  }

  /// Where the first `..` stands.
  private func dots(in range: Range<Int>) -> Int? {
    guard range.count >= 2 else { return nil }
    let dot = UInt8(ascii: ".")
    return (range.lowerBound..<range.upperBound - 1).first { bytes[$0] == dot && bytes[$0 + 1] == dot }
  }
}
