package import Diagnostics

/// What a command changes: edits of files by span, files that are new, and files that get another name. The disk is not touched by it.
package struct EditSet: Sendable, Hashable {
  /// In the order of their files and places, none twice, none overlapping.
  package private(set) var edits: [TextEdit]
  package let created: [NewFile]
  package let moves: [FileMove]

  /// A file that is not there yet.
  package struct NewFile: Sendable, Hashable {
    /// Relative to the project's root: `Content/facts/terms.yml`.
    package let path: String
    package let text: String

    package init(path: String, text: String) {
      self.path = path
      self.text = text
    }
  }

  /// A file that gets another name.
  package struct FileMove: Sendable, Hashable {
    package let from: String
    package let to: String
  }

  package init(edits: [TextEdit] = [], created: [NewFile] = [], moves: [FileMove] = []) {
    var kept: [TextEdit] = []
    for edit in edits.sorted() where kept.last != edit { kept.append(edit) }
    self.edits = kept
    self.created = created
    self.moves = moves
  }

  package var isEmpty: Bool {
    edits.isEmpty && created.isEmpty && moves.isEmpty
  }

  /// One file before and after.
  package struct Change: Sendable, Hashable {
    /// Nil for a file that is new.
    package let oldPath: String?
    package let path: String
    package let old: [UInt8]
    package let new: [UInt8]
  }

  /// The files that change, in the order of their paths.
  package func changes(of files: [SourceFile]) -> [Change] {
    let edited = Set(edits.map(\.span.file))
    let names = Dictionary(moves.map { ($0.from, $0.to) }) { first, _ in first }
    var changes: [Change] = []
    for file in files where edited.contains(file.id) || names[file.path] != nil {
      let new = edits.applied(to: file)
      let path = names[file.path] ?? file.path
      if new != file.bytes || path != file.path { changes.append(Change(oldPath: file.path, path: path, old: file.bytes, new: new)) }
    }
    changes += created.map { Change(oldPath: nil, path: $0.path, old: [], new: Array($0.text.utf8)) }
    return changes.sorted { $0.path < $1.path }
  }

  /// All files as they are afterwards, in the order of their paths' bytes and numbered by it.
  package func files(from files: [SourceFile]) -> [SourceFile] {
    let changes = changes(of: files)
    if changes.allSatisfy({ $0.oldPath == $0.path }) {
      let new = Dictionary(changes.map { ($0.path, $0.new) }) { first, _ in first }
      return files.map { file in new[file.path].map { SourceFile(id: file.id, path: file.path, bytes: $0) } ?? file }
    }
    let gone = Set(changes.compactMap(\.oldPath))
    let all = files.filter { !gone.contains($0.path) }.map { ($0.path, $0.bytes) } + changes.map { ($0.path, $0.new) }
    return all.sorted { $0.0.utf8.lexicographicallyPrecedes($1.0.utf8) }.enumerated().map {
      SourceFile(id: FileID($0.offset), path: $0.element.0, bytes: $0.element.1)
    }
  }
}
