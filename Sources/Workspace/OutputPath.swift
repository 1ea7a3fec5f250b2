import Diagnostics

/// What a path in the output folder may be.
enum OutputPath {
  /// Names of ours while they are being written. What begins so was left by a build that was killed, and is cleared away.
  static let temporaryPrefix = ".brief-"

  /// Why a path cannot be written, in words that follow a colon; nil if it can.
  static func trouble(in path: String) -> String? {
    if path.isEmpty { return "it is empty" }
    if path.utf8.first == UInt8(ascii: "/") { return "it is absolute" }
    if path == Manifest.fileName { return "the manifest stands there" }
    var start = true
    var hasDottedName = false
    var length = 0
    for byte in path.utf8 {
      if byte == UInt8(ascii: "/") {
        if start { return "a name in it is empty" }
        start = true
        length = 0
        continue
      }
      if byte < 0x20 || byte == 0x7F || byte == UInt8(ascii: "\\") { return "it has a control character or a backslash in it" }
      if start, byte == UInt8(ascii: ".") { hasDottedName = true }
      start = false
      length += 1
      if length > 255 { return "a name in it is longer than 255 bytes" }
    }
    if start { return "it names a folder" }
    guard hasDottedName else { return nil }
    for name in path.split(separator: "/") {
      if name == "." || name == ".." { return "it has `\(name)` in it" }
      if name.hasPrefix(temporaryPrefix) { return "names that begin with `\(temporaryPrefix)` are kept for files that are being written" }
    }
    return nil
  }

  /// The order of the paths' bytes.
  static func precedes(_ left: String, _ right: String) -> Bool {
    ByteSearch.precedes(left, right)
  }

  /// The folder of a path, or nil at the top.
  static func folder(of path: String) -> String? {
    path.utf8.lastIndex(of: UInt8(ascii: "/")).map { String(path[..<$0]) }
  }

  /// Whether a path stands right in a folder.
  static func isRight(in folder: String, _ path: String) -> Bool {
    let (name, end) = (path.utf8, folder.utf8.count)
    guard let slash = name.lastIndex(of: UInt8(ascii: "/")), name.distance(from: name.startIndex, to: slash) == end else { return false }
    return path.hasPrefix(folder)
  }

  /// All folders above a path, the nearest first.
  static func folders(above path: String) -> [String] {
    var folders: [String] = []
    var current = folder(of: path)
    while let folder = current {
      folders.append(folder)
      current = Self.folder(of: folder)
    }
    return folders
  }

  /// Refuses paths that cannot be written, or not beside each other; all of them in one error.
  static func check(_ paths: [String]) throws(WorkspaceError) {
    var wrong: [(path: String, words: String)] = []
    var files = [Manifest.fileName: Manifest.fileName]
    files.reserveCapacity(paths.count + 1)
    for path in paths {
      if let trouble = trouble(in: path) {
        wrong.append((path, trouble))
      } else if let twin = files.updateValue(path, forKey: path.lowercased()) {
        wrong.append((path, twin == path ? "two files want this path" : "it differs from `\(twin)` only by case"))
      }
    }
    for folder in OutputSurvey.folders(of: paths) {
      if let file = files[folder.lowercased()] { wrong.append((file, "another path needs it to be a folder")) }
    }
    if wrong.isEmpty { return }
    wrong.sort { precedes($0.path, $1.path) }
    throw WorkspaceError(
      "publish", wrong.map(\.path), reason: wrong[0].words,
      details: wrong.count == 1 ? [] : WorkspaceError.listed(wrong.map { "`\($0.path)`: \($0.words)" }))
  }
}
