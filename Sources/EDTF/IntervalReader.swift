/// Reads two ends and the slash between them.
struct IntervalReader {
  let bytes: [UInt8]

  func read() throws(EDTFFault) -> EDTFInterval {
    guard let slash = bytes.firstIndex(of: UInt8(ascii: "/")), let last = bytes.lastIndex(of: UInt8(ascii: "/")) else {
      throw EDTFFault(reason: .notADate, range: 0..<bytes.count)
    }
    guard slash == last else { throw EDTFFault(reason: .slashesInDate, range: last..<last + 1) }
    let start = try readEnd(0..<slash)
    let end = try readEnd(slash + 1..<bytes.count)
    guard start.date != nil || end.date != nil else { throw EDTFFault(reason: .noKnownEnd, range: 0..<bytes.count) }
    if let first = start.date?.bounds.earliest, let last = end.date?.bounds.latest, last < first {
      throw EDTFFault(reason: .reversedInterval, range: 0..<bytes.count)
    }
    return EDTFInterval(text: String(decoding: bytes, as: UTF8.self), start: start, end: end)
  }

  private func readEnd(_ range: Range<Int>) throws(EDTFFault) -> EDTFInterval.End {
    let part = bytes[range]
    if part.isEmpty { return .unknown }
    if part.elementsEqual("..".utf8) { return .open }
    if part.elementsEqual("unknown".utf8) || part.elementsEqual("open".utf8) { throw EDTFFault(reason: .draftForm, range: range) }
    if part.first == UInt8(ascii: "P") { throw EDTFFault(reason: .duration, range: range) }
    var reader = DateReader(bytes: bytes, range: range)
    let date = try reader.read()
    if date.time != nil, let mark = part.firstIndex(of: UInt8(ascii: "T")) {
      throw EDTFFault(reason: .timeInInterval, range: mark..<range.upperBound)
    }
    return .date(date)
  }
}
