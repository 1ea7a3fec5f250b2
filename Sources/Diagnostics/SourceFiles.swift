/// All files of one run by their number: where the reporters look up what a span points at.
package struct SourceFiles: Sendable {
  private let byID: [FileID: SourceFile]

  /// Of two files with one number the first counts.
  package init(_ files: [SourceFile] = []) {
    byID = Dictionary(files.map { ($0.id, $0) }) { first, _ in first }
  }

  package subscript(id: FileID) -> SourceFile? {
    byID[id]
  }
}
