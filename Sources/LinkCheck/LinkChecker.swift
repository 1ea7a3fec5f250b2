/// Asks for addresses, politely: a host at a time one question, with a pause between two, few hosts at once.
///
/// What goes over the network is a closure's, and so is the waiting, so that all of it can be held to its manners without either.
package struct LinkChecker: Sendable {
  let manners: LinkManners
  let fetch: @Sendable (LinkRequest) async -> LinkAnswer
  let pause: @Sendable (Duration) async -> Void
  private let gates = HostGates()

  /// - Parameters:
  ///   - fetch: Sends one request, and follows no redirect.
  ///   - pause: Waits.
  package init(
    manners: LinkManners, fetch: @escaping @Sendable (LinkRequest) async -> LinkAnswer, pause: @escaping @Sendable (Duration) async -> Void
  ) {
    self.manners = manners
    self.fetch = fetch
    self.pause = pause
  }

  /// Asks for each address once, those of one host in their order.
  ///
  /// - Parameter report: Is told of each as soon as it is known.
  /// - Returns: In the order of the addresses.
  package func check(_ addresses: [String], report: @escaping @Sendable (LinkResult) async -> Void) async -> [LinkResult] {
    var groups: [String: [Int]] = [:]
    var order: [String] = []
    for (index, address) in addresses.enumerated() {
      let host = WebPlace(address)?.origin ?? ""
      if groups[host] == nil { order.append(host) }
      groups[host, default: []].append(index)
    }
    var verdicts: [LinkVerdict?] = Array(repeating: nil, count: addresses.count)
    await withTaskGroup(of: [(Int, LinkVerdict)].self) { tasks in
      var next = order.makeIterator()
      func start(_ host: String) {
        let indices = groups[host] ?? []
        tasks.addTask {
          var found: [(Int, LinkVerdict)] = []
          for index in indices {
            let verdict = await self.verdict(of: addresses[index])
            await report(LinkResult(address: addresses[index], verdict: verdict))
            found.append((index, verdict))
          }
          return found
        }
      }
      for _ in 0..<max(1, manners.hosts) {
        if let host = next.next() { start(host) }
      }
      for await found in tasks {
        for (index, verdict) in found { verdicts[index] = verdict }
        if let host = next.next() { start(host) }
      }
    }
    return withDoubt(zip(addresses, verdicts).map { LinkResult(address: $0, verdict: $1 ?? .unsure("it was not asked for")) })
  }

  /// Where no host at all answered, the fault may lie on this side, and no host is said to be gone.
  private func withDoubt(_ results: [LinkResult]) -> [LinkResult] {
    let failures = Set(LinkFailure.allCases.map { verdict(failing: $0) })
    guard results.allSatisfy({ failures.contains($0.verdict) }) else { return results }
    return results.map { result in
      guard result.verdict == verdict(failing: .noHost) else { return result }
      return LinkResult(
        address: result.address, verdict: .unsure("\(LinkFailure.noHost.words), but no other answered either: this machine may be offline"))
    }
  }

  // MARK: One address

  private func verdict(of address: String) async -> LinkVerdict {
    guard var place = WebPlace(address) else { return .dead("it is not an address") }
    let isLocal = place.isLocal
    var seen: Set<String> = []
    var isPermanent = true
    for _ in 0...manners.redirects {
      guard seen.insert(place.text).inserted else { return .dead("it leads round in a circle") }
      switch await answer(at: place) {
      case .failure(let failure): return verdict(failing: failure)
      case .response(let status, let location, let retryAfter):
        guard (300...399).contains(status), status != 304, let location else {
          return verdict(status, retryAfter, moved: seen.count > 1 && isPermanent ? place.text : nil)
        }
        guard let next = place.following(location) else {
          return .dead("it leads on to `\(location.prefix(200))`, which is no address of the web")
        }
        // A page of the web has no business with this machine and its neighbours.
        if next.isLocal, !isLocal { return .unsure("it leads on to `\(next.origin)`, which is within this network") }
        isPermanent = isPermanent && (status == 301 || status == 308)
        place = next
      }
    }
    return .dead("it leads on more than \(manners.redirects) times")
  }

  private func verdict(failing failure: LinkFailure) -> LinkVerdict {
    switch failure {
    case .noHost: .dead(failure.words)
    case .refused, .broken, .timedOut, .untrusted, .unusable: .unsure(failure.words)
    }
  }

  private func verdict(_ status: Int, _ retryAfter: Int?, moved: String?) -> LinkVerdict {
    switch status {
    case 200...299, 304: moved.map { .moved(to: $0) } ?? .good
    case 404: .dead("its server has nothing there (404)")
    case 410: .dead("its server says that it is gone for good (410)")
    case 401, 407: .unsure("its server wants a password (\(status))")
    case 403, 406: .unsure("its server does not answer programs (\(status))")
    case 429: .unsure("its server asks for patience (429)" + (retryAfter.map { ", for \($0) seconds" } ?? ""))
    case 451: .unsure("it is withheld for legal reasons (451)")
    case 500...599: .unsure("its server is in trouble (\(status))")
    default: .unsure("its server answers with the status \(status)")
    }
  }

  // MARK: One place

  /// Asks with HEAD, then with GET where HEAD is not understood or says that something is wrong; tries again what may pass. The host is held
  /// all the while, pauses included.
  private func answer(at place: WebPlace) async -> LinkAnswer {
    await gates.enter(place.origin)
    var method = LinkRequest.Method.head
    var tries = 0
    var answer = LinkAnswer.failure(.unusable)
    while true {
      answer = await fetch(LinkRequest(method, place.request))
      var wait = manners.spacing
      if method == .head, asksForGet(answer) {
        method = .get
      } else if let again = pauseBeforeNextTry(answer, tries: tries) {
        tries += 1
        wait = max(wait, again)
        if case .failure = answer { method = .get }
      } else {
        break
      }
      await pause(wait)
    }
    // The next question to the host waits; this answer need not.
    Task {
      await pause(manners.spacing)
      await gates.leave(place.origin)
    }
    return answer
  }

  /// Nothing is called dead or closed before a question as readers ask it.
  private func asksForGet(_ answer: LinkAnswer) -> Bool {
    if case .response(let status, _, _) = answer { return status >= 400 && status != 429 && status != 503 }
    return answer == .failure(.unusable)
  }

  /// How long to wait before another try; nil where none is due.
  private func pauseBeforeNextTry(_ answer: LinkAnswer, tries: Int) -> Duration? {
    guard tries + 1 < manners.tries else { return nil }
    let backoff = manners.backoff * (1 << min(tries, 16))
    switch answer {
    case .failure(let failure): return failure.mayPass ? backoff : nil
    case .response(let status, _, let retryAfter):
      guard [429, 500, 502, 503, 504].contains(status) else { return nil }
      guard let retryAfter else { return backoff }
      let asked = Duration.seconds(min(max(0, retryAfter), 1_000_000))
      return asked <= manners.patience ? max(asked, backoff) : nil
    }
  }
}
