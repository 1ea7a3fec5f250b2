import Cards
package import Diagnostics
package import EDTF
package import Facts
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
    /// Reads the fonts of cards, by their names; it is asked only where cards are drawn. Nil where nothing is drawn.
    package let fonts: (@Sendable () -> [String: [UInt8]])?
    /// The SHA-256 of a copied file, by its path in the site; it is asked only where files are named after their bytes.
    package let digest: (@Sendable (String) -> [UInt8]?)?

    package init(
      files: [SourceFile], skipping skipped: Set<FileID> = [], assets: Set<String>, today: CivilDay?, jobs: Int,
      fonts: (@Sendable () -> [String: [UInt8]])? = nil, digest: (@Sendable (String) -> [UInt8]?)? = nil
    ) {
      self.files = files
      self.skipped = skipped
      self.assets = assets
      self.today = today
      self.jobs = jobs
      self.fonts = fonts
      self.digest = digest
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
    /// The records that prose and Markdown fields link to, cite or name in a view of the facts.
    package var named: Set<FactKey> = []
    /// What was published, oldest first: the editions that can be read.
    package var editions: [Edition] = []
  }

  package struct RenderedPage: Sendable {
    package let path: String
    package let bytes: [UInt8]
  }

  /// Reads, checks and plans. All problems of the files are in the plan's log.
  package static func plan(_ input: Input) async -> Plan {
    let parsed = await ParsedFiles(input)
    return await SitePlanner(input, parsed, after: nil).plan().plan
  }

  /// A file of the site, and the way to its bytes.
  package struct Output: Sendable {
    /// What it is made from, besides settings and words.
    enum Reads: Sendable {
      /// What the trace says of a page.
      case page
      /// The facts of these kinds, and what pages written by hand are called.
      case facts(Set<FactKind>)
      /// More than can be told.
      case everything
    }

    package let path: String
    let reads: Reads
    /// Whether it certainly has the bytes that were published last.
    package private(set) var isAsBefore = false
    /// Renders the file. It may be called from any task, and gives the same bytes every time.
    package let bytes: @Sendable () -> [UInt8]

    init(path: String, reads: Reads = .everything, bytes: @escaping @Sendable () -> [UInt8]) {
      self.path = path
      self.reads = reads
      self.bytes = bytes
    }

    func marked(asBefore isAsBefore: Bool) -> Output {
      var output = self
      output.isAsBefore = isAsBefore
      return output
    }
  }

  /// All pages of a plan and the data, those first that take long to render.
  package static func outputs(_ site: Site, _ map: SiteMap) async -> [Output] {
    outputs(site, map, await PreparedViews(site)) { _ in false }
  }

  static func outputs(_ site: Site, _ map: SiteMap, _ prepared: PreparedViews, isAsBefore: (Output) -> Bool) -> [Output] {
    let pages = map.entries.map { entry in
      Output(path: entry.path, reads: .page) { PageBuilder(site, prepared, entry: entry).render() }
    }
    let exports = exportPaths.map { path in
      Output(path: path, reads: .facts(kindsRead(by: path))) { export(path, of: site, prepared) }
    }
    let all = exports + OEmbed(site: site).outputs + WebFiles.outputs(site, map, prepared) + pages
    return all.map { $0.marked(asBefore: isAsBefore($0)) }
  }

  /// The same, rendered.
  package static func render(_ site: Site, _ map: SiteMap, jobs: Int) async -> [RenderedPage] {
    await concurrentMap(await outputs(site, map), jobs: jobs, chunk: 8) { RenderedPage(path: $0.path, bytes: $0.bytes()) }
  }

  /// What a site's settings ask for the host that it is put on.
  package static func hosting(_ site: Site) -> Hosting {
    Hosting(files: HostFiles(site).outputs, copies: site.theme.copies, isPacked: site.settings.hosting.contains(.gzip))
  }

  /// Files for a host, and what becomes of the others for it.
  package struct Hosting: Sendable {
    /// What the host reads.
    package let files: [Output]
    /// Copied files that stand under a second path, too: the path, and the one that they have anyway.
    package let copies: [(path: String, of: String)]
    /// Whether files stand there packed as well.
    package let isPacked: Bool

    /// Whether a file is text, which packs well.
    package static func packs(_ path: String) -> Bool {
      [".html", ".css", ".js", ".json", ".csv", ".xml", ".txt", ".svg", ".bib"].contains { path.hasSuffix($0) }
    }
  }

  /// The images that go with links: one for the briefing and one for each claim. A path changes with what would change its bytes.
  package static func cards(_ site: Site) -> [Output] {
    guard let fonts = site.cards.fonts else { return [] }
    return site.cards.drawn.map { path, card in Output(path: path) { card.png(in: fonts) } }
  }

  /// The files that are written from the facts without a template.
  static let exportPaths = [
    SitePath.data, SitePath.dataSchema, SitePath.claimsCSV, SitePath.eventsCSV, SitePath.sourcesCSV, SitePath.sourcesCSL,
    SitePath.sourcesBib, SitePath.searchIndex,
  ]

  /// The kinds of records that such a file says something of, also of those that others name.
  private static func kindsRead(by path: String) -> Set<FactKind> {
    switch path {
    case SitePath.dataSchema: []
    case SitePath.sourcesCSV, SitePath.sourcesCSL, SitePath.sourcesBib: [.sources]
    case SitePath.eventsCSV: [.events, .actors, .topics, .sources]
    case SitePath.claimsCSV: [.claims, .events, .actors, .topics, .sources]
    case SitePath.searchIndex: Set(FactKind.allCases).subtracting([.sources])
    default: Set(FactKind.allCases)
    }
  }

  static func export(_ path: String, of site: Site, _ prepared: PreparedViews) -> [UInt8] {
    switch path {
    case SitePath.claimsCSV: FactsCSV(site: site).claims()
    case SitePath.eventsCSV: FactsCSV(site: site).events()
    case SitePath.sourcesCSV: FactsCSV(site: site).sources()
    case SitePath.sourcesCSL: SourcesCSL(site: site).bytes()
    case SitePath.sourcesBib: SourcesBib(site: site).bytes()
    case SitePath.dataSchema: DataSchema(site: site).bytes()
    case SitePath.searchIndex: SearchIndex(site: site, findables: prepared.findables).bytes()
    default: DataJSON(site: site).bytes()
    }
  }
}
