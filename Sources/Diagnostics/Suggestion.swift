/// The nearest of the names that exist, for "did you mean".
package enum Suggestion {
  /// The candidate nearest to `name` by edit distance with transpositions (optimal string alignment), if it is near enough to be meant:
  /// at most a third of the longer name's length, and at least one. Equal distances go to the first in alphabetical order.
  package static func nearest(to name: String, among candidates: some Sequence<String>) -> String? {
    let wanted = Array(fold(name))
    var best: (distance: Int, name: String)?
    for candidate in candidates {
      let other = Array(fold(candidate))
      let limit = max(1, max(wanted.count, other.count) / 3)
      guard abs(wanted.count - other.count) <= limit else { continue }
      let found = distance(wanted, other)
      guard found <= limit else { continue }
      if let current = best, (current.distance, current.name) <= (found, candidate) { continue }
      best = (found, candidate)
    }
    return best?.name
  }

  /// The help line for a name that was not found, or nothing.
  package static func didYouMean(_ name: String, among candidates: some Sequence<String>) -> [String] {
    nearest(to: name, among: candidates).map { ["did you mean `\($0)`?"] } ?? []
  }

  private static func fold(_ name: String) -> String.UnicodeScalarView {
    String(name.prefix(64)).lowercased().unicodeScalars
  }

  private static func distance(_ left: [Unicode.Scalar], _ right: [Unicode.Scalar]) -> Int {
    var beforeLast = [Int](repeating: 0, count: right.count + 1)
    var last = Array(0...right.count)
    var current = beforeLast
    for row in left.indices {
      current[0] = row + 1
      for column in right.indices {
        var cost = min(last[column + 1] + 1, current[column] + 1, last[column] + (left[row] == right[column] ? 0 : 1))
        if row > 0, column > 0, left[row] == right[column - 1], left[row - 1] == right[column] {
          cost = min(cost, beforeLast[column - 1] + 1)
        }
        current[column + 1] = cost
      }
      swap(&beforeLast, &last)
      swap(&last, &current)
    }
    return last[right.count]
  }
}
