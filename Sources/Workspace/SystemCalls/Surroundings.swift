#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// What a command asks of the machine it runs on besides the disk: only the roofs call this.
package enum Surroundings {
  /// The value of an environment variable; nil where it is not set.
  package static func environment(_ name: String) -> String? {
    guard let value = unsafe getenv(name) else { return nil }
    return unsafe String(cString: value)
  }

  /// Whether standard input (0), standard output (1) or standard error (2) is a terminal.
  package static func isTerminal(_ descriptor: Int32) -> Bool {
    isatty(descriptor) == 1
  }

  /// How many processors this process may use.
  package static var processors: Int {
    max(1, Int(sysconf(Int32(_SC_NPROCESSORS_ONLN))))
  }

  /// Today in UTC: days since 1970-01-01.
  package static var today: Int {
    Int(time(nil)) / 86_400
  }

  /// Writes to standard output (1) or standard error (2), whole.
  package static func write(_ text: String, to descriptor: Int32) {
    write(Array(text.utf8), to: descriptor)
  }

  /// Writes bytes to standard output (1) or standard error (2), whole.
  package static func write(_ bytes: [UInt8], to descriptor: Int32) {
    var start = 0
    while start < bytes.count {
      let written = unsafe bytes[start...].withUnsafeBytes { unsafe systemWrite(descriptor, $0.baseAddress, $0.count) }
      if written < 0 {
        if errno == EINTR { continue }
        return
      }
      start += written
    }
  }

  /// Ends the process. Nothing is flushed: `write` keeps nothing back.
  package static func exit(_ status: Int32) -> Never {
    _exit(status)
  }
}

/// The system's own `write`, under a name that ours does not hide.
private func systemWrite(_ descriptor: Int32, _ bytes: UnsafeRawPointer?, _ count: Int) -> Int {
  #if canImport(Darwin)
    unsafe Darwin.write(descriptor, bytes, count)
  #elseif canImport(Musl)
    unsafe Musl.write(descriptor, bytes, count)
  #else
    unsafe Glibc.write(descriptor, bytes, count)
  #endif
}
