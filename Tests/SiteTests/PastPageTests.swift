import Diagnostics
import Foundation
import TestKit
import Testing

/// The pages that are made from editions: what changed, how a claim changed, how things stood.
@Suite struct PastPageTests {
  private func brief(_ folder: TemporaryFolder, _ arguments: String...) throws {
    let outcome = try BriefCommand.run(arguments, in: folder.path)
    #expect(outcome.status == 0, "\(outcome)")
  }

  private func replace(_ old: String, _ new: String, in path: String, _ folder: TemporaryFolder) throws {
    let text = try #require(folder.text(path))
    #expect(text.contains(old))
    try folder.write(path, text.replacing(old, with: new))
  }

  /// The text of a page without its tags, each run of white space one space.
  private func words(_ path: String, _ folder: TemporaryFolder) throws -> String {
    let html = try #require(folder.text("Public/" + path))
    let body = html[
      (html.firstRange(of: "<main")?.lowerBound ?? html.startIndex)..<(html.firstRange(of: "</main>")?.lowerBound ?? html.endIndex)]
    return body.replacing(/<[^>]*>/, with: " ").split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  private static let editions = ["2025-09-05", "2025-09-08"]

  /// The smallest site, published twice: in between a status, a title and a quotation changed, a claim went and a source came.
  private func published(_ body: (TemporaryFolder) throws -> Void) async throws {
    try await withTemporaryFolder { folder in
      try SiteFolder.lay("smallest", in: folder)
      try folder.write(
        DiagnosticKind.Example.File(
          path: "Content/facts/claims.yml+",
          text: """
            rain:
              text: It will *rain*.
              kind: forecast
              claimant: envoy
              wording: verbatim
              date: 2025-08-19
              sources: [first-paper]

            """))
      try brief(folder, "publish", "--today", Self.editions[0])
      try replace("title: The council meets", "title: The council meets & talks", in: "Content/facts/events.yml", folder)
      try replace(
        "      why: Only one side has spoken.",
        "      why: Only one side has spoken.\n    - value: outdated\n      as_of: 2025-09-07\n      why: The *truce* came.\n      sources: [second-paper]",
        in: "Content/facts/claims.yml", folder)
      let claims = try #require(folder.text("Content/facts/claims.yml"))
      try folder.write("Content/facts/claims.yml", String(claims[..<(claims.firstRange(of: "rain:")?.lowerBound ?? claims.endIndex)]))
      try folder.write(
        DiagnosticKind.Example.File(
          path: "Content/facts/sources.yml+",
          text: "second-paper:\n  title: A second paper\n  publisher: The Observer\n  unlinked: seen in print\n  kind: report\n"))
      try folder.write(
        "Content/facts/corrections.yml",
        "no-rain: {date: 2025-09-07, class: void, target: \"claim:rain\", was: It will rain., now: Nobody said so.}\n")
      try brief(folder, "publish", "--today", Self.editions[1])
      try brief(folder, "build", "--today", "2025-09-10")
      try body(folder)
    }
  }

  @Test func withoutEditionsThereIsNoPast() async throws {
    try await withTemporaryFolder { folder in
      try SiteFolder.lay("smallest", in: folder)
      try brief(folder, "build", "--today", "2025-09-10")
      #expect(folder.text("Public/changes.html") == nil)
      #expect(folder.tree("Public/as-of").isEmpty)
      #expect(folder.text("Public/index.html")?.contains("changes.html") == false)
      #expect(folder.text("Public/claims/ceasefire-offer.html")?.contains("In the editions") == false)
    }
  }

  @Test func changesAreToldInWords() async throws {
    try await published { folder in
      #expect(
        try words("changes.html", folder)
          == """
          What changed Each edition is a state of this briefing as it was published. What changed with it is told here, latest first. \
          As of 31 August 2025 \
          8 September 2025 5 records changed. As it stood \
          Sources New A second paper \
          Events Changed The council meets & talks Wording The council meets The council meets & talks \
          Claims Changed The council offered a ceasefire. Status Outdated, 7 September 2025: The truce came. \
          Gone It will *rain*. \
          Corrections New It will *rain*. \
          5 September 2025 The first edition: 2 claims, 1 event. As it stood
          """.replacing("&", with: "&amp;"))
      let html = try #require(folder.text("Public/changes.html"))
      #expect(html.contains("<h2 id=\"edition-2025-09-08\">"))
      #expect(html.contains("<del>The council meets</del> <ins>The council meets &amp; talks</ins>"))
      #expect(html.contains("<a href=\"as-of/2025-09-05.html\">As it stood</a>"))
      // What is gone leads to where it stood last.
      #expect(html.contains("<a href=\"as-of/2025-09-05.html#claim-rain\">It will *rain*.</a>"))
      for page in ["index.html", "claims/ceasefire-offer.html"] {
        #expect(folder.text("Public/" + page)?.contains("changes.html\">What changed</a>") == true)
      }
    }
  }

  @Test func aClaimTellsItsOwnHistory() async throws {
    try await published { folder in
      let text = try words("claims/ceasefire-offer.html", folder)
      #expect(
        text.contains(
          "In the editions 8 September 2025 Changed As it stood Status Outdated, 7 September 2025: The truce came. "
            + "5 September 2025 New As it stood Said by The envoy Status Unconfirmed, 17 August 2025: Only one side has spoken."), "\(text)"
      )
      let html = try #require(folder.text("Public/claims/ceasefire-offer.html"))
      #expect(html.contains("<a href=\"../as-of/2025-09-08.html#claim-ceasefire-offer\">As it stood</a>"))
    }
  }

  @Test func anEditionIsShownAsItStood() async throws {
    try await published { folder in
      let first = try words("as-of/2025-09-05.html", folder)
      #expect(
        first.hasPrefix("As it stood on 5 September 2025 A published edition. This is how claims and timeline stood in the edition of "))
      #expect(first.contains("The explanatory text of that day is not kept."))
      #expect(first.contains("Claims 2 claims"))
      #expect(
        first.contains("The council offered a ceasefire. Said by The envoy Said of Own statement Status ○ Unconfirmed When 17 August 2025"))
      #expect(first.contains("It will *rain*. Said by The envoy"))
      #expect(first.contains("15 August 2025 The council meets"))
      #expect(!first.contains("The council meets &amp; talks"))
      let second = try words("as-of/2025-09-08.html", folder)
      #expect(second.contains("Claims 1 claim "))
      #expect(second.contains("Outdated"))
      let html = try #require(folder.text("Public/as-of/2025-09-05.html"))
      #expect(html.contains("<link rel=\"canonical\" href=\"../claims.html\">"))
      #expect(html.contains("<meta name=\"robots\" content=\"noindex\">"))
      #expect(html.contains("<a href=\"../claims/ceasefire-offer.html\">"))
      #expect(!html.contains("claims/rain.html"), "what is gone has no page to lead to")
    }
  }

  @Test func aCorrectionOfWhatIsGoneLeadsToWhereItStood() async throws {
    try await published { folder in
      let html = try #require(folder.text("Public/corrections.html"))
      #expect(html.contains("<a href=\"as-of/2025-09-05.html#claim-rain\">It will *rain*.</a>"))
    }
  }

  /// Another edition adds its own page and changes the others no more than it must.
  @Test func pastPagesStayAsTheyAre() async throws {
    try await published { folder in
      let before = folder.text("Public/as-of/2025-09-05.html")
      try replace("The council meets & talks", "The council meets and talks", in: "Content/facts/events.yml", folder)
      try brief(folder, "publish", "--today", "2025-09-09")
      try brief(folder, "build", "--today", "2025-09-10")
      #expect(folder.text("Public/as-of/2025-09-05.html") == before)
      #expect(folder.tree("Public/as-of").count == 3)
    }
  }
}
