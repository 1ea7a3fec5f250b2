package import Diagnostics
import Facts
import Markdown
import Templates
import YAML

/// All files, parsed, each in a task of its own; nothing is joined or checked yet.
struct ParsedFiles: Sendable {
  private(set) var log = DiagnosticLog()
  private(set) var settings: BriefingSettings?
  private(set) var settingsFile: SourceFile?
  private(set) var facts: [FactFile] = []
  private(set) var pages: [Page] = []
  /// What was published, oldest first.
  private(set) var editions: [Edition] = []
  /// The paths of pages that are kept back.
  private(set) var drafts: Set<String> = []
  private(set) var strings: [StringsEntry]?
  private(set) var stringsFile: SourceFile?
  let library: TemplateLibrary

  init(_ input: Build.Input) async {
    var memory = ParsedMemory()
    await self.init(input, reusing: &memory)
  }

  init(_ input: Build.Input, reusing memory: inout ParsedMemory) async {
    var log = DiagnosticLog()
    let files = SortedFiles(input, log: &log)
    (settingsFile, stringsFile) = (files.settings, files.strings)
    library = memory.library(files.templates, log: &log)
    readSettings(&memory, &log)
    readStrings(&memory, &log)

    let quotes = quotationMarks
    if memory.quotes != quotes { memory.pages = KeptByFile() }
    memory.quotes = quotes
    // Files of facts are few and large, pages are many and small: together they leave nobody waiting.
    let (knownFacts, knownPages) = (memory.facts, memory.pages)
    async let factsRead = knownFacts.reading(files.facts, jobs: input.jobs, chunk: 1) { file in
      FactFile(files.kinds[file.id] ?? .claims, file)
    }
    async let pagesRead = knownPages.reading(files.pages, jobs: input.jobs, chunk: 16) { Self.page($0, quotes) }
    memory.editions = await memory.editions.reading(files.editions, jobs: input.jobs, chunk: 1) { file in
      var log = DiagnosticLog()
      let edition = Edition.read(file, log: &log)
      return ParsedMemory.EditionReading(edition: edition, log: log)
    }
    (memory.facts, memory.pages) = (await factsRead, await pagesRead)
    facts = memory.facts.values
    for file in facts { log.append(file.log) }
    for reading in memory.editions.values {
      log.append(reading.log)
      if let edition = reading.edition { editions.append(edition) }
    }
    editions.sort { $0.day < $1.day }
    for reading in memory.pages.values {
      log.append(reading.log)
      guard let page = reading.page else { continue }
      if page.head.isDraft { drafts.insert(page.path) } else { pages.append(page) }
    }
    self.log = log
  }

  /// The typographic quotation marks of the briefing's language.
  var quotationMarks: Quotes {
    let words = Dictionary((strings ?? []).map { ($0.key, $0.text) }) { first, _ in first }
    let english = Quotes.english
    return Quotes(
      openingDouble: words["quotes.open"] ?? english.openingDouble, closingDouble: words["quotes.close"] ?? english.closingDouble,
      openingSingle: words["quotes.inner-open"] ?? english.openingSingle,
      closingSingle: words["quotes.inner-close"] ?? english.closingSingle)
  }

  private static func page(_ file: SourceFile, _ quotes: Quotes) -> ParsedMemory.PageReading {
    var log = DiagnosticLog()
    let document = MarkdownParser.parse(file, quotes: quotes, log: &log)
    var head = PageHead()
    if let front = document.frontMatter, let node = YAMLReader.read(file, range: front.yaml.range, log: &log) {
      var reader = FactReader(file: file)
      _ = reader.readFields(of: node, table: PageHead.table, into: &head)
      log.append(reader.log)
    }
    return ParsedMemory.PageReading(page: Page(file: file.id, source: file.path, head: head, blocks: document.blocks), log: log)
  }

  private mutating func readSettings(_ memory: inout ParsedMemory, _ log: inout DiagnosticLog) {
    guard let settingsFile else {
      log.add(
        Diagnostic(
          .briefingMissing, "there is no Content/briefing.yml, which says what the briefing is",
          help: ["write one with `format: 1`, `title`, `question`, `answer`, `as_of`, `published` and `language`"]))
      return
    }
    let reading = memory.settings.read(settingsFile, Self.settings)
    settings = reading.settings
    log.append(reading.log)
  }

  private static func settings(_ file: SourceFile) -> ParsedMemory.SettingsReading {
    var log = DiagnosticLog()
    guard let node = YAMLReader.read(file, log: &log) else {
      if log.isEmpty {
        log.add(Diagnostic(.briefingMissing, "Content/briefing.yml is empty", at: file.span(0..<0), help: ["say what the briefing is"]))
      }
      return ParsedMemory.SettingsReading(settings: nil, log: log)
    }
    let settings = BriefingSettings.read(node, file: file, log: &log)
    return ParsedMemory.SettingsReading(settings: settings, log: log)
  }

  /// Reads strings.yml: a mapping from key to text.
  private mutating func readStrings(_ memory: inout ParsedMemory, _ log: inout DiagnosticLog) {
    guard let stringsFile else {
      log.add(
        Diagnostic(
          .stringsMissing, "there is no Templates/strings.yml, which holds every word of the interface",
          help: ["copy it from the Templates that came with brief"]))
      return
    }
    let reading = memory.strings.read(stringsFile, Self.strings)
    strings = reading.entries
    log.append(reading.log)
  }

  private static func strings(_ file: SourceFile) -> ParsedMemory.StringsReading {
    var log = DiagnosticLog()
    guard let node = YAMLReader.read(file, log: &log) else { return ParsedMemory.StringsReading(entries: nil, log: log) }
    guard let entries = node.mapping else {
      log.add(
        Diagnostic(.stringsWrongType, "strings.yml is a mapping from key to text", at: node.span, help: ["write `some-key: The words`"]))
      return ParsedMemory.StringsReading(entries: nil, log: log)
    }
    let texts: [StringsEntry] = entries.compactMap { entry in
      guard let scalar = entry.value.scalar else {
        log.add(
          Diagnostic(
            .stringsWrongType, "`\(entry.key)` is not a text", at: entry.value.span, label: "expected a text",
            help: ["keys are flat: write `\(entry.key).one: ...` instead of a mapping"]))
        return nil
      }
      return StringsEntry(key: entry.key, keySpan: entry.keySpan, text: scalar.text, map: scalar.map)
    }
    return ParsedMemory.StringsReading(entries: texts, log: log)
  }
}

extension DiagnosticKind {
  package static let briefingMissing = DiagnosticKind(
    "briefing.missing",
    meaning: "`Content/briefing.yml` says what the briefing is: its question, its answer, its dates. Nothing can be built without it.",
    wrong: .init("Content/briefing.yml", "# Nothing yet.\n"),
    right: .init(
      "Content/briefing.yml",
      "format: 1\ntitle: The harbour talks\nquestion: Is there a truce?\nanswer: Not yet.\nas_of: 2025-08-31\npublished: 2025-09-01\nlanguage: en\n"
    ))

  package static let stringsMissing = DiagnosticKind(
    "strings.missing",
    meaning: "`Templates/strings.yml` holds every word of the interface. Without it pages would have no labels.",
    wrong: .init("Templates/strings.yml-", ""),
    right: .init("Content/index.md", "Words.\n"))

  package static let stringsWrongType = DiagnosticKind(
    "strings.wrong-type",
    meaning: "`strings.yml` maps each key to a text; lists and nested mappings have no place in it.",
    wrong: .init("Templates/strings.yml+", "extra-words: [one, two]\n"),
    right: .init("Content/index.md", "Words.\n"))
}
