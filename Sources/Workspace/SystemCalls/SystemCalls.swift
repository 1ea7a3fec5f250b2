import SystemPackage

#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// The calls to the operating system: the only place of this room where memory is handled by hand.
///
/// Descriptors are swift-system's; what it lacks (rename, readdir, mkdir, unlink) is called directly. A call that a signal interrupts is
/// repeated. Nothing here waits for the disk to have stored what it was given: a build that is lost with its machine is made again.
enum SystemCalls {
  static var notFoundCode: Int32 { ENOENT }
  static var existsCode: Int32 { EEXIST }
  static var notEmptyCode: Int32 { ENOTEMPTY }
  static var noSpaceCode: Int32 { ENOSPC }
  static var busyCode: Int32 { EWOULDBLOCK }

  /// Reads a regular file whole: one look at its size, and one read unless it grows meanwhile.
  static func readFile(_ path: String) throws(DiskFault) -> [UInt8] {
    let descriptor = try open(path, .readOnly, [.closeOnExec, .noFollow])
    defer { try? descriptor.close() }
    return try readWhole(descriptor)
  }

  /// Reads an open file, which must be a regular one, from where it stands to its end.
  static func readWhole(_ descriptor: FileDescriptor) throws(DiskFault) -> [UInt8] {
    let size = try size(of: descriptor)
    var bytes = try readOnce(descriptor, room: size + 1)
    while bytes.count > size {
      let more = try readOnce(descriptor, room: 1 << 16)
      if more.isEmpty { break }
      bytes += more
    }
    return bytes
  }

  /// Whether a regular file holds exactly these bytes. It is read only if its size is right.
  static func file(_ path: String, holds bytes: [UInt8]) throws(DiskFault) -> Bool {
    let descriptor = try open(path, .readOnly, [.closeOnExec, .noFollow])
    defer { try? descriptor.close() }
    guard try size(of: descriptor) == bytes.count else { return false }
    return try lift {
      try unsafe withUnsafeTemporaryAllocation(byteCount: 1 << 16, alignment: 16) { buffer in
        try unsafe bytes.withUnsafeBytes { wanted in
          var offset = 0
          while offset < wanted.count {
            let count = try unsafe descriptor.read(into: buffer)
            guard count > 0, offset + count <= wanted.count else { return false }
            guard let left = buffer.baseAddress, let right = wanted.baseAddress else { return false }
            guard unsafe memcmp(left, right + offset, count) == 0 else { return false }
            offset += count
          }
          return true
        }
      }
    }
  }

  /// Makes a file that must not exist yet and writes all bytes into it. After an error a part of it may stand there.
  static func createFile(_ path: String, _ bytes: [UInt8]) throws(DiskFault) {
    let permissions = FilePermissions(rawValue: 0o666)
    let descriptor = try open(path, .writeOnly, [.create, .exclusiveCreate, .closeOnExec, .noFollow], permissions)
    var closed = false
    defer { if !closed { try? descriptor.close() } }
    try lift { _ = try descriptor.writeAll(bytes) }
    closed = true
    try lift { try descriptor.close() }
  }

  /// Takes the only lock on a folder, or throws `busy`. It ends with `unlock`, or with the process.
  static func lockFolder(_ path: String) throws(DiskFault) -> Int32 {
    let descriptor = try openFolder(path)
    do {
      try repeated { flock(descriptor.rawValue, LOCK_EX | LOCK_NB) }
    } catch {
      try? descriptor.close()
      throw error
    }
    return descriptor.rawValue
  }

  static func unlockFolder(_ lock: Int32) {
    // A program that is being started holds what is open here until it runs: closing alone would leave the lock with it so long.
    _ = flock(lock, LOCK_UN)
    try? FileDescriptor(rawValue: lock).close()
  }

  static func openFolder(_ path: String) throws(DiskFault) -> FileDescriptor {
    try open(path, .readOnly, [.closeOnExec, .directory])
  }

  private static func open(
    _ path: String, _ mode: FileDescriptor.AccessMode, _ options: FileDescriptor.OpenOptions, _ permissions: FilePermissions? = nil
  ) throws(DiskFault) -> FileDescriptor {
    try lift {
      try unsafe path.withCString { try unsafe FileDescriptor.open($0, mode, options: options, permissions: permissions) }
    }
  }

  private static func size(of descriptor: FileDescriptor) throws(DiskFault) -> Int {
    var status = stat()
    try repeated { unsafe fstat(descriptor.rawValue, &status) }
    guard status.st_mode & S_IFMT == S_IFREG else { throw DiskFault(code: status.st_mode & S_IFMT == S_IFDIR ? EISDIR : EINVAL) }
    return Int(status.st_size)
  }

  private static func readOnce(_ descriptor: FileDescriptor, room: Int) throws(DiskFault) -> [UInt8] {
    try lift {
      try unsafe [UInt8](unsafeUninitializedCapacity: room) { buffer, count in
        while count < room {
          let free = unsafe UnsafeMutableRawBufferPointer(rebasing: UnsafeMutableRawBufferPointer(buffer)[count...])
          let read = try unsafe descriptor.read(into: free)
          count += read
          if read == 0 || count == room - 1 { break }
        }
      }
    }
  }

  /// swift-system throws `any Error`, which is always an `Errno`.
  private static func lift<Result>(_ body: () throws -> Result) throws(DiskFault) -> Result {
    do {
      return try body()
    } catch {
      throw DiskFault(code: (error as? Errno)?.rawValue ?? EIO)
    }
  }

  /// Calls until no signal interrupts; a result of -1 is an error.
  static func repeated(_ call: () -> Int32) throws(DiskFault) {
    while call() == -1 {
      let code = errno
      if code != EINTR { throw DiskFault(code: code) }
    }
  }
}
