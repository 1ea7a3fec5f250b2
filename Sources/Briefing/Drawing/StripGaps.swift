/// Decides which stretches of time are drawn, and where the line breaks.
///
/// A stretch in which nothing begins or ends is left out if it would take up more than three tenths of the line and is at least four times as long as
/// the middle one of all ways from one event to the next: events that lie far apart but evenly keep a whole line.
enum StripGaps {
  /// - Parameter occupied: stretches in which something begins, ends or may have happened, in any order.
  /// - Returns: the stretches as they are, without the gaps that are left out.
  static func stretches(_ occupied: [Range<Int>]) -> [Range<Int>] {
    let places = merged(occupied)
    guard let first = places.first, let last = places.last else { return [] }
    let gaps = zip(places, places.dropFirst()).map { $0.upperBound..<$1.lowerBound }
    let sorted = gaps.sorted { ($0.count, $1.lowerBound) > ($1.count, $0.lowerBound) }
    guard !sorted.isEmpty else { return places }
    let middle = middleGap(occupied)
    var remaining = last.upperBound - first.lowerBound
    var left: [Range<Int>] = []
    for gap in sorted.prefix(StripMetrics.breakLimit) {
      guard gap.count / 3 > remaining / 10, gap.count / 4 >= middle else { break }
      left.append(gap)
      remaining -= gap.count
    }
    left.sort { $0.lowerBound < $1.lowerBound }
    let starts = [first.lowerBound] + left.map(\.upperBound)
    let ends = left.map(\.lowerBound) + [last.upperBound]
    return zip(starts, ends).map { $0..<$1 }
  }

  /// The middle one of the ways from each stretch to the next, those that overlap or touch being 0 apart; of an even number the shorter of two.
  private static func middleGap(_ occupied: [Range<Int>]) -> Int {
    let sorted = occupied.sorted { ($0.lowerBound, $0.upperBound) < ($1.lowerBound, $1.upperBound) }
    var end = sorted.first?.upperBound ?? 0
    var gaps: [Int] = []
    for stretch in sorted.dropFirst() {
      gaps.append(max(stretch.lowerBound - end, 0))
      end = max(end, stretch.upperBound)
    }
    gaps.sort()
    return gaps.isEmpty ? 0 : gaps[(gaps.count - 1) / 2]
  }

  /// The stretches widened to whole divisions, and each to such a part of the line that its label finds room; those that meet then become one.
  static func rounded(_ stretches: [Range<Int>], ticks: Int) -> [Range<Int>] {
    guard stretches.count > 1 else { return stretches.map { rounded($0, minimum: 7, ticks: ticks) } }
    let total = stretches.reduce(0) { $0 + $1.count }
    let base = StripStep.smallest(atMost: ticks, in: total).base
    let least = max(total / 8, 3)
    var result: [Range<Int>] = []
    for stretch in stretches {
      // A little room on either side keeps the marks off the breaks.
      let wide = widened(stretch.lowerBound - total / 64..<stretch.upperBound + total / 64, to: least, base: base)
      // A break must leave out more than it takes up, or it is no gain.
      if let last = result.last, wide.lowerBound <= last.upperBound + max(least, base.length) {
        result[result.count - 1] = last.lowerBound..<max(last.upperBound, wide.upperBound)
      } else {
        result.append(wide)
      }
    }
    return result
  }

  /// One stretch of at least so many days, in whole divisions.
  static func rounded(_ stretch: Range<Int>, minimum: Int, ticks: Int) -> Range<Int> {
    let base = StripStep.smallest(atMost: ticks, in: max(stretch.count, minimum)).base
    return widened(stretch, to: minimum, base: base)
  }

  private static func widened(_ stretch: Range<Int>, to least: Int, base: StripStep) -> Range<Int> {
    let missing = max(least - stretch.count, 0)
    let start = base.floor(StripDays.clamp(stretch.lowerBound - missing / 2))
    let end = base.ceiling(StripDays.clamp(stretch.upperBound + missing - missing / 2))
    return start..<max(end, start + 1)
  }

  /// The stretches sorted, those that overlap or touch joined.
  static func merged(_ stretches: [Range<Int>]) -> [Range<Int>] {
    var result: [Range<Int>] = []
    for stretch in stretches.sorted(by: { ($0.lowerBound, $0.upperBound) < ($1.lowerBound, $1.upperBound) }) {
      if let last = result.last, stretch.lowerBound <= last.upperBound {
        result[result.count - 1] = last.lowerBound..<max(last.upperBound, stretch.upperBound)
      } else {
        result.append(stretch)
      }
    }
    return result
  }
}
