/// The nearest of the names that exist, for "did you mean".
package enum Suggestion {
  /// The candidate nearest to `name` by edit distance with transpositions (optimal string alignment), if it is near enough to be meant:
  /// at most a third of the longer name's length, and at least one. Equal distances go to the first in alphabetical order.
  package static func nearest(to name: String, among candidates: some Sequence<String>) -> String? {
    lazy var wanted = Array(fold(name))
    let letters = Letters(name)
    var best: (distance: Int, name: String)?
    for candidate in candidates {
      if let letters, let others = Letters(candidate), letters.isFar(from: others) { continue }
      let other = Array(fold(candidate))
      let farthest = limit(wanted.count, other.count)
      guard abs(wanted.count - other.count) <= farthest else { continue }
      let found = distance(wanted, other)
      guard found <= farthest else { continue }
      if let current = best, (current.distance, current.name) <= (found, candidate) { continue }
      best = (found, candidate)
    }
    return best?.name
  }

  /// The help line for a name that was not found, or nothing.
  package static func didYouMean(_ name: String, among candidates: some Sequence<String>) -> [String] {
    nearest(to: name, among: candidates).map { ["did you mean `\($0)`?"] } ?? []
  }

  /// How far apart two names of these lengths may be at most.
  private static func limit(_ left: Int, _ right: Int) -> Int {
    max(1, max(left, right) / 3)
  }

  /// Which letters a name has, and how many: most names are told apart by them, without a look at their order.
  private struct Letters {
    let count: Int
    /// A bit for each letter, or for the few that share one.
    private var bits: UInt64 = 0

    /// Nil for a name that is long, or not in ASCII.
    init?(_ name: String) {
      count = name.utf8.count
      guard count <= 64 else { return nil }
      for byte in name.utf8 {
        guard byte < 0x80 else { return nil }
        let letter = (0x41...0x5A).contains(byte) ? byte | 0x20 : byte
        bits |= 1 << UInt64(letter & 63)
      }
    }

    /// Whether the other is certainly no name that could be meant: every step of an edit takes away one letter at most, and adds one at most.
    func isFar(from other: Letters) -> Bool {
      let limit = Suggestion.limit(count, other.count)
      return abs(count - other.count) > limit || (bits & ~other.bits).nonzeroBitCount > limit
        || (other.bits & ~bits).nonzeroBitCount > limit
    }
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
