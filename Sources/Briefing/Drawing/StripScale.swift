/// From days to places: one scale for all pieces of a line, with a break of fixed width between two pieces.
struct StripScale: Sendable {
  struct Piece: Hashable, Sendable {
    let days: Range<Int>
    /// In 1/100 per cent.
    let x: Range<Int>
  }

  let pieces: [Piece]

  /// The pieces in order, none of them empty, none touching the next.
  init(_ stretches: [Range<Int>]) {
    let total = max(stretches.reduce(0) { $0 + $1.count }, 1)
    let room = StripMetrics.whole - max(stretches.count - 1, 0) * StripMetrics.breakWidth
    var before = 0
    var pieces: [Piece] = []
    for (index, days) in stretches.enumerated() {
      let offset = index * StripMetrics.breakWidth
      let start = before * room / total + offset
      before += days.count
      pieces.append(Piece(days: days, x: start..<before * room / total + offset))
    }
    self.pieces = pieces
  }

  /// How many days are drawn in all.
  var length: Int { pieces.reduce(0) { $0 + $1.days.count } }

  var days: Range<Int> { (pieces.first?.days.lowerBound ?? 0)..<(pieces.last?.days.upperBound ?? 0) }

  /// Where the day begins; of what lies in a break its middle, of what lies outside of the line its edge.
  func start(of day: Int) -> Int {
    place(day, half: false)
  }

  func middle(of day: Int) -> Int {
    place(day, half: true)
  }

  private func place(_ day: Int, half: Bool) -> Int {
    let index = firstPiece(endingAfter: day)
    guard index < pieces.count else { return StripMetrics.whole }
    let piece = pieces[index]
    guard day >= piece.days.lowerBound else {
      // A stretch that ends with a piece ends at its edge, not within the break.
      guard index > 0 else { return 0 }
      let before = pieces[index - 1]
      return day == before.days.upperBound ? before.x.upperBound : (before.x.upperBound + piece.x.lowerBound) / 2
    }
    let halves = 2 * (day - piece.days.lowerBound) + (half ? 1 : 0)
    // At most 4 × 10^14 half days times 10^4: no overflow.
    return piece.x.lowerBound + halves * piece.x.count / (2 * piece.days.count)
  }

  private func firstPiece(endingAfter day: Int) -> Int {
    var low = 0
    var high = pieces.count
    while low < high {
      let middle = (low + high) / 2
      if pieces[middle].days.upperBound > day { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
