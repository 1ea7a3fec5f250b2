#if canImport(Darwin)
  import CoreServices
  import Dispatch
  import Synchronization

  /// FSEvents: one stream for both folders and all that is in them. It names files, and says where it lost count. It does not say when a file
  /// is closed; a build that began in the middle of a save is overtaken by the next event.
  final class SystemWatch: Sendable {
    private let project: String
    private let passesOver: @Sendable (String) -> Bool
    private let queue: ChangeQueue
    private let isClosed = Mutex(false)

    init(
      project: String, passesOver: @escaping @Sendable (String) -> Bool, queue: ChangeQueue, say: @escaping @Sendable (String) -> Void
    ) throws(PreviewFault) {
      // FSEvents speaks of real paths.
      guard let real = unsafe realpath(project, nil) else {
        throw .cannotWatch(project, words: unsafe String(cString: strerror(errno)).lowercased(), help: "")
      }
      self.project = unsafe String(cString: real)
      unsafe free(real)
      self.passesOver = passesOver
      self.queue = queue

      let paths = Watcher.folders.map { self.project + "/" + $0 as CFString } as CFArray
      // The stream keeps this object, and lives as long as the process: `close` makes it deaf.
      var context = unsafe FSEventStreamContext(
        version: 0, info: Unmanaged.passRetained(self).toOpaque(), retain: nil, release: nil, copyDescription: nil)
      let flags = kFSEventStreamCreateFlagFileEvents | kFSEventStreamCreateFlagNoDefer | kFSEventStreamCreateFlagWatchRoot
      let stream = unsafe FSEventStreamCreate(
        nil,
        { _, info, count, paths, flags, _ in
          guard let info = unsafe info else { return }
          let watch = unsafe Unmanaged<SystemWatch>.fromOpaque(info).takeUnretainedValue()
          let names = unsafe paths.assumingMemoryBound(to: UnsafePointer<CChar>.self)
          for index in 0..<count { unsafe watch.take(String(cString: names[index]), Int(flags[index])) }
        },
        &context, paths, FSEventStreamEventId(kFSEventStreamEventIdSinceNow), 0, FSEventStreamCreateFlags(flags))
      guard let stream = unsafe stream else { throw .cannotWatch(project, words: "the system makes no stream of events", help: "") }
      unsafe FSEventStreamSetDispatchQueue(stream, DispatchQueue(label: "watcher"))
      guard unsafe FSEventStreamStart(stream) else {
        throw .cannotWatch(project, words: "the stream of events does not start", help: "")
      }
    }

    func close() {
      isClosed.withLock { $0 = true }
    }

    private func take(_ path: String, _ flags: Int) {
      if isClosed.withLock({ $0 }) { return }
      let lost =
        kFSEventStreamEventFlagMustScanSubDirs | kFSEventStreamEventFlagUserDropped | kFSEventStreamEventFlagKernelDropped
        | kFSEventStreamEventFlagRootChanged | kFSEventStreamEventFlagItemIsDir
      if flags & lost != 0 { return queue.add(.anything) }
      guard path.hasPrefix(project + "/") else { return }
      let relative = String(path.dropFirst(project.count + 1))
      if !passesOver(relative) { queue.add(SourceChanges(paths: [relative])) }
    }
  }
#endif
