/// One date in ordinary writing: "August 15, 2025", "15 Aug 2025", "15.08.2025", "Spring 1872", "the 1860s", "44 BC".
struct OrdinaryDate {
  private var tokens: [OrdinaryToken]
  private let isBeforeChrist: Bool
  private let hasEra: Bool

  init(_ tokens: ArraySlice<OrdinaryToken>) {
    let words = tokens.compactMap { if case .word(let word) = $0 { word } else { nil } }
    isBeforeChrist = words.contains("bc") || words.contains("bce")
    hasEra = isBeforeChrist || words.contains("ad") || words.contains("ce")
    self.tokens = tokens.filter { token in
      guard case .word(let word) = token else { return token != .sign(UInt8(ascii: ",")) }
      return !Self.isFiller(word)
    }
    if !words.isEmpty { self.tokens.removeAll { $0 == .sign(UInt8(ascii: "-")) || $0 == .sign(UInt8(ascii: "/")) } }
  }

  /// The date in EDTF, unchecked; nil if it is none or could be two.
  var text: String? {
    switch tokens.count {
    case 1: if case .number(let year, let digits) = tokens[0] { yearText(year, digits) } else { nil }
    case 2: twoParts(tokens[0], tokens[1])
    case 3: threeParts(tokens[0], tokens[1], tokens[2])
    case 5: separated()
    default: nil
    }
  }

  private func yearText(_ year: Int, _ digits: Int) -> String? {
    guard hasEra ? (1...9999).contains(year) : digits == 4 else { return nil }
    return CivilDay.padded(isBeforeChrist ? 1 - year : year, 4)
  }

  private func twoParts(_ first: OrdinaryToken, _ second: OrdinaryToken) -> String? {
    switch (first, second) {
    case (.number(let year, let digits), .word("s")):
      guard digits == 4, year % 10 == 0, !hasEra else { return nil }
      return year % 100 == 0 ? CivilDay.padded(year / 100, 2) + "XX" : CivilDay.padded(year / 10, 3) + "X"
    case (.number(let century, _), .word("century")):
      return (1...99).contains(century) && !isBeforeChrist ? CivilDay.padded(century - 1, 2) + "XX" : nil
    case (.word(let word), .number(let year, let digits)), (.number(let year, let digits), .word(let word)):
      guard let part = Self.month(word) ?? Self.season(word), let year = yearText(year, digits) else { return nil }
      return year + "-" + CivilDay.padded(part, 2)
    default: return nil
    }
  }

  private func threeParts(_ first: OrdinaryToken, _ second: OrdinaryToken, _ third: OrdinaryToken) -> String? {
    switch (first, second, third) {
    case (.word("q"), .number(let quarter, 1), .number(let year, let digits)),
      (.number(let year, let digits), .word("q"), .number(let quarter, 1)):
      guard (1...4).contains(quarter), let year = yearText(year, digits) else { return nil }
      return "\(year)-\(32 + quarter)"
    case (.word(let word), .number(let day, _), .number(let year, let digits)): return dayText(year, digits, word, day)
    case (.number(let first, let width), .word(let word), .number(let last, let digits)):
      return width == 4 ? dayText(first, width, word, last) : dayText(last, digits, word, first)
    case (.number(let year, 4), .number(let month, 2), .number(let day, 2)):
      return numericText(year, month, day)
    case (.number(let first, let width), .sign(let sign), .number(let second, let digits)):
      return twoNumbers((first, width), sign, (second, digits))
    default: return nil
    }
  }

  private func dayText(_ year: Int, _ digits: Int, _ word: String, _ day: Int) -> String? {
    guard let month = Self.month(word), let year = yearText(year, digits) else { return nil }
    return year + "-" + CivilDay.padded(month, 2) + "-" + CivilDay.padded(day, 2)
  }

  /// "08/2025", "2025.08", "1984/85"
  private func twoNumbers(_ first: (value: Int, digits: Int), _ sign: UInt8, _ second: (value: Int, digits: Int)) -> String? {
    guard [UInt8(ascii: "/"), UInt8(ascii: "."), UInt8(ascii: "-")].contains(sign), !hasEra else { return nil }
    let months = 1...12
    if second.digits == 4, first.digits <= 2, months.contains(first.value) { return numericText(second.value, first.value, nil) }
    guard first.digits == 4, second.digits <= 2 else { return nil }
    // "2004/05" is May or the next year: nobody can tell.
    let mayBeYear = sign != UInt8(ascii: ".") && second.digits == 2 && second.value > first.value % 100
    if months.contains(second.value) { return mayBeYear ? nil : numericText(first.value, second.value, nil) }
    // "1914-18" spans a few years; a greater step is more likely a slip.
    guard mayBeYear, second.value - first.value % 100 <= 10 else { return nil }
    return CivilDay.padded(first.value, 4) + "/" + CivilDay.padded(first.value / 100 * 100 + second.value, 4)
  }

  /// Three numbers with equal signs between them. A day and a month that could be exchanged are no date.
  private func separated() -> String? {
    guard case .number(let first, let width) = tokens[0], case .sign(let sign) = tokens[1],
      case .number(let second, let middle) = tokens[2],
      tokens[3] == tokens[1], case .number(let third, let digits) = tokens[4], middle <= 2,
      [UInt8(ascii: "/"), UInt8(ascii: "."), UInt8(ascii: "-")].contains(sign)
    else { return nil }
    if width == 4, digits <= 2 { return numericText(first, second, third) }
    guard digits == 4, width <= 2 else { return nil }
    if first == second || first > 12 { return numericText(third, second, first) }
    return second > 12 ? numericText(third, first, second) : nil
  }

  private func numericText(_ year: Int, _ month: Int, _ day: Int?) -> String? {
    guard (1...12).contains(month) else { return nil }
    let text = CivilDay.padded(year, 4) + "-" + CivilDay.padded(month, 2)
    guard let day else { return text }
    return text + "-" + CivilDay.padded(day, 2)
  }

  // MARK: Words

  private static func isFiller(_ word: String) -> Bool {
    if ["the", "of", "in", "on", "during", "year", "ad", "ce", "bc", "bce"].contains(word) { return true }
    let weekdays = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]
    return weekdays.contains { $0 == word || word.utf8.count == 3 && $0.hasPrefix(word) }
  }

  private static func month(_ word: String) -> Int? {
    if word == "sept" { return 9 }
    let index = GregorianCalendar.monthNames.firstIndex {
      let name = $0.lowercased()
      return name == word || word.utf8.count == 3 && name.hasPrefix(word)
    }
    return index.map { $0 + 1 }
  }

  private static func season(_ word: String) -> Int? {
    switch word {
    case "spring": Season.spring.rawValue
    case "summer": Season.summer.rawValue
    case "autumn", "fall": Season.autumn.rawValue
    case "winter": Season.winter.rawValue
    default: nil
    }
  }
}
