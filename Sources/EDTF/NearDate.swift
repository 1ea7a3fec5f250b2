/// One date in a shape near to EDTF's: `2025-8-5`, `20250815`, `2004-06-uu`, `2004-(06)?-11`, `2016-W05-1`, `Y9999`.
struct NearDate {
  private let text: [UInt8]

  init(_ text: ArraySlice<UInt8>) {
    self.text = Array(text)
  }

  func repaired() -> [UInt8]? {
    guard let letters = withCapitals(), let plain = withoutParentheses(letters) else { return nil }
    var date = withSingleMarks(plain)
    var time: ArraySlice<UInt8> = []
    if let mark = date.firstIndex(of: UInt8(ascii: "T")) {
      time = date[(mark + 1)...]
      date = Array(date[..<mark])
    }
    guard let fields = repairedFields(date) else { return nil }
    if time.isEmpty { return fields }
    return NearTime(time).repaired(on: fields)
  }

  // MARK: Letters and marks

  /// Capitals for the letters of EDTF and the draft's `u`; a `T` for the space before a time. Nil if there are other letters.
  private func withCapitals() -> [UInt8]? {
    var result: [UInt8] = []
    for (index, byte) in text.enumerated() {
      switch byte {
      case UInt8(ascii: "u"), UInt8(ascii: "x"), UInt8(ascii: "U"): result.append(UInt8(ascii: "X"))
      case UInt8(ascii: "y"), UInt8(ascii: "t"), UInt8(ascii: "z"), UInt8(ascii: "e"), UInt8(ascii: "s"), UInt8(ascii: "w"):
        result.append(byte - 0x20)
      case let space where EDTFRepair.isSpace(space):
        let next = text[index...].first { !EDTFRepair.isSpace($0) }
        let before = result.last.map { DateReader.isDigit($0) || $0 == UInt8(ascii: "X") } ?? false
        guard before, let next, DateReader.isDigit(next) else { continue }
        guard text[index...].contains(UInt8(ascii: ":")) else { return nil }
        result.append(UInt8(ascii: "T"))
      case let letter where EDTFRepair.isLetter(letter) && !"XYTZESW".utf8.contains(letter): return nil
      default: result.append(byte)
      }
    }
    return result
  }

  /// The draft's parentheses: `(06)?` is `?06`; a mark at the end holds for what is not in them.
  private func withoutParentheses(_ bytes: [UInt8]) -> [UInt8]? {
    guard let open = bytes.firstIndex(of: UInt8(ascii: "(")) else { return bytes }
    guard let close = bytes.firstIndex(of: UInt8(ascii: ")")), close > open,
      bytes.lastIndex(of: UInt8(ascii: "(")) == open, bytes.lastIndex(of: UInt8(ascii: ")")) == close
    else { return nil }
    let hyphen = UInt8(ascii: "-")
    var rest = bytes[(close + 1)...]
    if let mark = rest.first, Qualification(mark: mark) != nil {
      rest = rest.dropFirst()
      let inner = bytes[(open + 1)..<close].split(separator: hyphen).map { [mark] + $0 }
      return Array(bytes[..<open]) + Array(inner.joined(separator: [hyphen])) + Array(rest)
    }
    if let mark = rest.last, Qualification(mark: mark) != nil {
      let outer = rest.dropLast().split(separator: hyphen, omittingEmptySubsequences: false).map { $0.isEmpty ? [] : [mark] + $0 }
      return Array(bytes[..<open]) + Array(bytes[(open + 1)..<close]) + Array(outer.joined(separator: [hyphen]))
    }
    return Array(bytes[..<open]) + Array(bytes[(open + 1)..<close]) + Array(rest)
  }

  /// One mark for a run of them (`?~` is `%`), and for two around the year (`~1860?`).
  private func withSingleMarks(_ bytes: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    for byte in bytes {
      if let mark = Qualification(mark: byte), let last = result.last, let before = Qualification(mark: last) {
        result.removeLast()
        result += Array(before.union(mark).rawValue.utf8)
      } else {
        result.append(byte)
      }
    }
    guard let left = result.first.flatMap(Qualification.init(mark:)),
      let place = result.dropFirst().firstIndex(where: { Qualification(mark: $0) != nil || $0 == UInt8(ascii: "-") }),
      let right = Qualification(mark: result[place])
    else { return result }
    result.replaceSubrange(place...place, with: left.union(right).rawValue.utf8)
    result.removeFirst()
    return result
  }

  // MARK: Digits

  private func repairedFields(_ date: [UInt8]) -> [UInt8]? {
    let hyphen = UInt8(ascii: "-")
    if date.first == UInt8(ascii: "Y") { return repairedLongYear(date.dropFirst()) }
    let isNegative = date.first == hyphen
    let fields = (isNegative ? date.dropFirst() : date[...]).split(separator: hyphen, omittingEmptySubsequences: false)
    guard let year = fields.first else { return nil }
    if fields.count == 1 { return repairedYear(year, isNegative: isNegative) }
    let number = year.count == 4 && year.allSatisfy(DateReader.isDigit) && !isNegative ? DateReader.number(year) : nil
    if let number, let day = dayOfYear(fields, year: number) ?? dayOfWeek(fields, year: number) { return Array(day.text.utf8) }
    let padded = fields.dropFirst().map(paddedField)
    return Array(([isNegative ? [hyphen] + year : Array(year)] + padded).joined(separator: [hyphen]))
  }

  private func repairedYear(_ year: ArraySlice<UInt8>, isNegative: Bool) -> [UInt8]? {
    let mark = year.last.flatMap(Qualification.init(mark:))
    let digits = mark == nil ? year : year.dropLast()
    let tail = Array((mark?.rawValue ?? "").utf8)
    guard digits.allSatisfy(DateReader.isDigit), digits.count <= YearReader.digitLimit else { return Array(year) }
    let sign = isNegative ? "-" : ""
    switch digits.count {
    case 4: return (isNegative && DateReader.number(digits) != 0 ? Array("-".utf8) : []) + Array(year)
    case 6, 8:
      let month = digits.dropFirst(4).prefix(2)
      let day = digits.dropFirst(6)
      let compact = Array(digits.prefix(4)) + Array("-".utf8) + Array(month) + (day.isEmpty ? [] : Array("-".utf8) + Array(day))
      if !isNegative, EDTFRepair.valid(compact) != nil, (1...12).contains(DateReader.number(month)) { return compact + tail }
      return Array("Y\(sign)\(DateReader.number(digits))".utf8) + tail
    case 5...: return Array("Y\(sign)\(DateReader.number(digits))".utf8) + tail
    default: return nil
    }
  }

  private func repairedLongYear(_ year: ArraySlice<UInt8>) -> [UInt8]? {
    let isNegative = year.first == UInt8(ascii: "-")
    let digits = isNegative ? year.dropFirst() : year
    let sign = isNegative ? "-" : ""
    guard !digits.isEmpty, digits.count <= YearReader.digitLimit, digits.allSatisfy(DateReader.isDigit) else {
      return [UInt8(ascii: "Y")] + year
    }
    let number = DateReader.number(digits)
    return Array((number > 9999 ? "Y\(sign)\(number)" : (number == 0 ? "" : sign) + CivilDay.padded(number, 4)).utf8)
  }

  private func paddedField(_ field: ArraySlice<UInt8>) -> [UInt8] {
    let digits = field.filter { DateReader.isDigit($0) }
    guard digits.count == 1, !field.contains(UInt8(ascii: "X")), let place = field.firstIndex(where: DateReader.isDigit) else {
      return Array(field)
    }
    return Array(field[..<place]) + [UInt8(ascii: "0")] + Array(field[place...])
  }

  /// `2016-123`
  private func dayOfYear(_ fields: [ArraySlice<UInt8>], year: Int) -> CivilDay? {
    guard fields.count == 2, fields[1].count == 3, fields[1].allSatisfy(DateReader.isDigit) else { return nil }
    let number = DateReader.number(fields[1])
    guard number >= 1, number <= (GregorianCalendar.isLeap(year) ? 366 : 365) else { return nil }
    return CivilDay(dayNumber: CivilDay(checkedYear: year, month: 1, day: 1).dayNumber + number - 1)
  }

  /// `2016-W05-1`
  private func dayOfWeek(_ fields: [ArraySlice<UInt8>], year: Int) -> CivilDay? {
    guard fields.count == 3, fields[1].count == 3, fields[1].first == UInt8(ascii: "W"),
      fields[1].dropFirst().allSatisfy(DateReader.isDigit),
      fields[2].count == 1, fields[2].allSatisfy(DateReader.isDigit)
    else { return nil }
    let week = DateReader.number(fields[1].dropFirst())
    let day = DateReader.number(fields[2])
    guard (1...52).contains(week), (1...7).contains(day) else { return nil }
    // The first week is that of 4 January; 1970-01-01 was a Thursday.
    let fourth = CivilDay(checkedYear: year, month: 1, day: 4).dayNumber
    let weekday = ((fourth + 3) % 7 + 7) % 7
    return CivilDay(dayNumber: fourth - weekday + (week - 1) * 7 + day - 1)
  }
}
