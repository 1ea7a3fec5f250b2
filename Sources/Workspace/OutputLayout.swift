/// In which order the files of a publication are given, and in which they are sorted.
struct OutputLayout: Sendable {
  /// In the order in which they are given.
  private let given: [String]
  /// For each place in the sorted order, the place in the given one.
  let order: [Int]
  /// For each place in the given order, the place in the sorted one.
  let turns: [Int]

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
  }

  /// Whether files have the same paths in the same order.
  func isThat(of files: [OutputFile]) -> Bool {
    files.count == given.count && zip(files, given).allSatisfy { $0.path == $1 }
  }

  /// The folders in which the files stand.
  var folders: OutputFolders {
    OutputFolders(of: order.map { given[$0] })
  }
}
