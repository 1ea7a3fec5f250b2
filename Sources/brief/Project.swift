import Briefing
import Diagnostics
import Facts
import Publishing
import Workspace

/// A project, read and planned: what `build` and `check` share.
struct Project {
  let tree: SourceTree
  let plan: Build.Plan
  let log: DiagnosticLog

  /// The files of a project, read, and what was said of that.
  struct Sources {
    let tree: SourceTree
    let log: DiagnosticLog

    init(_ options: ProjectOptions, clock: inout Timings) async throws {
      var log = DiagnosticLog()
      tree = try await SourceTree.read(project: options.project, jobs: options.workers, log: &log)
      self.log = log
      clock.lap("read")
    }
  }

  /// - Parameter path: a file of `Content` that is taken for not there, if any: an edition that is about to be replaced.
  init(_ options: ProjectOptions, clock: inout Timings, leavingOut path: String? = nil) async throws {
    let sources = try await Sources(options, clock: &clock)
    await self.init(sources, options, clock: &clock, leavingOut: path)
  }

  init(_ sources: Sources, _ options: ProjectOptions, clock: inout Timings, leavingOut path: String? = nil) async {
    let tree = sources.tree
    self.tree = tree
    var log = sources.log
    let refused = tree.refused.union(tree.files.filter { $0.path == path }.map(\.id))
    plan = await Build.plan(
      Build.Input(tree, skipping: refused, today: options.day, jobs: options.workers))
    log.append(plan.log)
    self.log = log.raisingWarnings(all: options.strict, codes: Set(plan.strictCodes))
    clock.lap("plan")
  }

  /// What is said, each once, in the order of files and places.
  var diagnostics: [Diagnostic] {
    log.sorted
  }

  /// The report as text, for a terminal.
  func report(hints: Bool) -> String {
    let shown = hints ? diagnostics : diagnostics.filter { $0.severity != .hint }
    guard !shown.isEmpty else { return "" }
    return SnippetReporter(files: SourceFiles(tree.files), paint: Terminal.paint(2)).report(shown)
  }
}
