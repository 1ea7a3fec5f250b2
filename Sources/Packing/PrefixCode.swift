/// A canonical prefix code (RFC 1951, section 3.2.2) for symbols that occur so and so often: a length for each symbol, and the bits.
struct PrefixCode {
  /// In bits, for each symbol; 0 where it does not occur.
  let lengths: [UInt8]
  /// Bits ready for `BitWriter`: a code's highest bit is written first, so that they stand here turned round.
  let codes: [UInt32]

  /// The best code with no length above the limit, or one a little worse where the best one is deeper.
  ///
  /// - Parameter counts: How often each symbol occurs. At least two symbols get a code, as some readers want it.
  init(counts: [Int], limit: Int) {
    var counts = counts
    for symbol in counts.indices where counts.count(where: { $0 > 0 }) < 2 && counts[symbol] == 0 { counts[symbol] = 1 }
    var lengths = Self.lengths(counts)
    while lengths.contains(where: { $0 > limit }) {
      // Rarer symbols come nearer to the frequent ones, until the tree is flat enough.
      counts = counts.map { ($0 + 1) / 2 }
      lengths = Self.lengths(counts)
    }
    self.init(lengths: lengths.map { UInt8($0) })
  }

  /// The code that these lengths stand for.
  init(lengths: [UInt8]) {
    self.lengths = lengths
    var perLength = [UInt32](repeating: 0, count: 17)
    for length in lengths where length > 0 { perLength[Int(length)] += 1 }
    var next = [UInt32](repeating: 0, count: 17)
    for length in 1..<17 { next[length] = (next[length - 1] + perLength[length - 1]) << 1 }
    codes = lengths.map { length in
      guard length > 0 else { return 0 }
      defer { next[Int(length)] += 1 }
      return Self.turned(next[Int(length)], length)
    }
  }

  private static func turned(_ code: UInt32, _ length: UInt8) -> UInt32 {
    (0..<UInt32(length)).reduce(0) { $0 << 1 | (code >> $1 & 1) }
  }

  /// Huffman's lengths: leaves sorted by count and symbol, and a queue of inner nodes, whose counts only grow.
  private static func lengths(_ counts: [Int]) -> [Int] {
    let leaves = counts.indices.filter { counts[$0] > 0 }.sorted { (counts[$0], $0) < (counts[$1], $1) }
    var weights = leaves.map { counts[$0] }
    var parents = [Int](repeating: 0, count: max(0, 2 * leaves.count - 1))
    var leaf = 0
    var inner = leaves.count
    func takesLeaf(_ weights: [Int]) -> Bool {
      leaf < leaves.count && (inner == weights.count || weights[leaf] <= weights[inner])
    }
    while weights.count < parents.count {
      var sum = 0
      for _ in 0..<2 {
        let node: Int
        if takesLeaf(weights) {
          node = leaf
          leaf += 1
        } else {
          node = inner
          inner += 1
        }
        sum += weights[node]
        parents[node] = weights.count
      }
      weights.append(sum)
    }
    // The root comes last: each node lies one deeper than its parent.
    var depths = [Int](repeating: 0, count: parents.count)
    for node in parents.indices.dropLast().reversed() { depths[node] = depths[parents[node]] + 1 }
    var lengths = [Int](repeating: 0, count: counts.count)
    for (place, symbol) in leaves.enumerated() { lengths[symbol] = depths[place] }
    return lengths
  }
}
