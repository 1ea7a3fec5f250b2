/// Finds the stretch that is much denser than the rest, so that a second line may enlarge it.
///
/// It is the stretch of at most 15 in 100 of the line that holds the most events, if it holds more than 40 in 100 of all; sparse ends are cut off.
enum StripWindow {
  /// Fewer events need no second line.
  static let least = 12

  /// - Parameters:
  ///   - extents: all events that can be drawn, in order.
  ///   - length: how many days the whole line draws.
  /// - Returns: the days; nil if no stretch is dense enough or enlarging it would not help.
  static func densest(_ extents: [StripExtent], length: Int) -> Range<Int>? {
    let limit = length / 20 * 3 + length % 20 * 3 / 20
    guard extents.count >= least, limit > 0 else { return nil }
    let candidates = extents.filter { $0.hasStart && $0.hasEnd && $0.days.count <= max(limit / 2, 1) }
      .sorted { ($0.days.lowerBound, $0.event) < ($1.days.lowerBound, $1.event) }
    let needed = extents.count * 2 / 5 + 1
    guard candidates.count >= needed, var best = fullest(candidates, limit: limit), best.count >= needed else { return nil }
    trim(&best, candidates, needed: needed)
    let end = candidates[best].reduce(Int.min) { max($0, $1.days.upperBound) }
    let days = StripGaps.rounded(candidates[best.lowerBound].days.lowerBound..<end, minimum: 7, ticks: 20)
    return days.count <= length / 4 ? days : nil
  }

  /// The most neighbours that begin within the limit; of several such the shortest stretch, of those the first.
  private static func fullest(_ candidates: [StripExtent], limit: Int) -> Range<Int>? {
    var best: Range<Int>?
    var bestLength = 0
    var end = 0
    for start in candidates.indices {
      let first = candidates[start].days.lowerBound
      while end < candidates.count, candidates[end].days.upperBound <= first + limit { end += 1 }
      guard end > start else {
        end = start + 1
        continue
      }
      let length = candidates[end - 1].days.lowerBound - first
      let count = best?.count ?? 0
      if end - start > count || end - start == count && length < bestLength {
        best = start..<end
        bestLength = length
      }
    }
    return best
  }

  /// Drops an end's event while the way to its neighbour is more than a quarter of the whole.
  private static func trim(_ range: inout Range<Int>, _ candidates: [StripExtent], needed: Int) {
    while range.count > needed {
      let first = candidates[range.lowerBound].days.lowerBound
      let last = candidates[range.upperBound - 1].days.lowerBound
      let quarter = (last - first) / 4
      if candidates[range.lowerBound + 1].days.lowerBound - first > quarter {
        range = range.lowerBound + 1..<range.upperBound
      } else if last - candidates[range.upperBound - 2].days.lowerBound > quarter {
        range = range.lowerBound..<range.upperBound - 1
      } else {
        return
      }
    }
  }
}
