/// One block of deflate with codes of its own (RFC 1951, section 3.2.7).
struct DeflateBlock {
  /// A literal, or a length above 2 with its distance: `length << 16 | distance`, literals have no distance.
  private var tokens: [UInt32] = []
  private var literalCounts = [Int](repeating: 0, count: 286)
  private var distanceCounts = [Int](repeating: 0, count: 30)

  /// So many tokens that codes of their own pay for themselves.
  var isFull: Bool {
    tokens.count >= 16 * 1024
  }

  mutating func add(literal: UInt8) {
    tokens.append(UInt32(literal) << 16)
    literalCounts[Int(literal)] += 1
  }

  mutating func add(_ match: MatchFinder.Match) {
    tokens.append(UInt32(match.length) << 16 | UInt32(match.distance))
    literalCounts[257 + Self.step(of: match.length, in: Self.lengthBases)] += 1
    distanceCounts[Self.step(of: match.distance, in: Self.distanceBases)] += 1
  }

  mutating func write(to out: inout BitWriter, isLast: Bool) {
    literalCounts[256] = 1
    let literals = PrefixCode(counts: literalCounts, limit: 15)
    let distances = PrefixCode(counts: distanceCounts, limit: 15)
    out.write(isLast ? 1 : 0, 1)
    out.write(2, 2)
    Self.write(literals, distances, to: &out)
    for token in tokens {
      let distance = Int(token & 0xFFFF)
      let value = Int(token >> 16)
      guard distance > 0 else {
        out.write(literals.codes[value], literals.lengths[value])
        continue
      }
      let length = Self.step(of: value, in: Self.lengthBases)
      out.write(literals.codes[257 + length], literals.lengths[257 + length])
      out.write(UInt32(value - Self.lengthBases[length]), Self.lengthBits[length])
      let step = Self.step(of: distance, in: Self.distanceBases)
      out.write(distances.codes[step], distances.lengths[step])
      out.write(UInt32(distance - Self.distanceBases[step]), Self.distanceBits[step])
    }
    out.write(literals.codes[256], literals.lengths[256])
  }

  /// The two codes, as their lengths, run by run, in a code of their own.
  private static func write(_ literals: PrefixCode, _ distances: PrefixCode, to out: inout BitWriter) {
    let literalCount = max(257, (literals.lengths.lastIndex { $0 > 0 } ?? 0) + 1)
    let distanceCount = max(1, (distances.lengths.lastIndex { $0 > 0 } ?? 0) + 1)
    let runs = runs(of: Array(literals.lengths[..<literalCount] + distances.lengths[..<distanceCount]))
    var counts = [Int](repeating: 0, count: 19)
    for run in runs { counts[run.symbol] += 1 }
    let code = PrefixCode(counts: counts, limit: 7)
    let used = max(4, (order.lastIndex { code.lengths[$0] > 0 } ?? 0) + 1)
    out.write(UInt32(literalCount - 257), 5)
    out.write(UInt32(distanceCount - 1), 5)
    out.write(UInt32(used - 4), 4)
    for symbol in order[..<used] { out.write(UInt32(code.lengths[symbol]), 3) }
    for run in runs {
      out.write(code.codes[run.symbol], code.lengths[run.symbol])
      out.write(run.extra, run.bits)
    }
  }

  private struct Run {
    let symbol: Int
    var extra: UInt32 = 0
    var bits: UInt8 = 0
  }

  private static func runs(of lengths: [UInt8]) -> [Run] {
    var runs: [Run] = []
    var place = 0
    while place < lengths.count {
      let length = lengths[place]
      var count = 1
      while place + count < lengths.count, lengths[place + count] == length { count += 1 }
      place += count
      if length > 0 {
        runs.append(Run(symbol: Int(length)))
        count -= 1
      }
      while count >= 3 {
        let most = length == 0 ? 138 : 6
        let taken = min(count, most)
        switch (length, taken) {
        case (0, 11...): runs.append(Run(symbol: 18, extra: UInt32(taken - 11), bits: 7))
        case (0, _): runs.append(Run(symbol: 17, extra: UInt32(taken - 3), bits: 3))
        default: runs.append(Run(symbol: 16, extra: UInt32(taken - 3), bits: 2))
        }
        count -= taken
      }
      for _ in 0..<count { runs.append(Run(symbol: Int(length))) }
    }
    return runs
  }

  /// The last step whose base is not above the value.
  private static func step(of value: Int, in bases: [Int]) -> Int {
    var low = 0
    var high = bases.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if bases[middle] <= value { low = middle } else { high = middle }
    }
    return low
  }

  private static let order = [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15]
  private static let lengthBases = [
    3, 4, 5, 6, 7, 8, 9, 10, 11, 13, 15, 17, 19, 23, 27, 31, 35, 43, 51, 59, 67, 83, 99, 115, 131, 163, 195, 227, 258,
  ]
  private static let lengthBits: [UInt8] = [0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3, 4, 4, 4, 4, 5, 5, 5, 5, 0]
  private static let distanceBases = [
    1, 2, 3, 4, 5, 7, 9, 13, 17, 25, 33, 49, 65, 97, 129, 193, 257, 385, 513, 769, 1025, 1537, 2049, 3073, 4097, 6145, 8193, 12289, 16385,
    24577,
  ]
  private static let distanceBits: [UInt8] = [
    0, 0, 0, 0, 1, 1, 2, 2, 3, 3, 4, 4, 5, 5, 6, 6, 7, 7, 8, 8, 9, 9, 10, 10, 11, 11, 12, 12, 13, 13,
  ]
}
