/// The rules of the Gregorian calendar, applied to all years before and after its introduction (proleptic, as ISO 8601 has it).
enum GregorianCalendar {
  static func isLeap(_ year: Int) -> Bool {
    year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
  }

  /// The number of days of a month from 1 to 12; 0 for any other.
  static func daysIn(month: Int, leap: Bool) -> Int {
    switch month {
    case 1, 3, 5, 7, 8, 10, 12: 31
    case 4, 6, 9, 11: 30
    case 2: leap ? 29 : 28
    default: 0
    }
  }

  static func monthName(_ month: Int) -> String {
    (1...12).contains(month) ? monthNames[month - 1] : "month \(month)"
  }

  static let monthNames = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December",
  ]
}
