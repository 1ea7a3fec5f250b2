/// The editor's loop: wait for a change, rebuild, tell the open pages.
///
/// There is no waiting for quiet. A rebuild begins with the first change; what comes meanwhile makes it out of date, so that nothing of it is
/// published and the next one begins at once. Only if that goes on and on is something published all the same.
package struct PreviewLoop: Sendable {
  /// What a rebuild brought.
  package enum Outcome: Sendable {
    /// Something changed meanwhile, and nothing was published.
    case overtaken
    /// - Parameters:
    ///   - changed: The files of the site that were written or removed, by their paths in its folder, sorted.
    ///   - problems: What keeps the site from being published; none if it was.
    ///   - base: The path below which absolute links look for the site: `/`, or that of `base_url`, which begins and ends in `/`.
    case done(changed: [String], problems: [Problem], base: String)
  }

  /// Brings the site up to date. Where `isOvertaken` says so, before anything is published, the result is not wanted any more.
  package typealias Rebuild = @Sendable (_ changes: SourceChanges, _ isOvertaken: @escaping @Sendable () -> Bool) async -> Outcome

  let watcher: Watcher
  let rebuild: Rebuild
  let pages: OpenPages

  /// So many rebuilds in a row may be overtaken.
  static let patience = 20

  /// Rebuilds once for each time that something changed.
  ///
  /// - Parameter changes: What changed before, as the first rebuild is told.
  func rebuildOnce(_ changes: SourceChanges) async {
    var changes = changes
    for attempt in 1... {
      let watcher = watcher
      switch await rebuild(changes, { attempt < Self.patience && watcher.hasChanges }) {
      case .done(let changed, let problems, let base):
        pages.tell(changed: changed, problems: problems, base: base)
        return
      case .overtaken:
        guard let more = await watcher.next() else { return }
        changes.formUnion(more)
      }
    }
  }

  /// Until the watcher is closed, or the task cancelled.
  func run() async {
    while let changes = await watcher.next() { await rebuildOnce(changes) }
  }
}
