import EDTF

/// The overview strip of a timeline: every event at its place in time and at its real precision, drawn at build time.
///
/// One line keeps one scale over all its pieces, with a visible break where nothing begins or ends; if a short stretch is much denser than the rest, a
/// second line enlarges it. Places are per cent and heights pixels, so that the drawing stretches while type and marks keep their size; rows are made for
/// 288 px, the narrowest width, so that marks never touch at any.
package struct Strip: Sendable {
  package let height: Int
  let lanes: [StripLane]
  let legend: [StripWords.Sign]
  /// What the caption says, in order.
  package let notes: [StripWords.Note]
  let periods: [StripPeriod]
  /// All events handed over.
  package let total: Int
  /// Those without any bound, which are not drawn.
  package let undated: Int
  /// Those that are only counted.
  package let hidden: Int
  let words: StripWords

  package init(_ events: [StripEvent], words: StripWords) {
    let sorted = events.sorted { left, right in
      let (a, b) = (left.bounds.sortKey, right.bounds.sortKey)
      return a == b ? (left.order, left.id) < (right.order, right.id) : a < b
    }
    let extents = sorted.indices.compactMap { StripExtent(sorted[$0], at: $0) }
    let lanes = Self.lanes(extents, of: sorted, words: words)
    self.lanes = lanes
    self.words = words
    height = lanes.last?.bottom ?? 0
    total = events.count
    undated = events.count - extents.count
    hidden = lanes.reduce(0) { $0 + $1.marks.hidden.count }
    periods = lanes.first.map { StripPeriod.periods(of: extents, by: $0.step, words: words) } ?? []
    legend = Self.legend(lanes)
    notes = Self.notes(lanes, undated: undated, hidden: hidden, words: words)
  }

  /// Whether there is anything to draw.
  package var isShown: Bool { !lanes.isEmpty }

  private static func lanes(_ extents: [StripExtent], of events: [StripEvent], words: StripWords) -> [StripLane] {
    guard !extents.isEmpty else { return [] }
    let raw = StripGaps.stretches(extents.flatMap(\.occupied))
    let scale = StripScale(StripGaps.rounded(raw, ticks: StripAxis.wideTicks))
    guard let window = StripWindow.densest(extents, length: raw.reduce(0) { $0 + $1.count }) else {
      return [StripLane(extents, of: events, on: scale, top: 0, enlarging: nil, words: words)]
    }
    var inside: [StripExtent] = []
    var outside: [StripExtent] = []
    for extent in extents {
      let fits =
        extent.hasStart && extent.hasEnd && window.lowerBound <= extent.days.lowerBound && extent.days.upperBound <= window.upperBound
      if fits { inside.append(extent) } else { outside.append(extent) }
    }
    let upper = StripLane(outside, of: events, on: scale, top: 0, enlarging: (window, inside.count), words: words)
    let lower = StripLane(
      inside, of: events, on: StripScale([window]), top: upper.bottom + StripMetrics.laneGap, enlarging: nil, words: words)
    return [upper, lower]
  }

  private static func legend(_ lanes: [StripLane]) -> [StripWords.Sign] {
    let points = lanes.flatMap(\.marks.points)
    let bars = lanes.flatMap(\.marks.bars)
    return StripWords.Sign.allCases.filter { sign in
      switch sign {
      case .point: points.contains { !$0.event.isKey }
      case .key: points.contains(where: \.event.isKey) || bars.contains(where: \.event.isKey)
      case .bar: bars.contains { $0.bars.contains { !$0.isHatched } || $0.box?.isHatched == false }
      case .hatched: bars.contains { $0.bars.contains(where: \.isHatched) || $0.box?.isHatched == true }
      case .open: bars.contains { $0.runsToStart || $0.runsToEnd }
      case .gap: lanes.contains { !$0.breaks.isEmpty }
      case .more: lanes.contains { !$0.mores.isEmpty }
      }
    }
  }

  private static func notes(_ lanes: [StripLane], undated: Int, hidden: Int, words: StripWords) -> [StripWords.Note] {
    var notes: [StripWords.Note] = []
    if let first = lanes.first {
      let events = first.marks.points.count + first.marks.bars.count + first.marks.hidden.count
      notes.append(.oneScale(pieces: first.segments.count, events: events))
      notes += first.gaps
    }
    if lanes.count > 1, let last = lanes.last {
      let events = last.marks.points.count + last.marks.bars.count + last.marks.hidden.count
      notes.append(.enlarged(range: words.range(last.scale.days, by: last.step), events: events))
    }
    if lanes.contains(where: { $0.marks.pointRows > 1 || $0.marks.barRows > 1 }) { notes.append(.stacked) }
    if hidden > 0 { notes.append(.more(events: hidden)) }
    if undated > 0 { notes.append(.undated(events: undated)) }
    return notes
  }
}
