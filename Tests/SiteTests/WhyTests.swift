import TestKit
import Testing

/// `brief why` names templates, prose and records, each with its reason.
@Suite struct WhyTests {
  @Test func aClaimsPageIsAccountedFor() async throws {
    try await withTemporaryFolder { folder in
      try SiteFolder.lay("smallest", in: folder)
      let outcome = try BriefCommand.run(["why", "claims/ceasefire-offer.html"], in: folder.path)
      #expect(outcome.status == 0, "\(outcome)")
      let lines = outcome.output.split(separator: "\n").map(String.init)
      #expect(lines.first == "claims/ceasefire-offer.html is made from")
      #expect(lines.contains("  Templates/claim.mustache"))
      #expect(lines.contains("  Templates/partials/layout.mustache"))
      #expect(lines.contains("  Content/briefing.yml"))
      let records = lines.filter { $0.contains("Content/facts/") }.map {
        $0.split(separator: " ", omittingEmptySubsequences: true).joined(separator: " ")
      }
      #expect(
        records == [
          "Content/facts/claims.yml:1 claim `ceasefire-offer` is shown",
          "Content/facts/actors.yml:1 actor `envoy` claim `ceasefire-offer` names it",
          "Content/facts/topics.yml:1 topic `truce` claim `ceasefire-offer` names it",
          "Content/facts/sources.yml:1 source `first-paper` claim `ceasefire-offer` names it",
        ])
    }
  }

  @Test func aListSaysThatItShowsMany() async throws {
    try await withTemporaryFolder { folder in
      try SiteFolder.lay("smallest", in: folder)
      let outcome = try BriefCommand.run(["why", "sources.html"], in: folder.path)
      #expect(outcome.output.contains("all facts: it shows a list of many"))
    }
  }

  @Test func aPageThatIsNotThereIsAskedAbout() async throws {
    try await withTemporaryFolder { folder in
      try SiteFolder.lay("smallest", in: folder)
      let outcome = try BriefCommand.run(["why", "claims/ceasefire-ofer.html"], in: folder.path)
      #expect(outcome.status == 2)
      #expect(outcome.errors.contains("did you mean `claims/ceasefire-offer.html`?"))
    }
  }
}
