package import Diagnostics

#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// Gives the closure a new empty folder in the system's temporary folder, and removes it with all that is in it afterwards.
package func withTemporaryFolder<Result>(
  isolation: isolated (any Actor)? = #isolation, _ body: (TemporaryFolder) async throws -> Result
) async throws -> Result {
  let folder = try TemporaryFolder()
  do {
    let result = try await body(folder)
    folder.remove("")
    return result
  } catch {
    folder.remove("")
    throw error
  }
}

/// A folder for a test. Paths are relative to it; the folders above a file are made with it.
package struct TemporaryFolder: Sendable {
  /// Absolute, without links.
  package let path: String

  package struct Failure: Error {
    package let call: String
    package let path: String
    package let code: Int32
  }

  fileprivate init() throws {
    let parent = unsafe getenv("TMPDIR").map { unsafe String(cString: $0) } ?? "/tmp"
    var name = Array((parent + "/brief-test-XXXXXX").utf8CString)
    guard let made = unsafe name.withUnsafeMutableBufferPointer({ buffer in unsafe buffer.baseAddress.flatMap { unsafe mkdtemp($0) } })
    else {
      throw Failure(call: "mkdtemp", path: parent, code: errno)
    }
    guard let real = unsafe realpath(made, nil) else { throw Failure(call: "realpath", path: parent, code: errno) }
    path = unsafe String(cString: real)
    unsafe free(real)
  }

  package subscript(name: String) -> String {
    path + "/" + name
  }
}

// MARK: - Making

extension TemporaryFolder {
  package func write(_ name: String, _ text: String) throws {
    try write(name, Array(text.utf8))
  }

  package func write(_ name: String, _ bytes: [UInt8]) throws {
    try makeParents(name)
    let descriptor = unsafe open(self[name], O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o666)
    try check(descriptor, "open", name)
    defer { close(descriptor) }
    var offset = 0
    while offset < bytes.count {
      let count = unsafe bytes.withUnsafeBytes { unsafe put(descriptor, $0, offset) }
      try check(Int32(clamping: count), "write", name)
      offset += count
    }
  }

  /// Lays down what an example of the catalogue is made of, over what is there.
  package func write(_ file: DiagnosticKind.Example.File) throws {
    if file.change == .takenOut, file.text.isEmpty { return remove(file.target) }
    switch file.matter {
    case .text: try write(file.target, changed(file))
    case .bytes(let bytes): try write(file.path, bytes)
    case .letters(let count): try write(file.path, Array(repeating: UInt8(ascii: "a"), count: count))
    case .link(let target): try link(file.path, to: target)
    case .pipe: try pipe(file.path)
    }
  }

  /// The text of the file that an example changes, as it is afterwards.
  private func changed(_ file: DiagnosticKind.Example.File) throws -> String {
    switch file.change {
    case .whole: return file.text
    case .added: return (text(file.target) ?? "") + file.text
    case .takenOut:
      let starts = file.text.split(separator: "\n")
      let lines = (text(file.target) ?? "").split(separator: "\n", omittingEmptySubsequences: false)
      for start in starts where !lines.contains(where: { $0.hasPrefix(start) }) {
        throw Failure(call: "no line to take out begins with `\(start)`", path: file.target, code: 0)
      }
      return lines.filter { line in !starts.contains { line.hasPrefix($0) } }.joined(separator: "\n")
    }
  }

  package func makeFolder(_ name: String) throws {
    try makeParents(name + "/")
  }

  package func link(_ name: String, to target: String) throws {
    try makeParents(name)
    try check(unsafe symlink(target, self[name]), "symlink", name)
  }

  package func pipe(_ name: String) throws {
    try makeParents(name)
    try check(unsafe mkfifo(self[name], 0o600), "mkfifo", name)
  }

  private func makeParents(_ name: String) throws {
    for index in name.indices where name[index] == "/" {
      let code = unsafe mkdir(self[String(name[..<index])], 0o777)
      if code != 0, errno != EEXIST { try check(code, "mkdir", name) }
    }
  }

  private func check(_ code: Int32, _ call: String, _ name: String) throws {
    if code < 0 { throw Failure(call: call, path: self[name], code: errno) }
  }
}

private func put(_ descriptor: Int32, _ bytes: UnsafeRawBufferPointer, _ offset: Int) -> Int {
  guard let start = bytes.baseAddress else { return 0 }
  return unsafe write(descriptor, start + offset, bytes.count - offset)
}

private func take(_ descriptor: Int32, _ buffer: UnsafeMutableRawBufferPointer) -> Int {
  unsafe read(descriptor, buffer.baseAddress, buffer.count)
}

// MARK: - Looking and removing

extension TemporaryFolder {
  package enum Item: Hashable, Sendable {
    case file([UInt8])
    case folder
    case link(String)
    case other
  }

  /// The bytes of a file, or nil if there is none.
  package func read(_ name: String) -> [UInt8]? {
    let descriptor = unsafe open(self[name], O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return nil }
    defer { close(descriptor) }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = unsafe buffer.withUnsafeMutableBytes { unsafe take(descriptor, $0) }
      guard count > 0 else { return count == 0 ? bytes : nil }
      bytes += buffer[..<count]
    }
  }

  package func text(_ name: String) -> String? {
    read(name).map { String(decoding: $0, as: UTF8.self) }
  }

  /// The number of a file's place on the disk: another one if it was replaced. With its times, to tell whether it was touched.
  package func identity(_ name: String) -> [Int] {
    var status = stat()
    guard unsafe lstat(self[name], &status) == 0 else { return [] }
    #if canImport(Darwin)
      return [Int(status.st_ino), status.st_ctimespec.tv_sec, status.st_ctimespec.tv_nsec]
    #else
      return [Int(status.st_ino), status.st_ctim.tv_sec, status.st_ctim.tv_nsec]
    #endif
  }

  /// All that is below a folder, by path relative to it.
  package func tree(_ name: String = "") -> [String: Item] {
    var items: [String: Item] = [:]
    var pending = [""]
    while let folder = pending.popLast() {
      for entry in names(name + "/" + folder) {
        let path = folder.isEmpty ? entry : folder + "/" + entry
        let place = name + "/" + path
        var status = stat()
        guard unsafe lstat(self[place], &status) == 0 else { continue }
        switch status.st_mode & S_IFMT {
        case S_IFREG: items[path] = .file(read(place) ?? [])
        case S_IFDIR:
          items[path] = .folder
          pending.append(path)
        case S_IFLNK:
          var buffer = [UInt8](repeating: 0, count: 4096)
          let count = unsafe buffer.withUnsafeMutableBytes { bytes in
            unsafe bytes.assumingMemoryBound(to: CChar.self).baseAddress.map { unsafe readlink(self[place], $0, bytes.count) } ?? 0
          }
          items[path] = .link(String(decoding: buffer[..<max(count, 0)], as: UTF8.self))
        default: items[path] = .other
        }
      }
    }
    return items
  }

  /// Removes a file, or a folder with all that is in it; an empty name means this folder itself.
  package func remove(_ name: String) {
    if unsafe unlink(self[name]) == 0 { return }
    for entry in names(name) { remove(name + "/" + entry) }
    _ = unsafe rmdir(self[name])
  }

  private func names(_ name: String) -> [String] {
    guard let stream = unsafe opendir(self[name]) else { return [] }
    defer { unsafe closedir(stream) }
    guard let offset = MemoryLayout<dirent>.offset(of: \.d_name) else { return [] }
    var names: [String] = []
    while let entry = unsafe readdir(stream) {
      let start = unsafe UnsafeRawPointer(entry).advanced(by: offset).assumingMemoryBound(to: CChar.self)
      let name = unsafe String(cString: start)
      if name != ".", name != ".." { names.append(name) }
    }
    return names
  }
}
