import Briefing
import EDTF

/// English words for the strip, and events made from EDTF.
enum StripFixture {
  static let shortMonths = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
  static let longMonths = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December",
  ]

  static func year(_ year: Int) -> String {
    year > 0 ? String(year) : String(1 - year) + " BCE"
  }

  static func date(_ day: CivilDay, _ style: StripWords.DateStyle) -> String {
    switch style {
    case .day: String(day.day)
    case .dayMonth: "\(day.day) \(shortMonths[day.month - 1])"
    case .dayMonthYear: "\(day.day) \(shortMonths[day.month - 1]) \(year(day.year))"
    case .month: shortMonths[day.month - 1]
    case .monthYear: "\(shortMonths[day.month - 1]) \(year(day.year))"
    case .year: year(day.year)
    case .longDay: "\(day.day) \(longMonths[day.month - 1]) \(year(day.year))"
    case .longMonth: "\(longMonths[day.month - 1]) \(year(day.year))"
    }
  }

  static func step(_ step: StripStep) -> String {
    switch step {
    case .days(1): "by day"
    case .days: "by week"
    case .months(1): "by month"
    case .months: "by quarter"
    case .years(1): "by year"
    case .years(let count): "by \(count) years"
    }
  }

  static let words = StripWords(
    date: { date($0, $1) },
    range: { "\(date($0, $2)) to \(date($1, $2))" },
    heading: { "\($0), \(step($1))" },
    mark: { "\($0): \($1)" },
    more: { "+\($0)" },
    moreTitle: { "\($0) more events" },
    enlarged: { "\($0) events, enlarged below" },
    sign: { $0.rawValue },
    note: { "\($0)" })

  /// An event of that EDTF date; nil if it is none.
  static func event(_ id: String, _ edtf: String, _ title: String = "Something happens", key: Bool = false) throws -> StripEvent {
    StripEvent(
      id: id, title: title, dateText: edtf, href: "#\(id)", date: try EDTFParser.parse(edtf), isKey: key)
  }

  static func strip(_ dates: [String]) throws -> Strip {
    Strip(try dates.enumerated().map { try event("e\($0)", $1) }, words: words)
  }

}

extension StripFixture {
  static let chartWords = ChartWords(
    part: { "\($0), \($1): \($2)" }, column: { "\($0): \($1)" }, uncounted: { "\($0) without a single period" }, name: "Claimant",
    period: "Period", events: "Events", total: "All")
}
