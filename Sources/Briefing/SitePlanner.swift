import Cards
import Diagnostics
import EDTF
import Facts
import Markdown
import Templates

/// Joins what was parsed, checks that it holds together, and plans the pages.
struct SitePlanner {
  private let input: Build.Input
  private let parsed: ParsedFiles
  /// The plan before, and what changed since; nil where nothing of it can be used.
  private let earlier: (planned: PlannedSite, renewal: Renewal)?
  /// The facts, joined already, and what was said of that; then nothing is to be rendered.
  private let joined: (facts: FactBase, log: DiagnosticLog)?
  private var log: DiagnosticLog

  init(
    _ input: Build.Input, _ parsed: ParsedFiles, after planned: PlannedSite?, checking joined: (facts: FactBase, log: DiagnosticLog)? = nil
  ) {
    self.joined = joined
    self.input = input
    self.parsed = parsed
    earlier = planned.flatMap { planned in Renewal(from: planned.input, to: input).map { (planned, $0) } }
    log = parsed.log
  }

  func plan() async -> (plan: Build.Plan, planned: PlannedSite) {
    var planner = self
    return await planner.run()
  }

  private mutating func run() async -> (plan: Build.Plan, planned: PlannedSite) {
    let settings = parsed.settings ?? BriefingSettings()
    let strings = Strings(entries: parsed.strings ?? [], language: settings.language, declarations: BriefingWords.declarations)
    let words = Wording(strings)
    let kept = earlier.flatMap { $0.renewal.keepsFacts ? $0.planned : nil }
    var joining = joined?.log ?? DiagnosticLog()
    let facts = kept?.facts ?? joined?.facts ?? FactBase(parsed.facts, log: &joining)
    let joinLog = joining
    let (parsed, earlier, input) = (parsed, earlier, input)
    // Facts, templates and prose are checked side by side: none needs what is said of the others.
    async let factLog = Self.checkFacts(facts, joinLog, parsed, words, today: input.today, kept: kept)
    async let templateLog = Self.checkTemplates(parsed, words, settings, earlier: earlier)
    let ground = Ground(earlier, facts, parsed, input.files)
    let map =
      ground.map
      ?? SiteMap(facts: facts, pages: parsed.pages, editions: parsed.editions.map(\.date), hasAddress: settings.baseURL != nil)
    let prose = await checkProse(facts, settings, map, ground)
    let check = SiteCheck(facts: facts, settings: settings, map: map, pages: parsed.pages, assets: input.assets)
    log.append(check.checkSettings())
    let fonts = CardCheck.fonts(settings, input, log: &log)
    CardCheck.checkImage(settings, input.assets, log: &log)
    let site = makeSite(settings, facts, prose, words, fonts, ground)
    let pathLog = ground.pathLog(of: map) ?? check.checkPaths()
    let logs = (facts: await factLog, templates: await templateLog)
    log.append(logs.facts)
    log.append(pathLog)
    log.append(logs.templates)
    let accepted = FactCheck.acceptWarnings(of: facts, in: &log)
    let isSound = site != nil && !log.hasErrors
    let planned = PlannedSite(
      input: input, facts: facts, factLog: logs.facts, templateLog: logs.templates, fields: prose.fields, inlines: prose.inlines,
      pages: parsed.pages, pageFindings: prose.pages, drafts: parsed.drafts, map: map, pathLog: pathLog, site: isSound ? site : nil)
    guard isSound else {
      return (Build.Plan(log: log, accepted: accepted, site: nil, map: nil, strictCodes: settings.strict.map(\.text)), planned)
    }
    if let site { CardCheck.report(site.cards, settings, log: &log) }
    let plan = Build.Plan(
      log: log, accepted: accepted, site: site, map: map, strictCodes: settings.strict.map(\.text), named: prose.named,
      editions: parsed.editions)
    return (plan, planned)
  }

  /// The site, which may yet turn out to have errors; nil where it is known already that it has.
  private func makeSite(
    _ settings: BriefingSettings, _ facts: FactBase, _ prose: ProseReading, _ words: Wording, _ fonts: CardFonts?, _ ground: Ground
  ) -> Site? {
    // Without a page to render, a site is made only to be told what its cards lack.
    guard parsed.settings != nil, !log.hasErrors, joined == nil || fonts != nil else { return nil }
    return Site(
      settings: settings, facts: facts, pages: parsed.pages, prose: prose.inlines, words: words, library: parsed.library,
      assets: input.assets, proseUses: prose.uses, editions: parsed.editions, cardFonts: fonts,
      theme: NamedTheme(settings, digest: input.digest), after: ground.earlierSite)
  }

  // MARK: Facts, templates and words

  private static func checkFacts(
    _ facts: FactBase, _ joining: DiagnosticLog, _ parsed: ParsedFiles, _ words: Wording, today: CivilDay?, kept: PlannedSite?
  ) -> DiagnosticLog {
    if let kept { return kept.factLog }
    var log = joining
    guard let settings = parsed.settings else { return log }
    let verbs = words("check.agreement-verbs").split(separator: " ").map(String.init)
    let context = CheckContext(settings: settings, today: today, agreementVerbs: verbs, editions: parsed.editions)
    FactCheck.check(facts, context, log: &log)
    return log
  }

  private static func checkTemplates(
    _ parsed: ParsedFiles, _ words: Wording, _ settings: BriefingSettings, earlier: (planned: PlannedSite, renewal: Renewal)?
  ) -> DiagnosticLog {
    if let earlier, earlier.renewal.keepsTemplates, earlier.renewal.keepsStrings, earlier.renewal.keepsSettings {
      return earlier.planned.templateLog
    }
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

  /// What is found in prose: the Markdown of all fields, read, and the pages that cite each source.
  private struct ProseReading {
    var inlines: [SourceSpan: [Inline]] = [:]
    var fields: [FieldReading] = []
    var pages: [ProseCheck.Findings] = []
    var uses: [String: [String]] = [:]
    var named: Set<FactKey> = []
  }

  private mutating func checkProse(
    _ facts: FactBase, _ settings: BriefingSettings, _ map: SiteMap, _ ground: Ground
  ) async -> ProseReading {
    let check = ProseCheck(
      facts: facts, settings: settings, pages: map.paths.union(parsed.pages.map(\.path)),
      anchors: Dictionary(parsed.pages.map { ($0.path, $0.anchors) }) { first, _ in first }, assets: input.assets,
      drafts: parsed.drafts)
    let files = input.files
    var prose = ProseReading()
    var cited: Set<String> = []
    let pages = parsed.pages
    prose.pages = await concurrentMap(Array(pages.indices), jobs: input.jobs, chunk: 16) { index in
      ground.findings(of: index, pages[index]) ?? check.check(pages[index], file: files[Int(pages[index].file.number)])
    }
    for (page, findings) in zip(parsed.pages, prose.pages) {
      log.append(findings.log)
      for source in findings.sources.sorted() { prose.uses[source, default: []].append(page.path) }
      cited.formUnion(findings.sources)
      prose.named.formUnion(findings.named)
    }
    if let fields = ground.fields {
      (prose.fields, prose.inlines) = fields
    } else {
      let fields: [(owner: FactKey?, text: MarkdownText)] = facts.markdown + settings.markdown.map { (nil, $0) }
      let quotes = parsed.quotationMarks
      let read = await concurrentMap(fields, jobs: input.jobs, chunk: 64) { field in
        if let known = ground.field(field.text.span) { return known }
        var findings = ProseCheck.Findings()
        let inlines = MarkdownParser.inline(field.text.text, map: field.text.map, quotes: quotes, log: &findings.log)
        check.check(inlines, from: "Content/facts/", &findings)
        return FieldReading(span: field.text.span, owner: field.owner, inlines: inlines, findings: findings)
      }
      prose.fields = read
      prose.inlines = Dictionary(minimumCapacity: read.count)
      for reading in read { prose.inlines[reading.span] = reading.inlines }
    }
    for reading in prose.fields where !reading.findings.namesNothing || !reading.findings.log.isEmpty {
      log.append(reading.findings.log)
      cited.formUnion(reading.findings.sources)
      prose.named.formUnion(reading.findings.named)
    }
    // A file of sources that could not be read hides which of them are used.
    if !facts.unreadable.contains(.sources) { FactCheck.checkUnusedSources(facts, usedByProse: cited, log: &log) }
    prose.named.formUnion(cited.map { FactKey(.sources, $0) })
    return prose
  }
}
