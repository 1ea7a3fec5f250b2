package import Diagnostics
import Facts
import Markdown
import Templates

/// Joins what was parsed, checks that it holds together, and plans the pages.
struct SitePlanner {
  private let input: Build.Input
  private let parsed: ParsedFiles
  private var log: DiagnosticLog

  init(_ input: Build.Input, _ parsed: ParsedFiles) {
    self.input = input
    self.parsed = parsed
    log = parsed.log
  }

  func plan() async -> Build.Plan {
    var planner = self
    return await planner.run()
  }

  private mutating func run() async -> Build.Plan {
    let facts = FactBase(parsed.facts, log: &log)
    let settings = parsed.settings ?? BriefingSettings()
    let strings = Strings(entries: parsed.strings ?? [], language: settings.language, declarations: BriefingWords.declarations)
    let words = Wording(strings)
    if let settings = parsed.settings {
      let verbs = words("check.agreement-verbs").split(separator: " ").map(String.init)
      let context = CheckContext(settings: settings, today: input.today, agreementVerbs: verbs, editions: parsed.editions)
      FactCheck.check(facts, context, log: &log)
    }
    // The templates need nothing of the facts, so that they are checked beside the prose.
    async let templates = Self.checkTemplates(parsed, words, settings)
    let map = SiteMap(facts: facts, pages: parsed.pages, editions: parsed.editions.map(\.date), hasAddress: settings.baseURL != nil)
    let prose = await checkProse(facts, settings, map)
    checkSettings(settings, facts, map)
    checkPaths(facts, map)
    log.append(await templates)
    let fonts = CardCheck.fonts(settings, input, log: &log)
    CardCheck.checkImage(settings, input.assets, log: &log)
    let accepted = FactCheck.acceptWarnings(of: facts, in: &log)
    guard parsed.settings != nil, !log.hasErrors else {
      return Build.Plan(log: log, accepted: accepted, site: nil, map: nil, strictCodes: settings.strict.map(\.text))
    }
    let site = Site(
      settings: settings, facts: facts, pages: parsed.pages, prose: prose.inlines, words: words, library: parsed.library,
      assets: input.assets,
      proseUses: prose.uses, editions: parsed.editions, cardFonts: fonts,
      theme: NamedTheme(settings, digest: input.digest))
    CardCheck.report(site.cards, settings, log: &log)
    return Build.Plan(
      log: log, accepted: accepted, site: site, map: map, strictCodes: settings.strict.map(\.text), named: prose.named,
      editions: parsed.editions)
  }

  // MARK: Templates and words

  private static func checkTemplates(_ parsed: ParsedFiles, _ words: Wording, _ settings: BriefingSettings) -> DiagnosticLog {
    guard parsed.strings != nil, let file = parsed.stringsFile else { return DiagnosticLog() }
    let globals = Globals(words: words, site: SiteView(settings, words))
    var check = TemplateCheck(parsed.library)
    for kind in TemplateKind.allCases { check.check(kind.rawValue, against: globals.shape(of: kind)) }
    check.reportUnused()
    var log = check.log
    let isKnown = check.isComplete && !parsed.log.diagnostics.contains { $0.severity == .error && $0.code.hasPrefix("template.") }
    log.append(StringsCheck.check(words.strings, in: file, usedWords: isKnown ? check.usedWords : nil))
    return log
  }

  // MARK: Prose

  /// The Markdown of all fields, read, and the pages that cite each source.
  private mutating func checkProse(
    _ facts: FactBase, _ settings: BriefingSettings, _ map: SiteMap
  ) async -> (inlines: [SourceSpan: [Inline]], uses: [String: [String]], named: Set<FactKey>) {
    let check = ProseCheck(
      facts: facts, settings: settings, pages: map.paths.union(parsed.pages.map(\.path)),
      anchors: Dictionary(parsed.pages.map { ($0.path, $0.anchors) }) { first, _ in first }, assets: input.assets,
      drafts: parsed.drafts)
    let files = input.files
    var uses: [String: [String]] = [:]
    var cited: Set<String> = []
    var named: Set<FactKey> = []
    let pages = await concurrentMap(parsed.pages, jobs: input.jobs, chunk: 16) { page in
      check.check(page, file: files[Int(page.file.number)])
    }
    for (page, findings) in zip(parsed.pages, pages) {
      log.append(findings.log)
      for source in findings.sources.sorted() { uses[source, default: []].append(page.path) }
      cited.formUnion(findings.sources)
      named.formUnion(findings.named)
    }
    let fields = facts.markdown + settings.markdown
    let quotes = parsed.quotationMarks
    let read = await concurrentMap(fields, jobs: input.jobs, chunk: 64) { field in
      var findings = ProseCheck.Findings()
      let inlines = MarkdownParser.inline(field.text, map: field.map, quotes: quotes, log: &findings.log)
      check.check(inlines, from: "Content/facts/", &findings)
      return (inlines, findings)
    }
    var inlines: [SourceSpan: [Inline]] = Dictionary(minimumCapacity: fields.count)
    for (field, (content, findings)) in zip(fields, read) {
      inlines[field.span] = content
      log.append(findings.log)
      cited.formUnion(findings.sources)
      named.formUnion(findings.named)
    }
    // A file of sources that could not be read hides which of them are used.
    if !facts.unreadable.contains(.sources) { FactCheck.checkUnusedSources(facts, usedByProse: cited, log: &log) }
    return (inlines, uses, named.union(cited.map { FactKey(.sources, $0) }))
  }

  // MARK: Settings and paths

  private mutating func checkSettings(_ settings: BriefingSettings, _ facts: FactBase, _ map: SiteMap) {
    for page in [settings.method, settings.correctionsPolicy].compactMap({ $0 }) {
      if case .page(let path, _) = FactLink(page.text, in: "Content/index.md"), map.paths.contains(path) { continue }
      log.add(
        Diagnostic(
          .proseDeadLink, "there is no page `\(page.text)`", at: page.span, label: "leads nowhere",
          help: Suggestion.nearest(to: page.text, among: parsed.pages.map { String($0.source.dropFirst("Content/".count)) }).map {
            ["did you mean `\($0)`?"]
          } ?? ["name a file of `Content/`, such as `method.md`"]))
    }
    for correction in facts.corrections {
      guard case .page(let path, _) = FactLink(correction.target.text, in: "Content/index.md"), !map.paths.contains(path) else { continue }
      log.add(
        Diagnostic(
          .proseDeadLink, "there is no page `\(correction.target.text)`", at: correction.target.span,
          label: "was corrected, but is not there",
          help: Suggestion.didYouMean(correction.target.text, among: parsed.pages.map { String($0.source.dropFirst("Content/".count)) })
            + ["a correction names `claim:id`, `event:id` or a page"]))
    }
    let codes = FactsCatalogue.all + BriefingCatalogue.all
    for code in settings.strict where !codes.contains(where: { $0.code == code.text }) {
      log.add(
        Diagnostic(
          .briefingUnknownCode, "there is no code `\(code.text)`", at: code.span, label: "unknown code",
          help: Suggestion.didYouMean(code.text, among: codes.map(\.code))))
    }
  }

  /// Two pages, or a page and a copied file, that want one path.
  private mutating func checkPaths(_ facts: FactBase, _ map: SiteMap) {
    var owners: [String: (what: String, span: SourceSpan?)] = [:]
    let pages = Dictionary(parsed.pages.map { ($0.path, $0) }) { first, _ in first }
    for entry in map.entries {
      let owner = describe(entry, facts, pages)
      if let other = owners[entry.path.lowercased()] {
        reportConflict(entry.path, owner, other)
      } else {
        owners[entry.path.lowercased()] = owner
      }
    }
    var seen: [String: Page] = [:]
    for page in parsed.pages {
      if let other = seen[page.path.lowercased()] {
        reportConflict(
          page.path, ("`\(page.source)`", SourceSpan(file: page.file, start: 0, end: 0)),
          ("`\(other.source)`", SourceSpan(file: other.file, start: 0, end: 0)))
      }
      seen[page.path.lowercased()] = page
    }
    let settings = parsed.settings ?? BriefingSettings()
    let reserved = Set(
      Build.exportPaths + ["manifest.json"] + OEmbed.paths(facts, settings) + WebFiles.reserved(settings)
        + HostFiles.paths(of: settings.hosting))
    for path in input.assets.sorted() {
      if let other = owners[path.lowercased()] {
        reportConflict(path, ("a file of Content/root", nil), other)
      } else if reserved.contains(path) {
        reportConflict(path, ("a file of Content/root", nil), ("brief itself", nil))
      }
    }
  }

  private func describe(_ entry: SiteMap.Entry, _ facts: FactBase, _ pages: [String: Page]) -> (what: String, span: SourceSpan?) {
    switch entry.content {
    case .claim(let id): ("the claim `\(id)`", facts.claims[id]?.head.idSpan)
    case .event(let id): ("the event `\(id)`", facts.events[id]?.head.idSpan)
    case .actor(let id): ("the actor `\(id)`", facts.actors[id]?.head.idSpan)
    case .topic(let id): ("the topic `\(id)`", facts.topics[id]?.head.idSpan)
    case .page:
      (pages[entry.path].map { "`\($0.source)`" } ?? entry.path, pages[entry.path].map { SourceSpan(file: $0.file, start: 0, end: 0) })
    default: ("a page that every site has", nil)
    }
  }

  private mutating func reportConflict(_ path: String, _ one: (what: String, span: SourceSpan?), _ other: (what: String, span: SourceSpan?))
  {
    log.add(
      Diagnostic(
        .siteTwoPages, "\(one.what) and \(other.what) both want the path `\(path)`", at: one.span ?? other.span, label: "wants it",
        others: one.span == nil ? [] : other.span.map { [Label($0, "wants it too")] } ?? [], help: ["give one of them another name"]))
  }
}

extension FactBase {
  /// All texts with Markdown, of all records, in their order.
  var markdown: [MarkdownText] {
    var texts: [MarkdownText?] = []
    for actor in actors { texts.append(actor.note) }
    for topic in topics { texts.append(topic.description) }
    for source in sources { texts.append(source.note) }
    for event in events { texts += [event.summary] + event.sources.map(\.note) }
    for claim in claims {
      texts += [claim.unknown, claim.wouldChange, claim.note] + claim.sources.map(\.note)
      texts += claim.evidence.map(\.note) + claim.responses.map(\.note) + claim.sightings.map(\.note)
      for entry in claim.status { texts += [entry.why] + entry.sources.map(\.note) }
    }
    for position in positions {
      for stance in position.stances { texts += [stance.summary, stance.changeNote] + stance.sources.map(\.note) }
    }
    for question in questions { texts.append(question.answer) }
    for term in terms { texts.append(term.definition) }
    for correction in corrections { texts.append(correction.why) }
    return texts.compactMap { $0 }
  }
}

extension BriefingSettings {
  /// All texts with Markdown.
  var markdown: [MarkdownText] {
    [answer] + points.map(\.text)
  }
}

extension DiagnosticKind {
  package static let siteTwoPages = DiagnosticKind(
    "site.two-pages",
    meaning: "Two pages want one path, and one of them would overwrite the other.",
    wrong: .init([
      (path: "Content/about.md", text: "# About\n\nWords.\n"), (path: "Content/root/about.html", text: "<p>Other words.</p>\n"),
    ]),
    right: .init([
      (path: "Content/about.md", text: "# About\n\nWords.\n"), (path: "Content/root/about-us.html", text: "<p>Other words.</p>\n"),
    ]))

  package static let briefingUnknownCode = DiagnosticKind(
    "briefing.unknown-code",
    meaning: "`strict` lists codes of warnings that fail the build; this is none of them.",
    wrong: .init("Content/briefing.yml+", "strict: [prose.uncitd]\n"),
    right: .init("Content/briefing.yml+", "strict: [prose.uncited]\n"))
}
