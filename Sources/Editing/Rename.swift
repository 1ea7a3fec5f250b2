package import Diagnostics
package import Facts

/// A record's new id, everywhere: its own key, references of other records and of the settings, links in prose and in fields, blocks within
/// prose, and the page whose name the id is. Nothing else is touched; editions stay, since they say what was published.
package struct Rename: Sendable {
  package let key: FactKey
  package let newID: String

  /// - Throws: If the new id cannot be one.
  package init(_ key: FactKey, to newID: String) throws(EditRefusal) {
    guard FactID.isValid(newID) else {
      let proposal = FactID.proposal(for: newID)
      throw EditRefusal(
        .request, "`\(newID)` cannot be an id",
        help: ["ids begin with a small letter, then 1 to 47 small letters, digits or hyphens"] + (proposal.map { ["write `\($0)`"] } ?? []))
    }
    guard newID != key.id else { throw EditRefusal(.request, "`\(key.text)` has that id already") }
    self.key = key
    self.newID = newID
  }

  /// What changes in a project's files.
  ///
  /// - Parameter files: All text files of the project, as an editor or the disk has them; their paths say what they are.
  /// - Throws: If there is no such record, if the new id is in use, or if a file that names the record has errors.
  package func edits(in files: [SourceFile]) throws(EditRefusal) -> EditSet {
    let facts = FactFiles(files: files)
    _ = try facts.place(of: key)
    if let used = facts.span(of: FactKey(key.kind, newID)) {
      var log = DiagnosticLog()
      log.add(
        Diagnostic(
          .factDuplicateID, "there is already \(key.kind.withArticle) `\(newID)`", at: used, label: "used here",
          help: ["take another id, or join the two records by hand"]))
      throw EditRefusal(.content, "the id `\(newID)` is in use", log: log)
    }
    var edits: [TextEdit] = []
    let finder = RenameFinder(self, files: files)
    for file in files where finder.mayName(file) { edits += try finder.edits(in: file) }
    return EditSet(edits: edits, moves: try moves(files))
  }

  /// The page whose name is the id: the claim's long text, or the introduction of another record's page.
  private func moves(_ files: [SourceFile]) throws(EditRefusal) -> [EditSet.FileMove] {
    guard let folder = key.kind.pageFolder else { return [] }
    let old = "Content/\(folder)/\(key.id).md"
    let new = "Content/\(folder)/\(newID).md"
    guard files.contains(where: { $0.path == old }) else { return [] }
    guard !files.contains(where: { $0.path == new }) else {
      throw EditRefusal(.content, "`\(old)` would become `\(new)`, and that file is there already", help: ["join the two by hand first"])
    }
    return [EditSet.FileMove(from: old, to: new)]
  }
}

extension FactKind {
  /// The folder of the pages that each record of the kind has.
  fileprivate var pageFolder: String? {
    switch self {
    case .actors, .topics, .events, .claims: rawValue
    case .sources, .positions, .questions, .terms, .corrections: nil
    }
  }
}
