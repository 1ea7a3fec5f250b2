/// The ways in which a text fails to be EDTF.
package enum EDTFReason: Hashable, Sendable {
  // The text as a whole
  case empty
  case tooLong(limit: Int)
  case notADate
  /// A date as people write it, in words or with slashes or dots.
  case ordinaryForm
  /// "before 1928", "until 1928", "since 2022".
  case ordinaryBound
  case whitespace
  /// A form of the 2012 draft: `u`, `unknown/`, `/open`, `y`, parentheses.
  case draftForm
  case lowercase
  /// Something follows that does not belong to the date.
  case unexpectedText
  case slashesInDate

  // Year, month, day
  case basicFormat
  case weekDate
  case ordinalDate
  case yearDigits(Int)
  case negativeZero
  case notTwoDigits
  case impossibleMonth(Int)
  case impossibleSubYear(Int)
  case dayOfSeason
  case impossibleDay(day: Int, month: Int, year: Int)
  /// No value of the unspecified digits gives a month or a day that exists.
  case impossibleUnspecified
  case yearAlone
  case yearNotLong
  case leadingZeros
  case yearTooLarge(digits: Int)
  case exponent
  case significantDigits
  case twoQualifiers

  // Time
  case timeNeedsDay
  case malformedTime
  case missingSeconds
  case fractionalSeconds
  case impossibleHour(Int)
  case impossibleMinute(Int)
  case impossibleSecond(Int)
  case malformedOffset
  case impossibleOffset
  case negativeZeroOffset
  /// A time beside a date that is qualified or has unspecified digits.
  case timeOfUncertainDay

  // Intervals
  case reversedInterval
  case noKnownEnd
  case timeInInterval
  case duration

  // Sets
  case unclosedSet
  case bracketMismatch
  case missingMember
  case misplacedDots
  case reversedRange
  case intervalInSet
  case timeInSet
}
