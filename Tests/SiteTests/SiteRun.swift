import Briefing
import Diagnostics
import EDTF
import Facts
import TestKit
import Workspace

/// A project in a folder, read and planned in this process, as `brief check` does it.
struct SiteRun {
  let tree: SourceTree
  let plan: Build.Plan
  /// All that is said, in the order of files and places.
  let diagnostics: [Diagnostic]

  init(path: String, jobs: Int = 2) async throws {
    var log = DiagnosticLog()
    tree = try await SourceTree.read(project: path, jobs: jobs, log: &log)
    plan = await Build.plan(
      Build.Input(
        files: tree.files, skipping: tree.refused, assets: Set(tree.assets.map(\.outputPath)),
        today: CivilDay(year: 2025, month: 9, day: 10), jobs: jobs,
        fonts: { [tree] in tree.readFonts() }))
    log.append(plan.log)
    diagnostics = log.sorted
  }

  init(_ folder: TemporaryFolder, jobs: Int = 2) async throws {
    try await self.init(path: folder.path, jobs: jobs)
  }

  /// A site of `Sites`.
  init(site name: String) async throws {
    self = try await withTemporaryFolder { folder in
      try SiteFolder.lay(name, in: folder)
      return try await SiteRun(folder)
    }
  }

  var codes: [String] {
    diagnostics.map(\.code)
  }

  /// The whole report, without paint.
  var report: String {
    SnippetReporter(files: SourceFiles(tree.files)).report(diagnostics)
  }

  /// The pages and the data, by path; none where anything is wrong.
  func pages(jobs: Int = 2) async -> [(path: String, text: String)] {
    guard let site = plan.site, let map = plan.map else { return [] }
    return await Build.render(site, map, jobs: jobs).map { ($0.path, String(decoding: $0.bytes, as: UTF8.self)) }
  }
}
