/// Reads one date from a part of a text: year, month or season, day and time, with their marks and unspecified digits.
struct DateReader {
  private let bytes: [UInt8]
  private let range: Range<Int>
  private var position: Int
  /// The marks to the left and to the right of year, month and day, as far as they are present.
  private var marks: [(left: Qualification, right: Qualification)] = []

  init(bytes: [UInt8], range: Range<Int>) {
    self.bytes = bytes
    self.range = range
    position = range.lowerBound
  }

  mutating func read() throws(EDTFFault) -> EDTFDate {
    guard !range.isEmpty else { throw fault(.missingMember, range) }
    let yearMark = try readMark()
    if next == UInt8(ascii: "Y") { return try readLongYear(yearMark) }
    let isNegative = take(UInt8(ascii: "-"))
    let yearDigits = try readYearDigits(isNegative: isNegative)
    let year = DigitPattern(bytes[yearDigits])
    if next == UInt8(ascii: "S") {
      guard let value = year.value else { throw fault(.significantDigits, position..<position + 1) }
      let number = isNegative ? -value : value
      return try finishYear(YearReader.Year(value: number, significantDigits: nil, years: number...number, level: 2), yearMark)
    }
    let afterYear = try readMark()
    // On the first part both places mean the same: two marks there are one, `%`.
    if yearMark != .none, afterYear != .none { throw fault(.twoQualifiers, range.lowerBound..<position) }
    marks.append((yearMark, afterYear))

    var parts = DateParts(year: year, isNegative: isNegative)
    if take(UInt8(ascii: "-")) {
      try readMonth(into: &parts)
      if take(UInt8(ascii: "-")) { try readDay(into: &parts) }
    }
    if next == UInt8(ascii: "T") { try readTime(into: &parts) }
    try expectEnd()
    guard let bounds = parts.bounds else { throw fault(parts.impossibility, parts.faultRange ?? range) }
    return parts.date(text: text, marks: marks, bounds: bounds)
  }

  // MARK: The parts

  private mutating func readYearDigits(isNegative: Bool) throws(EDTFFault) -> Range<Int> {
    let digits = readPattern()
    if let byte = next, byte == UInt8(ascii: "u") || byte == UInt8(ascii: "y") && digits.isEmpty {
      throw fault(.draftForm, position..<position + 1)
    }
    if next == UInt8(ascii: "("), digits.isEmpty { throw fault(.draftForm, range) }
    guard !digits.isEmpty else { throw fault(.notADate, range) }
    if next == UInt8(ascii: "x") { throw fault(.lowercase, position..<position + 1) }
    if digits.count == 8, bytes[digits].allSatisfy(Self.isDigit) { throw fault(.basicFormat, digits) }
    guard digits.count == 4 else { throw fault(.yearDigits(digits.count), digits) }
    if isNegative, bytes[digits].allSatisfy({ $0 == UInt8(ascii: "0") }) {
      throw fault(.negativeZero, digits.lowerBound - 1..<digits.upperBound)
    }
    return digits
  }

  private mutating func readMonth(into parts: inout DateParts) throws(EDTFFault) {
    let left = try readMark()
    if next == UInt8(ascii: "W") { throw fault(.weekDate, position..<range.upperBound) }
    let digits = try readTwoDigits(orThree: .ordinalDate, orFour: .basicFormat)
    parts.month = DigitPattern(bytes[digits])
    parts.monthRange = digits
    marks.append((left, try readMark()))
  }

  private mutating func readDay(into parts: inout DateParts) throws(EDTFFault) {
    let left = try readMark()
    let digits = try readTwoDigits(orThree: .notTwoDigits, orFour: .notTwoDigits)
    parts.day = DigitPattern(bytes[digits])
    parts.dayRange = digits
    marks.append((left, try readMark()))
  }

  private mutating func readTwoDigits(orThree three: EDTFReason, orFour four: EDTFReason) throws(EDTFFault) -> Range<Int> {
    let digits = readPattern()
    if next == UInt8(ascii: "u") || next == UInt8(ascii: "(") { throw fault(.draftForm, position..<position + 1) }
    if next == UInt8(ascii: "x") { throw fault(.lowercase, position..<position + 1) }
    switch digits.count {
    case 2: return digits
    case 0: throw fault(position == range.upperBound ? .missingMember : .unexpectedText, position..<range.upperBound)
    case 3: throw fault(three, digits)
    case 4: throw fault(four, digits)
    default: throw fault(.notTwoDigits, digits)
    }
  }

  private mutating func readTime(into parts: inout DateParts) throws(EDTFFault) {
    let time = position..<range.upperBound
    guard parts.day != nil else { throw fault(.timeNeedsDay, time) }
    let isPlain = parts.hasNoUnspecifiedDigits && marks.allSatisfy { $0.left == .none && $0.right == .none }
    guard isPlain else { throw fault(.timeOfUncertainDay, time) }
    // An impossible day is the greater trouble: it is said first.
    guard parts.bounds != nil else { throw fault(parts.impossibility, parts.faultRange ?? range) }
    parts.time = try TimeReader(bytes: bytes, range: position + 1..<range.upperBound).read()
    position = range.upperBound
  }

  private mutating func readLongYear(_ left: Qualification) throws(EDTFFault) -> EDTFDate {
    let year = try YearReader(bytes: bytes, end: range.upperBound).readLong(&position)
    return try finishYear(year, left)
  }

  private mutating func finishYear(_ read: YearReader.Year, _ left: Qualification) throws(EDTFFault) -> EDTFDate {
    var year = read
    try YearReader(bytes: bytes, end: range.upperBound).readSignificance(&position, of: &year)
    let right = try readMark()
    if left != .none, right != .none { throw fault(.twoQualifiers, range.lowerBound..<position) }
    if next == UInt8(ascii: "-") || next == UInt8(ascii: "T") { throw fault(.yearAlone, position..<range.upperBound) }
    try expectEnd()
    return DateParts.longYear(year, text: text, qualification: left.union(right), isMarkedLeft: left != .none)
  }

  // MARK: Bytes

  private var text: String { String(decoding: bytes[range], as: UTF8.self) }

  private var next: UInt8? { position < range.upperBound ? bytes[position] : nil }

  private mutating func take(_ byte: UInt8) -> Bool {
    guard next == byte else { return false }
    position += 1
    return true
  }

  /// At most one mark.
  private mutating func readMark() throws(EDTFFault) -> Qualification {
    guard let byte = next, let mark = Qualification(mark: byte) else { return .none }
    position += 1
    if let byte = next, Qualification(mark: byte) != nil { throw fault(.twoQualifiers, position - 1..<position + 1) }
    return mark
  }

  /// Digits and `X`.
  private mutating func readPattern() -> Range<Int> {
    let start = position
    while let byte = next, Self.isDigit(byte) || byte == UInt8(ascii: "X") { position += 1 }
    return start..<position
  }

  private func expectEnd() throws(EDTFFault) {
    guard let byte = next else { return }
    let rest = position..<range.upperBound
    switch byte {
    case UInt8(ascii: "u"), UInt8(ascii: "("), UInt8(ascii: ")"): throw fault(.draftForm, rest)
    case UInt8(ascii: "x"), UInt8(ascii: "t"), UInt8(ascii: "s"), UInt8(ascii: "e"):
      throw fault(rest.count == 1 ? .lowercase : .unexpectedText, rest)
    default: throw fault(.unexpectedText, rest)
    }
  }

  private func fault(_ reason: EDTFReason, _ range: Range<Int>) -> EDTFFault {
    EDTFFault(reason: reason, range: EDTFParser.wholeCharacters(range, in: bytes))
  }

  static func isDigit(_ byte: UInt8) -> Bool { byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9") }

  static func digits(in bytes: [UInt8], from start: Int, to end: Int) -> Range<Int> {
    var position = start
    while position < end, isDigit(bytes[position]) { position += 1 }
    return start..<position
  }

  /// The value of at most 18 digits.
  static func number(_ digits: ArraySlice<UInt8>) -> Int {
    digits.reduce(0) { $0 * 10 + Int($1 - UInt8(ascii: "0")) }
  }
}
