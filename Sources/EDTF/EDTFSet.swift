/// Several dates: one of them (`[1667,1668]`) or all of them (`{1667,1668}`).
package struct EDTFSet: Hashable, Sendable {
  package enum Kind: Hashable, Sendable {
    case isOneOf
    case allOf
  }

  package enum Member: Hashable, Sendable {
    case date(EDTFDate)
    /// `1670..1672`: the dates from the first to the last, both included.
    case range(EDTFDate, EDTFDate)
    /// `..1984`: on the date or before it.
    case onOrBefore(EDTFDate)
    /// `1984..`: on the date or after it.
    case onOrAfter(EDTFDate)

    package var bounds: DateBounds {
      switch self {
      case .date(let date): date.bounds
      case .range(let first, let last): DateBounds(earliest: first.bounds.earliest, latest: last.bounds.latest)
      case .onOrBefore(let date): DateBounds(earliest: nil, latest: date.bounds.latest)
      case .onOrAfter(let date): DateBounds(earliest: date.bounds.earliest, latest: nil)
      }
    }
  }

  /// The set as written.
  package let text: String
  package let kind: Kind
  /// At least one, in the order written.
  package let members: [Member]

  package var bounds: DateBounds {
    var result = members.first?.bounds ?? DateBounds(earliest: nil, latest: nil)
    for member in members.dropFirst() {
      result = result.union(member.bounds)
    }
    return result
  }
}

extension DateBounds {
  /// The bounds around both.
  func union(_ other: DateBounds) -> DateBounds {
    var first: CivilDay?
    var last: CivilDay?
    if let mine = earliest, let theirs = other.earliest { first = min(mine, theirs) }
    if let mine = latest, let theirs = other.latest { last = max(mine, theirs) }
    return DateBounds(earliest: first, latest: last)
  }
}
