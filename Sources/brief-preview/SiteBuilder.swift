import Briefing
import Diagnostics
import EDTF
import Preview
import Publishing
import Workspace

/// Brings the site up to date, again and again, and keeps what can be used the next time.
actor SiteBuilder {
  /// The output folder.
  nonisolated let folder: String
  private let project: String
  private let output: String
  private let isStrict: Bool
  private let workers: Int
  private let today: CivilDay?
  private var memory = BuildMemory()
  private var tree: SourceTree?
  private var publications = PublicationMemory()
  /// The path of `base_url`, of the last plan that held together.
  private var base = "/"

  init(project: String, output: String, isStrict: Bool, workers: Int, today: CivilDay?) {
    self.project = project
    self.output = output
    self.isStrict = isStrict
    self.workers = workers
    self.today = today
    folder = Publication.folder(output, of: project)
  }

  /// Reads, checks, renders and publishes.
  ///
  /// - Parameters:
  ///   - changes: What may have changed since the last time.
  ///   - isOvertaken: Whether more has changed, so that what is being built is out of date.
  func rebuild(_ changes: SourceChanges, isOvertaken: @Sendable () -> Bool) async -> PreviewLoop.Outcome {
    let clock = ContinuousClock()
    let start = clock.now
    do throws(WorkspaceError) {
      var log = DiagnosticLog()
      let tree = try await read(changes, log: &log)
      if isOvertaken() { return .overtaken }
      // The memory is out of the actor meanwhile: only one rebuild is under way at a time.
      var memory = self.memory
      self.memory = BuildMemory()
      defer { self.memory = memory }
      let plan = await Build.plan(
        Build.Input(tree, today: today ?? CivilDay(dayNumber: Surroundings.today), jobs: workers),
        reusing: &memory)
      if isOvertaken() { return .overtaken }
      log.append(plan.log)
      log = log.raisingWarnings(all: isStrict, codes: Set(plan.strictCodes))
      let files = SourceFiles(tree.files)
      let shown = log.sorted.filter { $0.severity != .hint }
      guard let site = plan.site, !log.hasErrors else {
        Terminal.say(SnippetReporter(files: files, paint: Terminal.paint).report(shown))
        return .done(changed: [], problems: shown.filter { $0.severity == .error }.map { Problem($0, in: files) }, base: base)
      }
      base = site.absoluteRoot
      let outputs = SiteFiles.all(await Build.outputs(reusing: &memory), site, tree)
      if isOvertaken() { return .overtaken }
      // What an error leaves is compared whole the next time.
      var publications = self.publications
      self.publications = PublicationMemory()
      let summary = try await publication(tree, Remarks(of: site, log)).publish(outputs, remembering: &publications)
      self.publications = publications
      // The pages need not wait until the site that was there before is let go of.
      let old = memory.keepAsPublished()
      Task.detached { withExtendedLifetime(old) {} }
      if !shown.isEmpty { Terminal.say(SnippetReporter(files: files, paint: Terminal.paint).report(shown)) }
      let changed = (summary.written + summary.removed).sorted()
      Terminal.say(Self.line(changed, clock.now - start))
      return .done(changed: changed, problems: [], base: base)
    } catch {
      let text = Self.words(error)
      Terminal.say(text)
      return .done(changed: [], problems: [Problem(title: error.description, text: text)], base: base)
    }
  }

  /// The sources: all of them, or those that changed again and the rest as it was.
  private func read(_ changes: SourceChanges, log: inout DiagnosticLog) async throws(WorkspaceError) -> SourceTree {
    let before = tree
    // After an error the next one reads all.
    tree = nil
    if !changes.isAnything, let before {
      var own = DiagnosticLog()
      if let again = try before.readAgain(changes.paths, log: &own) {
        log.append(own)
        tree = again
        return again
      }
    }
    let all = try await SourceTree.read(project: project, jobs: workers, log: &log)
    tree = all
    return all
  }

  private func publication(_ tree: SourceTree, _ remarks: Remarks) -> Publication {
    Publication(of: tree, project: project, folder: folder, jobs: workers, remarks: remarks)
  }

  private static func line(_ changed: [String], _ time: Duration) -> String {
    let tenths = time.components.seconds * 10_000 + time.components.attoseconds / 100_000_000_000_000
    let names = changed.prefix(3).joined(separator: ", ") + (changed.count > 3 ? " and \(changed.count - 3) more" : "")
    return "rebuilt in \(tenths / 10).\(tenths % 10) ms: \(changed.isEmpty ? "nothing changed" : names)\n"
  }

  private static func words(_ error: WorkspaceError) -> String {
    ([error.description] + error.details.map { "  " + $0 } + error.help.map { "  = help: " + $0 }).joined(separator: "\n") + "\n"
  }
}
