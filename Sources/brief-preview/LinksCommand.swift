import ArgumentParser
import Briefing
import Diagnostics
import EDTF
import Facts
import LinkCheck
import Workspace

/// What `brief links` becomes: it asks for the external addresses of sources, and is never part of a build.
struct LinksCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "brief links", abstract: "Ask whether the external addresses of the sources still lead anywhere.",
    discussion: """
      Each address is asked for with HEAD, and with GET where that says nothing good; a host is asked one thing at a time, a second apart, and \
      what may pass is tried three times. What was good within the last seven days is not asked for again. Nothing of a page is kept, and \
      nothing is changed: for what is dead, the address is proposed at which an archive may have it.

      EXIT STATUS
        0 nothing is dead · 1 something is · 2 wrong usage · 3 the disk or another part of the world
      """)

  @Option(help: ArgumentHelp("The project's folder: the one with Content and Templates.", valueName: "dir"))
  var project = "."

  @Option(help: ArgumentHelp("How many hosts are asked at the same time.", valueName: "n"))
  var hosts = 8

  @Option(help: ArgumentHelp("How many seconds a host is left alone after each answer.", valueName: "seconds"))
  var spacing = 1.0

  @Option(help: ArgumentHelp("How many seconds an answer may take.", valueName: "seconds"))
  var timeout = 20

  @Flag(help: "Ask for what is known from an earlier run, too.")
  var fresh = false

  @Flag(help: "Name the pages that have moved for good as well.")
  var hints = false

  @Option(
    help: ArgumentHelp("The day to take for today, as YYYY-MM-DD: what is known from earlier runs counts from it.", valueName: "date"))
  var today: String?

  @Option(help: ArgumentHelp("Say what a code of this command means, and do nothing else.", valueName: "code"))
  var explain: String?

  func validate() throws {
    if !(1...64).contains(hosts) { throw ValidationError("--hosts takes a number from 1 to 64.") }
    if !(0...3600).contains(spacing) { throw ValidationError("--spacing takes seconds, from 0 to 3600.") }
    if !(1...600).contains(timeout) { throw ValidationError("--timeout takes seconds, from 1 to 600.") }
    if let today, CivilDay(written: today) == nil { throw ValidationError("--today takes a day as YYYY-MM-DD, such as 2025-08-15.") }
  }

  func run() async throws {
    if let explain { return try say(whatIs: explain) }
    var log = DiagnosticLog()
    let tree = try await SourceTree.read(project: project, jobs: Surroundings.processors, log: &log)
    let day = today.flatMap { CivilDay(written: $0) } ?? CivilDay(dayNumber: Surroundings.today)
    let links = links(in: tree, today: day)
    let file = CacheFile("links.json")
    var cache = file.read().map { LinkCache(json: $0) } ?? LinkCache()

    var verdicts: [String: LinkVerdict] = [:]
    var open: [String] = []
    var seen: Set<String> = []
    for link in links where seen.insert(link.address).inserted {
      if !fresh, let known = cache.verdict(on: link.address, today: day.dayNumber) {
        verdicts[link.address] = known
      } else {
        open.append(link.address)
      }
    }
    let known = verdicts.count
    for result in try await ask(for: open) {
      verdicts[result.address] = result.verdict
      cache.keep(result, today: day.dayNumber)
    }
    if !open.isEmpty {
      cache.forgetOld(today: day.dayNumber)
      try file.write(cache.json)
    }

    var report = DiagnosticLog()
    for link in links {
      if let verdict = verdicts[link.address], let diagnostic = LinkReport.diagnostic(for: link, verdict) { report.add(diagnostic) }
    }
    let shown = report.sorted.filter { hints || $0.severity != .hint }
    Terminal.say(SnippetReporter(files: SourceFiles(tree.files), paint: Terminal.paint).report(shown))
    let dead = report.diagnostics.count { $0.severity == .error }
    Terminal.print(
      "\(verdicts.count) \(verdicts.count == 1 ? "address" : "addresses"): \(dead) dead, "
        + "\(report.diagnostics.count { $0.severity == .warning }) unclear, \(report.diagnostics.count { $0.severity == .hint }) moved; "
        + "\(known) known from earlier runs\n")
    if report.hasErrors { throw ExitCode(1) }
  }

  // MARK: The addresses

  /// Those of all sources, drafts too, each by its source, as far as the files can be read; what is wrong with them is said by `brief check`.
  private func links(in tree: SourceTree, today: CivilDay) -> [NamedLink] {
    tree.readable.flatMap { file -> [NamedLink] in
      var log = DiagnosticLog()
      guard file.path.hasPrefix("Content/facts/"), file.path.hasSuffix(".yml"), FactFile.kind(of: file, log: &log) == .sources,
        case .sources(let sources) = FactFile(.sources, file).records
      else { return [] }
      return sources.flatMap { source in
        let seen = (source.accessed ?? source.date)?.expression.bounds.latest ?? today
        let day = String(seen.text.filter { $0 != "-" })
        return [(source.url, false), (source.archiveURL, true)].compactMap { address, isArchive in
          address.map {
            NamedLink(
              address: $0.text, span: $0.span, source: source.id, isArchive: isArchive, hasArchive: source.archiveURL != nil, day: day)
          }
        }
      }
    }
  }

  // MARK: Asking

  private func ask(for addresses: [String]) async throws -> [LinkResult] {
    guard !addresses.isEmpty else { return [] }
    let places = (Surroundings.environment("PATH") ?? "/usr/bin:/bin").split(separator: ":").map { String($0) + "/curl" }
    guard let curl = places.first(where: { $0.hasPrefix("/") && Surroundings.canRun($0) }) else {
      Terminal.say(
        "there is no program `curl`, by which addresses are asked for\n  = help: install it: on Debian and Ubuntu `apt-get install curl`\n")
      throw ExitCode(3)
    }
    var manners = LinkManners()
    manners.hosts = hosts
    manners.spacing = .seconds(spacing)
    let client = LinkClient(
      curl: curl, agent: "\(Generator.name) (checks the links of a briefing)", timeout: .seconds(timeout))
    let checker = LinkChecker(manners: manners, fetch: { await client.fetch($0) }, pause: { try? await Task.sleep(for: $0) })
    let isSeen = Surroundings.isTerminal(2)
    return await checker.check(addresses) { result in
      if isSeen { Terminal.say("asked for \(result.address)\n") }
    }
  }

  private func say(whatIs code: String) throws {
    guard let kind = LinkCheckCatalogue.all.first(where: { $0.code == code }) else {
      throw ValidationError(
        "There is no code `\(code)`. " + (Suggestion.didYouMean(code, among: LinkCheckCatalogue.all.map(\.code)).first ?? ""))
    }
    Terminal.print(CatalogueReporter(paint: .none).explanation(of: kind))
  }
}
