#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// A program run to its end, with what it cost (POSIX `posix_spawn`, and `wait4` of BSD).
struct ChildProcess {
  /// Seconds by the clock, from the start to the end.
  let wall: Double
  /// Seconds of processor time, of the program and of the system for it.
  let cpu: Double
  /// The most memory that was resident, in bytes.
  let peakMemory: Int
  /// The exit status, or 128 and the signal's number.
  let status: Int
  /// What it wrote to stderr.
  let errors: String

  /// - Parameters:
  ///   - path: the program; looked for on the PATH if it holds no slash.
  ///   - scratch: a file that may be overwritten, for what the program writes to stderr. What it writes to stdout is dropped.
  static func run(_ path: String, _ arguments: [String], scratch: String) throws(BenchFailure) -> ChildProcess {
    #if canImport(Darwin)
      var actions: posix_spawn_file_actions_t?
    #else
      var actions = unsafe posix_spawn_file_actions_t()
    #endif
    unsafe posix_spawn_file_actions_init(&actions)
    defer { unsafe posix_spawn_file_actions_destroy(&actions) }
    unsafe posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
    unsafe posix_spawn_file_actions_addopen(&actions, 1, "/dev/null", O_WRONLY, 0)
    unsafe posix_spawn_file_actions_addopen(&actions, 2, scratch, O_WRONLY | O_CREAT | O_TRUNC, 0o600)

    var words: [UnsafeMutablePointer<CChar>?] = unsafe ([path] + arguments).map { unsafe strdup($0) }
    unsafe words.append(nil)
    defer { for index in unsafe words.indices { unsafe free(words[index]) } }

    var process = pid_t()
    let clock = ContinuousClock()
    let start = clock.now
    let fault = unsafe posix_spawnp(&process, path, &actions, nil, words, environ)
    guard fault == 0 else { throw BenchFailure("\(path) cannot be started (\(fault))") }
    var status: CInt = 0
    var usage = rusage()
    while unsafe wait4(process, &status, 0, &usage) < 0 {
      guard errno == EINTR else { throw BenchFailure("\(path) was lost") }
    }
    let wall = clock.now - start
    #if canImport(Darwin)
      let unit = 1
    #else
      let unit = 1024
    #endif
    return ChildProcess(
      wall: wall.seconds, cpu: seconds(usage.ru_utime) + seconds(usage.ru_stime), peakMemory: Int(usage.ru_maxrss) * unit,
      status: status & 0x7F == 0 ? Int(status >> 8) & 0xFF : 128 + Int(status & 0x7F),
      errors: (try? PlainFiles.read(scratch)).map { String(decoding: $0, as: UTF8.self) } ?? "")
  }

  /// Runs a program that must end well.
  @discardableResult
  static func need(_ path: String, _ arguments: [String], scratch: String) throws(BenchFailure) -> ChildProcess {
    let child = try run(path, arguments, scratch: scratch)
    guard child.status == 0 else {
      let command = ([path] + arguments).joined(separator: " ")
      throw BenchFailure("this ended with \(child.status): \(command)\n\(String(child.errors.prefix(4000)))")
    }
    return child
  }

  private static func seconds(_ time: timeval) -> Double {
    Double(time.tv_sec) + Double(time.tv_usec) / 1e6
  }

  /// A variable of the environment; nil if it is not set or empty.
  static func variable(_ name: String) -> String? {
    guard let value = unsafe getenv(name) else { return nil }
    let text = unsafe String(cString: value)
    return text.isEmpty ? nil : text
  }

  /// Whether a program of this name is on the PATH.
  static func isOnPath(_ name: String) -> Bool {
    if name.contains("/") { return unsafe access(name, X_OK) == 0 }
    return (variable("PATH") ?? "").split(separator: ":").contains { unsafe access("\($0)/\(name)", X_OK) == 0 }
  }

  /// How many processors there are.
  static var processors: Int {
    max(1, Int(sysconf(CInt(_SC_NPROCESSORS_ONLN))))
  }

  /// Ends this process.
  static func leave(_ status: Int) -> Never {
    exit(CInt(status))
  }

  /// This process's number, for the names of folders.
  static var number: Int {
    Int(getpid())
  }
}

extension Duration {
  /// This length of time in seconds.
  var seconds: Double {
    Double(components.seconds) + Double(components.attoseconds) / 1e18
  }
}
