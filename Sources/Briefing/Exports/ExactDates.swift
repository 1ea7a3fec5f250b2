import EDTF

/// The ends of a date that can be said exactly, in ISO 8601 and at their own precision. What is about, possibly, partly unknown, one of several,
/// or before the year 1 has none: such a date is never given as an exact one.
struct ExactDates: Hashable, Sendable {
  let start: String?
  /// Of a stretch of time.
  let end: String?

  init(_ expression: EDTFExpression) {
    switch expression {
    case .date(let date): (start, end) = (date.exactHTML, nil)
    case .interval(let interval): (start, end) = (interval.start.date?.exactHTML, interval.end.date?.exactHTML)
    case .set: (start, end) = (nil, nil)
    }
  }
}
