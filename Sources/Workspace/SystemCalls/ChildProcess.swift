#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// A program run to its end, with all that it wrote (POSIX `posix_spawnp`, `poll`). The program and its arguments are given one by one: no
/// shell reads them.
struct ChildProcess: Sendable {
  /// The exit status, or 128 and the signal's number.
  let status: Int
  let output: [UInt8]
  let errors: [UInt8]

  /// Runs a program that is looked for on the PATH, and waits for its end.
  ///
  /// - Parameters:
  ///   - input: what it reads; it need not read all of it.
  ///   - environment: variables that are set for it beside our own.
  /// - Throws: If it cannot be started: `notFound` where there is no such program.
  static func run(
    _ program: String, _ arguments: [String], input: [UInt8] = [], environment added: [String: String] = [:]
  ) throws(DiskFault) -> ChildProcess {
    let feed = try Pipe()
    let output = try Pipe()
    let errors = try Pipe()
    var process = pid_t()
    do throws(DiskFault) {
      process = try spawn(program, arguments, environment(adding: added), feed, output, errors)
    } catch {
      for pipe in [feed, output, errors] { pipe.close() }
      throw error
    }
    for end in [feed.reading, output.writing, errors.writing] { close(end) }
    let written = talk(feed: feed.writing, input, output: output.reading, errors: errors.reading)
    var status: CInt = 0
    while unsafe waitpid(process, &status, 0) < 0, errno == EINTR {}
    return ChildProcess(
      status: status & 0x7F == 0 ? Int(status >> 8) & 0xFF : 128 + Int(status & 0x7F), output: written.output, errors: written.errors)
  }

  /// Two descriptors that no other program inherits.
  private struct Pipe {
    let reading: CInt
    let writing: CInt

    init() throws(DiskFault) {
      var ends: [CInt] = [0, 0]
      let made = unsafe ends.withUnsafeMutableBufferPointer { buffer in unsafe buffer.baseAddress.map { unsafe pipe($0) } ?? -1 }
      guard made == 0 else { throw DiskFault(code: errno) }
      reading = ends[0]
      writing = ends[1]
      for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    }

    func close() {
      for end in [reading, writing] { closeDescriptor(end) }
    }
  }

  private static func spawn(
    _ program: String, _ arguments: [String], _ environment: [String], _ feed: Pipe, _ output: Pipe, _ errors: Pipe
  ) throws(DiskFault) -> pid_t {
    #if canImport(Darwin)
      var actions: posix_spawn_file_actions_t?
    #else
      var actions = unsafe posix_spawn_file_actions_t()
    #endif
    unsafe posix_spawn_file_actions_init(&actions)
    defer { unsafe posix_spawn_file_actions_destroy(&actions) }
    unsafe posix_spawn_file_actions_adddup2(&actions, feed.reading, 0)
    unsafe posix_spawn_file_actions_adddup2(&actions, output.writing, 1)
    unsafe posix_spawn_file_actions_adddup2(&actions, errors.writing, 2)

    var words: [UnsafeMutablePointer<CChar>?] = unsafe ([program] + arguments).map { unsafe strdup($0) }
    unsafe words.append(nil)
    defer { for index in unsafe words.indices { unsafe free(words[index]) } }
    var variables: [UnsafeMutablePointer<CChar>?] = unsafe environment.map { unsafe strdup($0) }
    unsafe variables.append(nil)
    defer { for index in unsafe variables.indices { unsafe free(variables[index]) } }

    var process = pid_t()
    let fault = unsafe posix_spawnp(&process, program, &actions, nil, words, variables)
    guard fault == 0 else { throw DiskFault(code: fault) }
    return process
  }

  /// Our environment and what is added to it, as `NAME=value`.
  private static func environment(adding added: [String: String]) -> [String] {
    var result: [String] = []
    var place = unsafe environ
    while let entry = unsafe place.pointee {
      let text = unsafe String(cString: entry)
      if added[String(text.prefix { $0 != "=" })] == nil { result.append(text) }
      unsafe place = unsafe place.advanced(by: 1)
    }
    return result + added.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }
  }

  /// Writes the input while it reads both outputs, so that neither side waits for the other for ever. Closes all three.
  private static func talk(feed: CInt, _ input: [UInt8], output: CInt, errors: CInt) -> (output: [UInt8], errors: [UInt8]) {
    _ = fcntl(feed, F_SETFL, O_NONBLOCK)
    // A program that ends before it has read all is no signal to end for us.
    let before = signal(SIGPIPE, SIG_IGN)
    defer { _ = signal(SIGPIPE, before) }
    var sent = 0
    var texts: [[UInt8]] = [[], []]
    var open = [feed: sent < input.count, output: true, errors: true]
    if open[feed] == false { closeDescriptor(feed) }
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while open.values.contains(true) {
      var waiting = open.filter(\.value).keys.sorted().map { pollfd(fd: $0, events: Int16($0 == feed ? POLLOUT : POLLIN), revents: 0) }
      guard unsafe poll(&waiting, nfds_t(waiting.count), -1) >= 0 || errno == EINTR else { break }
      for ready in waiting where ready.revents != 0 {
        let count: Int
        if ready.fd == feed {
          count = unsafe input[sent...].withUnsafeBytes { unsafe write(feed, $0.baseAddress, $0.count) }
          if count > 0 { sent += count }
        } else {
          count = unsafe buffer.withUnsafeMutableBytes { unsafe read(ready.fd, $0.baseAddress, $0.count) }
          if count > 0 { texts[ready.fd == output ? 0 : 1] += buffer[..<count] }
        }
        let mayGoOn = count > 0 || (count < 0 && (errno == EINTR || errno == EAGAIN))
        if !mayGoOn || (ready.fd == feed && sent == input.count) {
          open[ready.fd] = false
          closeDescriptor(ready.fd)
        }
      }
    }
    for (descriptor, isOpen) in open where isOpen { closeDescriptor(descriptor) }
    return (texts[0], texts[1])
  }
}

/// The system's own `close`, under a name that ours does not hide.
private func closeDescriptor(_ descriptor: CInt) {
  _ = close(descriptor)
}
