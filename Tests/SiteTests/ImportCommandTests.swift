import Diagnostics
import Foundation
import TestKit
import Testing

/// `brief import` from outside: what is made, what is refused, and that the project is as sound afterwards as it was before.
@Suite struct ImportCommandTests {
  private static let samples = SiteFolder.repository.appending(path: "Tests/ImportTests/Samples")
  private static let day = ["--today", "2025-09-10"]

  private func site(_ body: (TemporaryFolder) throws -> Void) async throws {
    try await withTemporaryFolder { folder in
      try SiteFolder.lay("smallest", in: folder)
      try body(folder)
    }
  }

  private static let imports: [[String]] = [
    ["timelinejs", "timelinejs-harbour.json"], ["timelinejs", "timelinejs-sheet.csv"], ["csv", "events.csv", "--kind", "events"],
    ["csv", "claims.csv", "--kind", "claim"], ["csl", "csl-library.json"], ["claimreview", "claimreview-page.html"],
  ]

  @Test(arguments: imports)
  func checkPassesAfterwards(_ arguments: [String]) async throws {
    try await site { folder in
      let place = Self.samples.appending(path: arguments[1]).path
      let before = folder.tree("Content")
      let outcome = try BriefCommand.run(["import", arguments[0], place] + arguments.dropFirst(2) + Self.day, in: folder.path)
      #expect(outcome.status == 0, "\(outcome)")
      #expect(outcome.output.contains("Content/facts/"))
      let made = folder.tree("Content").filter { before[$0.key] == nil && $0.value != .folder }
      #expect(!made.isEmpty)
      #expect(made.keys.allSatisfy { $0.wholeMatch(of: /facts\/[a-z]+\/imported-[a-z-]+\.yml/) != nil }, "\(made.keys)")
      for (path, item) in before { #expect(folder.tree("Content")[path] == item, "\(path) was touched") }
      let check = try BriefCommand.run(["check"] + Self.day, in: folder.path)
      #expect(check.status == 0, "\(check.errors)")
      let again = try BriefCommand.run(["import", arguments[0], place] + arguments.dropFirst(2) + Self.day, in: folder.path)
      #expect(again.status != 0, "a second import must not write over the first: \(again)")
      #expect(folder.tree("Content").count == before.count + made.count + Set(made.keys.map { $0.split(separator: "/")[1] }).count)
    }
  }

  /// What brief itself exports for keepers of references comes back as the same sources.
  @Test func ownSourcesComeBack() async throws {
    try await site { folder in
      try folder.write(
        "Content/facts/sources/more.yml",
        """
        harbour-gazette:
          title: "Dockers & cranes: a <b>bold</b> strike"
          publisher: The Harbour Gazette
          date: 2024-11
          url: https://gazette.example/2024/walkout
          kind: article-newspaper
          author: [Anna de Beauvoir]
          language: en-GB
          accessed: 2025-09-01
          archive_url: https://web.archive.org/web/20250824153000/https://gazette.example/2024/walkout
          accept: {source.unused: kept for later}
        council-minutes:
          title: Minutes
          publisher: The council
          date: 2025-01-10/2025-02-03
          url: https://council.example/minutes
          kind: report
          container: Records
          accept: {source.unused: kept for later}

        """)
      #expect(try BriefCommand.run(["build"] + Self.day, in: folder.path).status == 0)
      let export = try #require(folder.text("Public/data/sources.csl.json"))
      try folder.write("library.json", export.replacing("<b>", with: "").replacing("</b>", with: ""))
      folder.remove("Content/facts/sources/more.yml")
      let outcome = try BriefCommand.run(["import", "csl", "library.json", "--lines"] + Self.day, in: folder.path)
      #expect(outcome.errors.contains("the source `first-paper` is there already"), "\(outcome)")
      #expect(
        folder.text("Content/facts/sources/imported-library.yml") == """
          # Imported from library.json on 2025-09-10.

          harbour-gazette:
            title: "Dockers & cranes: a bold strike"
            publisher: The Harbour Gazette
            date: 2024-11
            url: https://gazette.example/2024/walkout
            kind: article-newspaper
            author: [Anna de Beauvoir]
            language: en-GB
            accessed: 2025-09-01
            archive_url: https://web.archive.org/web/20250824153000/https://gazette.example/2024/walkout

          council-minutes:
            title: Minutes
            publisher: The council
            date: 2025-01-10/2025-02-03
            url: https://council.example/minutes
            kind: report
            container: Records

          """, "\(outcome.errors)")
    }
  }

  @Test func aClaimWithoutItsStatusIsKeptBack() async throws {
    try await site { folder in
      let place = Self.samples.appending(path: "claims.csv").path
      let outcome = try BriefCommand.run(
        ["import", "csv", place, "--kind", "claims", "--into", "claims-of-ours"] + Self.day, in: folder.path)
      #expect(outcome.output == "Content/facts/claims/claims-of-ours.yml: 3 claims, 1 as a draft\n")
      #expect(outcome.errors.contains("warning[import.does-not-hold]: `rated` would not hold: `rated` is a fact and has no status"))
      let text = try #require(folder.text("Content/facts/claims/claims-of-ours.yml"))
      #expect(text.contains("# open: `rated` is a fact and has no status (claims.csv:4:1)\nrated:\n"))
    }
  }

  /// An event that lies after the day of the import cannot have happened.
  @Test func whatIsStillToComeIsKeptBack() async throws {
    try await site { folder in
      try folder.write("next.csv", "id,date,title,sources\nopening,2031-08-15,The harbour opens,first-paper\n")
      let outcome = try BriefCommand.run(["import", "csv", "next.csv", "--kind", "events"] + Self.day, in: folder.path)
      #expect(outcome.status == 0)
      #expect(outcome.errors.contains("import.does-not-hold"))
      #expect(try BriefCommand.run(["check"] + Self.day, in: folder.path).status == 0)
    }
  }

  @Test func aDryRunWritesNothing() async throws {
    try await site { folder in
      let before = folder.tree("")
      let place = Self.samples.appending(path: "bibtex-zotero.bib").path
      let outcome = try BriefCommand.run(["import", "bibtex", place, "--dry-run", "--lines"] + Self.day, in: folder.path)
      #expect(outcome.output.hasPrefix("# Content/facts/sources/imported-bibtex-zotero.yml\n\n# Imported from"))
      #expect(
        outcome.errors.contains(":67:11: error: from here on this is not BibTeX: what opens here is not closed [import.unreadable]\n"))
      // What stands before the break is taken in, but the run is no success.
      #expect(outcome.status == 1)
      #expect(folder.tree("") == before)
    }
  }

  @Test(arguments: [
    (["import"], 2), (["import", "csl"], 2), (["import", "xml", "a"], 2), (["import", "csv", "a"], 2),
    (["import", "csv", "a", "--kind", "evnts"], 2),
    (["import", "csl", "a", "--kind", "events"], 2), (["import", "csl", "a", "--into", "../x"], 2),
    (["import", "csl", "a", "--into", "/x"], 2),
    (["import", "csl", "no-such-file"], 3), (["import", "csl", "Content"], 3), (["import", "csl", "empty.json"], 1),
    (["import", "csl", "latin.json"], 1),
    (["import", "csl", "big.json"], 1), (["import", "csl", "pipe.json"], 3),
  ])
  func whatCannotBeReadIsSaid(_ arguments: [String], _ status: Int) async throws {
    try await site { folder in
      try folder.write("empty.json", "[]")
      try folder.write("latin.json", [0x5B, 0x22, 0xE9, 0x22, 0x5D])
      if arguments.last == "big.json" { try folder.write("big.json", Array(repeating: 0x20, count: 16 << 20 + 1)) }
      try folder.pipe("pipe.json")
      let before = folder.tree("")
      let outcome = try BriefCommand.run(arguments, in: folder.path)
      #expect(outcome.status == Int32(status), "\(outcome)")
      #expect(outcome.output == "")
      #expect(!outcome.errors.isEmpty)
      #expect(folder.tree("") == before)
    }
  }

  /// No link of the project leads a new file elsewhere, and nothing that stands there is written over.
  @Test(arguments: ["Content/facts/sources", "Content/facts"])
  func noLinkLeadsOut(_ name: String) async throws {
    try await withTemporaryFolder { outside in
      try await site { folder in
        if name == "Content/facts" { folder.remove(name) }
        try folder.link(name, to: outside.path)
        let place = Self.samples.appending(path: "csl-library.json").path
        let outcome = try BriefCommand.run(["import", "csl", place] + Self.day, in: folder.path)
        #expect(outcome.status == 3, "\(outcome)")
        #expect(outside.tree("").isEmpty)
      }
    }
  }
}
