import Diagnostics
import Foundation
import TestKit
import Testing

/// The command from outside: exit statuses, what goes to which output, what is written and what is left alone.
@Suite struct CommandTests {
  /// A smallest site in a new folder, with other files laid over it.
  private func site(_ files: [(String, String)] = [], _ body: (TemporaryFolder) throws -> Void) async throws {
    try await withTemporaryFolder { folder in
      try SiteFolder.lay("smallest", in: folder)
      for (path, text) in files { try folder.write(DiagnosticKind.Example.File(path: path, text: text)) }
      try body(folder)
    }
  }

  private static let deadLink = ("Content/about.md", "# About\n\nSee [the offer](claim:ceasefire-ofer).\n")
  private static let unused = (
    "Content/facts/sources.yml+",
    "second-paper:\n  title: A second paper\n  publisher: The Desk\n  unlinked: seen in print\n  kind: report\n"
  )

  // MARK: Statuses and outputs

  private static let endings: [(arguments: [String], status: Int32)] = [
    (["--version"], 0), (["--help"], 0), (["build", "--help"], 0), (["explain"], 0), (["explain", "fact.unknown-reference"], 0),
    (["explain", "fact.unknown-refrence"], 2), (["views"], 0), (["views", "claim"], 0), (["views", "clam"], 2), (["biuld"], 2),
    (["build", "--jobs", "0"], 2), (["build", "--jobs", "many"], 2), (["check", "--today", "tomorrow"], 2),
    (["check", "--format", "xml"], 2), (["check", "--format", "sarif"], 0), (["schema"], 0), (["schema", "claims"], 2),
    (["check", "--no-such-option"], 2), (["check"], 0), (["check", "--today", "2025-09-10"], 0),
    (["build", "--project", "no-such-folder"], 3),
    (["why", "index.html"], 0), (["why", "claims/no-such-claim.html"], 2), (["why"], 2), (["serve", "--help"], 0),
    (["serve", "--no-such-option"], 2), (["serve", "--port", "70000"], 2), (["serve", "--jobs", "0"], 2),
    (["serve", "--project", "no-such-folder", "--port", "0"], 3), (["serve", "--host", "no.address.example", "--port", "0"], 3),
  ]

  @Test(arguments: endings)
  func statusSaysHowItEnded(_ arguments: [String], _ status: Int32) async throws {
    try await site { folder in
      let outcome = try BriefCommand.run(arguments, in: folder.path)
      #expect(outcome.status == status, "\(outcome)")
      // Results go to standard output, what is said about them to standard error.
      #expect(outcome.output.isEmpty == (status != 0), "\(outcome)")
      #expect(outcome.errors.isEmpty == (status == 0), "\(outcome)")
      #expect(!(outcome.output + outcome.errors).contains("\u{1B}"), "no colour where nobody sees it")
    }
  }

  @Test func versionIsOneLine() async throws {
    try await site { folder in
      let outcome = try BriefCommand.run(["--version"], in: folder.path)
      #expect(outcome.output.wholeMatch(of: /\d+\.\d+\.\d+\n/) != nil)
    }
  }

  @Test func helpShowsExamplesAndStatuses() async throws {
    try await site { folder in
      let help = try BriefCommand.run(["--help"], in: folder.path).output
      for part in ["EXAMPLES", "EXIT STATUS", "build", "check", "explain", "views"] { #expect(help.contains(part)) }
    }
  }

  @Test func aBuildCanBeVerified() async throws {
    try await site { folder in
      let outcome = try BriefCommand.run(["build", "--verify"], in: folder.path)
      #expect(outcome.status == 0)
      #expect(outcome.errors.contains(/verified: a build from nothing comes to the same bytes in all \d+ files\n/))
    }
  }

  /// A second build reads and compares, and plans nothing; but it says what there is to say.
  @Test func nothingToDoIsSeenWithoutPlanning() async throws {
    func phases(_ arguments: [String], in folder: TemporaryFolder) throws -> [String] {
      let errors = try BriefCommand.run(["build", "--timings"] + arguments, in: folder.path).errors
      return errors.matches(of: /(?m)^  ([a-z ]+?) +[0-9.]+ ms$/).map { String($0.output.1) }
    }
    let whole = ["read", "plan", "render and write", "total"]
    let short = ["read", "compare", "total"]
    try await site { folder in
      #expect(try phases([], in: folder) == whole)
      let first = try BriefCommand.run(["build"], in: folder.path)
      #expect(first.output.contains(/pages; 0 files written, \d+ unchanged\n/))
      #expect(try phases([], in: folder) == short)
      #expect(try BriefCommand.run(["build", "--verify"], in: folder.path).output == first.output)
      try folder.write("Public/index.html", "Other words.")
      #expect(try phases([], in: folder) == whole)
      try folder.write(DiagnosticKind.Example.File(path: "Content/briefing.yml+", text: "review_by: 2100-01-31\n"))
      #expect(try phases([], in: folder) == whole)
      #expect(try phases(["--today", "2100-01-31"], in: folder) == short)
      #expect(try phases(["--today", "2100-02-01"], in: folder) == whole)
    }
    try await site([Self.unused]) { folder in
      let first = try BriefCommand.run(["build"], in: folder.path).errors
      #expect(first.contains("warning"))
      #expect(try BriefCommand.run(["build"], in: folder.path).errors == first)
    }
  }

  @Test func explainShowsBothExamples() async throws {
    try await site { folder in
      for kind in catalogue {
        // The text itself is held elsewhere; here, that the command knows the code.
        guard ["fact.bad-id", "workspace.too-large", "strings.missing"].contains(kind.code) else { continue }
        let text = try BriefCommand.run(["explain", kind.code], in: folder.path).output
        #expect(text.contains("\n\nWrong: ") || text.contains("\nWrong: "))
        #expect(text.contains("\nRight: "))
      }
      let list = try BriefCommand.run(["explain"], in: folder.path).output
      for kind in catalogue { #expect(list.contains("\(kind.code) (\(kind.severity.rawValue))\n")) }
    }
  }

  @Test func anErrorFailsAndWritesNothing() async throws {
    try await site([Self.deadLink]) { folder in
      let outcome = try BriefCommand.run(["build"], in: folder.path)
      #expect(outcome.status == 1)
      #expect(outcome.output == "")
      #expect(outcome.errors.contains("error[fact.unknown-reference]: there is no claim `ceasefire-ofer`"))
      #expect(folder.tree("Public").isEmpty)
    }
  }

  @Test func anErrorLeavesAnEarlierSiteAlone() async throws {
    try await site { folder in
      #expect(try BriefCommand.run(["build"], in: folder.path).status == 0)
      let before = folder.tree("Public")
      #expect(before.count > 20)
      let places = before.keys.map { folder.identity("Public/" + $0) }
      try folder.write(Self.deadLink.0, Self.deadLink.1)
      #expect(try BriefCommand.run(["build"], in: folder.path).status == 1)
      #expect(folder.tree("Public") == before)
      #expect(before.keys.map { folder.identity("Public/" + $0) } == places)
    }
  }

  @Test func warningsFailOnlyWhenTheyAreToldTo() async throws {
    try await site([Self.unused]) { folder in
      let plain = try BriefCommand.run(["check"], in: folder.path)
      #expect(plain.status == 0)
      #expect(plain.errors.contains("warning[source.unused]"))
      let strict = try BriefCommand.run(["check", "--strict"], in: folder.path)
      #expect(strict.status == 1)
      #expect(strict.errors.contains("error[source.unused]"))
      #expect(try BriefCommand.run(["build", "--strict"], in: folder.path).status == 1)
      #expect(folder.tree("Public").isEmpty)
      try folder.write(DiagnosticKind.Example.File(path: "Content/briefing.yml+", text: "strict: [source.unused]\n"))
      #expect(try BriefCommand.run(["check"], in: folder.path).status == 1)
    }
  }

  @Test func acceptedWarningsAreListedAndDoNotFail() async throws {
    try await site([(Self.unused.0, Self.unused.1 + "  accept: {source.unused: kept for later}\n")]) { folder in
      let outcome = try BriefCommand.run(["check", "--strict", "--accepted"], in: folder.path)
      #expect(outcome.status == 0)
      #expect(outcome.output.contains("source.unused"))
      #expect(outcome.output.contains("accepted: kept for later"))
    }
  }

  @Test(arguments: [("2025-09-30", false), ("2025-10-01", false), ("2025-10-02", true)])
  func todayDecidesWhatIsDue(_ today: String, _ isDue: Bool) async throws {
    try await site([("Content/briefing.yml+", "review_by: 2025-10-01\n")]) { folder in
      let outcome = try BriefCommand.run(["check", "--today", today], in: folder.path)
      #expect(outcome.errors.contains("review.due") == isDue)
      #expect(outcome.status == 0)
    }
  }

  // MARK: Formats

  @Test func jsonIsOneDocumentWithEveryProblem() async throws {
    try await site([Self.deadLink, Self.unused]) { folder in
      let outcome = try BriefCommand.run(["check", "--format", "json"], in: folder.path)
      #expect(outcome.status == 1)
      #expect(outcome.errors == "")
      let text = outcome.output
      #expect((try? JSONSerialization.jsonObject(with: Data(text.utf8))) != nil)
      for part in ["fact.unknown-reference", "source.unused", "Content/about.md", "ceasefire-offer"] { #expect(text.contains(part)) }
    }
  }

  @Test func githubGetsCommands() async throws {
    try await site([Self.deadLink]) { folder in
      let outcome = try BriefCommand.run(["check", "--format", "github"], in: folder.path)
      #expect(outcome.status == 1)
      #expect(outcome.output.hasPrefix("::error file=Content/about.md,line=3,"))
    }
  }

  /// The text itself is held elsewhere; here, that the command writes it for the place from which it was called.
  @Test func sarifIsOneLog() async throws {
    try await site([Self.deadLink]) { folder in
      let outcome = try BriefCommand.run(["check", "--format", "sarif", "--project", "."], in: folder.path)
      #expect(outcome.status == 1)
      #expect(outcome.errors == "")
      let log = try JSONReader.read(Array(outcome.output.utf8))
      let run = log["runs"]?.list?.first
      #expect(run?["results"]?.list?.count == 1)
      #expect(run?["results"]?.list?.first?["ruleId"]?.text == "fact.unknown-reference")
      let rules = run?["tool"]?["driver"]?["rules"]?.list?.compactMap { $0["id"]?.text } ?? []
      #expect(Set(catalogue.map(\.code)).subtracting(rules).sorted() == [])
      try folder.makeFolder("elsewhere")
      let other = try BriefCommand.run(["check", "--format", "sarif", "--project", ".."], in: folder["elsewhere"])
      #expect(other.output.contains("\"uri\": \"../Content/about.md\""))
    }
  }

  // MARK: Schemas

  @Test func schemasAreWrittenOnceAndHoldTheIds() async throws {
    try await site { folder in
      let first = try BriefCommand.run(["schema"], in: folder.path)
      #expect(first.status == 0, "\(first)")
      #expect(first.output == "Content/.schema: 11 schemas; 11 files written, 0 unchanged\n")
      let claims = try JSONReader.read(Array((folder.text("Content/.schema/claims.json") ?? "").utf8))
      #expect(claims["definitions"]?["actor-id"]?["enum"]?.list?.contains { $0.text == "council" } == true)
      let again = try BriefCommand.run(["schema"], in: folder.path)
      #expect(again.output == "Content/.schema: 11 schemas; 0 files written, 11 unchanged\n")
      // They are no part of the content, and mistakes in it do not keep them from being written.
      #expect(try BriefCommand.run(["check", "--strict"], in: folder.path).status == 0)
      try folder.write(Self.deadLink.0, Self.deadLink.1)
      try folder.write(DiagnosticKind.Example.File(path: "Content/facts/actors.yml+", text: "harbour-master:\n  name: Somebody\n"))
      #expect(try BriefCommand.run(["schema"], in: folder.path).status == 0)
      #expect(folder.text("Content/.schema/claims.json")?.contains("\"harbour-master\"") == true)
    }
  }

  // MARK: Folders

  @Test func projectAndOutputMayStandElsewhere() async throws {
    try await site { folder in
      try folder.makeFolder("elsewhere")
      let outcome = try BriefCommand.run(
        ["build", "--project", folder.path, "--output", "Out/site"], in: folder["elsewhere"])
      #expect(outcome.status == 0, "\(outcome)")
      #expect(folder.text("Out/site/index.html") != nil)
      #expect(folder.tree("elsewhere").isEmpty)
      #expect(folder.tree("Public").isEmpty)
    }
  }

  @Test func aFolderThatIsNotOursIsRefused() async throws {
    try await site { folder in
      try folder.write("Public/diary.txt", "Mine.\n")
      let refused = try BriefCommand.run(["build"], in: folder.path)
      #expect(refused.status == 3)
      #expect(folder.tree("Public").count == 1)
      #expect(try BriefCommand.run(["build", "--adopt"], in: folder.path).status == 0)
      #expect(folder.text("Public/diary.txt") == "Mine.\n")
    }
  }

  // MARK: Sameness

  @Test func aSecondBuildTouchesNothing() async throws {
    try await site { folder in
      #expect(try BriefCommand.run(["build"], in: folder.path).status == 0)
      let paths = folder.tree("Public").keys.sorted()
      let before = paths.map { folder.identity("Public/" + $0) }
      let outcome = try BriefCommand.run(["build", "--today", "2031-01-01"], in: folder.path)
      #expect(outcome.status == 0)
      #expect(outcome.output.contains("0 files written"))
      #expect(folder.tree("Public").keys.sorted() == paths)
      #expect(paths.map { folder.identity("Public/" + $0) } == before)
    }
  }

  @Test func whatIsNoLongerWantedGoes() async throws {
    try await site([("Content/about.md", "# About\n\nWords.\n")]) { folder in
      #expect(try BriefCommand.run(["build"], in: folder.path).status == 0)
      #expect(folder.text("Public/about.html") != nil)
      folder.remove("Content/about.md")
      let outcome = try BriefCommand.run(["build"], in: folder.path)
      #expect(outcome.output.contains("1 removed"))
      #expect(folder.text("Public/about.html") == nil)
    }
  }

  /// Folder, time zone, locale, number of tasks: none of them shows in a byte, of the manifest neither.
  @Test(arguments: ["smallest", "hafen"])
  func theSameInputGivesTheSameBytes(_ name: String) async throws {
    let runs: [(arguments: [String], environment: [String: String])] = [
      (["--jobs", "1"], ["TZ": "UTC", "LC_ALL": "C"]), (["--jobs", "2"], ["TZ": "Pacific/Kiritimati", "LC_ALL": "tr_TR.UTF-8"]),
      (["--jobs", "8", "--today", "1999-12-31"], ["TZ": "America/St_Johns", "LC_ALL": "ar_EG.UTF-8", "LANG": "ja_JP.UTF-8"]),
    ]
    var first: [String: TemporaryFolder.Item]?
    for (index, run) in runs.enumerated() {
      try await withTemporaryFolder { folder in
        let place = String(repeating: "deeper/", count: index) + "project"
        try folder.makeFolder(place)
        for file in SiteFolder.allFiles(of: name) { try folder.write(place + "/" + file.path, file.bytes) }
        let outcome = try BriefCommand.run(["build"] + run.arguments, in: folder[place], environment: run.environment)
        #expect(outcome.status == 0, "\(outcome)")
        let tree = folder.tree(place + "/Public")
        #expect(tree["manifest.json"] != nil)
        if let first { #expect(tree == first) } else { first = tree }
      }
    }
    #expect((first?.count ?? 0) > 20)
  }
}
