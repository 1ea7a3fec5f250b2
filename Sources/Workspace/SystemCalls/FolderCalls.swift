import SystemPackage

#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// What stands under a name in a folder.
enum FileKind: Sendable, Hashable {
  case file, folder, link
  /// A socket, a named pipe or a device.
  case other
}

/// A name in a folder. A name that is not UTF-8 is kept repaired, and said to be so: it opens nothing.
struct FolderEntry: Sendable, Hashable {
  let name: String
  let kind: FileKind
  let isUTF8: Bool
}

/// What is known of a file without opening it.
struct FileStatus: Sendable, Hashable {
  let kind: FileKind
  /// In bytes.
  let size: Int
  /// What of a file changes with everything that is done to it; nil where the disk does not say.
  var stamp: FileStamp?
}

/// Which file stands under a name, and when it was last changed: the device and number of the file, and the times, in nanoseconds, of the last
/// change of its bytes and of anything of it.
struct FileStamp: Sendable, Hashable {
  let device: UInt64
  let file: UInt64
  let written: Int64
  let changed: Int64
}

extension FileStatus {
  fileprivate init(_ status: stat) {
    kind =
      switch status.st_mode & S_IFMT {
      case S_IFREG: .file
      case S_IFDIR: .folder
      case S_IFLNK: .link
      default: .other
      }
    size = Int(status.st_size)
    stamp = FileStamp(status)
  }
}

extension FileStamp {
  fileprivate init(_ status: stat) {
    #if canImport(Darwin)
      let (written, changed) = (status.st_mtimespec, status.st_ctimespec)
    #else
      let (written, changed) = (status.st_mtim, status.st_ctim)
    #endif
    self.init(
      device: UInt64(truncatingIfNeeded: status.st_dev), file: UInt64(truncatingIfNeeded: status.st_ino),
      written: Int64(written.tv_sec) &* 1_000_000_000 &+ Int64(written.tv_nsec),
      changed: Int64(changed.tv_sec) &* 1_000_000_000 &+ Int64(changed.tv_nsec))
  }
}

extension SystemCalls {
  /// The entries of a folder, in the disk's order, without `.` and `..`.
  static func entries(of folder: String) throws(DiskFault) -> [FolderEntry] {
    guard let stream = unsafe opendir(folder) else { throw DiskFault(code: errno) }
    defer { unsafe closedir(stream) }
    guard let nameOffset = MemoryLayout<dirent>.offset(of: \.d_name) else { return [] }
    var entries: [FolderEntry] = []
    while true {
      errno = 0
      guard let entry = unsafe readdir(stream) else {
        if errno == 0 { return entries }
        if errno == EINTR { continue }
        throw DiskFault(code: errno)
      }
      // The record is as long as its name needs, so that the name must not be copied as the array it is declared to be.
      let start = unsafe UnsafeRawPointer(entry).advanced(by: nameOffset)
      let bytes = unsafe UnsafeRawBufferPointer(start: start, count: strlen(start.assumingMemoryBound(to: CChar.self)))
      if bytes.count <= 2, unsafe bytes.allSatisfy({ $0 == UInt8(ascii: ".") }) { continue }
      let valid = unsafe String(validating: bytes, as: UTF8.self)
      let name = unsafe valid ?? String(decoding: bytes, as: UTF8.self)
      var kind = unsafe kind(ofEntry: Int32(entry.pointee.d_type))
      if kind == nil, valid != nil { kind = try status(of: folder + "/" + name, followingLinks: false).kind }
      entries.append(FolderEntry(name: name, kind: kind ?? .other, isUTF8: valid != nil))
    }
  }

  /// Some disks do not say in the folder what an entry is.
  private static func kind(ofEntry type: Int32) -> FileKind? {
    switch type {
    case Int32(DT_REG): .file
    case Int32(DT_DIR): .folder
    case Int32(DT_LNK): .link
    case Int32(DT_UNKNOWN): nil
    default: .other
    }
  }

  static func status(of path: String, followingLinks: Bool) throws(DiskFault) -> FileStatus {
    var status = stat()
    try repeated { unsafe followingLinks ? stat(path, &status) : lstat(path, &status) }
    return FileStatus(status)
  }

  /// Of many files the system then walks the way to their folder only once.
  static func statuses(in folder: String, of names: ArraySlice<String>) throws(DiskFault) -> [FileStatus?] {
    let descriptor = try openFolder(folder)
    defer { try? descriptor.close() }
    return names.map { name in
      var status = stat()
      let result = unsafe fstatat(descriptor.rawValue, name, &status, AT_SYMLINK_NOFOLLOW)
      return result == 0 ? FileStatus(status) : nil
    }
  }

  /// The absolute path without links.
  static func realPath(_ path: String) throws(DiskFault) -> String {
    guard let pointer = unsafe realpath(path, nil) else { throw DiskFault(code: errno) }
    defer { unsafe free(pointer) }
    return unsafe String(cString: pointer)
  }

  static func makeFolder(_ path: String) throws(DiskFault) {
    try repeated { unsafe mkdir(path, 0o777) }
  }

  /// Gives a file another name, in one step; a file of that name is replaced.
  static func renameFile(_ old: String, _ new: String) throws(DiskFault) {
    try repeated { unsafe rename(old, new) }
  }

  /// Sets the times of a file to the present; a link's own, where it is one.
  static func touchFile(_ path: String) throws(DiskFault) {
    try repeated { unsafe utimensat(AT_FDCWD, path, nil, AT_SYMLINK_NOFOLLOW) }
  }

  static func removeFile(_ path: String) throws(DiskFault) {
    try repeated { unsafe unlink(path) }
  }

  /// Removes an empty folder.
  static func removeFolder(_ path: String) throws(DiskFault) {
    try repeated { unsafe rmdir(path) }
  }
}
