/// What is aimed at, and whether it was reached. They are said, never failed: a machine's mood is no defect.
struct Targets {
  let results: [SizeResult]
  let startUp: [ChildProcess]
  let nothingToDo: [ChildProcess]

  func print() {
    Swift.print("\ntargets")
    if let large = results.first(where: { $0.size == 10_000 }) {
      say("wall time at 10,000 over the baseline's", large.overBaseline, atMost: 2.5)
      if let ratio = large.overHugo { say("wall time at 10,000 over Hugo's", ratio, atMost: 0.3) }
      say("KB of peak memory a file at 10,000", large.memoryPerFile / 1000, atMost: 25)
      if let middle = results.first(where: { $0.size == 1000 }) {
        say("ratio to the baseline at 10,000 over that at 1,000", large.overBaseline / middle.overBaseline, atMost: 1.1)
      }
    }
    if !nothingToDo.isEmpty {
      say("ms of the shipped briefing with nothing to do", Median.of(nothingToDo.map { $0.wall * 1e3 }), atMost: 60)
    }
    say("ms of `brief --version`", Median.of(startUp.map { $0.wall * 1e3 }), atMost: 6)
  }

  private func say(_ name: String, _ value: Double, atMost limit: Double) {
    Swift.print("  \(value <= limit ? "met    " : "NOT MET") \(Table.number(value)) (at most \(Table.number(limit))): \(name)")
  }
}
