import Testing

/// Words that stand nowhere, or only in their places.
@Suite struct WordTests {
  struct Rule: Sendable {
    /// What an offence is called.
    let name: String
    /// A part of every offence, looked for first because that is quick.
    let part: String
    let pattern: @Sendable () -> Regex<Substring>
    /// The beginnings of the paths where it may stand.
    var places: [String] = []
  }

  static let roofs = ["Sources/brief/", "Sources/brief-preview/", "Sources/bench/"]

  static let rules: [Rule] = [
    Rule(name: "try!", part: "try!", pattern: { /\btry!/ }),
    Rule(name: "as!", part: "as!", pattern: { /\bas!/ }),
    Rule(name: "@unchecked", part: "@unchecked", pattern: { /@unchecked/ }),
    Rule(name: "nonisolated(unsafe)", part: "nonisolated", pattern: { /nonisolated\(unsafe\)/ }),
    Rule(name: "public", part: "public", pattern: { /\bpublic\b/ }),
    Rule(
      name: "unsafe", part: "unsafe", pattern: { /(?:^|[^.\w`])unsafe +[\w\[(&]/ },
      places: [
        "Sources/Markdown/CMark/", "Sources/Workspace/SystemCalls", "Sources/Preview/Watching/", "Sources/bench/ChildProcess.swift",
        "Sources/bench/PlainFiles.swift",
        "Sources/bench/PlainRendering.swift",
      ]),
    Rule(
      name: "a global var that is stored", part: "var ",
      pattern: { /^(?:(?:package|internal|fileprivate|private) +)?var +\w+[^{]*(?:=.*|[^{]*)$/ }),
    Rule(name: "a static var that is stored", part: "static var ", pattern: { /\bstatic +var +\w+ *(?::[^{=]*)?=/ }),
    Rule(
      name: "a class or actor", part: "class ",
      pattern: { /^\s*(?:(?:package|internal|fileprivate|private|final) +)*class +[A-Z]/ }, places: frozenObjects + lastingObjects),
    Rule(
      name: "a class or actor", part: "actor ", pattern: { /^\s*(?:(?:package|internal|fileprivate|private|final) +)*actor +[A-Z]/ },
      places: lastingObjects),
    Rule(name: "print", part: "print(", pattern: { /(?:^|[^.\w])print\(/ }, places: roofs),
    Rule(name: "CommandLine", part: "CommandLine", pattern: { /\bCommandLine\b/ }, places: roofs),
    Rule(name: "getenv", part: "getenv", pattern: { /\bgetenv\(/ }, places: roofs + ["Sources/Workspace/SystemCalls"]),
    Rule(name: "a clock", part: "Clock", pattern: { /\b(?:ContinuousClock|SuspendingClock)\b/ }, places: roofs),
    Rule(name: "a clock", part: "time", pattern: { /\b(?:clock_gettime|gettimeofday)\b/ }, places: roofs),
  ]

  /// Objects that never change: every stored property is a `let`, and they are passed around by the thousand.
  private static let frozenObjects = [
    "Sources/Briefing/DatePhrase.swift", "Sources/Briefing/Page.swift", "Sources/Briefing/PreparedViews.swift",
    "Sources/Briefing/Site.swift", "Sources/Briefing/ViewTable.swift", "Sources/Briefing/Views/ActorLine.swift",
    "Sources/Briefing/Views/ActorMention.swift", "Sources/Briefing/Views/CitationMark.swift",
    "Sources/Briefing/Views/ClaimDetail.swift", "Sources/Briefing/Views/ClaimLine.swift", "Sources/Briefing/Views/ClaimRow.swift",
    "Sources/Briefing/Views/DateView.swift", "Sources/Briefing/Views/EventEntry.swift", "Sources/Briefing/Views/EventLine.swift",
    "Sources/Briefing/Views/EverythingView.swift", "Sources/Briefing/Views/EvidenceView.swift",
    "Sources/Briefing/Views/FrameLinks.swift", "Sources/Briefing/Views/HistoryEntry.swift", "Sources/Briefing/Views/LinkView.swift",
    "Sources/Briefing/Views/PageFrame.swift", "Sources/Briefing/Views/Pages/ClaimView.swift",
    "Sources/Briefing/Views/Pages/EventView.swift", "Sources/Briefing/Views/Pages/PlainView.swift",
    "Sources/Briefing/Views/QuoteView.swift", "Sources/Briefing/Views/ReferenceView.swift",
    "Sources/Briefing/Views/ResponseView.swift", "Sources/Briefing/Views/SourceLine.swift", "Sources/Briefing/Views/SourceView.swift",
    "Sources/Briefing/Views/StatusView.swift", "Sources/Facts/FactBase.swift", "Sources/Templates/FieldSlots.swift",
    "Sources/Templates/Strings.swift", "Sources/Templates/View.swift",
  ]

  /// What lasts while the preview runs, and is shared by all that happens meanwhile; the queue before each host, and what
  /// comes of a question while it is on its way.
  private static let lastingObjects = [
    "Sources/LanguageServer/",
    "Sources/Preview/", "Sources/brief-preview/", "Sources/LinkCheck/HostGates.swift", "Sources/LinkCheck/LinkClient.swift",
  ]

  @Test func frozenObjectsStoreNoVariables() {
    let found = Repository.sources.filter { Self.frozenObjects.contains($0.path) }.flatMap { file in
      // Stored properties of a type stand two spaces in; variables of functions and computed properties further, or with a body.
      file.text.matches(of: /\n  (?:(?:package|private|fileprivate) +)?var +\w+[^{\n]*(?=\n)/)
        .map { "\(file.path):\($0.output)" }
    }
    #expect(found == [])
  }

  @Test func standOnlyInTheirPlaces() {
    #expect(Repository.sources.flatMap(offences) == [])
  }

  @Test func nothingIsLeftForLater() {
    let later = ["TO" + "DO", "FIX" + "ME", "XX" + "X:"]
    let found = (Repository.sources + Repository.tests).flatMap { file in
      later.filter { file.text.contains($0) }.map { "\(file.path): \($0)" }
    }
    #expect(found == [])
  }

  @Test func nothingPointsOutOfTheRepository() {
    let shared = "../" + "shared"
    let folders = ["Sources", "Tests", "Content", "Templates"].flatMap { Repository.files(below: $0) }
    let tops = ["Package.swift", "Makefile", "README.md", ".ci/run", "CHANGELOG.md", "CONTRIBUTING.md"].map {
      Repository.File(path: $0, text: Repository.text($0))
    }
    let found = (folders + tops).filter { file in
      file.text.contains(shared) || file.text.contains(/(?:^|[\s"'`(=:])\/work\/|\/tmp\/rooms/)
    }
    #expect(found.map(\.path).filter { $0 != "Tests/HouseTests/WordTests.swift" } == [])
  }

  @Test(arguments: [
    ("Sources/Facts/A.swift", "let a = try! f()", 1),
    ("Sources/Facts/A.swift", "let a = \"try!\" // try!", 0),
    ("Sources/Facts/A.swift", "public struct A {}", 1),
    ("Sources/Facts/A.swift", "var count = 0", 1),
    ("Sources/Facts/A.swift", "private var count: Int?", 1),
    ("Sources/Facts/A.swift", "var count: Int { 0 }\n  var a = 1", 0),
    ("Sources/Facts/A.swift", "  static var a: Int = 1", 1),
    ("Sources/Facts/A.swift", "  static var a: Int { b == c }", 0),
    ("Sources/Facts/A.swift", "let a = unsafe f()", 1),
    ("Sources/Markdown/CMark/A.swift", "let a = unsafe f()", 0),
    ("Sources/Templates/A.swift", "case unsafe\nf(.unsafe)\nlet unsafe = 1", 0),
    ("Sources/Facts/A.swift", "final class A {}", 1),
    ("Sources/Facts/A.swift", "print(1)", 1),
    ("Sources/brief/A.swift", "print(1)", 0),
    ("Sources/Facts/A.swift", "let a = ContinuousClock.now", 1),
  ])
  func offencesAreFound(path: String, text: String, count: Int) {
    #expect(offences(Repository.File(path: path, text: text)).count == count)
  }

  private func offences(_ file: Repository.File) -> [String] {
    let lines = file.code.split(separator: "\n", omittingEmptySubsequences: false)
    return Self.rules.filter { rule in !rule.places.contains { file.path.hasPrefix($0) } && file.code.contains(rule.part) }.flatMap {
      rule in
      let pattern = rule.pattern().wordBoundaryKind(.simple)
      return lines.indices.filter { lines[$0].contains(rule.part) && lines[$0].contains(pattern) }
        .map { "\(file.path):\($0 + 1): \(rule.name)" }
    }
  }
}
