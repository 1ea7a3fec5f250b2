import ArgumentParser
import Diagnostics
import EDTF
import Facts
import Workspace

/// The states of a briefing's facts that can be named: editions, git revisions, and now.
struct FactStates {
  private let tree: SourceTree
  private let project: String

  init(tree: SourceTree, project: String) {
    self.tree = tree
    self.project = project
  }

  private var dates: [String] {
    tree.files.map(\.path).filter(Edition.isEdition).map { String($0.dropFirst(Edition.folder.count).dropLast(".json".count)) }
  }

  /// The date of the newest edition.
  func newestEdition() throws -> String {
    guard let newest = dates.last(where: { CivilDay(iso: $0) != nil }) else {
      Terminal.say("There is no edition yet: `brief publish` makes the first; or name a git revision, such as `brief diff HEAD`.\n")
      throw ExitStatus.content
    }
    return newest
  }

  /// The facts at a state, and what the state is called.
  func state(named name: String) throws -> (ledger: FactLedger, name: String) {
    var log = DiagnosticLog()
    if name == "now" {
      let ledger = FactLedger(files: tree.readable, log: &log)
      try refuse(log, tree.files, "The content cannot be read as it is now:")
      return (ledger, "now")
    }
    if let file = tree.readable.first(where: { $0.path == Edition.folder + name + ".json" }) {
      let edition = Edition.read(file, log: &log)
      try refuse(log, tree.files, "The edition of \(name) cannot be read:")
      if let edition { return (edition.ledger, "the edition of \(edition.date)") }
    }
    let revision = try revision(named: name)
    let files = try revision.files(first: tree.files.count, shownAs: name)
    let ledger = FactLedger(files: files, log: &log)
    try refuse(log, files, "The content of \(name) cannot be read:")
    return (ledger, "\(name) (\(revision.commit.prefix(10)))")
  }

  private func revision(named name: String) throws -> GitRevision {
    do throws(WorkspaceError) {
      return try GitRevision(name, project: project)
    } catch {
      guard CivilDay(iso: name) != nil else { throw error }
      let known = dates.isEmpty ? "There is none at all." : "There are those of \(dates.joined(separator: ", "))."
      throw ValidationError("There is no edition of \(name). \(known)")
    }
  }

  private func refuse(_ log: DiagnosticLog, _ files: [SourceFile], _ why: String) throws {
    guard log.hasErrors else { return }
    Terminal.say(why + "\n\n" + SnippetReporter(files: SourceFiles(files), paint: Terminal.paint(2)).report(log.sorted))
    throw ExitStatus.content
  }
}
