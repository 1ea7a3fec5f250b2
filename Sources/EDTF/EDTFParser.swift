/// The one door: reads EDTF of all levels (Library of Congress, 4 February 2019), strictly.
package enum EDTFParser {
  /// The longest text that is looked at, in bytes.
  package static let lengthLimit = 1000

  /// Reads the whole text as one expression. What people write instead of EDTF is refused too, with a proposal.
  package static func parse(_ text: String) throws(EDTFError) -> EDTFExpression {
    let bytes = Array(text.utf8)
    do {
      return try parse(bytes)
    } catch {
      throw EDTFRepair.error(for: error, in: bytes)
    }
  }

  static func parse(_ bytes: [UInt8]) throws(EDTFFault) -> EDTFExpression {
    guard bytes.count <= lengthLimit else {
      throw EDTFFault(reason: .tooLong(limit: lengthLimit), range: wholeCharacters(lengthLimit..<bytes.count, in: bytes))
    }
    guard let first = bytes.first else { throw EDTFFault(reason: .empty, range: 0..<0) }
    if first == UInt8(ascii: "[") || first == UInt8(ascii: "{") { return .set(try SetReader(bytes: bytes).read()) }
    if bytes.contains(UInt8(ascii: "/")) { return .interval(try IntervalReader(bytes: bytes).read()) }
    var reader = DateReader(bytes: bytes, range: 0..<bytes.count)
    return .date(try reader.read())
  }

  /// The range widened so that it splits no UTF-8 sequence.
  static func wholeCharacters(_ range: Range<Int>, in bytes: [UInt8]) -> Range<Int> {
    var start = min(range.lowerBound, bytes.count)
    var end = min(max(start, range.upperBound), bytes.count)
    while start > 0, start < bytes.count, isContinuation(bytes[start]) { start -= 1 }
    while end < bytes.count, end > start, isContinuation(bytes[end]) { end += 1 }
    return start..<end
  }

  private static func isContinuation(_ byte: UInt8) -> Bool { byte & 0xC0 == 0x80 }
}
