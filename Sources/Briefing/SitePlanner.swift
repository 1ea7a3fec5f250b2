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
    var joining = joined?.log ?? kept?.joinLog ?? DiagnosticLog()
    let facts = kept?.facts ?? joined?.facts ?? joinedFacts(log: &joining)
    let joinLog = joining
    let (parsed, earlier, input) = (parsed, earlier, input)
    // Facts, templates and prose are checked side by side: none needs what is said of the others.
    async let factFindings = Self.checkFacts(facts, parsed, words, today: input.today, after: earlier)
    async let templateLog = Self.checkTemplates(parsed, words, settings, earlier: earlier)
    let ground = Ground(earlier, facts, parsed, input.files)
    let back = ground.back ?? BackReferences(facts)
    // What pages show of records comes from the facts alone. Where perhaps no site is made, it is left until it is asked for.
    let isWanted = parsed.settings != nil && joined == nil
    async let ready = isWanted ? SiteRecords(facts, back, settings, words, after: ground.earlierSite) : nil
    // Where no site is made, nobody asks what changed from edition to edition.
    let history = joined == nil ? ground.history(of: parsed.editions) : nil
    let map =
      ground.map
      ?? SiteMap(
        facts: facts, back: back, pages: parsed.pages, past: history?.parts ?? PastParts(firstOf: parsed.editions),
        hasAddress: settings.baseURL != nil)
    let sourcesUsed = ground.sourcesUsed ?? FactCheck.sourcesUsed(facts)
    let check = SiteCheck(facts: facts, settings: settings, map: map, pages: parsed.pages, assets: input.assets)
    async let paths = ground.pathLog(of: map) ?? check.checkPaths()
    let targets = ground.targets ?? ProseCheck.Targets(map, parsed.pages)
    let prose = await checkProse(
      ProseCheck(facts: facts, settings: settings, targets: targets, assets: input.assets, drafts: parsed.drafts), sourcesUsed, ground)
    log.append(check.checkSettings())
    let fonts = CardCheck.fonts(settings, input, after: earlier?.planned.fonts, log: &log)
    CardCheck.checkImage(settings, input.assets, log: &log)
    let site = makeSite(settings, facts, back, await ready, prose, words, fonts?.fonts, map, history, ground)
    let pathLog = await paths
    let (findings, templates) = (await factFindings, await templateLog)
    log.append(joinLog)
    if let findings { log.append(findings.log) }
    log.append(pathLog)
    log.append(templates)
    let accepted = FactCheck.acceptWarnings(of: facts, in: &log)
    let isSound = site != nil && !log.hasErrors
    let planned = PlannedSite(
      input: input, facts: facts, factFindings: findings, joinLog: joinLog, templateLog: templates, fields: prose.fields,
      inlines: prose.inlines, pages: parsed.pages, pageFindings: prose.pages, targets: targets, sourcesUsed: sourcesUsed,
      drafts: parsed.drafts, map: map, pathLog: pathLog, fonts: fonts, site: isSound ? site : nil)
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
    _ settings: BriefingSettings, _ facts: FactBase, _ back: BackReferences, _ records: SiteRecords?, _ prose: ProseReading,
    _ words: Wording, _ fonts: CardFonts?, _ map: SiteMap, _ history: EditionHistory?, _ ground: Ground
  ) -> Site? {
    // Without a page to render, a site is made only to be told what its cards lack.
    guard parsed.settings != nil, !log.hasErrors, joined == nil || fonts != nil else { return nil }
    return Site(
      settings: settings, facts: facts, back: back,
      records: records ?? SiteRecords(facts, back, settings, words, after: ground.earlierSite), pages: parsed.pages, prose: prose.inlines,
      words: words, library: parsed.library, assets: input.assets, proseUses: prose.uses, generatedPaths: map.generated,
      history: history ?? ground.history(of: parsed.editions), cardFonts: fonts,
      theme: NamedTheme(settings, digest: input.digest), after: ground.earlierSite)
  }

  // MARK: Facts, templates and words

  /// The facts of all files; of kinds of which no file has changed since they were joined without an error, they are taken over.
  private func joinedFacts(log: inout DiagnosticLog) -> FactBase {
    guard let (planned, renewal) = earlier, planned.site != nil else { return FactBase(parsed.facts, log: &log) }
    return FactBase(parsed.facts, after: planned.facts, renewing: renewal.kinds, log: &log)
  }

  private static func checkFacts(
    _ facts: FactBase, _ parsed: ParsedFiles, _ words: Wording, today: CivilDay?, after earlier: (planned: PlannedSite, renewal: Renewal)?
  ) -> FactCheck.Findings? {
    guard let settings = parsed.settings else { return nil }
    let renewal = earlier?.renewal
    let keepsContext = renewal.map { $0.keepsSettings && $0.keepsStrings && $0.keepsEditions && $0.keepsDay } ?? false
    let before = keepsContext ? earlier?.planned.factFindings : nil
    if let before, renewal?.kinds.isEmpty ?? false, renewal?.facts.isEmpty ?? false { return before }
    let verbs = words("check.agreement-verbs").split(separator: " ").map(String.init)
    let context = CheckContext(settings: settings, today: today, agreementVerbs: verbs, editions: parsed.editions)
    return FactCheck.check(facts, context, after: before.map { ($0, renewal?.kinds ?? []) })
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

  private mutating func checkProse(_ check: ProseCheck, _ sourcesUsed: Set<String>, _ ground: Ground) async -> ProseReading {
    let (facts, settings) = (check.facts, check.settings)
    let files = input.files
    var prose = ProseReading()
    var cited: Set<String> = []
    let pages = parsed.pages
    var known = pages.indices.map { ground.findings(of: $0, pages[$0]) }
    let missing = known.indices.filter { known[$0] == nil }
    let found = await concurrentMap(missing, jobs: input.jobs, chunk: 16) { index in
      check.check(pages[index], file: files[Int(pages[index].file.number)])
    }
    for (index, findings) in zip(missing, found) { known[index] = findings }
    prose.pages = known.compactMap { $0 }
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
      var read: [FieldReading?] = []
      read.reserveCapacity(fields.count)
      // Those of files that are as they were come in the same order.
      var kept = ground.keptFields.makeIterator()
      var next = kept.next()
      for field in fields {
        guard let reading = next, reading.span == field.text.span else {
          read.append(nil)
          continue
        }
        read.append(ground.holds(reading.findings) ? reading : nil)
        next = kept.next()
      }
      let quotes = parsed.quotationMarks
      let missing = read.indices.filter { read[$0] == nil }
      let made = await concurrentMap(missing.map { fields[$0] }, jobs: input.jobs, chunk: 64) { field in
        var findings = ProseCheck.Findings()
        let inlines = MarkdownParser.inline(field.text.text, map: field.text.map, quotes: quotes, log: &findings.log)
        check.check(inlines, from: "Content/facts/", &findings)
        return FieldReading(span: field.text.span, owner: field.owner, inlines: inlines, findings: findings)
      }
      prose.inlines = ground.keptInlines
      for (index, reading) in zip(missing, made) {
        read[index] = reading
        prose.inlines[reading.span] = reading.inlines
      }
      prose.fields = read.compactMap { $0 }
    }
    for reading in prose.fields where !reading.findings.namesNothing || !reading.findings.log.isEmpty {
      log.append(reading.findings.log)
      cited.formUnion(reading.findings.sources)
      prose.named.formUnion(reading.findings.named)
    }
    // A file of sources that could not be read hides which of them are used.
    if !facts.unreadable.contains(.sources) {
      FactCheck.checkUnusedSources(facts, usedByRecords: sourcesUsed, usedByProse: cited, log: &log)
    }
    prose.named.formUnion(cited.map { FactKey(.sources, $0) })
    return prose
  }
}
