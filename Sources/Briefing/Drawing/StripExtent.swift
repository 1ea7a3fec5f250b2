import EDTF

/// What of a line an event takes: the days between its bounds, and which edges it runs to where it has none.
struct StripExtent: Sendable {
  /// The place in the events as they are sorted.
  let event: Int
  let days: Range<Int>
  /// The days that an interval surely covers.
  let core: Range<Int>?
  let hasStart: Bool
  let hasEnd: Bool
  let isPoint: Bool
  /// Whether no day of it is sure.
  let isHatched: Bool

  /// Nil if the event has no bound at all.
  init?(_ event: StripEvent, at index: Int) {
    guard let known = event.bounds.earliest ?? event.bounds.latest else { return nil }
    self.event = index
    hasStart = event.bounds.earliest != nil
    hasEnd = event.bounds.latest != nil
    let days = StripDays.range(event.bounds) ?? StripDays.number(known)..<StripDays.number(known) + 1
    self.days = days
    isPoint = event.isExact
    core = event.core.flatMap(StripDays.range).map { $0.clamped(to: days) }.flatMap { $0.isEmpty ? nil : $0 }
    let isSure = event.precision == .period || event.precision == .day || event.precision == .interval && core != nil
    isHatched = event.isUncertain || !isSure || !hasStart || !hasEnd
  }

  /// The stretches in which it begins, ends or may have happened: what must not fall into a break.
  var occupied: [Range<Int>] {
    guard let core, !isHatched else { return [days] }
    // The first and the last day of what it covers, with what is not sure of them.
    return [days.lowerBound..<core.lowerBound + 1, core.upperBound - 1..<days.upperBound]
  }
}
