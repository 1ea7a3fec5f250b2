/// Which records lead to which, by their numbers: for each, a stretch of one long list.
struct FactGraph: Sendable {
  private let starts: [Int32]
  private let targets: [Int32]

  /// - Parameters:
  ///   - count: How many records there are.
  ///   - edges: The pairs, in any order; one that comes twice counts once. Targets keep the order in which they come.
  init(_ count: Int, _ edges: [(from: Int32, to: Int32)]) {
    var starts = [Int32](repeating: 0, count: count + 1)
    for edge in edges { starts[Int(edge.from) + 1] += 1 }
    for index in 0..<count { starts[index + 1] += starts[index] }
    var targets = [Int32](repeating: 0, count: edges.count)
    var ends = starts
    for edge in edges {
      let from = Int(edge.from)
      // Lists are short, but for what everybody names; an edge mostly comes again right after itself.
      let isKnown = targets[Int(starts[from])..<Int(ends[from])].suffix(16).contains(edge.to)
      if isKnown { continue }
      targets[Int(ends[from])] = edge.to
      ends[from] += 1
    }
    var packed: [Int32] = []
    packed.reserveCapacity(targets.count)
    var packedStarts: [Int32] = [0]
    packedStarts.reserveCapacity(count + 1)
    for index in 0..<count {
      packed += targets[Int(starts[index])..<Int(ends[index])]
      packedStarts.append(Int32(packed.count))
    }
    self.starts = packedStarts
    self.targets = packed
  }

  subscript(number: Int32) -> ArraySlice<Int32> {
    targets[Int(starts[Int(number)])..<Int(starts[Int(number) + 1])]
  }
}
