/// Rows of marks that never touch: each goes to the lowest row where it is free at the narrowest width.
struct StripStack {
  /// What each row holds, sorted; in 1/100 per cent.
  private(set) var rows: [[Range<Int>]] = []
  let limit: Int

  init(limit: Int) {
    self.limit = limit
  }

  /// The row that the mark was given; nil if all are taken.
  mutating func place(_ mark: Range<Int>) -> Int? {
    for row in rows.indices {
      let index = Self.firstIndex(in: rows[row], startingFrom: mark.lowerBound)
      if index > 0, rows[row][index - 1].upperBound > mark.lowerBound { continue }
      if index < rows[row].count, rows[row][index].lowerBound < mark.upperBound { continue }
      rows[row].insert(mark, at: index)
      return row
    }
    guard rows.count < limit else { return nil }
    rows.append([mark])
    return rows.count - 1
  }

  /// Where the next mark of the row begins; the edge if there is none.
  func next(in row: Int, after place: Int) -> Int {
    let index = Self.firstIndex(in: rows[row], startingFrom: place)
    return index < rows[row].count ? rows[row][index].lowerBound : StripMetrics.whole
  }

  private static func firstIndex(in row: [Range<Int>], startingFrom place: Int) -> Int {
    var low = 0
    var high = row.count
    while low < high {
      let middle = (low + high) / 2
      if row[middle].lowerBound >= place { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
