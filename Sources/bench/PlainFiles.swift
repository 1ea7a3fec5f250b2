#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Files by plain system calls: what a build can cost at the least.
enum PlainFiles {
  static func read(_ path: String) throws(BenchFailure) -> [UInt8] {
    let file = unsafe open(path, O_RDONLY | O_CLOEXEC)
    guard file >= 0 else { throw BenchFailure("\(path) cannot be read (\(errno))") }
    defer { close(file) }
    var status = stat()
    guard unsafe fstat(file, &status) == 0 else { throw BenchFailure("\(path) cannot be looked at (\(errno))") }
    let size = Int(status.st_size)
    let bytes = unsafe [UInt8](unsafeUninitializedCapacity: max(size, 1)) { buffer, count in
      while count < size {
        guard let start = buffer.baseAddress else { break }
        #if canImport(Darwin)
          let got = unsafe Darwin.read(file, start + count, size - count)
        #elseif canImport(Musl)
          let got = unsafe Musl.read(file, start + count, size - count)
        #else
          let got = unsafe Glibc.read(file, start + count, size - count)
        #endif
        guard got > 0 else { break }
        count += got
      }
    }
    return bytes
  }

  static func write(_ bytes: [UInt8], to path: String) throws(BenchFailure) {
    let file = unsafe open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o666)
    guard file >= 0 else { throw BenchFailure("\(path) cannot be created (\(errno))") }
    defer { close(file) }
    var done = 0
    while done < bytes.count {
      let count = unsafe bytes.withUnsafeBytes { buffer in
        guard let start = buffer.baseAddress else { return -1 }
        #if canImport(Darwin)
          return unsafe Darwin.write(file, start + done, bytes.count - done)
        #elseif canImport(Musl)
          return unsafe Musl.write(file, start + done, bytes.count - done)
        #else
          return unsafe Glibc.write(file, start + done, bytes.count - done)
        #endif
      }
      guard count > 0 else { throw BenchFailure("\(path) cannot be written (\(errno))") }
      done += count
    }
  }

  static func write(_ text: String, to path: String) throws(BenchFailure) {
    try write(Array(text.utf8), to: path)
  }

  /// Makes a folder and those above it, where they are missing.
  static func makeFolder(_ path: String) throws(BenchFailure) {
    var current = path.hasPrefix("/") ? "" : "."
    for part in path.split(separator: "/") {
      current += "/" + part
      guard unsafe mkdir(current, 0o777) == 0 || errno == EEXIST || errno == EISDIR else {
        throw BenchFailure("\(current) cannot be made (\(errno))")
      }
    }
  }

  /// All files below a folder with their sizes, by path from the folder, in alphabetical order.
  static func list(_ folder: String) throws(BenchFailure) -> [(path: String, size: Int)] {
    var files: [(path: String, size: Int)] = []
    var pending = [""]
    while let below = pending.popLast() {
      guard let stream = unsafe opendir(folder + "/" + below) else { throw BenchFailure("\(folder)/\(below) cannot be listed (\(errno))") }
      defer { unsafe closedir(stream) }
      while let entry = unsafe readdir(stream) {
        let name = unsafe withUnsafePointer(to: &entry.pointee.d_name) {
          unsafe $0.withMemoryRebound(to: CChar.self, capacity: 256) { unsafe String(cString: $0) }
        }
        if name == "." || name == ".." { continue }
        let path = below.isEmpty ? name : below + "/" + name
        var status = stat()
        guard unsafe lstat(folder + "/" + path, &status) == 0 else { continue }
        switch status.st_mode & S_IFMT {
        case S_IFDIR: pending.append(path)
        case S_IFREG: files.append((path, Int(status.st_size)))
        default: continue
        }
      }
    }
    return files.sorted { $0.path < $1.path }
  }

  /// Whether there is such a folder, and files may be made in it.
  static func isWritableFolder(_ path: String) -> Bool {
    var status = stat()
    return unsafe stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR && access(path, W_OK) == 0
  }
}
