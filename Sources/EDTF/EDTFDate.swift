/// One date of any precision. `EDTFParser` makes it, so it is always a date that exists.
package struct EDTFDate: Hashable, Sendable {
  /// The date as written.
  package let text: String
  /// The astronomical year: 0 is 1 BCE, -43 is 44 BCE. Unspecified digits count as 0 (`201X` is 2010, `-1XXX` is -1000).
  package let year: Int
  package let unspecifiedYear: UnspecifiedDigits
  /// How many of the year's first digits are significant (`1950S2`: 2); nil if all are.
  package let significantDigits: Int?
  /// 1 to 12; nil if there is none, if one of its digits is unspecified, or if `season` stands in its place.
  package let month: Int?
  package let unspecifiedMonth: UnspecifiedDigits
  package let season: Season?
  /// 1 to 31; nil if there is none or one of its digits is unspecified.
  package let day: Int?
  package let unspecifiedDay: UnspecifiedDigits
  package let time: EDTFTime?
  package let yearQualification: Qualification
  /// That of the month or the season; nil if the date has neither.
  package let monthQualification: Qualification?
  /// Nil if the date has no day.
  package let dayQualification: Qualification?
  /// The first and the last day that it may mean. The bounds take `?` and `~` as they stand and do not widen for them.
  package let bounds: DateBounds
  /// The level of EDTF that it needs: 0, 1 or 2.
  package let level: Int

  /// The qualification that all present parts share (`none` if nothing is qualified); nil if they differ.
  package var uniform: Qualification? {
    let others = [monthQualification, dayQualification]
    return others.allSatisfy { $0 == nil || $0 == yearQualification } ? yearQualification : nil
  }

  /// Whether nothing is uncertain, approximate or unspecified. A season, being no fixed stretch of days, may still be exact in this sense.
  package var isExact: Bool {
    uniform == Qualification.none && significantDigits == nil && !hasUnspecifiedDigits
  }

  package var hasUnspecifiedDigits: Bool {
    !(unspecifiedYear.isEmpty && unspecifiedMonth.isEmpty && unspecifiedDay.isEmpty)
  }

  package var precision: DatePrecision {
    if significantDigits != nil { return .significantDigits }
    let hasMonth = month != nil || season != nil
    if !hasUnspecifiedDigits {
      if time != nil { return .time }
      if day != nil { return .day }
      if season != nil { return .season }
      return hasMonth ? .month : .year
    }
    if unspecifiedYear.isEmpty {
      if day == nil, unspecifiedMonth.isEmpty, unspecifiedDay == [.ones, .tens] { return .unspecifiedDay }
      if unspecifiedMonth == [.ones, .tens], day == nil {
        if unspecifiedDay.isEmpty { return .unspecifiedMonth }
        if unspecifiedDay == [.ones, .tens] { return .unspecifiedMonthAndDay }
      }
      return .otherUnspecified
    }
    guard monthQualification == nil else { return .otherUnspecified }
    switch unspecifiedYear {
    case [.ones]: return .decade
    case [.ones, .tens]: return .century
    case [.ones, .tens, .hundreds]: return .millennium
    default: return .otherUnspecified
    }
  }
}
