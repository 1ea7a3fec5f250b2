/// How the files of a publication lie: in which order they are given, sorted and looked at, and in which folders.
struct OutputLayout: Sendable {
  /// In the order in which they are given.
  private let given: [String]
  /// For each place in the sorted order, the place in the given one.
  let order: [Int]
  /// For each place in the given order, the place in the sorted one.
  let turns: [Int]
  let folders: [Folder]

  /// The files right in one folder.
  struct Folder: Sendable {
    /// Relative to the output folder; empty for itself.
    let path: String
    let names: [String]
    /// Their places in the sorted order.
    let places: [Int]
  }

  /// - Throws: If a path cannot be written.
  init(_ files: [OutputFile]) throws(WorkspaceError) {
    given = files.map(\.path)
    let given = given
    let order = given.indices.sorted { OutputPath.precedes(given[$0], given[$1]) }
    try OutputPath.check(order.map { given[$0] })
    self.order = order
    var turns = order
    for (place, index) in order.enumerated() { turns[index] = place }
    self.turns = turns
    folders = Self.folders(order.map { given[$0] })
  }

  /// Whether files have the same paths in the same order.
  func isThat(of files: [OutputFile]) -> Bool {
    files.count == given.count && zip(files, given).allSatisfy { $0.path == $1 }
  }

  private static func folders(_ paths: [String]) -> [Folder] {
    var places: [String: [Int]] = [:]
    for (place, path) in paths.enumerated() { places[OutputPath.folder(of: path) ?? "", default: []].append(place) }
    return places.sorted { $0.key < $1.key }.map { folder, places in
      let start = folder.isEmpty ? 0 : folder.utf8.count + 1
      return Folder(path: folder, names: places.map { String(paths[$0].utf8.dropFirst(start)) ?? paths[$0] }, places: places)
    }
  }

  /// The same in portions of at most so many names.
  func portions(of size: Int) -> [(folder: Int, range: Range<Int>)] {
    folders.indices.flatMap { folder in
      stride(from: 0, to: folders[folder].names.count, by: size).map {
        (folder, $0..<min($0 + size, folders[folder].names.count))
      }
    }
  }
}
