import Foundation
import TestKit
import Testing

/// `brief export` from outside: what it writes, where, and how it ends.
@Suite struct ExportCommandTests {
  @Test(arguments: ["smallest", "hafen"])
  func theFileIsAsExpected(_ site: String) async throws {
    try await withTemporaryFolder { folder in
      try SiteFolder.lay(site, in: folder)
      let outcome = try BriefCommand.run(["export", "--html", "--today", "2025-03-15"], in: folder.path)
      #expect(outcome.status == 0, "\(outcome.errors)")
      #expect(outcome.errors.contains(/\d+ pages in one file of \d+ KB\n$/), "\(outcome.errors)")
      if site == "smallest" {
        GoldenFile.expect(Self.bare(outcome.output), at: SiteFolder.tests.appending(path: "Golden/smallest/one-file.html"))
      }
      let page = HTMLPage(outcome.output)
      #expect(page.faults == [])
      let ids = Set(page.ids)
      #expect(ids.count == page.ids.count)
      for element in page.elements {
        for name in ["href", "xlink:href", "src"] {
          guard let address = element[name], !address.hasPrefix("data:") else { continue }
          #expect(
            address.hasPrefix("#") ? ids.contains(String(address.dropFirst())) : address.hasPrefix("http") || address.hasPrefix("mailto:"),
            "\(address)")
        }
        for name in ["for", "aria-labelledby", "aria-describedby", "headers", "data-copy"] {
          for id in (element[name] ?? "").split(separator: " ") { #expect(ids.contains(String(id)), "\(name) names \(id)") }
        }
      }
    }
  }

  /// Without what the theme has: its files are no part of what is expected, nor are their hashes.
  private static func bare(_ text: String) -> String {
    text.replacing(#/<(style|script)>[\s\S]*?</(?:style|script)>/#) { "<\($0.1)>…</\($0.1)>" }.replacing(/sha256-[A-Za-z0-9+\/=]{44}/) {
      _ in "sha256-…"
    }
  }

  @Test func theSameInputGivesTheSameFile() async throws {
    try await withTemporaryFolder { folder in
      try SiteFolder.lay("hafen", in: folder)
      try folder.makeFolder("out")
      let before = folder.tree("Content")
      let first = try BriefCommand.run(["export", "--html", "-o", "out/whole.html", "--jobs", "1"], in: folder.path)
      #expect(first.status == 0 && first.output == "", "\(first)")
      let identity = folder.identity("out/whole.html")
      let second = try BriefCommand.run(["export", "--html", "--output", folder.path + "/out/whole.html", "--jobs", "3"], in: folder.path)
      #expect(second.status == 0 && second.errors.contains("unchanged"), "\(second)")
      #expect(folder.identity("out/whole.html") == identity, "a file that would not change is not touched")
      let third = try BriefCommand.run(["export", "--html", "--project", folder.path], in: "/tmp")
      #expect(third.output == folder.text("out/whole.html"))
      #expect(folder.tree("Content") == before && folder.tree("Public").isEmpty)
    }
  }

  private static let endings: [(arguments: [String], status: Int32)] = [
    (["export"], 2), (["export", "--pdf"], 2), (["export", "--html", "--output", ""], 2), (["export", "--html", "--output", "folder/"], 2),
    (["export", "--html", "--output", "no-such-folder/whole.html"], 3), (["export", "--html", "--output", "Content"], 3),
    (["export", "--html", "--project", "no-such-folder"], 3),
  ]

  @Test(arguments: endings)
  func statusSaysHowItEnded(_ arguments: [String], _ status: Int32) async throws {
    try await withTemporaryFolder { folder in
      try SiteFolder.lay("smallest", in: folder)
      let before = folder.tree("")
      let outcome = try BriefCommand.run(arguments, in: folder.path)
      #expect(outcome.status == status, "\(outcome)")
      #expect(outcome.output == "" && !outcome.errors.isEmpty)
      #expect(folder.tree("") == before)
    }
  }

  @Test func nothingIsWrittenWhileAnythingIsWrong() async throws {
    try await withTemporaryFolder { folder in
      try SiteFolder.lay("smallest", in: folder)
      try folder.write("Content/about.md", "# About\n\nSee [the offer](claim:ceasefire-ofer).\n")
      let outcome = try BriefCommand.run(["export", "--html", "-o", "whole.html"], in: folder.path)
      #expect(outcome.status == 1 && outcome.output == "", "\(outcome)")
      #expect(outcome.errors.contains("fact.unknown-reference"))
      #expect(folder.text("whole.html") == nil)
    }
  }
}
