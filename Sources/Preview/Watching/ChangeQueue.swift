import Synchronization

/// Changes gather here until somebody takes them: that is all the waiting there is.
///
/// A file that is being written is not read half: as long as one that was made or changed has not been closed, nothing is given out, but for
/// at most a second, for some programs keep a file open.
final class ChangeQueue: Sendable {
  private struct State {
    var changes = SourceChanges()
    /// Files that were made or changed and not closed.
    var unfinished: Set<String> = []
    /// Counts how often `unfinished` was empty, so that a timer knows whether it is still meant.
    var round = 0
    var isClosed = false
  }

  private let state = Mutex(State())
  private let (signal, bell) = AsyncStream.makeStream(of: Void.self, bufferingPolicy: .bufferingNewest(1))

  /// Whether there is something that was not taken yet, or is just being written.
  var hasChanges: Bool {
    state.withLock { !$0.changes.isEmpty || !$0.unfinished.isEmpty }
  }

  /// Takes in changes of files that are whole.
  func add(_ changes: SourceChanges) {
    if changes.isEmpty { return }
    state.withLock { state in
      state.changes.formUnion(changes)
      state.unfinished.subtract(changes.paths)
      if changes.isAnything { state.unfinished = [] }
      if state.unfinished.isEmpty { state.round += 1 }
    }
    bell.yield()
  }

  /// Takes in that a file is being written.
  func begin(_ path: String) {
    let round: Int? = state.withLock { state in
      state.changes.formUnion(SourceChanges(paths: [path]))
      let isFirst = state.unfinished.isEmpty
      state.unfinished.insert(path)
      return isFirst ? state.round : nil
    }
    guard let round else { return }
    Task { [weak self] in
      try? await Task.sleep(for: .seconds(1))
      self?.waitNoLonger(round)
    }
  }

  private func waitNoLonger(_ round: Int) {
    state.withLock { state in
      if state.round != round { return }
      state.unfinished = []
      state.round += 1
    }
    bell.yield()
  }

  /// The changes since it was last called, as soon as there are any; nil when the queue is closed, or the task cancelled.
  func next() async -> SourceChanges? {
    var iterator = signal.makeAsyncIterator()
    while true {
      let taken: SourceChanges?? = state.withLock { state in
        if state.isClosed { return .some(nil) }
        if state.changes.isEmpty || !state.unfinished.isEmpty { return nil }
        defer { state.changes = SourceChanges() }
        return state.changes
      }
      if let taken { return taken }
      guard await iterator.next() != nil else { return nil }
    }
  }

  func close() {
    state.withLock { $0.isClosed = true }
    bell.finish()
  }
}
