/// Applies a pure function to each item on at most `jobs` tasks at once and returns the results in the items' order, whatever the tasks' order was.
package func concurrentMap<Item: Sendable, Result: Sendable>(
  _ items: [Item], jobs: Int, chunk: Int = 16, _ transform: @escaping @Sendable (Item) -> Result
) async -> [Result] {
  if jobs <= 1 || items.count <= 1 { return items.map(transform) }
  let starts = Array(stride(from: 0, to: items.count, by: chunk))
  return await withTaskGroup(of: (Int, [Result]).self) { group in
    var next = 0
    func add() {
      guard next < starts.count else { return }
      let index = next
      let range = starts[index]..<min(starts[index] + chunk, items.count)
      next += 1
      group.addTask { (index, items[range].map(transform)) }
    }
    for _ in 0..<min(jobs, starts.count) { add() }
    var parts = [[Result]](repeating: [], count: starts.count)
    while let (index, part) = await group.next() {
      parts[index] = part
      add()
    }
    var results: [Result] = []
    results.reserveCapacity(items.count)
    for part in parts { results.append(contentsOf: part) }
    return results
  }
}
