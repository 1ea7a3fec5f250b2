/// Finds the stretch that is much denser than the rest, so that a second line may enlarge it.
///
/// Of all stretches of at most 15 in 100 of the line, take what the fullest one holds: if that is more than 40 in 100 of all events, the shortest stretch
/// with nine tenths of it is enlarged, together with neighbours that are not far.
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
    guard candidates.count >= needed, let full = fullest(candidates, limit: limit), full.count >= needed,
      var best = shortest(candidates, count: max(needed, full.count * 9 / 10))
    else { return nil }
    widen(&best, candidates, limit: limit)
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

  /// So many neighbours in the shortest stretch; of several such the first.
  private static func shortest(_ candidates: [StripExtent], count: Int) -> Range<Int>? {
    func length(_ start: Int) -> Int { candidates[start + count - 1].days.lowerBound - candidates[start].days.lowerBound }
    guard count > 0, count <= candidates.count else { return nil }
    let start = (0...candidates.count - count).reduce(0) { length($1) < length($0) ? $1 : $0 }
    return start..<start + count
  }

  /// Takes in neighbours that are no further away than a sixth of the stretch.
  private static func widen(_ range: inout Range<Int>, _ candidates: [StripExtent], limit: Int) {
    while true {
      let first = candidates[range.lowerBound].days.lowerBound
      let last = candidates[range.upperBound - 1].days.lowerBound
      let reach = (last - first) / 6
      if range.upperBound < candidates.count, case let next = candidates[range.upperBound].days.lowerBound, next - last <= reach,
        next - first < limit
      {
        range = range.lowerBound..<range.upperBound + 1
      } else if range.lowerBound > 0, case let next = candidates[range.lowerBound - 1].days.lowerBound, first - next <= reach,
        last - next < limit
      {
        range = range.lowerBound - 1..<range.upperBound
      } else {
        return
      }
    }
  }
}
