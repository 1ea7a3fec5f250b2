import EDTF

/// The ticks and labels of a line, for wide and for narrow pages.
struct StripAxis: Sendable {
  struct Tick: Hashable, Sendable {
    let x: ChartPercent
    let visibility: StripClass
  }

  /// A label begins at its tick: "from here on".
  struct Label: Hashable, Sendable {
    let x: ChartPercent
    /// 0, or 1 where the first label of a piece found no room beside the others.
    let row: Int
    let text: String
    let visibility: StripClass
  }

  let ticks: [Tick]
  let labels: [Label]
  /// One division on wide pages, and on narrow ones.
  let step: StripStep
  let narrowStep: StripStep

  static let wideTicks = 24
  static let narrowTicks = 7

  init(_ scale: StripScale, words: StripWords) {
    let wide = AxisDraft(scale, ticks: Self.wideTicks, width: StripMetrics.wide, words: words)
    let narrow = AxisDraft(scale, ticks: Self.narrowTicks, width: StripMetrics.narrow, words: words)
    step = wide.step
    narrowStep = narrow.step
    ticks = Self.joined(wide.ticks, narrow.ticks) { Tick(x: ChartPercent($0), visibility: $1) }
    labels = Self.joined(wide.labels, narrow.labels) { Label(x: ChartPercent($0.x), row: $0.row, text: $0.text, visibility: $1) }
  }

  var rows: Int { labels.reduce(1) { max($0, $1.row + 1) } }

  /// What both have said once, then what only narrow pages show.
  private static func joined<Value: Hashable, Result>(
    _ wide: [Value], _ narrow: [Value], _ make: (Value, StripClass) -> Result
  ) -> [Result] {
    let wideSet = Set(wide)
    let narrowSet = Set(narrow)
    return wide.map { make($0, narrowSet.contains($0) ? .everywhere : .wide) }
      + narrow.filter { !wideSet.contains($0) }.map { make($0, .narrow) }
  }
}

/// The ticks and labels for one class of pages.
private struct AxisDraft {
  struct Label: Hashable {
    let x: Int
    let row: Int
    let text: String
  }

  private struct Candidate {
    let x: Int
    let day: Int
    let opensPiece: Bool
    /// Whether it says the larger unit too: a piece begins, or a new year, or by days a new month.
    let isLong: Bool
  }

  let step: StripStep
  private(set) var ticks: [Int] = []
  private(set) var labels: [Label] = []
  private let width: Int
  /// What each of the two rows holds, in pixels.
  private var taken: [[Range<Int>]] = [[], []]

  init(_ scale: StripScale, ticks count: Int, width: Int, words: StripWords) {
    self.width = width
    let step = StripStep.smallest(atMost: count * (10 - scale.pieces.count / 2) / 10, in: scale.length)
    self.step = step
    var candidates: [Candidate] = []
    for piece in scale.pieces {
      var day = piece.days.lowerBound
      var previous: CivilDay?
      // A line holds a few dozen divisions at most; the count is a safeguard where days are cut off.
      for _ in 0..<200 where day < piece.days.upperBound {
        let x = scale.start(of: day)
        ticks.append(x)
        let date = StripDays.day(day)
        candidates.append(Candidate(x: x, day: day, opensPiece: previous == nil, isLong: isLong(date, after: previous)))
        previous = date
        let next = step.next(step.floor(day))
        guard next > day else { break }
        day = next
      }
      ticks.append(piece.x.upperBound)
    }
    let spansYears = StripDays.day(scale.days.lowerBound).year != StripDays.day(scale.days.upperBound - 1).year
    for candidate in candidates where candidate.opensPiece { place(candidate, isLong: true, spansYears, words) }
    // Where the name of a month or year finds no room, the next label says it.
    var isOwed = false
    for candidate in candidates where !candidate.opensPiece {
      let isLong = candidate.isLong || isOwed
      isOwed = !place(candidate, isLong: isLong, spansYears, words) && isLong
    }
    labels.sort { ($0.x, $0.row) < ($1.x, $1.row) }
  }

  private func isLong(_ day: CivilDay, after previous: CivilDay?) -> Bool {
    guard let previous else { return true }
    return switch step {
    case .days: day.month != previous.month
    case .months: day.year != previous.year
    case .years: false
    }
  }

  /// - Returns: whether there was room.
  @discardableResult
  private mutating func place(_ candidate: Candidate, isLong: Bool, _ spansYears: Bool, _ words: StripWords) -> Bool {
    let style: StripWords.DateStyle =
      switch step {
      case .days: isLong ? (candidate.opensPiece && spansYears ? .dayMonthYear : .dayMonth) : .day
      case .months: isLong ? .monthYear : .month
      case .years: .year
      }
    let text = words.date(StripDays.day(candidate.day), style)
    let start = candidate.x * width / StripMetrics.whole
    let room = start..<start + StripText.width(text) + 6
    guard room.upperBound - 6 <= width else { return false }
    for row in 0..<(candidate.opensPiece ? 2 : 1) where taken[row].allSatisfy({ !$0.overlaps(room) }) {
      taken[row].append(room)
      labels.append(Label(x: candidate.x, row: row, text: text))
      return true
    }
    return false
  }
}
