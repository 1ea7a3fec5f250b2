import Foundation
import TestKit
import Testing

/// The commands that edit, from outside: what they write, what they refuse, and that nothing else is touched.
@Suite struct EditCommandTests {
  private func site(_ files: [(String, String)] = [], _ body: (TemporaryFolder) async throws -> Void) async throws {
    try await withTemporaryFolder { folder in
      try SiteFolder.lay("smallest", in: folder)
      for (path, text) in files { try folder.write(path, text) }
      try await body(folder)
    }
  }

  private static let newClaim = [
    "new", "claim", "The council will open the harbour.", "--kind", "promise", "--claimant", "council", "--wording", "paraphrased",
    "--date",
    "2025-08-20", "--source", "first-paper", "--why", "Nothing has happened yet.", "--today", "2025-09-10",
    "--bare",
  ]

  @Test func aDayOfAnEditor() async throws {
    try await site { folder in
      func run(_ arguments: [String]) throws {
        let outcome = try BriefCommand.run(arguments, in: folder.path)
        #expect(outcome.status == 0, "\(arguments)\n\(outcome)")
        let check = try BriefCommand.run(["check"], in: folder.path)
        #expect(check.status == 0, "\(arguments)\n\(check)")
      }
      try run(["new", "source", "A second paper", "--publisher", "The Desk", "--unlinked", "seen in print", "--kind", "report"])
      try run(["new", "actor", "The harbour master", "--kind", "person", "--side", "council"])
      try run(["new", "topic", "Fees", "--description", "What a [berth](topic:truce) costs."])
      try run([
        "new", "event", "The fees are named", "--date", "2025-08-16", "--topics", "fees,truce", "--source",
        "{source: a-second-paper, locator: p. 3}",
      ])
      try run(Self.newClaim)
      try run([
        "new", "position", "--actor", "council", "--topic", "fees", "--date", "2025", "--summary", "None.", "--source", "a-second-paper",
      ])
      try run(["new", "question", "Who pays?", "--claims", "the-council-will-open-the-harbour"])
      try run(["new", "term", "Berth", "--definition", "A place for a ship."])
      try run(["new", "correction", "--class", "typo", "--target", "index.md", "--was", "teh", "--now", "the", "--today", "2025-09-10"])
      try run(["new", "page", "How it was made", "--id", "method"])
      try run([
        "set", "claim", "the-council-will-open-the-harbour", "responses", "council", "--stance", "conditions", "--date", "2025-08-21",
        "--source",
        "a-second-paper", "--note", "For a fee.",
      ])
      try run([
        "set", "claim", "the-council-will-open-the-harbour", "status", "partly-confirmed", "--why", "For a fee.", "--source",
        "a-second-paper", "--on",
        "2025-08-21", "--today", "2025-09-10",
      ])
      try run(["rename", "claim:the-council-will-open-the-harbour", "harbour-opens"])
      try run(["rename", "source:a-second-paper", "fee-paper"])
      try run(["fmt"])
      #expect(
        folder.text("Content/facts/claims.yml")?.hasSuffix(
          """

          harbour-opens:
            text: The council will open the harbour.
            kind: promise
            claimant: council
            wording: paraphrased
            date: 2025-08-20
            sources: [first-paper]
            responses:
              - by: council
                stance: conditions
                date: 2025-08-21
                source: fee-paper
                note: For a fee.
            status:
              - value: unconfirmed
                as_of: 2025-08-20
                why: Nothing has happened yet.
              - value: partly-confirmed
                as_of: 2025-08-21
                entered: 2025-09-10
                why: For a fee.
                sources: [fee-paper]
            entered: 2025-09-10

          """) == true, "\(folder.text("Content/facts/claims.yml") ?? "")")
    }
  }

  // MARK: Refusals

  private static let refusals: [(arguments: [String], status: Int32, said: String)] = [
    (["set", "claim", "ceasefire-offer", "status", "denied", "--why", "No."], 1, "status.condition"),
    (["set", "claim", "ceasefire-offer", "status", "denied"], 2, "--why"),
    (["set", "claim", "ceasefire-offer", "status", "unconfirmed", "--why", "Still.", "--on", "2025-08-01"], 1, "status.order"),
    (["set", "claim", "ceasefire-offer", "date", "soon"], 1, "fact.invalid-date"),
    (["set", "claim", "ceasefire-ofer", "date", "2025"], 2, "ceasefire-offer"),
    (["set", "clam", "ceasefire-offer", "date", "2025"], 2, "the kinds are"),
    (["set", "claim", "ceasefire-offer", "sources", "no-such"], 1, "fact.unknown-reference"),
    (["rename", "claim:ceasefire-ofer", "offer"], 2, "ceasefire-offer"), (["rename", "ceasefire-offer", "offer"], 2, "claim:some-id"),
    (["rename", "actor:envoy", "council"], 1, "fact.duplicate-id"), (["rename", "claim:ceasefire-offer", "Not One"], 2, "`not-one`"),
    (["new", "claim", "It is so."], 2, "--claimant"), (["new", "clam"], 2, "the kinds are"), (["new", "term", "A", "B"], 2, "in quotes"),
    (["new", "term", "Truce", "--definition", "A [halt](claim:nothing)."], 1, "fact.unknown-reference"),
    (["new", "topic", "Truce"], 1, "fact.duplicate-id"), (["new", "topic", "Київ"], 2, "--id"), (["new", "page"], 2, "title"),
    (["new", "page", "Index"], 1, "is there already"), (["fmt", "Content/index.md"], 2, "no file of facts"), (["init"], 2, "folder"),
    (["init", "."], 3, "not empty"),
  ]

  @Test(arguments: refusals)
  func whatIsRefusedTouchesNothing(_ arguments: [String], _ status: Int32, _ said: String) async throws {
    try await site { folder in
      let before = folder.tree()
      let outcome = try BriefCommand.run(arguments, in: folder.path)
      #expect(outcome.status == status, "\(outcome)")
      #expect(outcome.output == "")
      #expect(outcome.errors.contains(said), "\(outcome.errors)")
      #expect(folder.tree() == before)
    }
  }

  /// What was wrong before stands in no edit's way; a file with errors of its own does.
  @Test func oldErrorsElsewhereDoNotBlock() async throws {
    try await site([("Content/about.md", "# About\n\nSee [the offer](claim:ceasefire-ofer).\n")]) { folder in
      #expect(try BriefCommand.run(["set", "claim", "ceasefire-offer", "venue", "A quay"], in: folder.path).status == 0)
      #expect(try BriefCommand.run(["rename", "claim:ceasefire-offer", "ceasefire-ofer"], in: folder.path).status == 0)
      #expect(try BriefCommand.run(["check"], in: folder.path).status == 0)
      try folder.write("Content/facts/topics.yml", "truce:\n  label: Truce\n  lable: T\n")
      let before = folder.tree()
      for arguments in [["set", "topic", "truce", "label", "T"], ["rename", "topic:truce", "peace"], ["new", "topic", "Peace"], ["fmt"]] {
        let outcome = try BriefCommand.run(arguments, in: folder.path)
        #expect(outcome.status == 1, "\(outcome)")
        #expect(outcome.errors.contains("fact.unknown-field"))
      }
      #expect(folder.tree() == before)
    }
  }

  // MARK: Writing

  @Test func aDryRunPrintsTheDifferenceAndWritesNothing() async throws {
    try await site { folder in
      let before = folder.tree()
      let outcome = try BriefCommand.run(["rename", "claim:ceasefire-offer", "truce-offer", "--dry-run"], in: folder.path)
      #expect(outcome.status == 0)
      #expect(
        outcome.output == """
          --- Content/facts/claims.yml
          +++ Content/facts/claims.yml
          @@ -1,4 +1,4 @@
          -ceasefire-offer:
          +truce-offer:
             text: The council offered a ceasefire.
             kind: fact
             claimant: envoy
          --- Content/index.md
          +++ Content/index.md
          @@ -1 +1 @@
          -The council and its envoy [met on 15 August 2025](source:first-paper "page 1"). Two days later the envoy spoke of [an offer](claim:ceasefire-offer).
          +The council and its envoy [met on 15 August 2025](source:first-paper "page 1"). Two days later the envoy spoke of [an offer](claim:truce-offer).

          """)
      #expect(folder.tree() == before)
      let new = try BriefCommand.run(["new", "term", "Truce", "--definition", "A halt.", "--bare", "--dry-run"], in: folder.path)
      #expect(new.output.hasPrefix("--- /dev/null\n+++ Content/facts/terms.yml\n@@ -0,0 +1,5 @@\n"))
      #expect(folder.tree() == before)
    }
  }

  @Test func aPageMovesWithItsClaim() async throws {
    try await site([("Content/claims/ceasefire-offer.md", "More on [it](ceasefire-offer.md).\n")]) { folder in
      let outcome = try BriefCommand.run(["rename", "claim:ceasefire-offer", "truce-offer"], in: folder.path)
      #expect(outcome.status == 0, "\(outcome)")
      #expect(folder.text("Content/claims/truce-offer.md") == "More on [it](truce-offer.md).\n")
      #expect(folder.text("Content/claims/ceasefire-offer.md") == nil)
      #expect(!folder.tree().keys.contains { $0.contains(".brief-") })
    }
  }

  @Test func fmtSaysWhatIsNotInOrder() async throws {
    try await site([
      ("Content/facts/terms.yml", "aa: {definition: D, term: A}\n"), ("Content/facts/topics.yml", "truce:\n    label: Truce\n"),
    ]) { folder in
      folder.remove("Content/facts/actors.yml")
      try folder.write("Content/facts/actors.yml", "envoy: {name: The envoy, kind: person}\ncouncil: {name: The council, kind: state}\n")
      let check = try BriefCommand.run(["fmt", "--check"], in: folder.path)
      #expect(check.status == 1)
      #expect(check.output == "Content/facts/terms.yml\nContent/facts/topics.yml\n")
      #expect(try BriefCommand.run(["fmt", "Content/facts/topics.yml"], in: folder.path).output == "Content/facts/topics.yml\n")
      #expect(folder.text("Content/facts/topics.yml") == "truce:\n  label: Truce\n")
      #expect(try BriefCommand.run(["fmt"], in: folder.path).output == "Content/facts/terms.yml\n")
      #expect(try BriefCommand.run(["fmt", "--check"], in: folder.path).status == 0)
    }
  }

  /// Laying out the facts changes no page: only the data list events as the files do.
  @Test(arguments: ["hafen", "smallest"])
  func fmtChangesNoPage(_ name: String) async throws {
    try await withTemporaryFolder { folder in
      try SiteFolder.lay(name, in: folder)
      let before = try await SiteRun(folder).pages()
      #expect(try BriefCommand.run(["fmt"], in: folder.path).status == 0)
      let after = try await SiteRun(folder).pages()
      let texts = Dictionary(uniqueKeysWithValues: after.map { ($0.path, $0.text) })
      #expect(texts.count == before.count)
      for page in before where page.path.hasSuffix(".html") {
        // Where a source is used is listed in the order of the files.
        let isList = page.path == "sources.html"
        func parts(_ text: String) -> [Substring] { isList ? text.split(separator: "<").sorted() : [text[...]] }
        #expect(texts[page.path].map(parts) == parts(page.text), "\(page.path)")
      }
      #expect(try BriefCommand.run(["fmt", "--check"], in: folder.path).status == 0)
    }
  }

  // MARK: On a terminal

  @Test func whatIsMissingIsAskedForOnATerminal() async throws {
    try await site { folder in
      let outcome = try PseudoTerminal.run(
        ["new", "claim", "--today", "2025-09-10", "--id", "asked"], in: folder.path,
        typing: [
          "It is so.", "fakt", "fact", "envvoy", "envoy, council", "paraphrased", "17 August 2025", "2025-08-17", "first-paper",
          "Nobody else said it.",
        ])
      #expect(outcome.status == 0, "\(outcome.said)")
      for part in [
        "text: The claim as one affirmative sentence", "`fakt` is none of the words. Did you mean `fact`?",
        "there is no actor `envvoy`. Did you mean `envoy`?",
        "`17 August 2025` is not a date", "status.why: Why",
      ] {
        #expect(outcome.said.contains(part), "\(part)\n\(outcome.said)")
      }
      #expect(
        folder.text("Content/facts/claims.yml")?.contains(
          """

          asked:
            text: It is so.
            kind: fact
            claimant: [envoy, council]
            wording: paraphrased
            date: 2025-08-17
            sources: [first-paper]
            status:
              - value: unconfirmed
                as_of: 2025-08-17
                why: Nobody else said it.
            entered: 2025-09-10

          """) == true, "\(folder.text("Content/facts/claims.yml") ?? "")")
    }
  }

  @Test func anAskerWhoGetsNoAnswerWritesNothing() async throws {
    try await site { folder in
      let before = folder.tree()
      let outcome = try PseudoTerminal.run(["new", "term"], in: folder.path, typing: ["Truce"])
      #expect(outcome.status == 2, "\(outcome.said)")
      #expect(folder.tree() == before)
    }
  }

  // MARK: Another briefing

  @Test func aNewBriefingIsCleanAndBuilds() async throws {
    try await site { folder in
      #expect(try BriefCommand.run(["init", "deep/er/"], in: folder.path).status == 0)
      #expect(folder.text("deep/er/Content/index.md") != nil)
      #expect(try BriefCommand.run(["init", "another", "--today", "2025-09-10"], in: folder.path).status == 0)
      let place = folder["another"]
      let check = try BriefCommand.run(["check", "--strict", "--today", "2025-09-10"], in: place)
      #expect(check.status == 0, "\(check)")
      #expect(check.output == "Nothing is wrong.\n")
      #expect(check.errors == "")
      #expect(try BriefCommand.run(["build"], in: place).status == 0)
      #expect(folder.text("another/Public/index.html")?.contains("Alderford") == true)
      #expect(try BriefCommand.run(["fmt", "--check"], in: place).status == 0)
      // Its own templates, to the byte.
      let templates = folder.tree("Templates")
      #expect(folder.tree("another/Templates") == templates)
      #expect(try BriefCommand.run(["init", "another"], in: folder.path).status == 3)
    }
  }

  @Test func theMakefileFindsThisBrief() async throws {
    try await site { folder in
      #expect(try BriefCommand.run(["init", "another"], in: folder.path).status == 0)
      let make = Process()
      make.executableURL = URL(filePath: "/usr/bin/env")
      make.arguments = ["make", "--no-print-directory", "-C", folder["another"]]
      make.environment = ["PATH": "/usr/bin:/bin"]
      make.standardOutput = FileHandle.nullDevice
      make.standardError = FileHandle.nullDevice
      try make.run()
      make.waitUntilExit()
      #expect(make.terminationStatus == 0)
      #expect(folder.text("another/Public/index.html") != nil)
    }
  }

  @Test func templatesThatWereInstalledWillDo() async throws {
    try await withTemporaryFolder { folder in
      for file in SiteFolder.templates { try folder.write("share/brief/Templates/" + file.path, file.bytes) }
      try folder.makeFolder("bin")
      try FileManager.default.copyItem(at: try BriefCommand.executable(), to: URL(filePath: folder["bin/brief"]))
      try folder.makeFolder("empty")
      let process = Process()
      process.executableURL = URL(filePath: folder["bin/brief"])
      process.arguments = ["init", "one"]
      process.currentDirectoryURL = URL(filePath: folder["empty"])
      process.standardOutput = FileHandle.nullDevice
      try process.run()
      process.waitUntilExit()
      #expect(process.terminationStatus == 0)
      #expect(folder.text("empty/one/Templates/strings.yml") != nil)
      // Where there are none, that is said.
      let outcome = try BriefCommand.run(["init", "two"], in: folder["empty"])
      #expect(outcome.status == 3)
      #expect(outcome.errors.contains("no templates are in"))
      #expect(folder.tree("empty/two").isEmpty)
    }
  }

  // MARK: Help

  @Test(arguments: ["new", "set", "rename", "fmt", "init"])
  func helpShowsExamples(_ command: String) async throws {
    try await site { folder in
      let outcome = try BriefCommand.run([command, "--help"], in: folder.path)
      #expect(outcome.status == 0)
      #expect(outcome.output.contains("EXAMPLES"))
      #expect(outcome.output.contains("brief \(command) "))
      #expect(outcome.output.contains("--project"))
    }
  }

  @Test(arguments: ["claim", "event", "source", "actor", "topic", "position", "question", "term", "correction", "page"])
  func fieldsAreListed(_ kind: String) async throws {
    try await site { folder in
      let outcome = try BriefCommand.run(["new", kind, "--fields"], in: folder.path)
      #expect(outcome.status == 0)
      #expect(outcome.output.hasSuffix("\n* required\n"))
      #expect(outcome.output.split(separator: "\n").count > 4)
    }
  }
}
