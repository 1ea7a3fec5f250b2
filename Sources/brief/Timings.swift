/// How long each phase of a run took.
struct Timings {
  private let clock = ContinuousClock()
  private let start: ContinuousClock.Instant
  private var last: ContinuousClock.Instant
  private var laps: [(name: String, time: Duration)] = []

  init() {
    start = clock.now
    last = start
  }

  /// Ends a phase.
  mutating func lap(_ name: String) {
    let now = clock.now
    laps.append((name, now - last))
    last = now
  }

  /// A line for each phase and one for the whole, in milliseconds.
  var table: String {
    (laps + [("total", last - start)]).map { lap in
      let name = "  " + lap.name + String(repeating: " ", count: max(1, 8 - lap.name.count))
      let micros = lap.time.components.seconds * 1_000_000 + lap.time.components.attoseconds / 1_000_000_000_000
      let hundredths = micros / 10
      let text = "\(hundredths / 100)." + (hundredths % 100 < 10 ? "0" : "") + "\(hundredths % 100)"
      return name + String(repeating: " ", count: max(0, 10 - text.count)) + text + " ms\n"
    }.joined()
  }
}
