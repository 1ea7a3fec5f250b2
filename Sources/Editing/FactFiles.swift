import Diagnostics
import Facts
import YAML

/// The files of a project as editing sees them: what they are by their paths, and where each record stands. They are read anew for each
/// command; nothing is kept from before.
struct FactFiles {
  let files: [SourceFile]

  /// A record's place: its file, the entry that holds it, and the whole file's value.
  struct Place {
    let file: SourceFile
    let entry: YAMLEntry
    let root: YAMLNode
  }

  /// The files of one kind, in the order of their paths.
  func files(of kind: FactKind) -> [SourceFile] {
    files.filter { FactKind(path: $0.path) == kind }
  }

  /// The record of that id.
  ///
  /// - Throws: If there is none, or its file has errors.
  func place(of key: FactKey) throws(EditRefusal) -> Place {
    var ids: [String] = []
    var unread = DiagnosticLog()
    for file in files(of: key.kind) {
      guard let root = YAMLReader.read(file, log: &unread), let entries = root.mapping else { continue }
      guard let entry = entries.first(where: { $0.key == key.id }) else {
        ids += entries.map(\.key)
        continue
      }
      try refuseErrors(in: file, key.kind)
      return Place(file: file, entry: entry, root: root)
    }
    if unread.hasErrors { throw Self.unreadable(unread) }
    throw EditRefusal(
      .request, "there is no \(key.kind.singular) `\(key.id)`",
      help: Suggestion.nearest(to: key.id, among: ids).map { ["did you mean `\($0)`?"] }
        ?? (ids.isEmpty ? ["there are no \(key.kind.rawValue) yet: `brief new \(key.kind.singular)` writes the first"] : []))
  }

  /// The file that says what the briefing is.
  static let settingsPath = "Content/briefing.yml"

  /// The fields of `briefing.yml`.
  ///
  /// - Throws: If it is not there, or has errors.
  func settings() throws(EditRefusal) -> (file: SourceFile, root: YAMLNode) {
    guard let file = files.first(where: { $0.path == Self.settingsPath }) else {
      throw EditRefusal(.request, "there is no \(Self.settingsPath)", help: ["`brief init` starts a briefing"])
    }
    var log = DiagnosticLog()
    let root = YAMLReader.read(file, log: &log)
    if let root { _ = BriefingSettings.read(root, file: file, log: &log) }
    if log.hasErrors { throw Self.unreadable(log) }
    guard let root, root.mapping != nil else { throw EditRefusal(.content, "\(Self.settingsPath) says nothing yet") }
    return (file, root)
  }

  /// Where an id of a kind stands already; nil where it is free. Files that cannot be read have no ids that could be known.
  func span(of key: FactKey) -> SourceSpan? {
    var log = DiagnosticLog()
    for file in files(of: key.kind) {
      if let entry = YAMLReader.read(file, log: &log)?.mapping?.first(where: { $0.key == key.id }) { return entry.keySpan }
    }
    return nil
  }

  /// Refuses a file of facts that has errors of its own.
  func refuseErrors(in file: SourceFile, _ kind: FactKind) throws(EditRefusal) {
    let log = FactFile(kind, file).log
    if log.hasErrors { throw Self.unreadable(log) }
  }

  static func unreadable(_ log: DiagnosticLog) -> EditRefusal {
    EditRefusal(.content, "a file with errors is not edited", help: ["mend them first"], log: log.map { $0.severity == .error ? $0 : nil })
  }
}
