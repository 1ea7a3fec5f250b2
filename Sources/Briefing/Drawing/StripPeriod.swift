import EDTF

/// How many events begin in each month, year or larger stretch: what the strip shows, as a list.
struct StripPeriod: Hashable, Sendable {
  /// The first day, as `2025-08-01`: a key to match the list's own headings by.
  let key: String
  let text: String
  let count: Int

  /// More are not listed: then the periods are larger ones.
  static let limit = 24

  /// Months if these are few and the line is not divided by years, else years, else powers of ten years and so on. Empty ones are left out. An event
  /// of which only a longer stretch is known stands for itself: one of `2025` is not counted for a month.
  static func periods(of extents: [StripExtent], by division: StripStep, words: StripWords) -> [StripPeriod] {
    let begins = extents.map(begin).sorted { ($0.lowerBound, $0.upperBound) < ($1.lowerBound, $1.upperBound) }
    let isByYears = if case .years = division { true } else { false }
    for step in StripStep.all.dropFirst(isByYears ? 4 : 2) where step != .months(3) {
      let periods = begins.map { period(of: $0, step) }
      var counts: [(days: Range<Int>, count: Int)] = []
      for days in periods.sorted(by: { ($0.lowerBound, -$0.upperBound) < ($1.lowerBound, -$1.upperBound) }) {
        if counts.last?.days == days { counts[counts.count - 1].count += 1 } else { counts.append((days, 1)) }
      }
      guard counts.count <= limit else { continue }
      return counts.map { days, count in
        StripPeriod(key: StripDays.day(days.lowerBound).text, text: words.range(days, by: wording(days)), count: count)
      }
    }
    return []
  }

  /// When the event begins, as well as it is known.
  private static func begin(_ extent: StripExtent) -> Range<Int> {
    extent.occupied.first ?? extent.days
  }

  /// The period that holds the whole stretch, or the stretch itself.
  private static func period(of begin: Range<Int>, _ step: StripStep) -> Range<Int> {
    let start = step.floor(begin.lowerBound)
    let end = max(step.next(start), start + 1)
    return begin.upperBound <= end ? start..<end : begin
  }

  private static func wording(_ days: Range<Int>) -> StripStep {
    let isWholeYears =
      StripStep.years(1).floor(days.lowerBound) == days.lowerBound && StripStep.years(1).floor(days.upperBound) == days.upperBound
    return isWholeYears ? .years(1) : .months(1)
  }
}
