import EDTF

/// How many events begin in each month, year or larger stretch: what the strip shows, as a list.
struct StripPeriod: Hashable, Sendable {
  /// The first day, as `2025-08-01`: a key to match the list's own headings by.
  let key: String
  let text: String
  let count: Int

  /// Months if there are few, else years, else tens or hundreds of years. Empty ones are left out.
  static func periods(of extents: [StripExtent], words: StripWords) -> [StripPeriod] {
    let limit = 24
    for step in StripStep.all.dropFirst(2) where step != .months(3) {
      var counts: [(start: Int, count: Int)] = []
      for day in extents.map(\.days.lowerBound).sorted() {
        let start = step.floor(day)
        if counts.last?.start == start { counts[counts.count - 1].count += 1 } else { counts.append((start, 1)) }
      }
      guard counts.count <= limit else { continue }
      return counts.map { start, count in
        StripPeriod(
          key: StripDays.day(start).text, text: words.range(start..<max(step.next(start), start + 1), by: step), count: count)
      }
    }
    return []
  }
}
