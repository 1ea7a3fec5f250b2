#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

extension Surroundings {
  /// The path of the program that runs, without links; nil if the system does not tell.
  package static var program: String? {
    #if canImport(Darwin)
      var buffer = [CChar](repeating: 0, count: 4096)
      var size = UInt32(buffer.count)
      guard unsafe _NSGetExecutablePath(&buffer, &size) == 0 else { return nil }
      return try? unsafe SystemCalls.realPath(String(cString: buffer))
    #else
      return try? SystemCalls.realPath("/proc/self/exe")
    #endif
  }

  /// Becomes another program: it runs in this process, in place of this one.
  ///
  /// - Returns: Only if that does not work: why, in plain words.
  package static func become(_ program: String, _ arguments: [String]) -> String {
    var words: [UnsafeMutablePointer<CChar>?] = unsafe ([program] + arguments).map { unsafe strdup($0) }
    unsafe words.append(nil)
    unsafe execv(program, words)
    let code = errno
    for index in unsafe words.indices { unsafe free(words[index]) }
    return DiskFault(code: code).reason
  }

  /// Whether there is a file under this path that may be run.
  package static func canRun(_ program: String) -> Bool {
    guard (try? SystemCalls.status(of: program, followingLinks: true))?.kind == .file else { return false }
    return unsafe access(program, X_OK) == 0
  }

  /// Starts a program, which is looked for on the PATH, and does not wait for it. It gets nothing that this process has open but for the three
  /// standard streams, the first two of which lead nowhere.
  ///
  /// - Returns: Whether there is such a program.
  package static func start(_ program: String, _ arguments: [String]) -> Bool {
    for descriptor in Int32(3)..<1024 { _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC) }
    #if canImport(Darwin)
      var actions: posix_spawn_file_actions_t?
    #else
      var actions = unsafe posix_spawn_file_actions_t()
    #endif
    unsafe posix_spawn_file_actions_init(&actions)
    defer { unsafe posix_spawn_file_actions_destroy(&actions) }
    unsafe posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
    unsafe posix_spawn_file_actions_addopen(&actions, 1, "/dev/null", O_WRONLY, 0)
    var words: [UnsafeMutablePointer<CChar>?] = unsafe ([program] + arguments).map { unsafe strdup($0) }
    unsafe words.append(nil)
    defer { for index in unsafe words.indices { unsafe free(words[index]) } }
    var process = pid_t()
    return unsafe posix_spawnp(&process, program, &actions, nil, words, environ) == 0
  }
}
