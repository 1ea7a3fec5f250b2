import EDTF
import Testing

@testable import Briefing

/// The head of a page: its address, and what those are told that link to it.
@Suite struct MetadataTests {
  private func head(_ page: String) -> String {
    page.split(separator: "\n").filter {
      $0.hasPrefix("<link rel=\"canonical\"") || $0.contains("property=\"") || $0.contains("/feeds/")
    }
    .joined(separator: "\n")
  }

  @Test func aClaimNamesItself() async throws {
    let small = try await WebFixture.site()
    #expect(
      head(try small.page("claims/offer.html")) == """
        <link rel="canonical" href="https://example.org/talks/claims/offer.html">
        <meta property="og:type" content="article">
        <meta property="og:title" content="The council offered a ceasefire.">
        <meta property="og:description" content="The council offered a ceasefire. Who said it, of whom, what was answered, and the evidence for and against.">
        <meta property="og:url" content="https://example.org/talks/claims/offer.html">
        <meta property="og:site_name" content="The harbour talks">
        <meta property="og:locale" content="en_GB">
        <meta property="article:published_time" content="2025-09-01">
        <meta property="article:modified_time" content="2025-09-06">
        <link rel="alternate" type="application/atom+xml" title="The harbour talks: what changed" href="https://example.org/talks/feeds/changes.xml">
        <link rel="alternate" type="application/feed+json" title="The harbour talks: what changed" href="https://example.org/talks/feeds/changes.json">
        <link rel="alternate" type="application/atom+xml" title="The harbour talks: timeline" href="https://example.org/talks/feeds/timeline.xml">
        <link rel="alternate" type="application/feed+json" title="The harbour talks: timeline" href="https://example.org/talks/feeds/timeline.json">
        """)
  }

  private static let canonical = [
    ("index.html", ""), ("timeline.html", "timeline.html"), ("timeline-latest.html", "timeline.html"), ("claims.html", "claims.html"),
    ("claims/by-status.html", "claims.html"), ("events/meeting.html", "events/meeting.html"), ("sources.html", "sources.html"),
    ("method.html", "method.html"),
  ]

  @Test(arguments: canonical)
  func otherOrdersNameTheUsualOne(_ path: String, _ canonical: String) async throws {
    let page = try await WebFixture.site().page(path)
    #expect(page.contains("<link rel=\"canonical\" href=\"https://example.org/talks/\(canonical)\">"))
    #expect(page.ranges(of: "rel=\"canonical\"").count == 1)
    #expect(page.contains("<meta property=\"og:url\" content=\"https://example.org/talks/\(canonical)\">"))
  }

  @Test func whatLeadsNowhereNamesNothing() async throws {
    #expect(head(try await WebFixture.site().page("404.html")) == "")
  }

  @Test func withoutAnAddressNothingIsSaid() async throws {
    let small = try await SmallSite()
    let files = await small.files()
    for (path, text) in files where path.hasSuffix(".html") {
      #expect(head(text) == "", "\(path)")
      #expect(!text.contains("ld+json"), "\(path)")
    }
    #expect(!files.keys.contains { $0.hasPrefix("feeds/") || $0.hasPrefix("sitemap") || $0 == "robots.txt" })
  }

  @Test(arguments: [("en", "en"), ("de-AT", "de_AT"), ("zh-Hant-TW", "zh_TW"), ("zh-Hant", "zh"), ("es-419", "es_419"), ("sr-Latn", "sr")])
  func noRegionIsMadeUp(_ language: String, _ locale: String) {
    #expect(PageMetadata.locale(language) == locale)
  }

  @Test(arguments: [
    ("https://example.org", "index.html", "https://example.org/"),
    ("https://example.org/a/", "claims/one.html#two", "https://example.org/a/claims/one.html#two"),
    ("https://example.org/a", "über uns & #1.html", "https://example.org/a/%C3%BCber%20uns%20%26%20#1.html"),
    ("https://exämple.org", "index.html#published", "https://ex%C3%A4mple.org/#published"),
  ])
  func addressesAreWhole(_ base: String, _ path: String, _ address: String) async throws {
    let small = try await WebFixture.site([
      "briefing.yml": WebFixture.briefing().replacing("https://example.org/talks", with: base)
    ])
    #expect(small.site.address?(path) == address)
  }
}
