/// The mark of one event: a point, or a bar that may be hatched in part and may run to an edge.
struct StripMark: Sendable {
  /// A part of a bar, true to scale.
  struct Bar: Hashable, Sendable {
    let x: ChartPercent
    let width: ChartPercent
    let isHatched: Bool
    /// Empty, or `w`: on narrow pages a box stands for what would be too short.
    let visibility: StripClass
  }

  /// A box of fixed size, for a stretch too short to be drawn to scale.
  struct Box: Hashable, Sendable {
    let isHatched: Bool
    let visibility: StripClass
  }

  let event: StripEvent
  /// What it is called: the date in words and the title.
  let name: String
  let isPoint: Bool
  /// The middle.
  let x: ChartPercent
  /// From the left to the right end, in 1/100 per cent.
  let reach: Range<Int>
  /// What it takes of its row at the narrowest width.
  let room: Range<Int>
  let bars: [Bar]
  let box: Box?
  let runsToStart: Bool
  let runsToEnd: Bool
  /// The row, counted from the line, and the height that it stands for: the middle of a point, the upper edge of a bar.
  var row = 0
  var y = 0

  init(_ extent: StripExtent, _ event: StripEvent, on scale: StripScale, words: StripWords) {
    self.event = event
    name = words.mark(event.dateText, event.title)
    isPoint = extent.isPoint
    runsToStart = !extent.hasStart
    runsToEnd = !extent.hasEnd
    guard !extent.isPoint else {
      let middle = scale.middle(of: extent.days.lowerBound)
      let half = StripMetrics.hundredths(StripMetrics.pointDistance) / 2
      x = ChartPercent(middle)
      reach = middle..<middle
      room = middle - half..<middle + half
      bars = []
      box = nil
      return
    }
    let start = extent.hasStart ? scale.start(of: extent.days.lowerBound) : 0
    let end = max(start, extent.hasEnd ? scale.start(of: extent.days.upperBound) : StripMetrics.whole)
    let middle = (start + end) / 2
    x = ChartPercent(middle)
    reach = start..<end
    let isShort = end - start < StripMetrics.hundredths(StripMetrics.barMinimum)
    let isShortOnWide = end - start < StripMetrics.hundredths(StripMetrics.barMinimum, at: StripMetrics.wide)
    let pad = StripMetrics.hundredths(2)
    let half = StripMetrics.hundredths(StripMetrics.boxHalf) + pad
    room = isShort ? min(middle - half, start - pad)..<max(middle + half, end + pad) : start - pad..<end + pad
    box = isShort ? Box(isHatched: extent.isHatched, visibility: isShortOnWide ? .everywhere : .narrow) : nil
    bars = isShortOnWide ? [] : Self.bars(extent, start..<end, on: scale, isShort ? .wide : .everywhere)
  }

  private static func bars(_ extent: StripExtent, _ reach: Range<Int>, on scale: StripScale, _ visibility: StripClass) -> [Bar] {
    var cuts = [reach.lowerBound, reach.upperBound]
    var hatched = [extent.isHatched]
    if !extent.isHatched, let core = extent.core {
      cuts = [reach.lowerBound, scale.start(of: core.lowerBound), scale.start(of: core.upperBound), reach.upperBound]
      hatched = [true, false, true]
    }
    var bars: [Bar] = []
    for (index, isHatched) in hatched.enumerated() where cuts[index + 1] > cuts[index] {
      bars.append(
        Bar(
          x: ChartPercent(cuts[index]), width: ChartPercent(cuts[index + 1] - cuts[index]), isHatched: isHatched, visibility: visibility))
    }
    return bars
  }
}
