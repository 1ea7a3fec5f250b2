import Diagnostics
import Facts

/// A slide of TimelineJS, whether it came as JSON or as a row of the spreadsheet: all as typed, each with its place.
struct TimelineSlide {
  /// Where it begins.
  let span: SourceSpan
  var start = TimelineDate()
  var end = TimelineDate()
  /// Words that are shown in place of the date.
  var displayDate: LocatedText?
  var headline: LocatedText?
  var text: LocatedText?
  var group: LocatedText?
  var uniqueID: LocatedText?
  /// Pictures, videos and the like: nothing here shows them.
  var media: LocatedText?
  var mediaCredit: LocatedText?
  var mediaCaption: LocatedText?

  init(span: SourceSpan) {
    self.span = span
  }
}

/// A date of TimelineJS: numbers as typed, any of them missing.
struct TimelineDate {
  var year: LocatedText?
  var month: LocatedText?
  var day: LocatedText?
  /// "14", "14:30" or "14:30:56".
  var time: LocatedText?

  var isEmpty: Bool { year == nil && month == nil && day == nil && time == nil }

  /// Where it stands: its first part.
  var span: SourceSpan? { (year ?? month ?? day ?? time)?.span }

  /// What came of it.
  enum Reading {
    /// EDTF.
    case date(String)
    /// Why it is none, and what may have been meant.
    case unclear(String, help: [String])
  }

  /// The day, month or year in EDTF; the time is not in it.
  var reading: Reading {
    let digits = (year?.text ?? "").filter { $0 != " " && $0 != "," && $0 != "\u{A0}" }
    guard let number = Int(digits) else {
      return .unclear(digits.isEmpty ? "it has no year" : "`\(digits)` is not a year", help: ["a date has at least a year, in digits"])
    }
    guard number > 0 else {
      let help =
        number == 0
        ? ["there is no year 0 between 1 BCE and 1 CE"]
        : ["TimelineJS shows this as \(-number) BCE, which is `\(Self.year(1 + number))` in EDTF, where 1 BCE is `0000`"]
      return .unclear("the year \(number) lies before the year 1, and tools differ in how they count there", help: help)
    }
    guard number <= 9999 else { return .unclear("the year \(number) has more than four digits", help: ["in EDTF it is `Y\(number)`"]) }
    var result = Self.year(number)
    guard let month else {
      guard day == nil else { return .unclear("it has a day but no month", help: []) }
      return .date(result)
    }
    guard let monthNumber = Int(month.text) else { return .unclear("`\(month.text)` is not the number of a month", help: []) }
    result += "-" + Self.padded(monthNumber, 2)
    if let day {
      guard let dayNumber = Int(day.text) else { return .unclear("`\(day.text)` is not the number of a day", help: []) }
      result += "-" + Self.padded(dayNumber, 2)
    }
    return .date(result)
  }

  /// The time of a day as EDTF wants it, with seconds; nil where it is less than hours and minutes, or no time.
  var clock: String? {
    let parts = (time?.text ?? "").split(separator: ":", omittingEmptySubsequences: false).map { Int($0) }
    guard (2...3).contains(parts.count), let hour = parts[0], let minute = parts[1], let second = parts.count == 3 ? parts[2] : 0,
      (0...23).contains(hour), (0...59).contains(minute), (0...59).contains(second)
    else { return nil }
    return "T\(Self.padded(hour, 2)):\(Self.padded(minute, 2)):\(Self.padded(second, 2))"
  }

  private static func year(_ number: Int) -> String {
    number < 0 ? "-" + padded(-number, 4) : padded(number, 4)
  }

  private static func padded(_ number: Int, _ width: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, width - digits.utf8.count)) + digits
  }
}
