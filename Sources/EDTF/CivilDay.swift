/// A day of the proleptic Gregorian calendar. Years are astronomical: 0 is 1 BCE, -1 is 2 BCE.
package struct CivilDay: Hashable, Sendable {
  package let year: Int
  package let month: Int
  package let day: Int

  /// Nil if there is no such day.
  package init?(year: Int, month: Int, day: Int) {
    guard (1...12).contains(month), day >= 1, day <= GregorianCalendar.daysIn(month: month, leap: GregorianCalendar.isLeap(year)) else {
      return nil
    }
    self.init(checkedYear: year, month: month, day: day)
  }

  /// A day that is known to exist.
  init(checkedYear year: Int, month: Int, day: Int) {
    self.year = year
    self.month = month
    self.day = day
  }

  /// Days since 1970-01-01, which is 0. Years too far away for the count saturate at `Int.min` and `Int.max`; comparing days does not go through it.
  package var dayNumber: Int {
    let limit = 25_000_000_000_000_000
    guard year < limit else { return Int.max }
    guard year > -limit else { return Int.min }
    // Counted in years that begin in March, so that the leap day comes last, and in eras of 400 years = 146,097 days.
    let marchYear = month <= 2 ? year - 1 : year
    let era = marchYear >= 0 ? marchYear / 400 : (marchYear - 399) / 400
    let yearOfEra = marchYear - era * 400
    let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    return era * 146_097 + dayOfEra - 719_468
  }

  /// The day so many days after 1970-01-01 (before it, if negative).
  package init(dayNumber: Int) {
    let daysInEra = 146_097
    let quotient = dayNumber / daysInEra
    let remainder = dayNumber % daysInEra + 719_468
    let era = quotient + (remainder >= 0 ? remainder / daysInEra : (remainder - daysInEra + 1) / daysInEra)
    let dayOfEra = remainder - (era - quotient) * daysInEra
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shifted = (5 * dayOfYear + 2) / 153
    let month = shifted < 10 ? shifted + 3 : shifted - 9
    self.init(checkedYear: yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month: month, day: dayOfYear - (153 * shifted + 2) / 5 + 1)
  }

  /// The day as ISO 8601 writes it: `2025-08-15`, `-0043-03-15`. A year beyond four digits is written out.
  package var text: String {
    Self.padded(year, 4) + "-" + Self.padded(month, 2) + "-" + Self.padded(day, 2)
  }

  static func padded(_ number: Int, _ width: Int) -> String {
    if width == 2, twoDigits.indices.contains(number) { return twoDigits[number] }
    let digits = String(number.magnitude)
    return (number < 0 ? "-" : "") + String(repeating: "0", count: max(0, width - digits.utf8.count)) + digits
  }

  /// `00` to `99`: days and months are written most of all.
  private static let twoDigits = (0..<100).map { ($0 < 10 ? "0" : "") + String($0) }
}

extension CivilDay: Comparable {
  package static func < (left: CivilDay, right: CivilDay) -> Bool {
    (left.year, left.month, left.day) < (right.year, right.month, right.day)
  }
}
