/// Watches `Content` and `Templates` of a project, all folders in them, whatever comes, goes or is moved there.
///
/// On Linux the system tells by inotify, on macOS by FSEvents.
package struct Watcher: Sendable {
  /// The folders of a project that are watched.
  package static let folders = ["Content", "Templates"]

  private let queue: ChangeQueue
  private let watch: SystemWatch

  /// Begins to watch: what changes from now on is not missed.
  ///
  /// - Parameters:
  ///   - project: The project's folder. `Content` and `Templates` need not be there yet.
  ///   - passesOver: Whether a path from the project's folder is none of a project's files: what editors leave behind.
  ///   - say: Is told if something can no longer be watched.
  package init(
    project: String, passesOver: @escaping @Sendable (_ path: String) -> Bool, say: @escaping @Sendable (_ trouble: String) -> Void
  ) throws(PreviewFault) {
    queue = ChangeQueue()
    watch = try SystemWatch(project: project, passesOver: passesOver, queue: queue, say: say)
  }

  /// Whether there are changes that `next` has not given out yet.
  package var hasChanges: Bool {
    queue.hasChanges
  }

  /// The changes since it was last called, as soon as there are any; nil when it was closed, or the task is cancelled.
  package func next() async -> SourceChanges? {
    await queue.next()
  }

  /// Ends the watch.
  package func close() {
    watch.close()
    queue.close()
  }
}
