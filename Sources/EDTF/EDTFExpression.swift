/// A date, an interval or a set of dates in the Extended Date/Time Format (Library of Congress, 4 February 2019; a profile of ISO 8601-2:2019).
///
/// It is kept behind a reference: an interval has two dates of some 200 bytes, and records that have four dates are copied by the thousand.
package indirect enum EDTFExpression: Hashable, Sendable {
  case date(EDTFDate)
  case interval(EDTFInterval)
  case set(EDTFSet)

  /// The expression as written. Nothing is normalised: strict EDTF leaves hardly any choice of spelling.
  package var text: String {
    switch self {
    case .date(let date): date.text
    case .interval(let interval): interval.text
    case .set(let set): set.text
    }
  }

  package var bounds: DateBounds {
    switch self {
    case .date(let date): date.bounds
    case .interval(let interval): interval.bounds
    case .set(let set): set.bounds
    }
  }

  /// The level of EDTF that it needs: 0, 1 or 2.
  package var level: Int {
    switch self {
    case .date(let date): date.level
    case .interval(let interval): interval.level
    case .set: 2
    }
  }

  /// See `EDTFDate.exactHTML`. Nil for intervals and sets: ask the ends of an interval.
  package var exactHTML: String? {
    if case .date(let date) = self { date.exactHTML } else { nil }
  }
}
