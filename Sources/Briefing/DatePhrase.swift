package import EDTF
import Templates

/// A date as a reader meets it: in words, at its real precision, with `<time>` around what is exact and nothing else.
package struct DatePhrase: Sendable, Hashable {
  /// The words alone.
  package let text: String
  /// The words as HTML: exact points are `<time datetime>`, uncertain ones are plain text.
  package let markup: String
}

/// Puts EDTF into words. The words and their order come from strings.yml; it never changes.
package final class DatePhraser: Sendable {
  private let words: Wording
  /// The names of the months, standing alone and within a date.
  private let months: [String]
  private let monthsInDates: [String]

  package init(_ words: Wording) {
    self.words = words
    months = (1...12).map { words("month.\($0)") }
    monthsInDates = (1...12).map { words("month-in-date.\($0)") }
  }

  /// The words of a date, an interval or a set.
  package func phrase(_ expression: EDTFExpression) -> DatePhrase {
    switch expression {
    case .date(let date): phrase(date)
    case .interval(let interval): phrase(interval)
    case .set(let set): phrase(set)
    }
  }

  // MARK: Dates

  private func phrase(_ date: EDTFDate) -> DatePhrase {
    let plain = plainText(date)
    let words = qualified(plain, date)
    if let exact = date.exactHTML, words == plain {
      return DatePhrase(text: plain, markup: "<time datetime=\"\(exact)\">\(Escaping.escaped(plain))</time>")
    }
    return DatePhrase(text: words, markup: Escaping.escaped(words))
  }

  private func plainText(_ date: EDTFDate) -> String {
    if let season = date.season {
      return words("date.season", ["season": words("season.\(season.rawValue)"), "year": yearText(date)])
    }
    guard date.monthQualification != nil else { return yearText(date) }
    guard let month = date.month else {
      if date.unspecifiedMonth == [.ones, .tens] {
        guard let day = date.day else { return words("date.unknown-month", ["year": yearText(date)]) }
        return words("date.unknown-month-of-day", ["day": String(day), "year": yearText(date)])
      }
      return words("date.masked", ["pattern": date.text])
    }
    let monthName = months[month - 1]
    guard date.dayQualification != nil else { return words("date.month", ["month": monthName, "year": yearText(date)]) }
    guard let day = date.day else {
      if date.unspecifiedDay == [.ones, .tens] { return words("date.unknown-day", ["month": monthName, "year": yearText(date)]) }
      return words("date.masked", ["pattern": date.text])
    }
    let text = words("date.day", ["day": String(day), "month": monthsInDates[month - 1], "year": yearText(date)])
    guard let time = date.time else { return text }
    let clock = words("time.clock", ["hour": twoDigits(time.hour), "minute": twoDigits(time.minute)])
    return words("date.time", ["date": text, "time": clock + offsetText(time)])
  }

  private func yearText(_ date: EDTFDate) -> String {
    if let digits = date.significantDigits {
      let length = String(date.year.magnitude).utf8.count
      var step = 1
      for _ in 0..<max(0, min(length - digits, 18)) { step *= 10 }
      let low = date.year / step * step
      return words(
        "date.significant", ["year": words.year(date.year), "from": words.year(low), "to": words.year(low + step - 1)])
    }
    let mask = date.unspecifiedYear
    if mask.isEmpty { return words.year(date.year) }
    let digits = String(date.year.magnitude)
    let span: Int
    switch mask {
    case [.ones]:
      // Of a year that is said with its era no "70s" can be made.
      if date.year >= 1000 { return words("date.decade", ["year": String(date.year)]) }
      span = 9
    case [.ones, .tens]: span = 99
    case [.ones, .tens, .hundreds]: span = 999
    default:
      let text = date.text.prefix { $0 != "-" || digits.isEmpty }
      return words("date.masked", ["pattern": String(text.isEmpty ? Substring(date.text) : text)])
    }
    let last = date.year >= 0 ? date.year + span : date.year - span
    return words("date.century", ["from": words.year(min(date.year, last)), "to": words.year(max(date.year, last))])
  }

  private func qualified(_ text: String, _ date: EDTFDate) -> String {
    guard let qualification = date.uniform else { return words("date.partly-uncertain", ["date": text]) }
    switch qualification {
    case .none: return text
    case .approximate: return words("date.approximate", ["date": text])
    case .uncertain: return words("date.uncertain", ["date": text])
    case .both: return words("date.uncertain-approximate", ["date": text])
    }
  }

  private func offsetText(_ time: EDTFTime) -> String {
    switch time.offset {
    case nil: return ""
    case 0?: return " UTC"
    case let minutes?:
      let sign = minutes < 0 ? "−" : "+"
      let hours = String(minutes.magnitude / 60)
      let rest = minutes.magnitude % 60
      return " UTC\(sign)\(hours)" + (rest == 0 ? "" : ":" + twoDigits(Int(rest)))
    }
  }

  private func twoDigits(_ number: Int) -> String {
    number < 10 ? "0\(number)" : String(number)
  }

  // MARK: Intervals and sets

  private func phrase(_ interval: EDTFInterval) -> DatePhrase {
    switch (interval.start, interval.end) {
    case (.date(let from), .date(let to)): join("date.from-to", ["from": phrase(from), "to": phrase(to)])
    case (.date(let from), .open): join("date.since", ["date": phrase(from)])
    case (.date(let from), .unknown): join("date.unknown-end", ["date": phrase(from)])
    case (.open, .date(let to)): join("date.until", ["date": phrase(to)])
    case (.unknown, .date(let to)): join("date.unknown-start", ["date": phrase(to)])
    default: join("date.unknown", [:])
    }
  }

  private func phrase(_ set: EDTFSet) -> DatePhrase {
    let members = set.members.map { member in
      switch member {
      case .date(let date): phrase(date)
      case .range(let first, let last): join("date.between", ["from": phrase(first), "to": phrase(last)])
      case .onOrBefore(let date): join("date.on-or-before", ["date": phrase(date)])
      case .onOrAfter(let date): join("date.on-or-after", ["date": phrase(date)])
      }
    }
    guard let last = members.last else { return join("date.unknown", [:]) }
    guard let first = members.dropLast().first else {
      // `[a..b]` is one day that is not known, `{a..b}` all of them.
      if set.kind == .allOf, case .range(let from, let to)? = set.members.first {
        return join("date.from-to", ["from": phrase(from), "to": phrase(to)])
      }
      return last
    }
    let start = members.dropLast().dropFirst().reduce(first) { join("list.comma", ["first": $0, "second": $1]) }
    switch set.kind {
    case .isOneOf: return join("date.either", ["first": start, "second": last])
    case .allOf: return join("list.and", ["first": start, "second": last])
    }
  }

  /// Fills a pattern with phrases, in words and in HTML at once.
  private func join(_ key: String, _ places: [String: DatePhrase]) -> DatePhrase {
    let text = words(key, filling: places.mapValues(\.text))
    // Private-use characters stand for the phrases while the pattern's own words are escaped.
    var marks: [String: String] = [:]
    var number: UInt32 = 0xE000
    var phrases: [Character: String] = [:]
    for name in places.keys.sorted() {
      guard let scalar = Unicode.Scalar(number), let place = places[name] else { continue }
      marks[name] = String(Character(scalar))
      phrases[Character(scalar)] = place.markup
      number += 1
    }
    var markup = ""
    for character in Escaping.escaped(words(key, filling: marks)) {
      if let phrase = phrases[character] { markup += phrase } else { markup.append(character) }
    }
    return DatePhrase(text: text, markup: markup)
  }
}
