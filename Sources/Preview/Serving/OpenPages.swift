import Synchronization

/// What all connections share: who listens for events, what is wrong at the moment, and where the site's absolute links begin.
final class OpenPages: Sendable {
  private struct State {
    var next = 0
    var listeners: [Int: AsyncStream<String>.Continuation] = [:]
    var problems: [Problem] = []
    var base = "/"
  }

  private let state = Mutex(State())

  /// What is wrong at the moment, and the path of `base_url`.
  var current: (problems: [Problem], base: String) {
    state.withLock { ($0.problems, $0.base) }
  }

  /// Whether any page listens.
  var hasListeners: Bool {
    state.withLock { !$0.listeners.isEmpty }
  }

  /// Takes in what a rebuild brought, and tells the pages. What is wrong comes first: what is laid over a page is gone before it reloads.
  func tell(changed: [String], problems: [Problem], base: String) {
    let listeners = state.withLock { state in
      let isNew = state.problems != problems
      state.problems = problems
      state.base = base
      return isNew || !changed.isEmpty ? (isNew, Array(state.listeners.values)) : (false, [])
    }
    for listener in listeners.1 {
      if listeners.0 { listener.yield(EventText.problems(problems)) }
      if !changed.isEmpty { listener.yield(EventText.changed(changed)) }
    }
  }

  /// The events from now on, until the stream is let go or all ends.
  func listen() -> AsyncStream<String> {
    let (stream, continuation) = AsyncStream.makeStream(of: String.self)
    let number = state.withLock { state in
      state.next += 1
      state.listeners[state.next] = continuation
      return state.next
    }
    continuation.onTermination = { [weak self] _ in self?.forget(number) }
    return stream
  }

  private func forget(_ number: Int) {
    state.withLock { $0.listeners[number] = nil }
  }

  /// Ends all streams.
  func close() {
    let listeners = state.withLock { state in
      defer { state.listeners = [:] }
      return Array(state.listeners.values)
    }
    for listener in listeners { listener.finish() }
  }
}
