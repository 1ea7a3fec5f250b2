import Foundation
import TestKit
import Testing

/// Whole pages of the two fixture sites. `BRIEF_BLESS=1` writes them anew.
@Suite struct PageTests {
  private static let smallest = [
    "index.html", "timeline.html", "claims.html", "claims/ceasefire-offer.html", "events/first-meeting.html", "actors/envoy.html",
    "topics/truce.html", "sources.html", "corrections.html", "404.html", "data/briefing.json",
  ]
  private static let hafen = [
    "index.html", "timeline.html", "timeline-latest.html", "claims.html", "claims/by-status.html", "claims/duerre.html", "positions.html",
    "questions.html", "sources.html", "glossary.html", "corrections.html", "ansichten.html", "data/briefing.json",
    "embed/claims/duerre.html", "embed/timeline.html", "oembed/claims/duerre.json", "oembed/timeline.json", "as-of/2025-03-01.html",
    "events/friede.html", "feeds/changes.xml", "feeds/changes.json", "feeds/timeline.xml", "sitemap.xml", "robots.txt",
  ]

  @Test(arguments: [("smallest", smallest), ("hafen", hafen)])
  func pagesAreAsExpected(_ site: String, _ paths: [String]) async throws {
    let run = try await SiteRun(site: site)
    #expect(run.report == "")
    let pages = Dictionary(uniqueKeysWithValues: await run.pages())
    for path in paths {
      let text = try #require(pages[path], "there is no page \(path)")
      GoldenFile.expect(text, at: SiteFolder.tests.appending(path: "Golden/\(site)/\(path)"))
    }
  }

  @Test func tasksDoNotShow() async throws {
    let run = try await SiteRun(site: "hafen")
    let one = await run.pages(jobs: 1)
    for jobs in [2, 3, 8] {
      let many = await run.pages(jobs: jobs)
      #expect(many.map(\.path) == one.map(\.path))
      for (left, right) in zip(one, many) where left.text != right.text { Issue.record("\(left.path) differs with \(jobs) tasks") }
    }
  }
}
