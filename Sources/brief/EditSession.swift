import ArgumentParser
import Briefing
import Diagnostics
import Editing
import Publishing
import Workspace

/// What every command that edits is told besides the project.
struct EditOptions: ParsableArguments {
  @Flag(help: "Print what would change, as a diff, and write nothing.")
  var dryRun = false
}

/// One edit of a project: the files as they are, the check of what they would be, and the writing.
struct EditSession {
  private let options: ProjectOptions
  private let isDryRun: Bool
  let tree: SourceTree
  private let log: DiagnosticLog

  init(_ options: ProjectOptions, dryRun: Bool) async throws {
    self.options = options
    isDryRun = dryRun
    var log = DiagnosticLog()
    tree = try await SourceTree.read(project: options.project, jobs: options.workers, log: &log)
    self.log = log
  }

  /// The files that can be read and edited.
  var files: [SourceFile] { tree.readable }

  /// What changes; a refusal is said, and ends the run.
  func edits(_ make: ([SourceFile]) throws(EditRefusal) -> EditSet) throws -> EditSet {
    try refusing { () throws(EditRefusal) in try make(files) }
  }

  /// Anything that may be refused; a refusal is said, and ends the run.
  func refusing<Result>(_ make: () throws(EditRefusal) -> Result) throws -> Result {
    do throws(EditRefusal) {
      return try make()
    } catch {
      throw error.end(files)
    }
  }

  /// Checks what the project would be, and writes it if nothing new is wrong.
  ///
  /// - Parameters:
  ///   - edits: What changes.
  ///   - renamed: The old and the new name of a record, by which what was said before is known again.
  /// - Returns: The paths that changed, in their order.
  func carryOut(_ edits: EditSet, renamed: (old: String, new: String)? = nil) async throws -> [String] {
    let changes = edits.changes(of: files)
    let after = edits.files(from: tree.files)
    let found = try await newProblems(in: after, renamed: renamed)
    let report = found.isEmpty ? "" : SnippetReporter(files: SourceFiles(after), paint: Terminal.paint(2)).report(found)
    guard !found.contains(where: { $0.severity == .error }) else {
      Terminal.say(report)
      Terminal.say("Nothing was written: that is what would be wrong with this change.\n")
      throw ExitStatus.content
    }
    if isDryRun {
      for change in changes {
        Terminal.print(LineDiff.unified(change.old, named: change.oldPath, change.new, named: change.path))
      }
    } else {
      try ContentEdit(project: options.project).write(
        changes.map { ContentEdit.Change(oldPath: $0.oldPath, path: $0.path, old: $0.old, new: $0.new) })
    }
    Terminal.say(report)
    return changes.map(\.path)
  }

  /// What is wrong afterwards and was not before: errors and warnings.
  private func newProblems(in after: [SourceFile], renamed: (old: String, new: String)?) async throws -> [Diagnostic] {
    let found = await check(after)
    guard !found.isEmpty else { return [] }
    var before: [Problem: Int] = [:]
    for diagnostic in await check(tree.files) { before[Problem(diagnostic, in: tree.files, renamed: renamed), default: 0] += 1 }
    return found.filter { diagnostic in
      let problem = Problem(diagnostic, in: after, renamed: nil)
      guard let count = before[problem], count > 0 else { return true }
      before[problem] = count - 1
      return false
    }
  }

  /// Errors and warnings of the whole project.
  private func check(_ files: [SourceFile]) async -> [Diagnostic] {
    let refused = Set(tree.refused.compactMap { id in tree.files.first { $0.id == id }?.path })
    let plan = await Build.plan(
      Build.Input(
        tree, files: files, skipping: Set(files.filter { refused.contains($0.path) }.map(\.id)), today: options.day, jobs: options.workers))
    return plan.log.sorted.filter { $0.severity != .hint }.map { diagnostic in
      var diagnostic = diagnostic
      if options.strict { diagnostic.severity = .error }
      return diagnostic
    }
  }

  /// A problem without its line, which an edit may move.
  private struct Problem: Hashable {
    let code: String
    let message: String
    let path: String?

    init(_ diagnostic: Diagnostic, in files: [SourceFile], renamed: (old: String, new: String)?) {
      code = diagnostic.code
      message = renamed.map { diagnostic.message.replacing("`\($0.old)`", with: "`\($0.new)`") } ?? diagnostic.message
      path = diagnostic.primary.map { files[Int($0.span.file.number)].path }
    }
  }
}

extension EditRefusal {
  /// Says why nothing was edited, and ends with the status for it.
  func end(_ files: [SourceFile]) -> ExitStatus {
    let errors = log.sorted
    if !errors.isEmpty { Terminal.say(SnippetReporter(files: SourceFiles(files), paint: Terminal.paint(2)).report(errors)) }
    Terminal.say("brief: " + message + help.map { "\n  " + $0 }.joined() + "\n")
    return cause == .request ? .usage : .content
  }
}
