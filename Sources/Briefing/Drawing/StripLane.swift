/// One line of the strip, laid out: its heading, scale, marks and names, all heights counted from the strip's top.
struct StripLane: Sendable {
  struct Segment: Hashable, Sendable {
    let x1: ChartPercent
    let x2: ChartPercent
  }

  struct Break: Hashable, Sendable {
    let x: ChartPercent
    /// What is left out, in words.
    let title: String
  }

  /// The part that the second line enlarges.
  struct Enlarged: Hashable, Sendable {
    let x: ChartPercent
    let width: ChartPercent
    let title: String
  }

  struct Heading: Hashable, Sendable {
    let text: String
    let visibility: StripClass
  }

  /// One for all pages, or one for each kind if the words differ.
  let headings: [Heading]
  let top: Int
  /// The height of the line itself.
  let axis: Int
  let bottom: Int
  let scale: StripScale
  let step: StripStep
  let segments: [Segment]
  let breaks: [Break]
  let gaps: [StripWords.Note]
  let ticks: [StripAxis.Tick]
  let tickLabels: [StripAxis.Label]
  let tickLabelY: Int
  let marks: StripMarks
  let labels: [StripLabel]
  let mores: [StripMore]
  let enlarged: Enlarged?

  /// - Parameters:
  ///   - extents: the events of this line, in the order of time.
  ///   - window: the days that another line enlarges, and how many events it holds.
  init(
    _ extents: [StripExtent], of events: [StripEvent], on scale: StripScale, top: Int, enlarging window: (days: Range<Int>, events: Int)?,
    words: StripWords
  ) {
    self.top = top
    self.scale = scale
    let axisLabels = StripAxis(scale, words: words)
    step = axisLabels.step
    let long = words.heading(words.range(scale.days, by: step), step)
    let short = words.heading(words.range(scale.days, by: step, isShort: true), axisLabels.narrowStep)
    headings =
      long == short
      ? [Heading(text: long, visibility: .everywhere)]
      : [Heading(text: long, visibility: .wide), Heading(text: short, visibility: .narrow)]
    segments = scale.pieces.map { Segment(x1: ChartPercent($0.x.lowerBound), x2: ChartPercent($0.x.upperBound)) }
    let base = step.base
    let left = zip(scale.pieces, scale.pieces.dropFirst()).map { before, after in
      (x: (before.x.upperBound + after.x.lowerBound) / 2, note: Self.gap(before.days.upperBound..<after.days.lowerBound, base, words))
    }
    gaps = left.map(\.note)
    breaks = left.map { Break(x: ChartPercent($0.x), title: words.note($0.note)) }

    var marks = StripMarks(extents, of: events, on: scale, words: words)
    let keys = marks.points.filter(\.event.isKey)
    let wide = StripLabels(keys, for: .wide)
    let narrow = StripLabels(keys, for: .narrow)
    let names = max(wide.rows, narrow.rows) * StripMetrics.labelRow
    let counts = marks.hidden.isEmpty ? 0 : StripMetrics.labelRow
    axis = top + StripMetrics.heading + names + counts + max(marks.pointRows, 1) * StripMetrics.pointRow + 4
    marks.lift(axis: axis)
    let lifted = marks.points.filter(\.event.isKey)
    let nameBottom = top + StripMetrics.heading + names
    let keyBars = marks.bars.filter(\.event.isKey)
    labels = StripLabels.joined(
      wide: wide.labels(of: lifted, bottom: nameBottom)
        + keyBars.compactMap { [marks] in StripLabels.label(beside: $0, in: marks.barStack, for: .wide) },
      narrow: narrow.labels(of: lifted, bottom: nameBottom)
        + keyBars.compactMap { [marks] in StripLabels.label(beside: $0, in: marks.barStack, for: .narrow) })
    mores = marks.hidden.isEmpty ? [] : StripMore.counts(of: marks.hidden, y: nameBottom + 12, words: words)
    ticks = axisLabels.ticks
    tickLabels = axisLabels.labels
    tickLabelY = axis + 8 + marks.barRows * StripMetrics.barRow + 14
    bottom = tickLabelY + (axisLabels.rows - 1) * 14 + 4
    self.marks = marks
    enlarged = window.map { window in
      let start = scale.start(of: window.days.lowerBound)
      return Enlarged(
        x: ChartPercent(start), width: ChartPercent(max(scale.start(of: window.days.upperBound) - start, 1)),
        title: words.enlarged(window.events))
    }
  }

  private static func gap(_ days: Range<Int>, _ base: StripStep, _ words: StripWords) -> StripWords.Note {
    let style: StripWords.DateStyle =
      switch base {
      case .days: .longDay
      case .months: .longMonth
      case .years: .year
      }
    return .gap(
      from: words.date(StripDays.day(days.lowerBound), style), to: words.date(StripDays.day(days.upperBound - 1), style))
  }
}
