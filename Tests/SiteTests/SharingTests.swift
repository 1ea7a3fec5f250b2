import Briefing
import Facts
import TestKit
import Testing

/// The images that go with links, and what pages say of them.
@Suite struct SharingTests {
  @Test func everyPageButOneNamesItsImage() async throws {
    let run = try await SiteRun(site: "hafen")
    let site = try #require(run.plan.site)
    let cards = Build.cards(site).map(\.path)
    #expect(cards.count == site.facts.claims.count + 1)
    #expect(Set(cards).count == cards.count)
    #expect(cards == Build.cards(try #require(try await SiteRun(site: "hafen").plan.site)).map(\.path))
    let general = try #require(cards.first { $0.hasPrefix("cards/briefing-") })
    for (path, text) in await run.pages() where path.hasSuffix(".html") {
      let named = text.matches(of: /<meta property="og:image" content="([^"]*)">/).map { String($0.1) }
      let claim = path.wholeMatch(of: /claims\/(.*)\.html/).flatMap { match in cards.first { $0.hasPrefix("cards/claim-\(match.1)-") } }
      let expected = path == "404.html" || path.hasPrefix("embed/") ? [] : ["https://example.org/talassa/" + (claim ?? general)]
      #expect(named == expected, "\(path)")
    }
  }

  @Test func withoutAnAddressThereAreNone() async throws {
    let run = try await SiteRun(site: "smallest")
    #expect(Build.cards(try #require(run.plan.site)).isEmpty)
    #expect(await run.pages().allSatisfy { !$0.text.contains("og:image") })
  }

  @Test(
    arguments: [
      ("cards: false\n", 0, nil), ("", 2, "cards/briefing-"), ("card_image: assets/own.png\n", 1, "assets/own.png"),
      ("card_image: assets/own.png\ncards: false\n", 0, "assets/own.png"),
    ] as [(String, Int, String?)])
  func authorsMayHaveTheirOwn(settings: String, drawn: Int, front: String?) async throws {
    let run = try await withTemporaryFolder { folder in
      try SiteFolder.lay("smallest", in: folder)
      try folder.write("Content/assets/own.png", [1])
      try folder.write("Content/briefing.yml", (folder.text("Content/briefing.yml") ?? "") + "base_url: https://example.org\n" + settings)
      return try await SiteRun(folder)
    }
    #expect(run.report == "")
    #expect(Build.cards(try #require(run.plan.site)).count == drawn)
    let page = try #require(await run.pages().first { $0.path == "index.html" }).text
    let image = page.firstMatch(of: /<meta property="og:image" content="([^"]*)">/).map { String($0.1) }
    if let front { #expect(image?.hasPrefix("https://example.org/" + front) == true) } else { #expect(image == nil) }
    #expect(page.contains("og:image:width") == (front == "cards/briefing-"))
  }

  /// One claim's card is drawn, and comes out the same again.
  @Test func aClaimsCardIsAPicture() async throws {
    let site = try #require(try await SiteRun(site: "hafen").plan.site)
    let card = try #require(Build.cards(site).first { $0.path.hasPrefix("cards/claim-") })
    let bytes = card.bytes()
    #expect(bytes.prefix(4) == [0x89, 0x50, 0x4E, 0x47])
    #expect((10_000..<45_000).contains(bytes.count))
  }
}
