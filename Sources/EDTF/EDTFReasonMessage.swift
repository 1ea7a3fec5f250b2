extension EDTFReason {
  /// The fact in plain words, as a sentence without its full stop.
  package var message: String {
    switch self {
    case .empty: "there is no date here"
    case .tooLong(let limit): "a date may have at most \(limit) bytes"
    case .notADate: "this is not a date that EDTF can express"
    case .ordinaryForm: "a date stands here in EDTF, not in words or in the order of a region"
    case .ordinaryBound:
      "EDTF has no words: `../` before a date says how long something lasted, `/..` after it since when; "
        + "`[..` and `]` around it say that it happened then or at some time before"
    case .whitespace: "EDTF has no spaces"
    case .draftForm: "this is the notation of the 2012 draft of EDTF, which the standard of 2019 replaced"
    case .lowercase: "letters in EDTF are capitals"
    case .unexpectedText: "this does not belong to a date"
    case .slashesInDate: "a slash stands between the two ends of an interval; inside a date it is a hyphen"
    case .basicFormat: "year, month and day are separated by hyphens"
    case .weekDate: "EDTF has no week numbers"
    case .ordinalDate: "EDTF has months and days, not days of the year"
    case .yearDigits(let count) where count < 4: "a year has four digits, here there are \(count): an early one begins with zeros"
    case .yearDigits: "a year has four digits; a longer one begins with `Y`"
    case .negativeZero: "there is no year minus zero: 1 BCE is `0000`, 2 BCE is `-0001`"
    case .notTwoDigits: "a month and a day have two digits each"
    case .impossibleMonth(let month): "there is no month \(CivilDay.padded(month, 2))"
    case .impossibleSubYear(let number):
      "there is no month or season \(CivilDay.padded(number, 2)): months are 01 to 12, seasons and quarters 21 to 41"
    case .dayOfSeason: "a season has no days"
    case .impossibleDay(let day, let month, let year): Self.message(day: day, month: month, year: year)
    case .impossibleUnspecified: "no digits in place of the `X` make this a date that exists"
    case .yearAlone: "a year with `Y` or `S` stands alone, without month or day"
    case .yearNotLong: "`Y` is for years of more than four digits"
    case .leadingZeros: "this number must not begin with a zero"
    case .yearTooLarge(let digits): "years beyond \(digits) digits are not supported"
    case .exponent: "`E` is followed by the number of zeros, 1 or more"
    case .significantDigits: "`S` is followed by the number of the year's digits that count, from 1 to all, and the year has no `X`"
    case .twoQualifiers: "a date has one mark: `?` uncertain, `~` approximate, `%` both"
    case .timeNeedsDay: "a time of day needs a whole date: year, month and day"
    case .malformedTime: "a time of day has hours, minutes and seconds, two digits each, with colons: `14:30:00`"
    case .missingSeconds: "a time of day has seconds in EDTF"
    case .fractionalSeconds: "EDTF has no fractions of a second"
    case .impossibleHour(let hour): "there is no hour \(CivilDay.padded(hour, 2)): a day runs from 00:00:00 to 23:59:59"
    case .impossibleMinute(let minute): "there is no minute \(CivilDay.padded(minute, 2))"
    case .impossibleSecond(let second): "there is no second \(CivilDay.padded(second, 2))"
    case .malformedOffset: "after the time comes nothing, `Z`, or the distance from UTC: `+03:00`, `-08`"
    case .impossibleOffset: "the distance from UTC is at most 14 hours"
    case .negativeZeroOffset: "no distance from UTC is `Z` or `+00:00`"
    case .timeOfUncertainDay: "a time of day needs an exact date, without `X`, `?`, `~` or `%`"
    case .reversedInterval: "the interval ends before it begins"
    case .noKnownEnd: "an interval needs a date at one end at least"
    case .timeInInterval: "the ends of an interval have no time of day"
    case .duration: "an interval goes from date to date; EDTF has no durations"
    case .unclosedSet: "the bracket that opens here is not closed at the end"
    case .bracketMismatch: "the brackets differ: `[` goes with `]` (one of), `{` with `}` (all of)"
    case .missingMember: "a date is missing here"
    case .misplacedDots: "`..` stands between two dates, before the first of a set or after its last"
    case .reversedRange: "the range ends before it begins"
    case .intervalInSet: "a set holds dates, not intervals: a range in it has `..`"
    case .timeInSet: "the dates of a set have no time of day"
    }
  }

  private static func message(day: Int, month: Int, year: Int) -> String {
    guard day != 0 else { return "there is no day 00" }
    let name = GregorianCalendar.monthName(month)
    let days = GregorianCalendar.daysIn(month: month, leap: GregorianCalendar.isLeap(year))
    return "\(name) \(CivilDay.padded(year, 4)) has \(days) days, so there is no \(day) \(name)"
  }
}
