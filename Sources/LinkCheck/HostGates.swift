/// Lets one question at a time through to each host, in the order in which they come.
actor HostGates {
  private var busy: Set<String> = []
  private var waiting: [String: [CheckedContinuation<Void, Never>]] = [:]

  /// Returns when nobody else asks the host anything.
  func enter(_ host: String) async {
    guard !busy.insert(host).inserted else { return }
    await withCheckedContinuation { waiting[host, default: []].append($0) }
  }

  /// Lets the next one through.
  func leave(_ host: String) {
    guard var queue = waiting[host], !queue.isEmpty else {
      busy.remove(host)
      return
    }
    let next = queue.removeFirst()
    waiting[host] = queue
    next.resume()
  }
}
