/// All marks of one line in their rows, and what found no room.
struct StripMarks: Sendable {
  /// Points and bars, in the order of time.
  private(set) var points: [StripMark] = []
  private(set) var bars: [StripMark] = []
  private(set) var pointRows = 0
  private(set) var barRows = 0
  /// The events that are only counted, in the order of time.
  private(set) var hidden: [StripMark] = []
  /// The bars' rows: where a label beside a bar finds room.
  private(set) var barStack = StripStack(limit: StripMetrics.barRows)

  /// Key events come first, next to the line; then all in the order of time.
  init(_ extents: [StripExtent], of events: [StripEvent], on scale: StripScale, words: StripWords) {
    var pointStack = StripStack(limit: StripMetrics.pointRows)
    let marks = extents.map { StripMark($0, events[$0.event], on: scale, words: words) }
    var rows = [Int?](repeating: nil, count: marks.count)
    for isKey in [true, false] {
      for (index, mark) in marks.enumerated() where mark.event.isKey == isKey {
        rows[index] = mark.isPoint ? pointStack.place(mark.room) : barStack.place(mark.room)
      }
    }
    for (index, var mark) in marks.enumerated() {
      guard let row = rows[index] else {
        hidden.append(mark)
        continue
      }
      mark.row = row
      if mark.isPoint { points.append(mark) } else { bars.append(mark) }
    }
    pointRows = pointStack.rows.count
    barRows = barStack.rows.count
  }

  /// Puts the rows above and below the line.
  mutating func lift(axis: Int) {
    for index in points.indices { points[index].y = axis - 9 - points[index].row * StripMetrics.pointRow }
    for index in bars.indices { bars[index].y = axis + 8 + bars[index].row * StripMetrics.barRow }
  }
}
