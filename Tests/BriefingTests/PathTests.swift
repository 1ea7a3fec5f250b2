@testable import Briefing
import Facts
import Testing

/// Addresses: what a link in prose leads to, and the way from one page to another.
@Suite struct PathTests {
  private static let links: [(destination: String, source: String, link: FactLink)] = [
    ("claim:offer", "Content/index.md", .fact(FactKey(.claims, "offer"))),
    ("event:meeting", "Content/a/b.md", .fact(FactKey(.events, "meeting"))),
    ("actor:envoy", "Content/index.md", .fact(FactKey(.actors, "envoy"))),
    ("topic:truce", "Content/index.md", .fact(FactKey(.topics, "truce"))),
    ("term:truce", "Content/index.md", .fact(FactKey(.terms, "truce"))),
    ("question:why", "Content/index.md", .fact(FactKey(.questions, "why"))),
    ("source:paper", "Content/index.md", .citation("paper")), ("calim:offer", "Content/index.md", .unknownScheme("calim")),
    ("https://example.org/a:b", "Content/index.md", .elsewhere("https://example.org/a:b")),
    ("mailto:a@example.org", "Content/index.md", .elsewhere("mailto:a@example.org")),
    ("method.md", "Content/index.md", .page(path: "method.html", anchor: nil)),
    ("method.md#top", "Content/index.md", .page(path: "method.html", anchor: "top")),
    ("method.md", "Content/guide/a.md", .page(path: "guide/method.html", anchor: nil)),
    ("../method.md", "Content/guide/a.md", .page(path: "method.html", anchor: nil)),
    ("/method.md", "Content/guide/a.md", .page(path: "method.html", anchor: nil)),
    ("./a/../b.md", "Content/index.md", .page(path: "b.html", anchor: nil)),
    ("timeline.html#meeting", "Content/index.md", .page(path: "timeline.html", anchor: "meeting")),
    ("#part", "Content/guide/a.md", .page(path: "guide/a.html", anchor: "part")), ("#", "Content/a.md", .page(path: "a.html", anchor: "")),
    ("assets/map.png", "Content/index.md", .asset("assets/map.png")), ("../assets/map.png", "Content/guide/a.md", .asset("assets/map.png")),
    ("../secret.md", "Content/index.md", .outside), ("a/../../b.md", "Content/index.md", .outside),
    ("method.md", "Content/facts/", .page(path: "method.html", anchor: nil)),
  ]

  @Test(arguments: links)
  func linksLeadSomewhere(_ destination: String, _ source: String, _ link: FactLink) {
    #expect(FactLink(destination, in: source) == link)
  }

  @Test(arguments: [
    ("index.html", ""), ("claims/offer.html", "../"), ("a/b/c.html", "../../"),
  ])
  func theWayUp(_ page: String, _ root: String) {
    #expect(SitePath.root(from: page) == root)
  }

  @Test(arguments: [
    ("index.html", "timeline.html", "timeline.html"), ("claims/offer.html", "index.html", "../index.html"),
    ("claims/offer.html", "claims/other.html", "../claims/other.html"), ("sources.html", "sources.html#paper", "#paper"),
    ("claims/offer.html", "sources.html#paper", "../sources.html#paper"), ("sources.html", "sources.html", "sources.html"),
  ])
  func theWayAcross(_ page: String, _ target: String, _ href: String) {
    #expect(Viewpoint(page).href(target) == href)
  }

  @Test func everyKindHasItsPlace() {
    let paths = FactKind.allCases.map { SitePath.of(FactKey($0, "some-id")) }
    #expect(
      paths == [
        "actors/some-id.html", "topics/some-id.html", "sources.html#some-id", "events/some-id.html", "claims/some-id.html",
        "positions.html#some-id", "questions.html#some-id", "glossary.html#some-id", "corrections.html#some-id",
      ])
  }
}
