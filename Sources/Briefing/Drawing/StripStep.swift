import EDTF

/// One division of a time line: so many days, months or years.
///
/// Years are counted as historians do: 100-year steps stand at 200 BCE, 100 BCE, 1, 100, 200, since there is no year 0.
package enum StripStep: Hashable, Sendable {
  case days(Int)
  case months(Int)
  /// 1, 2 or 5 times a power of ten.
  case years(Int)

  /// All steps from the smallest to the largest.
  static let all: [StripStep] = {
    var steps: [StripStep] = [.days(1), .days(7), .months(1), .months(3)]
    var power = 1
    while power <= 100_000_000_000 {
      steps += [.years(power), .years(2 * power), .years(5 * power)]
      power *= 10
    }
    return steps
  }()

  /// The smallest step of which no more than so many cover the days.
  static func smallest(atMost count: Int, in days: Int) -> StripStep {
    all.first { days <= $0.length * max(count, 1) } ?? .years(500_000_000_000)
  }

  /// Its length in days, roughly.
  var length: Int {
    switch self {
    case .days(let count): count
    case .months(let count): count * 30
    case .years(let count): count * 365
    }
  }

  /// What a line divided so is cut to: whole days, months or years, or the power of ten years next to a tenth of a division.
  var base: StripStep {
    switch self {
    case .days: return .days(1)
    case .months: return .months(1)
    case .years(let count):
      var power = 1
      while power <= count / 100 { power *= 10 }
      return .years(power)
    }
  }

  /// The last division that begins on that day or before it.
  func floor(_ number: Int) -> Int {
    let day = StripDays.day(number)
    switch self {
    case .days: return number
    case .months(let count):
      let month = day.month - 1
      return Self.start(year: day.year, month: month - month % count + 1)
    case .years(let count): return Self.start(year: floor(year: day.year, count))
    }
  }

  /// The first division that begins after the division which begins on that day.
  func next(_ number: Int) -> Int {
    let day = StripDays.day(number)
    switch self {
    case .days(let count): return StripDays.clamp(number + count)
    case .months(let count):
      let month = day.month + count
      return month > 12 ? Self.start(year: day.year + 1, month: month - 12) : Self.start(year: day.year, month: month)
    case .years(let count): return Self.start(year: next(year: day.year, count))
    }
  }

  /// The first division that begins on that day or after it.
  func ceiling(_ number: Int) -> Int {
    let floor = floor(number)
    return floor >= number ? floor : next(floor)
  }

  private func floor(year: Int, _ count: Int) -> Int {
    if year >= count { return year - year % count }
    if year >= 1 { return 1 }
    return 1 - (1 - year + count - 1) / count * count
  }

  private func next(year: Int, _ count: Int) -> Int {
    if year >= count { return year + count }
    if year >= 1 { return count == 1 ? year + 1 : count }
    return year + count >= 1 ? 1 : year + count
  }

  private static func start(year: Int, month: Int = 1) -> Int {
    CivilDay(year: year, month: month, day: 1).map(StripDays.number) ?? 0
  }
}
