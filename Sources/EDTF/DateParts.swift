/// What the reader has found of a date, before it is known whether such a day exists.
struct DateParts {
  var year: DigitPattern
  var isNegative: Bool
  var month: DigitPattern?
  var monthRange: Range<Int>?
  var day: DigitPattern?
  var dayRange: Range<Int>?
  var time: EDTFTime?

  init(year: DigitPattern, isNegative: Bool) {
    self.year = year
    self.isNegative = isNegative
  }

  var season: Season? { month?.value.flatMap(Season.init(rawValue:)) }

  var hasNoUnspecifiedDigits: Bool {
    year.unspecified.isEmpty && (month?.unspecified.isEmpty ?? true) && (day?.unspecified.isEmpty ?? true)
  }

  /// Nil if the date does not exist; see `impossibility`.
  var bounds: DateBounds? {
    var months = Array(1...12)
    if let month {
      if let season {
        guard day == nil else { return nil }
        months = Array(season.months)
      } else {
        months = months.filter(month.matches)
      }
    }
    var days = Array(1...31)
    if let day { days = days.filter(day.matches) }
    return BoundsFinder(year: year, isNegative: isNegative, months: months, days: days).bounds()
  }

  /// Why there are no bounds.
  var impossibility: EDTFReason {
    guard let month, let number = month.value else { return impossibleDay }
    if season != nil { return day == nil ? .notADate : .dayOfSeason }
    if (1...12).contains(number) { return impossibleDay }
    return number >= 20 && day == nil ? .impossibleSubYear(number) : .impossibleMonth(number)
  }

  private var impossibleDay: EDTFReason {
    guard let number = day?.value, let month = month?.value, let year = year.value else {
      return day?.value == 0 ? .impossibleDay(day: 0, month: 0, year: 0) : .impossibleUnspecified
    }
    return .impossibleDay(day: number, month: month, year: isNegative ? -year : year)
  }

  /// Where the impossible part stands.
  var faultRange: Range<Int>? {
    if let month, season == nil, (1...12).contains(where: month.matches) { return dayRange ?? monthRange }
    return season == nil ? monthRange : dayRange
  }

  func date(text: String, marks: [(left: Qualification, right: Qualification)], bounds: DateBounds) -> EDTFDate {
    var qualifications: [Qualification] = []
    // A mark on the right holds for its part and for all before it.
    var fromRight = Qualification.none
    for mark in marks.reversed() {
      fromRight = fromRight.union(mark.right)
      qualifications.insert(mark.left.union(fromRight), at: 0)
    }
    return EDTFDate(
      text: text, year: isNegative ? -year.lowest : year.lowest, unspecifiedYear: year.unspecified, significantDigits: nil,
      month: season == nil ? month?.value : nil, unspecifiedMonth: month?.unspecified ?? [], season: season,
      day: day?.value, unspecifiedDay: day?.unspecified ?? [], time: time,
      yearQualification: qualifications.first ?? .none,
      monthQualification: qualifications.count > 1 ? qualifications[1] : nil,
      dayQualification: qualifications.count > 2 ? qualifications[2] : nil,
      bounds: bounds, level: level(of: marks))
  }

  static func longYear(_ year: YearReader.Year, text: String, qualification: Qualification, isMarkedLeft: Bool) -> EDTFDate {
    let bounds = DateBounds(
      earliest: CivilDay(checkedYear: year.years.lowerBound, month: 1, day: 1),
      latest: CivilDay(checkedYear: year.years.upperBound, month: 12, day: 31))
    return EDTFDate(
      text: text, year: year.value, unspecifiedYear: [], significantDigits: year.significantDigits, month: nil, unspecifiedMonth: [],
      season: nil, day: nil, unspecifiedDay: [], time: nil, yearQualification: qualification, monthQualification: nil,
      dayQualification: nil, bounds: bounds, level: isMarkedLeft ? 2 : year.level)
  }

  private func level(of marks: [(left: Qualification, right: Qualification)]) -> Int {
    let marksLevel =
      marks.contains { $0.left != .none } || marks.dropLast().contains { $0.right != .none }
      ? 2 : marks.last?.right == Qualification.none ? 0 : 1
    return max(marksLevel, isNegative ? 1 : 0, season?.level ?? 0, unspecifiedLevel)
  }

  /// Level 1 knows whole `XX` from the right, and one or two `X` at the end of a year alone.
  private var unspecifiedLevel: Int {
    if hasNoUnspecifiedDigits { return 0 }
    let whole: UnspecifiedDigits = [.ones, .tens]
    if year.unspecified.isEmpty {
      let dayFits = day.map { $0.unspecified == whole } ?? true
      let monthFits = month.map { $0.unspecified == whole || $0.unspecified.isEmpty && day != nil } ?? true
      return dayFits && monthFits ? 1 : 2
    }
    return month == nil && (year.unspecified == .ones || year.unspecified == whole) ? 1 : 2
  }
}
