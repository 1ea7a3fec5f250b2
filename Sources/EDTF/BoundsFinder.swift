/// Finds the first and the last day that fit a date's parts, by trying them in order.
struct BoundsFinder {
  let year: DigitPattern
  let isNegative: Bool
  /// The months that fit.
  let months: [Int]
  /// The days that fit in some month.
  let days: [Int]

  /// Nil if no such day exists in any year.
  func bounds() -> DateBounds? {
    // Without this, a 30 February would be sought in ten thousand years.
    guard let lastMonth = months.last, let firstDay = days.first, lastMonth > 0 else { return nil }
    guard months.contains(where: { firstDay <= GregorianCalendar.daysIn(month: $0, leap: true) }) else { return nil }
    let magnitudes = (year.lowest...year.highest)
    guard let first = isNegative ? search(magnitudes.reversed(), latest: false) : search(magnitudes, latest: false),
      let last = isNegative ? search(magnitudes, latest: true) : search(magnitudes.reversed(), latest: true)
    else { return nil }
    return DateBounds(earliest: first, latest: last)
  }

  private func search(_ magnitudes: some Sequence<Int>, latest: Bool) -> CivilDay? {
    for magnitude in magnitudes where year.matches(magnitude) && !(isNegative && magnitude == 0) {
      let number = isNegative ? -magnitude : magnitude
      let leap = GregorianCalendar.isLeap(number)
      for month in latest ? months.reversed() : months {
        let length = GregorianCalendar.daysIn(month: month, leap: leap)
        let day = latest ? days.last { $0 <= length } : days.first
        if let day, day <= length { return CivilDay(checkedYear: number, month: month, day: day) }
      }
    }
    return nil
  }
}
