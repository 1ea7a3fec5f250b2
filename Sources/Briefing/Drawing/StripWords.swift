package import EDTF

/// The words of the strip and of the column chart: the geometry knows none.
package struct StripWords: Sendable {
  /// How much of a day a label shows.
  package enum DateStyle: Sendable, CaseIterable {
    /// `8`
    case day
    /// `1 Aug`
    case dayMonth
    /// `1 Aug 2025`
    case dayMonthYear
    /// `Aug`
    case month
    /// `Aug 2025`
    case monthYear
    /// `2025`, `44 BCE`, `4500 million BCE`
    case year
    /// `1 August 2025`, for sentences
    case longDay
    /// `August 2025`, for sentences and lists
    case longMonth
  }

  /// What the legend explains.
  package enum Sign: String, Sendable, CaseIterable {
    case point, key, bar, hatched, open, gap, more
  }

  /// What the caption says; each is one sentence with its values.
  package enum Note: Hashable, Sendable {
    /// The line keeps one scale over so many pieces, and holds so many events.
    case oneScale(pieces: Int, events: Int)
    /// Nothing begins or ends from the one to the other, so the line leaves that out.
    case gap(from: String, to: String)
    /// The second line enlarges that stretch, with so many events.
    case enlarged(range: String, events: Int)
    /// Marks are stacked where they would overlap.
    case stacked
    /// So many events are counted, but not drawn one by one.
    case more(events: Int)
    /// So many events have no date that could be drawn.
    case undated(events: Int)
  }

  package var date: @Sendable (CivilDay, DateStyle) -> String
  /// From the one to the other, in the style given, what both share said once: `28 July to 12 September 2025`.
  package var range: @Sendable (CivilDay, CivilDay, DateStyle) -> String
  /// A line's heading: what it covers and what one division is, as `2022 to July 2025, by month`.
  package var heading: @Sendable (_ range: String, StripStep) -> String
  /// What a mark is called: the date in words and the title.
  package var mark: @Sendable (_ date: String, _ title: String) -> String
  /// The short text above a stack that is not drawn to its end, such as `+12`.
  package var more: @Sendable (Int) -> String
  /// The same in words: `12 more events`.
  package var moreTitle: @Sendable (Int) -> String
  /// What stands for the part of the first line that the second one enlarges: `25 events, enlarged below`.
  package var enlarged: @Sendable (Int) -> String
  package var sign: @Sendable (Sign) -> String
  package var note: @Sendable (Note) -> String

  package init(
    date: @escaping @Sendable (CivilDay, DateStyle) -> String, range: @escaping @Sendable (CivilDay, CivilDay, DateStyle) -> String,
    heading: @escaping @Sendable (_ range: String, StripStep) -> String,
    mark: @escaping @Sendable (_ date: String, _ title: String) -> String,
    more: @escaping @Sendable (Int) -> String, moreTitle: @escaping @Sendable (Int) -> String,
    enlarged: @escaping @Sendable (Int) -> String,
    sign: @escaping @Sendable (Sign) -> String, note: @escaping @Sendable (Note) -> String
  ) {
    self.date = date
    self.range = range
    self.heading = heading
    self.mark = mark
    self.more = more
    self.moreTitle = moreTitle
    self.enlarged = enlarged
    self.sign = sign
    self.note = note
  }

  /// The stretch in words, its days half-open, as precisely as its divisions are.
  func range(_ days: Range<Int>, by step: StripStep, isShort: Bool = false) -> String {
    let style: DateStyle =
      switch step {
      case .days: isShort ? .dayMonthYear : .longDay
      case .months: isShort ? .monthYear : .longMonth
      case .years: .year
      }
    let first = StripDays.day(days.lowerBound)
    let last = StripDays.day(days.upperBound - 1)
    let text = date(first, style)
    return text == date(last, style) ? text : range(first, last, style)
  }
}
