/// Work shared out over a fixed number of tasks, with results in the order of the work.
enum Workers {
  /// Calls `body` with every number below `count`, in runs of `run` numbers, on at most `jobs` tasks at a time.
  ///
  /// After the first error no new run is begun; of several errors that of the smallest number is thrown.
  static func map<Result: Sendable>(
    _ count: Int, jobs: Int, run: Int = 32, _ body: @escaping @Sendable (Int) throws(WorkspaceError) -> Result
  ) async throws(WorkspaceError) -> [Result] {
    let runs = (count + run - 1) / run
    let work: @Sendable (Int) -> Outcome<Result> = { number in
      var results: [Result] = []
      results.reserveCapacity(run)
      do throws(WorkspaceError) {
        for index in (number * run)..<min(count, (number + 1) * run) { results.append(try body(index)) }
        return Outcome(number: number, results: results, error: nil)
      } catch {
        return Outcome(number: number, results: [], error: error)
      }
    }
    let outcomes = await withTaskGroup(of: Outcome<Result>.self) { group in
      var next = 0
      while next < min(max(jobs, 1), runs) {
        group.addTask { [next] in work(next) }
        next += 1
      }
      var outcomes: [Outcome<Result>] = []
      outcomes.reserveCapacity(runs)
      var failed = false
      while let outcome = await group.next() {
        outcomes.append(outcome)
        if outcome.error != nil { failed = true }
        if !failed, next < runs {
          group.addTask { [next] in work(next) }
          next += 1
        }
      }
      return outcomes
    }
    var results: [Result] = []
    results.reserveCapacity(count)
    for outcome in outcomes.sorted(by: { $0.number < $1.number }) {
      if let error = outcome.error { throw error }
      results += outcome.results
    }
    return results
  }

  /// The same for numbers in an order of their own: `order` holds every number below its count once, and the result of a number stands at its place.
  static func map<Result: Sendable>(
    _ order: [Int], jobs: Int, _ body: @escaping @Sendable (Int) throws(WorkspaceError) -> Result
  ) async throws(WorkspaceError) -> [Result] {
    let results = try await map(order.count, jobs: jobs, run: 8) { (turn: Int) throws(WorkspaceError) -> Result in try body(order[turn]) }
    var turns = order
    for (turn, number) in order.enumerated() { turns[number] = turn }
    return turns.map { results[$0] }
  }

  private struct Outcome<Result: Sendable>: Sendable {
    let number: Int
    let results: [Result]
    let error: WorkspaceError?
  }
}
