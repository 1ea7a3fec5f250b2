/// A time of day in a shape near to EDTF's: `14:30`, `9:05:00`, `23:20:30.5`, `24:00:00`, `10:00:00+0430`.
struct NearTime {
  private let text: ArraySlice<UInt8>

  init(_ text: ArraySlice<UInt8>) {
    self.text = text
  }

  /// The date with the time mended, or on the next day if the time is its midnight.
  func repaired(on date: [UInt8]) -> [UInt8]? {
    let colon = UInt8(ascii: ":")
    let zoneStart = text.firstIndex { !DateReader.isDigit($0) && $0 != colon && $0 != UInt8(ascii: ".") } ?? text.endIndex
    guard let zone = repairedZone(text[zoneStart...]) else { return nil }
    var clock = text[..<zoneStart].split(separator: colon, omittingEmptySubsequences: false).map {
      Array($0.prefix { $0 != UInt8(ascii: ".") })
    }
    guard (2...3).contains(clock.count) else { return nil }
    if clock.count == 2 { clock.append(Array("00".utf8)) }
    clock = clock.map { $0.count == 1 ? [UInt8(ascii: "0")] + $0 : $0 }
    var day = date
    if clock.allSatisfy({ $0.count == 2 && $0.allSatisfy(DateReader.isDigit) }), clock.map({ DateReader.number($0[...]) }) == [24, 0, 0] {
      guard case .date(let read)? = try? EDTFParser.parse(date), let last = read.bounds.latest else { return nil }
      day = Array(CivilDay(dayNumber: last.dayNumber + 1).text.utf8)
      clock[0] = Array("00".utf8)
    }
    return day + Array("T".utf8) + Array(clock.joined(separator: [colon])) + zone
  }

  private func repairedZone(_ part: ArraySlice<UInt8>) -> [UInt8]? {
    guard let sign = part.first else { return [] }
    let isSigned = sign == UInt8(ascii: "-") || sign == UInt8(ascii: "+")
    let digits = part.dropFirst().filter { $0 != UInt8(ascii: ":") }
    guard isSigned, digits.allSatisfy(DateReader.isDigit) else { return Array(part) }
    if digits.allSatisfy({ $0 == UInt8(ascii: "0") }) { return Array("Z".utf8) }
    switch digits.count {
    case 1: return [sign, UInt8(ascii: "0")] + digits
    case 2: return [sign] + digits
    case 3: return [sign, UInt8(ascii: "0")] + digits.prefix(1) + Array(":".utf8) + digits.suffix(2)
    case 4: return [sign] + digits.prefix(2) + Array(":".utf8) + digits.suffix(2)
    default: return nil
    }
  }
}
