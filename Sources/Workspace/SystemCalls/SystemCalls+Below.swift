import SystemPackage

#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

extension SystemCalls {
  /// Reads a file below a folder, name by name, so that a link on the way is an error and not a way out.
  ///
  /// - Returns: Nil if it is a folder.
  static func readFile(below folder: String, _ names: [String]) throws(DiskFault) -> [UInt8]? {
    var current = try openOnce { systemOpen(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC) }
    defer { try? FileDescriptor(rawValue: current).close() }
    for name in names {
      // A pipe that nobody writes to is opened without waiting.
      let next = try openOnce { [current] in systemOpen(current, name, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC) }
      try? FileDescriptor(rawValue: current).close()
      current = next
    }
    var status = stat()
    try repeated { [current] in unsafe fstat(current, &status) }
    if status.st_mode & S_IFMT == S_IFDIR { return nil }
    return try readWhole(FileDescriptor(rawValue: current))
  }

  private static func openOnce(_ open: () -> Int32) throws(DiskFault) -> Int32 {
    var descriptor: Int32 = -1
    try repeated {
      descriptor = open()
      return descriptor
    }
    return descriptor
  }
}

/// The system's own calls, under a name that ours does not hide.
private func systemOpen(_ path: String, _ flags: Int32) -> Int32 {
  unsafe open(path, flags)
}

private func systemOpen(_ folder: Int32, _ name: String, _ flags: Int32) -> Int32 {
  unsafe openat(folder, name, flags)
}
