/// A stretch of time from one date to another: `2004/2006-08`, `2022/..`, `/1928`.
package struct EDTFInterval: Hashable, Sendable {
  package enum End: Hashable, Sendable {
    case date(EDTFDate)
    /// `..`: there is none, or none is set.
    case open
    /// Nothing before or after the slash: there is one, but it is not known.
    case unknown

    package var date: EDTFDate? {
      if case .date(let date) = self { date } else { nil }
    }
  }

  /// The interval as written.
  package let text: String
  package let start: End
  package let end: End

  package init(text: String, start: End, end: End) {
    self.text = text
    self.start = start
    self.end = end
  }

  package var bounds: DateBounds {
    DateBounds(earliest: start.date?.bounds.earliest, latest: end.date?.bounds.latest)
  }

  /// Open, unknown and qualified ends belong to level 1; an end with unspecified digits makes it level 2.
  package var level: Int {
    [start, end].reduce(0) { level, end in
      guard let date = end.date else { return max(level, 1) }
      return max(level, date.hasUnspecifiedDigits ? 2 : date.level)
    }
  }
}
