#if os(Linux) || os(Android)
  import Dispatch
  import Synchronization

  #if canImport(Musl)
    import Musl
  #else
    import Glibc
  #endif

  /// inotify: a watch for every folder. When folders come, go or are moved, the way through all of them is gone anew: a watch stays with its
  /// folder wherever that is moved to, so that only its path has to be learned, and what is no longer reached is let go.
  final class SystemWatch: Sendable {
    private struct State {
      /// The paths from the project's folder, by the watches' numbers; the project's own is empty.
      var folders: [Int32: String] = [:]
      var isClosed = false
    }

    private let project: String
    private let passesOver: @Sendable (String) -> Bool
    private let queue: ChangeQueue
    private let say: @Sendable (String) -> Void
    private let descriptor: Int32
    private let state = Mutex(State())

    init(
      project: String, passesOver: @escaping @Sendable (String) -> Bool, queue: ChangeQueue, say: @escaping @Sendable (String) -> Void
    ) throws(PreviewFault) {
      self.project = project
      self.passesOver = passesOver
      self.queue = queue
      self.say = say
      descriptor = inotify_init1(Int32(IN_CLOEXEC))
      guard descriptor >= 0 else { throw Self.fault(project) }
      do throws(PreviewFault) {
        try walk()
      } catch {
        Glibc.close(descriptor)
        throw error
      }
      // A thread of its own: it spends its life waiting.
      DispatchQueue(label: "watcher").async { self.listen() }
    }

    /// Lets all watches go, which wakes the thread that listens; it closes the descriptor.
    func close() {
      let watches = state.withLock { state in
        state.isClosed = true
        return Array(state.folders.keys)
      }
      for watch in watches { inotify_rm_watch(descriptor, watch) }
    }

    private func listen() {
      var buffer = [UInt8](repeating: 0, count: 64 << 10)
      while true {
        let count = unsafe buffer.withUnsafeMutableBytes { unsafe read(descriptor, $0.baseAddress, $0.count) }
        if state.withLock({ $0.isClosed }) { break }
        if count < 0, errno == EINTR { continue }
        guard count > 0 else {
          say("changes are no longer noticed: \(Self.words(errno)); start it again")
          break
        }
        take(InotifyEvent.all(in: Array(buffer[..<count])))
      }
      Glibc.close(descriptor)
    }

    /// Takes in events, in their order.
    private func take(_ events: [InotifyEvent]) {
      var foldersChanged = false
      for event in events {
        if event.isAny(of: Int(IN_Q_OVERFLOW)) {
          foldersChanged = true
          continue
        }
        guard let folder = state.withLock({ $0.folders[event.watch] }) else { continue }
        if event.isAny(of: Int(IN_IGNORED)) {
          state.withLock { $0.folders[event.watch] = nil }
          foldersChanged = true
          continue
        }
        if folder.isEmpty {
          // Of the project's own folder only the two in it count.
          if event.name.isEmpty || Watcher.folders.contains(event.name) { foldersChanged = true }
          continue
        }
        let path = event.name.isEmpty ? folder : folder + "/" + event.name
        if !event.name.isEmpty, passesOver(path) { continue }
        if event.name.isEmpty || event.isAny(of: Int(IN_ISDIR)) {
          foldersChanged = true
        } else if event.isAny(of: Int(IN_MODIFY)) || event.isAny(of: Int(IN_CREATE)) && isBeingWritten(path) {
          queue.begin(path)
        } else {
          queue.add(SourceChanges(paths: [path]))
        }
      }
      guard foldersChanged else { return }
      do throws(PreviewFault) {
        try walk()
      } catch {
        say(error.description)
      }
      queue.add(.anything)
    }

    /// Whether a name that has just come is a file that somebody fills: a link of either kind comes whole.
    private func isBeingWritten(_ path: String) -> Bool {
      var status = stat()
      guard unsafe lstat(project + "/" + path, &status) == 0 else { return false }
      return status.st_mode & S_IFMT == S_IFREG && status.st_nlink == 1
    }

    /// Watches every folder, each before it is read, so that what comes meanwhile is either found or told.
    private func walk() throws(PreviewFault) {
      var reached: [Int32: String] = [:]
      var pending = Watcher.folders
      guard let own = try watch("") else { throw .cannotWatch(project, words: "there is no such folder", help: "") }
      reached[own] = ""
      while let folder = pending.popLast() {
        guard let watch = try watch(folder), reached[watch] == nil else { continue }
        reached[watch] = folder
        pending += folders(in: folder)
      }
      let left = state.withLock { state in
        defer { state.folders = reached }
        return state.folders.keys.filter { reached[$0] == nil }
      }
      for watch in left { inotify_rm_watch(descriptor, watch) }
    }

    /// The number of a folder's watch; nil if there is no such folder.
    private func watch(_ folder: String) throws(PreviewFault) -> Int32? {
      let path = folder.isEmpty ? project : project + "/" + folder
      let watch = unsafe inotify_add_watch(descriptor, path, InotifyEvent.wanted)
      if watch >= 0 { return watch }
      if errno == ENOENT || errno == ENOTDIR { return nil }
      throw Self.fault(path)
    }

    private func folders(in folder: String) -> [String] {
      guard let stream = unsafe opendir(project + "/" + folder) else { return [] }
      defer { unsafe closedir(stream) }
      guard let nameOffset = MemoryLayout<dirent>.offset(of: \.d_name) else { return [] }
      var found: [String] = []
      while let entry = unsafe readdir(stream) {
        let start = unsafe UnsafeRawPointer(entry).advanced(by: nameOffset)
        let name = unsafe String(cString: start.assumingMemoryBound(to: CChar.self))
        let path = folder + "/" + name
        if name == "." || name == ".." || passesOver(path) { continue }
        let type = unsafe Int(entry.pointee.d_type)
        if type == Int(DT_DIR) || type == Int(DT_UNKNOWN) && isFolder(path) { found.append(path) }
      }
      return found
    }

    private func isFolder(_ path: String) -> Bool {
      var status = stat()
      return unsafe lstat(project + "/" + path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
    }

    private static func fault(_ path: String) -> PreviewFault {
      let code = errno
      let limit =
        switch code {
        case ENOSPC: "max_user_watches"
        case EMFILE: "max_user_instances"
        default: ""
        }
      return .cannotWatch(
        path, words: words(code),
        help: limit.isEmpty ? "" : "the system allows no more watches: raise the limit, as by `sudo sysctl fs.inotify.\(limit)=524288`")
    }

    private static func words(_ code: Int32) -> String {
      unsafe String(cString: strerror(code)).lowercased()
    }
  }
#endif
