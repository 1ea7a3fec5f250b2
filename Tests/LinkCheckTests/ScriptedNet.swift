import Synchronization

@testable import LinkCheck

/// A net that answers as it is told, and keeps a diary of what was asked and how long was waited. Time in it is counted, not passed.
final class ScriptedNet: Sendable {
  enum Entry: Equatable {
    case asked(String)
    case waited(Duration)
  }

  private struct State {
    var answers: [String: [LinkAnswer]] = [:]
    var diary: [Entry] = []
    var inFlight: [String: Int] = [:]
    var most: [String: Int] = [:]
    var total = 0
    var mostTotal = 0
  }

  private let state: Mutex<State>

  /// - Parameter answers: For each address the answers in their order; the last one again and again. A method before it narrows it.
  init(_ answers: [String: [LinkAnswer]]) {
    state = Mutex(State(answers: answers))
  }

  var diary: [Entry] { state.withLock { $0.diary } }
  var asked: [String] { diary.compactMap { if case .asked(let text) = $0 { text } else { nil } } }
  /// The most questions at one time, to each host and to all.
  var mostPerHost: Int { state.withLock { $0.most.values.max() ?? 0 } }
  var mostAtOnce: Int { state.withLock { $0.mostTotal } }

  func checker(_ change: (inout LinkManners) -> Void = { _ in }) -> LinkChecker {
    var manners = LinkManners()
    change(&manners)
    return LinkChecker(manners: manners, fetch: { await self.fetch($0) }, pause: { await self.pause($0) })
  }

  private func fetch(_ request: LinkRequest) async -> LinkAnswer {
    let host = WebPlace(request.address)?.origin ?? ""
    state.withLock { state in
      state.diary.append(.asked("\(request.method.rawValue) \(request.address)"))
      state.inFlight[host, default: 0] += 1
      state.most[host] = max(state.most[host] ?? 0, state.inFlight[host] ?? 0)
      state.total += 1
      state.mostTotal = max(state.mostTotal, state.total)
    }
    for _ in 0..<20 { await Task.yield() }
    return state.withLock { state in
      state.inFlight[host, default: 0] -= 1
      state.total -= 1
      let key = ["\(request.method.rawValue) \(request.address)", request.address].first { state.answers[$0] != nil } ?? ""
      guard var answers = state.answers[key], let answer = answers.first else { return .failure(.noHost) }
      if answers.count > 1 { answers.removeFirst() }
      state.answers[key] = answers
      return answer
    }
  }

  private func pause(_ time: Duration) async {
    state.withLock { $0.diary.append(.waited(time)) }
    await Task.yield()
  }
}
