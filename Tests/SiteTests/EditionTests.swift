import Diagnostics
import Foundation
import TestKit
import Testing

/// `brief publish`, `brief diff` and `brief stats` from outside, and the checks against what was published.
@Suite struct EditionTests {
  /// A smallest site in a new folder.
  private func site(_ body: (TemporaryFolder) throws -> Void) async throws {
    try await withTemporaryFolder { folder in
      try SiteFolder.lay("smallest", in: folder)
      try body(folder)
    }
  }

  private func brief(_ folder: TemporaryFolder, _ arguments: String...) throws -> BriefCommand.Outcome {
    try BriefCommand.run(arguments, in: folder.path)
  }

  private func replace(_ old: String, _ new: String, in path: String, _ folder: TemporaryFolder) throws {
    let text = try #require(folder.text(path))
    #expect(text.contains(old))
    try folder.write(path, text.replacing(old, with: new))
  }

  private func git(_ folder: TemporaryFolder, _ arguments: String...) throws {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = ["git", "-C", folder.path, "-c", "user.name=A", "-c", "user.email=a@example.org"] + arguments
    process.environment = ["PATH": "/usr/local/bin:/opt/homebrew/bin:/usr/bin:/bin", "GIT_CONFIG_GLOBAL": "/dev/null"]
    try process.run()
    process.waitUntilExit()
    #expect(process.terminationStatus == 0, "git \(arguments)")
  }

  private static let first = "Content/editions/2025-09-05.json"
  private static let claims = "Content/facts/claims.yml"
  private static let events = "Content/facts/events.yml"

  // MARK: Publishing

  @Test func anEditionIsWrittenOnce() async throws {
    try await site { folder in
      let outcome = try brief(folder, "publish", "--today", "2025-09-05")
      #expect(outcome.status == 0, "\(outcome)")
      #expect(
        outcome.output == """
          Content/editions/2025-09-05.json: 2 actors, 1 topic, 1 source, 1 event, 1 claim
          Commit it with the content, then build the site:
            git add Content/editions/2025-09-05.json
            brief build

          """)
      let text = try #require(folder.text(Self.first))
      #expect((try? JSONSerialization.jsonObject(with: Data(text.utf8))) != nil)
      #expect(folder.tree("Content/editions").count == 1)

      let again = try brief(folder, "publish", "--today", "2025-09-05")
      #expect(again.status == 0)
      #expect(again.output == "Content/editions/2025-09-05.json: nothing has changed since it was written.\n")
      let later = try brief(folder, "publish", "--today", "2025-09-09")
      #expect(later.status == 0)
      #expect(later.output == "Nothing has changed since the edition of 2025-09-05: there is nothing to publish.\n")
      #expect(folder.tree("Content/editions").count == 1)
      #expect(folder.text(Self.first) == text)
      #expect(try brief(folder, "check", "--strict", "--today", "2025-09-10").status == 0)
    }
  }

  @Test func anotherEditionOfTheDayIsRefusedUnlessItReplaces() async throws {
    try await site { folder in
      #expect(try brief(folder, "publish", "--today", "2025-09-05").status == 0)
      try replace("The council meets", "The council meets again", in: Self.events, folder)
      let before = folder.text(Self.first)
      let refused = try brief(folder, "publish", "--today", "2025-09-05")
      #expect(refused.status == 1)
      #expect(refused.errors.hasPrefix("Not published: there is an edition of 2025-09-05 already, and it is not the same.\n"))
      #expect(folder.text(Self.first) == before)
      let replaced = try brief(folder, "publish", "--today", "2025-09-05", "--replace")
      #expect(replaced.status == 0)
      #expect(folder.text(Self.first)?.contains("The council meets again") == true)
      // What only the replaced edition said may change with it.
      try replace("why: Only one side has spoken.", "why: Nobody else has spoken.", in: Self.claims, folder)
      #expect(try brief(folder, "publish", "--today", "2025-09-05").status == 1)
      #expect(try brief(folder, "publish", "--today", "2025-09-05", "--replace").status == 0)
      #expect(try brief(folder, "check").status == 0)
    }
  }

  @Test func theNextEditionSaysHowMuchChanged() async throws {
    try await site { folder in
      #expect(try brief(folder, "publish", "--date", "2025-09-05", "--today", "2025-09-06").status == 0)
      try replace("The council meets", "The council meets again", in: Self.events, folder)
      try folder.write(DiagnosticKind.Example.File(path: "Content/facts/topics.yml+", text: "port:\n  label: Port\n"))
      let outcome = try brief(folder, "publish", "--today", "2025-09-08")
      #expect(outcome.status == 0)
      #expect(
        outcome.output.contains("\nSince 2025-09-05: 1 added, 0 removed, 1 changed; `brief diff 2025-09-05 2025-09-08` tells them.\n"))
    }
  }

  private static let refusals: [(arguments: [String], why: String)] = [
    (["--date", "2025-09-04"], "the newest edition is that of 2025-09-05, later than 2025-09-04"),
    (["--date", "2025-09-11"], "2025-09-11 is yet to come"),
    (["--date", "2025-09-05"], "there is an edition of 2025-09-05 already, and it is not the same"),
    (["--date", "2025-08-31", "--replace"], "the newest edition is that of 2025-09-05, later than 2025-08-31"),
  ]

  @Test(arguments: refusals)
  func thePastIsNotWrittenAnew(_ arguments: [String], _ why: String) async throws {
    try await site { folder in
      #expect(try brief(folder, "publish", "--today", "2025-09-05").status == 0)
      try replace("The council meets", "The council meets again", in: Self.events, folder)
      let before = folder.tree("Content")
      let outcome = try BriefCommand.run(["publish", "--today", "2025-09-10"] + arguments, in: folder.path)
      #expect(outcome.status == 1)
      #expect(outcome.output == "")
      #expect(outcome.errors.hasPrefix("Not published: \(why).\n"), "\(outcome.errors)")
      #expect(folder.tree("Content") == before)
    }
  }

  @Test func whatIsWrongIsNotPublished() async throws {
    try await site { folder in
      #expect(try brief(folder, "publish", "--date", "2025-08-01", "--today", "2025-09-05").status == 1)
      try replace("sources: [first-paper]", "sources: [frist-paper]", in: Self.claims, folder)
      let outcome = try brief(folder, "publish", "--today", "2025-09-05")
      #expect(outcome.status == 1)
      #expect(outcome.errors.contains("error[fact.unknown-reference]"))
      #expect(folder.tree("Content/editions").isEmpty)
    }
  }

  // MARK: The past

  /// In another clone, by another process: what was published is held against what is there.
  @Test func aSilentEditFailsAnywhere() async throws {
    try await site { folder in
      #expect(try brief(folder, "publish", "--today", "2025-09-05").status == 0)
      #expect(try brief(folder, "build").status == 0)
      try replace("why: Only one side has spoken.", "why: Both sides have spoken.", in: Self.claims, folder)
      for command in ["check", "build"] {
        let outcome = try brief(folder, command)
        #expect(outcome.status == 1)
        #expect(outcome.errors.contains("error[past.status-edited]: `why` of a published status of `ceasefire-offer` was changed\n"))
        #expect(outcome.errors.contains("--> Content/facts/claims.yml:12:12\n"))
        #expect(outcome.errors.contains("::: Content/editions/2025-09-05.json:"))
        #expect(outcome.errors.contains("published on 2025-09-05"))
      }
      try replace(
        "why: Both sides have spoken.",
        "why: Only one side has spoken.\n    - value: unconfirmed\n      as_of: 2025-09-06\n      why: Both sides have spoken.",
        in: Self.claims,
        folder)
      #expect(try brief(folder, "check").status == 0)
    }
  }

  @Test func aDamagedEditionIsShownWhereItIs() async throws {
    try await site { folder in
      #expect(try brief(folder, "publish", "--today", "2025-09-05").status == 0)
      try replace("Only one side has spoken.", "Both have spoken.", in: Self.first, folder)
      let outcome = try brief(folder, "check", "--format", "github")
      #expect(outcome.status == 1)
      let lines = try #require(folder.text(Self.first)).split(separator: "\n", omittingEmptySubsequences: false)
      let line = try #require(lines.firstIndex { $0.contains("\"seal\"") }) + 1
      #expect(outcome.output.hasPrefix("::error file=Content/editions/2025-09-05.json,line=\(line),"), "\(outcome.output)")
    }
  }

  // MARK: Differences

  @Test func differencesAreTold() async throws {
    try await site { folder in
      let none = try brief(folder, "diff")
      #expect(none.status == 1)
      #expect(none.errors.hasPrefix("There is no edition yet: "))
      #expect(try brief(folder, "publish", "--today", "2025-09-05").status == 0)
      #expect(try brief(folder, "diff").output == "Nothing differs between the edition of 2025-09-05 and now.\n")
      try replace("The council meets", "The council meets again", in: Self.events, folder)
      let told = """
        Events
          ~ first-meeting: The council meets again
              title: The council meets → The council meets again

        """
      for arguments in [["diff"], ["diff", "2025-09-05"], ["diff", "2025-09-05", "now"]] {
        let outcome = try BriefCommand.run(arguments, in: folder.path)
        #expect(outcome.status == 0)
        #expect(outcome.output == "From the edition of 2025-09-05 to now: 1 changed.\n\n" + told)
        #expect(outcome.errors == "")
      }
      #expect(try brief(folder, "publish", "--today", "2025-09-08").status == 0)
      #expect(
        try brief(folder, "diff", "2025-09-05", "2025-09-08").output
          == "From the edition of 2025-09-05 to the edition of 2025-09-08: 1 changed.\n\n" + told)
      let json = try brief(folder, "diff", "2025-09-05", "--format", "json").output
      #expect((try? JSONSerialization.jsonObject(with: Data(json.utf8))) != nil)
      #expect(
        try brief(folder, "diff", "2025-09-05", "--format", "markdown").output.hasPrefix(
          "## From the edition of 2025-09-05 to now: 1 changed.\n"))

      let unknown = try brief(folder, "diff", "2025-09-06")
      #expect(unknown.status == 2)
      #expect(unknown.errors.contains("There is no edition of 2025-09-06. There are those of 2025-09-05, 2025-09-08."))
      let outside = try brief(folder, "diff", "HEAD")
      #expect(outside.status == 3)
      #expect(outside.errors.contains("it lies in no git repository"))
      try replace("The council meets", "The council met", in: Self.first, folder)
      let broken = try brief(folder, "diff", "2025-09-05")
      #expect(broken.status == 1)
      #expect(broken.errors.contains("error[edition.edited]"))
    }
  }

  @Test func gitRevisionsAreStatesToo() async throws {
    try await site { folder in
      try git(folder, "init", "-q", "-b", "main")
      try git(folder, "add", "-A")
      try git(folder, "commit", "-q", "-m", "One")
      try git(folder, "tag", "v1")
      try folder.write(DiagnosticKind.Example.File(path: "Content/facts/topics.yml+", text: "port:\n  label: Port\n"))
      try git(folder, "commit", "-q", "-a", "-m", "Two")
      try replace("label: Port", "label: The port", in: "Content/facts/topics.yml", folder)
      let first = try brief(folder, "diff", "v1", "HEAD")
      #expect(first.status == 0, "\(first)")
      #expect(first.output.contains(/^From v1 \([0-9a-f]{10}\) to HEAD \([0-9a-f]{10}\): 1 added\.\n\nTopics\n  \+ port: Port\n$/))
      let now = try brief(folder, "diff", "HEAD")
      #expect(
        now.output.contains(
          /^From HEAD \([0-9a-f]{10}\) to now: 1 changed\.\n\nTopics\n  ~ port: The port\n      label: Port → The port\n$/))
      let unknown = try brief(folder, "diff", "no-such-branch")
      #expect(unknown.status == 3)
      #expect(unknown.errors.contains("git knows no such revision here"))
      try folder.write("Content/facts/topics.yml", "truce:\n  label: @truce\n")
      try git(folder, "commit", "-q", "-a", "-m", "Broken")
      let broken = try brief(folder, "diff", "HEAD", "v1")
      #expect(broken.status == 1)
      #expect(broken.errors.hasPrefix("The content of HEAD cannot be read:\n"))
      #expect(broken.errors.contains("Content/facts/topics.yml:2:10"))
    }
  }

  // MARK: Statistics

  @Test func statisticsAreATable() async throws {
    try await site { folder in
      let outcome = try brief(folder, "stats")
      #expect(outcome.status == 0)
      #expect(
        outcome.output == """
          Claims
            in all                      1
            unconfirmed                 1
            independent origins         1

          Shares
            primary                    0%  0 of 1 claims with a primary source
            origins                    0%  0 of 1 claims with two or more independent origins
            archived                 none  0 of 0 sources with an address that have an archived copy
            reviewed                 100%  1 of 1 claims whose review is not overdue
            used                      75%  3 of 4 actors, topics, sources and terms that something uses

          Unused
            actor:council

          """)
    }
  }

  private static let gates: [(arguments: [String], status: Int32)] = [
    (["--fail-under", "used=75"], 0), (["--fail-under", "used=76"], 1), (["--fail-under", "used=75", "--fail-under", "primary=1"], 1),
    (["--fail-under", "archived=100", "--fail-under", "reviewed=100"], 0), (["--fail-under", "primry=1"], 2),
    (["--fail-under", "used"], 2),
    (["--fail-under", "used=101"], 2), (["--fail-under", "used=x"], 2), (["--format", "yaml"], 2),
  ]

  @Test(arguments: gates)
  func sharesAreAGate(_ arguments: [String], _ status: Int32) async throws {
    try await site { folder in
      let outcome = try BriefCommand.run(["stats"] + arguments, in: folder.path)
      #expect(outcome.status == status, "\(outcome)")
      if status == 1 { #expect(outcome.errors.contains(", less than ")) }
      let json = try BriefCommand.run(["stats", "--format", "json"] + arguments, in: folder.path)
      if status < 2 {
        let object = try JSONSerialization.jsonObject(with: Data(json.output.utf8)) as? [String: Any]
        let conditions = object?["conditions"] as? [[String: Any]] ?? []
        #expect(conditions.count == arguments.count / 2)
        #expect(conditions.contains { $0["holds"] as? Bool == false } == (status == 1))
        #expect(object?["unused"] as? [String] == ["actor:council"])
      }
    }
  }
}
