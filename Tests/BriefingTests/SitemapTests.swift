import Testing

@testable import Briefing

@Suite struct SitemapTests {
  @Test func everyPageThatStandsForItself() async throws {
    let files = try await WebFixture.site().files()
    let pages = [
      ("", "2025-09-08"), ("timeline.html", "2025-09-08"), ("claims.html", "2025-09-08"), ("sources.html", "2025-09-01"),
      ("corrections.html", "2025-09-07"), ("everything.html", "2025-09-08"), ("claims/offer.html", "2025-09-06"),
      ("claims/rumour.html", "2025-09-08"), ("events/meeting.html", "2025-09-07"), ("events/another.html", "2025-09-08"),
      ("actors/envoy.html", "2025-09-06"), ("actors/council.html", "2025-09-07"), ("topics/truce.html", "2025-09-07"), ("method.html", nil),
    ]
    let urls = pages.map { path, day in
      "<url>\n<loc>https://example.org/talks/\(path)</loc>\n" + (day.map { "<lastmod>\($0)</lastmod>\n" } ?? "") + "</url>\n"
    }
    #expect(
      files["sitemap.xml"]
        == "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n" + urls.joined()
        + "</urlset>\n")
    #expect(files["robots.txt"] == "User-agent: *\nAllow: /\n\nSitemap: https://example.org/talks/sitemap.xml\n")
  }

  /// A file of that name in `Content/root` is copied, and brief writes none.
  @Test func anAuthorsOwnRobotsCount() async throws {
    let small = try await SmallSite(WebFixture.content, copied: ["robots.txt"])
    let outputs = await Build.outputs(small.site, small.map)
    #expect(!outputs.contains { $0.path == "robots.txt" })
    #expect(outputs.contains { $0.path == "sitemap.xml" })
  }

  /// What is only known to have been published some time in a month has no day.
  @Test func noDayIsMadeUp() async throws {
    let briefing = WebFixture.briefing().replacing("published: 2025-09-01", with: "published: 2025-09")
    let files = try await WebFixture.site(["briefing.yml": briefing]).files()
    let sitemap = try #require(files["sitemap.xml"])
    #expect(sitemap.contains("<loc>https://example.org/talks/sources.html</loc>\n</url>"))
    #expect(!sitemap.contains("2025-09-01"))
    #expect(files["claims/offer.html"]?.contains("\"datePublished\":\"2025-09-01\"") == false)
    // A feed must name a day: the first that it may have been.
    #expect(files["feeds/changes.xml"]?.contains("<published>2025-09-01T00:00:00Z</published>") == true)
    #expect(files["feeds/timeline.xml"]?.contains("<published>2025-09-01T00:00:00Z</published>") == true)
  }

  @Test func moreThanOneFileHoldsIsSplit() async throws {
    let small = try await WebFixture.site()
    let address = try #require(small.site.address)
    let days = try #require(small.prepared.days)
    let whole = Sitemap(small.site, small.map, address, days)
    let all = locations(whole.files[0])
    #expect(whole.files.map(\.path) == ["sitemap.xml"])
    for limits in [
      Sitemap.Limits(addresses: 5, bytes: .max), Sitemap.Limits(addresses: 50_000, bytes: 1500), Sitemap.Limits(addresses: 1, bytes: .max),
    ] {
      let split = Sitemap(small.site, small.map, address, days, limits: limits)
      let parts = split.files.dropFirst()
      #expect(parts.count > 1)
      #expect(parts.map(\.path) == (1...parts.count).map { "sitemap-\($0).xml" })
      #expect(locations(split.files[0]) == parts.map { "https://example.org/talks/\($0.path)" })
      #expect(parts.flatMap(locations) == all)
      for part in parts {
        #expect(part.bytes().count <= limits.bytes)
        #expect(locations(part).count <= limits.addresses)
        #expect(!locations(part).isEmpty)
      }
    }
  }

  /// A list of parts says of each the newest day of its pages.
  @Test func partsHaveTheirNewestDay() async throws {
    let small = try await WebFixture.site()
    let address = try #require(small.site.address)
    let split = Sitemap(
      small.site, small.map, address, try #require(small.prepared.days), limits: Sitemap.Limits(addresses: 13, bytes: .max))
    #expect(
      String(decoding: split.files[0].bytes(), as: UTF8.self) == """
        <?xml version="1.0" encoding="utf-8"?>
        <sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
        <sitemap>
        <loc>https://example.org/talks/sitemap-1.xml</loc>
        <lastmod>2025-09-08</lastmod>
        </sitemap>
        <sitemap>
        <loc>https://example.org/talks/sitemap-2.xml</loc>
        </sitemap>
        </sitemapindex>

        """)
  }

  private func locations(_ output: Build.Output) -> [String] {
    String(decoding: output.bytes(), as: UTF8.self).matches(of: /<loc>(.*?)<\/loc>/).map { String($0.1) }
  }
}
