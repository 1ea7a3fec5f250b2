package import EDTF

/// One event as the overview strip takes it: its place in time, and what a mark says.
package struct StripEvent: Sendable {
  /// What the bounds stand for, and so how the mark is drawn.
  package enum Precision: Sendable {
    /// One day: a point.
    case day
    /// A whole month, season, year or more, as stated: a bar of that extent.
    case period
    /// From one date to another: a bar, hatched where an end is not known to the day.
    case interval
    /// Some unknown day between the bounds, or one of several dates: a hatched bar.
    case unspecified
  }

  package var id: String
  package var title: String
  /// A short name to stand beside the mark of a key event; where there is none the title is cut.
  package var label: String?
  /// The date in words.
  package var dateText: String
  /// Where the mark leads, such as `#alaska`.
  package var href: String
  package var bounds: DateBounds
  /// Of an interval, the days that it surely covers; nil if there are none.
  package var core: DateBounds?
  package var precision: Precision
  /// Whether any part of the date is uncertain or approximate.
  package var isUncertain: Bool
  package var isKey: Bool
  /// The order within one day.
  package var order: Int

  package init(
    id: String, title: String, label: String? = nil, dateText: String, href: String, bounds: DateBounds, core: DateBounds? = nil,
    precision: Precision, isUncertain: Bool = false, isKey: Bool = false, order: Int = 0
  ) {
    self.id = id
    self.title = title
    self.label = label
    self.dateText = dateText
    self.href = href
    self.bounds = bounds
    self.core = core
    self.precision = precision
    self.isUncertain = isUncertain
    self.isKey = isKey
    self.order = order
  }

  /// The event of that date, its bounds and precision taken from the expression.
  package init(
    id: String, title: String, label: String? = nil, dateText: String, href: String, date: EDTFExpression, isKey: Bool = false,
    order: Int = 0
  ) {
    self.init(
      id: id, title: title, label: label, dateText: dateText, href: href, bounds: date.bounds, precision: .unspecified, isKey: isKey,
      order: order)
    switch date {
    case .date(let date):
      precision = Self.precision(of: date)
      isUncertain = Self.isQualified(date)
    case .interval(let interval):
      precision = .interval
      isUncertain = [interval.start.date, interval.end.date].contains { $0.map(Self.isQualified) ?? false }
      core = DateBounds(earliest: interval.start.date?.bounds.latest, latest: interval.end.date?.bounds.earliest)
    case .set:
      precision = .unspecified
    }
  }

  /// Whether the mark is a point: one day, and no doubt about it.
  package var isExact: Bool {
    precision == .day && !isUncertain && bounds.earliest != nil && bounds.earliest == bounds.latest
  }

  private static func precision(of date: EDTFDate) -> Precision {
    switch date.precision {
    case .time, .day: .day
    case .month, .season, .year: .period
    default: .unspecified
    }
  }

  private static func isQualified(_ date: EDTFDate) -> Bool {
    date.uniform != Qualification.none
  }
}
