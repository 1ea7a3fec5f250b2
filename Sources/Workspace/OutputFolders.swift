/// In which folders the files of a publication stand: those of a folder are looked at together.
struct OutputFolders: Sendable {
  /// In the order of their paths.
  let all: [Folder]

  /// The files right in one folder.
  struct Folder: Sendable {
    /// Relative to the output folder; empty for itself.
    let path: String
    let names: [String]
    /// Their places in the sorted order.
    let places: [Int]
  }

  /// - Parameter paths: Of all files, in the sorted order.
  init(of paths: [String]) {
    var places: [String: [Int]] = [:]
    for (place, path) in paths.enumerated() { places[OutputPath.folder(of: path) ?? "", default: []].append(place) }
    all = places.sorted { $0.key < $1.key }.map { folder, places in
      let start = folder.isEmpty ? 0 : folder.utf8.count + 1
      return Folder(path: folder, names: places.map { String(paths[$0].utf8.dropFirst(start)) ?? paths[$0] }, places: places)
    }
  }

  /// The same in portions of at most so many names.
  func portions(of size: Int) -> [(folder: Folder, range: Range<Int>)] {
    all.flatMap { folder in
      stride(from: 0, to: folder.names.count, by: size).map { (folder, $0..<min($0 + size, folder.names.count)) }
    }
  }
}
