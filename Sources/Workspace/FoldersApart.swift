/// Folders that a publication makes anew. They are filled under a temporary name and then put in their place whole, so that no file in them
/// needs a temporary name of its own: on a first build that is nearly all of them.
struct FoldersApart: Sendable {
  /// The new folders that stand in none, each with the temporary one that is filled for it.
  private(set) var tops: [(place: String, apart: String)] = []
  /// Where each new folder is filled, by the path that it will have.
  private var places: [String: String] = [:]

  /// What their names begin with. What is in one was left by a build that was killed, and is cleared away.
  static let prefix = OutputPath.temporaryPrefix + "new-"

  /// Takes in a folder that stands in no other of these.
  mutating func add(_ folder: String) -> String {
    let number = String(tops.count)
    let apart = OutputPath.folder(of: folder).map { "\($0)/\(Self.prefix)\(number)" } ?? Self.prefix + number
    tops.append((folder, apart))
    places[folder] = apart
    return apart
  }

  /// Takes in a folder that stands in one of these; nil if it does not.
  mutating func add(within folder: String) -> String? {
    let apart = place(of: folder)
    places[folder] = apart
    return apart
  }

  /// Where a file or folder is made that will have this path; nil if it stands in none of these.
  func place(of path: String) -> String? {
    guard let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")), let apart = places[String(path[..<slash])] else { return nil }
    return apart + path[slash...]
  }
}
