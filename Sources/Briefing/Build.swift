package import Diagnostics
package import EDTF
import Facts
import Markdown
import Templates
import YAML

/// The pure middle: files in, pages out. What is around it, disk and clock and terminal, is the command's.
package enum Build {
  /// What a build is made from.
  package struct Input: Sendable {
    /// All files of Content and Templates that hold text, in the order of their paths.
    package let files: [SourceFile]
    /// Those of them that could not be read as text.
    package let skipped: Set<FileID>
    /// The paths, in the site, of files that are copied.
    package let assets: Set<String>
    /// The day of the build, for reviews that are due.
    package let today: CivilDay?
    /// How many tasks may work at once.
    package let jobs: Int

    package init(files: [SourceFile], skipping skipped: Set<FileID> = [], assets: Set<String>, today: CivilDay?, jobs: Int) {
      self.files = files
      self.skipped = skipped
      self.assets = assets
      self.today = today
      self.jobs = jobs
    }
  }

  /// What was found, and what can be rendered if nothing is wrong.
  package struct Plan: Sendable {
    package let log: DiagnosticLog
    /// Warnings that records accept, with the reason.
    package let accepted: [(diagnostic: Diagnostic, why: String)]
    /// Nil where the log has an error.
    package let site: Site?
    package let map: SiteMap?
    /// Codes of warnings that this briefing lets fail a build.
    package let strictCodes: [String]
  }

  package struct RenderedPage: Sendable {
    package let path: String
    package let bytes: [UInt8]
  }

  /// Reads, checks and plans. All problems of the files are in the plan's log.
  package static func plan(_ input: Input) async -> Plan {
    let parsed = await ParsedFiles(input)
    return await SitePlanner(input, parsed).plan()
  }

  /// Renders all pages of a plan, in the order of its map, and the data.
  package static func render(_ site: Site, _ map: SiteMap, jobs: Int) async -> [RenderedPage] {
    let globals = Globals(words: site.words, site: SiteView(site.settings, site.words))
    // The long pages first, so that no task is left alone with one at the end.
    let general = map.entries.count { !$0.isOfRecord }
    let long = await concurrentMap(Array(map.entries[..<general]), jobs: jobs, chunk: 1) { entry in
      RenderedPage(path: entry.path, bytes: PageBuilder(site, globals: globals, entry: entry).render())
    }
    let short = await concurrentMap(Array(map.entries[general...]), jobs: jobs, chunk: 32) { entry in
      RenderedPage(path: entry.path, bytes: PageBuilder(site, globals: globals, entry: entry).render())
    }
    let exports = await concurrentMap(exportPaths, jobs: jobs, chunk: 1) { path in RenderedPage(path: path, bytes: export(path, of: site)) }
    return long + short + exports
  }

  /// The files that are written from the facts without a template.
  static let exportPaths = [SitePath.data, SitePath.claimsCSV, SitePath.eventsCSV, SitePath.sourcesCSL, SitePath.searchIndex]

  private static func export(_ path: String, of site: Site) -> [UInt8] {
    switch path {
    case SitePath.claimsCSV: FactsCSV(site: site).claims()
    case SitePath.eventsCSV: FactsCSV(site: site).events()
    case SitePath.sourcesCSL: SourcesCSL(site: site).bytes()
    case SitePath.searchIndex: SearchIndex(site: site).bytes()
    default: DataJSON(site: site).bytes()
    }
  }
}
