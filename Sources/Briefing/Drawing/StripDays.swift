import EDTF

/// Days as the strip counts them: since 1970-01-01, half-open ranges, cut off at 10^14 days (270,000 million years) on either side, so that no
/// product of a stretch of time with a width overflows.
enum StripDays {
  static let limit = 100_000_000_000_000

  static func number(_ day: CivilDay) -> Int {
    clamp(day.dayNumber)
  }

  static func clamp(_ number: Int) -> Int {
    min(max(number, -limit), limit)
  }

  static func day(_ number: Int) -> CivilDay {
    CivilDay(dayNumber: clamp(number))
  }

  /// The days from the bounds' first to their last; nil if one of them is missing.
  static func range(_ bounds: DateBounds) -> Range<Int>? {
    guard let first = bounds.earliest, let last = bounds.latest, first <= last else { return nil }
    let start = number(first)
    return start..<max(start, number(last)) + 1
  }
}
