import Diagnostics
import Foundation
import TestKit
import Testing

@testable import Briefing

/// The whole briefing in one file: how pages become parts of it, and that every link within it leads somewhere.
@Suite struct OneFileTests {
  // MARK: Reading HTML

  private static let tags: [(String, String)] = [
    ("<p>text</p>", "p /p"), ("<P Class=A>", "p[class=A]"), ("<a href='x y' b c=d>", "a[href=x y][b=][c=d]"),
    ("<br/><img src=a.png />", "br img[src=a.png]"), ("<!-- <p> --><b>", "b"), ("<!DOCTYPE html><?x <p>?><i>", "i"),
    ("<script>if (a<b) '</p>'</SCRIPT><u>", "script /script u"), ("<style>a>b{}</style>", "style /style"),
    ("<textarea><b></textarea>", "textarea /textarea"), ("a < b <1> <>", ""), ("<a title='>' href=\"<\">", "a[title=>][href=<]"),
    ("<a href = x >", "a[href=x]"), ("<a =b>", "a[=b=]"), ("<p", ""), ("<p class=\"x", ""), ("<p><!-- <b>", "p"), ("<script><b>", "script"),
    ("<a title=\"a &amp; &#34;b&#x22; &nbsp;\">", "a[title=a & \"b\" &nbsp;]"), ("<é><p>", "p"), ("</>", ""),
  ]

  @Test(arguments: tags)
  func tagsAreFound(_ text: String, _ expected: String) {
    var walker = TagWalker(Array(text.utf8))
    var found: [String] = []
    while let tag = walker.next() {
      let attributes = tag.attributes.map { "[\($0.name)=\(walker.value($0))]" }.joined()
      found.append((tag.isEnd ? "/" : "") + tag.name + attributes)
    }
    #expect(found.joined(separator: " ") == expected)
  }

  /// Whatever the bytes are, they are gone through once, and what is found lies within them.
  @Test func anyBytesAreRead() {
    var random = Numbers(state: 7)
    let pieces = [
      "<", ">", "/", "\"", "'", "=", "a", "main", "<!--", "-->", " ", "script", "<main>", "</main>", "&#x", ";", "é", "h1", "<h1>",
    ]
    for _ in 0..<2000 {
      let bytes = Array((0..<Int.random(in: 0..<24, using: &random)).map { _ in random.pick(pieces) }.joined().utf8)
      var walker = TagWalker(bytes)
      var last = 0
      while let tag = walker.next() {
        #expect(tag.range.lowerBound >= last && tag.range.upperBound <= bytes.count)
        last = tag.range.upperBound
      }
      let leaf = Leaf(SiteMap.Entry(path: "a.html", content: .page), anchor: "a.html", page: bytes)
      let links = LeafLinks([leaf], leavingOut: [], base: nil) { _ in nil }
      let again = LeafRewriter(leaf: leaf, links: links).content(of: bytes)
      #expect(again.count >= 0)
    }
  }

  @Test(arguments: [
    ("", ""), ("f", "Zg=="), ("fo", "Zm8="), ("foo", "Zm9v"), ("foob", "Zm9vYg=="), ("fooba", "Zm9vYmE="), ("foobar", "Zm9vYmFy"),
  ])
  func base64IsThatOfTheStandard(_ text: String, _ encoded: String) {
    #expect(Base64.text(of: Array(text.utf8)) == encoded)
  }

  // MARK: Links

  private static let pages: [(path: String, content: SiteMap.Content, ids: Set<String>)] = [
    ("index.html", .front, ["known"]), ("timeline.html", .timeline(latestFirst: false, part: 1), ["2025-08", "meeting"]),
    ("claims.html", .claims(.date, part: 1), ["offer"]), ("claims/offer.html", .claim("offer"), ["answers", "50%"]),
    ("changes.html", .changes(part: 1), ["edition-2025-03-01"]), ("über uns.html", .page, ["wörter"]),
  ]
  private static let others: [(path: String, content: SiteMap.Content)] = [
    ("timeline-latest.html", .timeline(latestFirst: true, part: 1)), ("claims/by-topic.html", .claims(.topic, part: 1)),
    ("as-of/2025-03-01.html", .asOf("2025-03-01", part: 1)), ("as-of/2025-02-01.html", .asOf("2025-02-01", part: 1)),
    ("404.html", .notFound),
    ("embed/claims/offer.html", .claimEmbed("offer")), ("embed/timeline.html", .timelineEmbed),
  ]

  private static func links(base: String? = nil) -> LeafLinks {
    LeafLinks(
      pages.map { page in
        let text = "<main>" + page.ids.map { "<p id=\"\($0)\"></p>" }.joined() + "</main>"
        return Leaf(SiteMap.Entry(path: page.path, content: page.content), anchor: page.path, page: Array(text.utf8))
      }, leavingOut: others.map { SiteMap.Entry(path: $0.path, content: $0.content) }, base: base
    ) { $0 == "assets/plan.svg" ? [1, 2, 3] : nil }
  }

  private static let targets: [(href: String, from: String, target: LeafLinks.Target)] = [
    ("claims/offer.html", "index.html", .anchor("claims/offer.html")),
    ("../index.html#known", "claims/offer.html", .anchor("index.html:known")),
    ("#answers", "claims/offer.html", .anchor("claims/offer.html:answers")), ("", "claims.html", .anchor("claims.html")),
    ("#gone", "claims/offer.html", .anchor("claims/offer.html")), ("#", "index.html", .anchor("index.html")),
    ("./timeline.html?topics=truce#meeting", "index.html", .anchor("timeline.html:meeting")),
    ("..", "claims/offer.html", .anchor("index.html")),
    ("./", "index.html", .anchor("index.html")), ("../../../claims.html", "claims/offer.html", .anchor("claims.html")),
    ("offer.html#50%25", "claims/x.html", .anchor("claims/offer.html:50%")),
    ("%C3%BCber%20uns.html#w%C3%B6rter", "index.html", .anchor("über uns.html:wörter")),
    ("timeline-latest.html#meeting", "index.html", .anchor("timeline.html:meeting")),
    ("timeline-latest.html", "index.html", .anchor("timeline.html")),
    ("claims/by-topic.html#truce", "index.html", .anchor("claims.html")),
    ("as-of/2025-03-01.html", "changes.html", .anchor("changes.html:edition-2025-03-01")),
    ("as-of/2025-02-01.html", "changes.html", .anchor("changes.html")),
    ("404.html", "index.html", .anchor("index.html")), ("embed/claims/offer.html", "index.html", .anchor("claims/offer.html")),
    ("https://example.org/#a", "index.html", .asIs), ("//example.org", "index.html", .asIs), ("mailto:a@example.org", "index.html", .asIs),
    ("data:,", "index.html", .asIs), ("/claims.html", "index.html", .asIs), ("nowhere.html", "index.html", .asIs),
    ("assets/plan.svg", "index.html", .data("data:image/svg+xml;base64,AQID", name: "plan.svg")),
    ("../assets/plan.svg#a", "claims/offer.html", .data("data:image/svg+xml;base64,AQID", name: "plan.svg")),
  ]

  @Test(arguments: targets)
  func linksLeadIntoTheFile(_ href: String, _ from: String, _ target: LeafLinks.Target) {
    #expect(Self.links().target(of: href, from: from) == target)
  }

  @Test func whatIsNotCarriedStandsAtTheSite() {
    let links = Self.links(base: "https://example.org/talks/")
    #expect(links.target(of: "../assets/plan.svg#a", from: "claims/offer.html") == .address("https://example.org/talks/assets/plan.svg#a"))
    #expect(links.target(of: "claims/offer.html", from: "index.html") == .anchor("claims/offer.html"))
    #expect(links.permanent("claims/offer.html") == "https://example.org/talks/claims/offer.html")
  }

  @Test func anchorsAreUniqueAndHaveNoColon() {
    var taken: Set<String> = []
    let anchors = ["a:b.html", "a_b.html", "a b.html", "a\u{A0}b.html", "c.html"].map { OneFile.anchor(of: $0, besides: &taken) }
    #expect(anchors == ["a_b.html", "a_b.html_2", "a_b.html_3", "a_b.html_4", "c.html"])
  }

  // MARK: Rewriting

  @Test func aPageBecomesAPart() {
    let page = """
      <!DOCTYPE html><html><head><link rel="stylesheet" href="../theme/brief.css"></head><body><nav id="no"></nav>
      <main id="main" class="wrap"><h1 class=x>An <i>offer</i> &amp; more</h1><script>evil("</p>")</script>
      <nav aria-label="Parts"><a href='#answers'>Answers</a></nav><section aria-labelledby="answers"><h2 id=answers>Answers</h2></section>
      <p aria-label="Parts" class="id"><label for="a b">x</label><img src="../assets/plan.svg" alt=""> <a href="../assets/plan.svg">Plan</a></p>
      <svg><rect fill="url(#hatch)"/><a xlink:href="../index.html#known"></a></svg><a rel="bookmark" href="offer.html">Here</a>
      <a href="https://example.org/?a=1&amp;b=2">Out</a></main><footer></footer></body></html>
      """
    let text = "<main><h1>An <i>offer</i> &amp; more</h1><h2 id=answers></h2></main>"
    let leaf = Leaf(SiteMap.Entry(path: "claims/offer.html", content: .claim("offer")), anchor: "claims/offer.html", page: Array(text.utf8))
    let written = LeafRewriter(leaf: leaf, links: Self.links(base: "https://example.org/talks/")).content(of: Array(page.utf8))
    #expect(
      String(decoding: written, as: UTF8.self) == """
        <h1 id="claims/offer.html:" class=x>An <i>offer</i> &amp; more</h1>
        <nav aria-label="Parts: An offer &amp; more"><a href="#claims/offer.html:answers">Answers</a></nav><section \
        aria-labelledby="claims/offer.html:answers claims/offer.html:"><h2 id="claims/offer.html:answers">Answers</h2></section>
        <p aria-label="Parts" class="id"><label for="claims/offer.html:a claims/offer.html:b">x</label><img \
        src="data:image/svg+xml;base64,AQID" alt=""> <a href="https://example.org/talks/assets/plan.svg">Plan</a></p>
        <svg><rect fill="url(#claims/offer.html:hatch)"/><a xlink:href="#index.html:known"></a></svg><a rel="bookmark" \
        href="https://example.org/talks/claims/offer.html">Here</a>
        <a href="https://example.org/?a=1&amp;b=2">Out</a>
        """)
  }

  /// Random pages with random ids and links of all forms: in the file ids are unique, and every link leads to what it led to.
  @Test func linksOfAnyFormHold() throws {
    var random = Numbers(state: 11)
    for round in 0..<300 {
      let book = RandomBook(&random)
      let leaves = book.leaves
      let links = LeafLinks(leaves, leavingOut: [], base: nil) { _ in nil }
      let parts = zip(leaves, book.texts).map {
        String(decoding: LeafRewriter(leaf: $0, links: links).content(of: Array($1.utf8)), as: UTF8.self)
      }
      let whole = parts.joined()
      let ids = whole.matches(of: /[ \n](?i:id)\s*=\s*"([^"]*)"/).map { Self.resolved(String($0.1)) }
      #expect(Set(ids).count == ids.count, "round \(round): \(whole)")
      #expect(Set(ids) == Set(leaves.flatMap { leaf in leaf.ids.map(leaf.anchor(of:)) + (leaf.title == nil ? [] : [leaf.headingAnchor]) }))
      var seen = 0
      for match in whole.matches(of: /data-n="(\d+)"[^>]*?(?i:href)\s*=\s*"([^"]*)"/) {
        let number = try #require(Int(match.1))
        let href = Self.resolved(String(match.2))
        #expect(href == "#" + book.expected[number].replacing("%", with: "%25"), "round \(round): \(book.written[number])")
        seen += 1
      }
      #expect(seen == book.expected.count)
    }
  }

  private static func resolved(_ value: String) -> String {
    CharacterReferences.resolved(Array(value.utf8)[...])
  }

  // MARK: The whole

  @Test func theWholeNeedsNoOtherFile() async throws {
    let small = try await SmallSite(
      ["about.md": "# About\n\n![A plan](assets/plan.svg) and [the offer](claim:offer).\n"], copied: ["assets/plan.svg"])
    let file = await OneFile(
      small.site, small.map, theme: OneFile.Theme(styles: [Array("p {}</style>".utf8)], scripts: [Array("'</script><!--'".utf8)]),
      file: { $0 == "assets/plan.svg" ? Array("<svg/>".utf8) : nil }, hash: { [UInt8($0.count & 0xFF)] })
    let bytes = file.bytes()
    #expect(bytes == file.bytes(), "the same input gives the same bytes")
    let text = String(decoding: bytes, as: UTF8.self)
    #expect(text.contains("<style>p {}<\\/style></style>"))
    #expect(text.contains("<script>'<\\/script><\\!--'</script>"))
    #expect(text.contains("src=\"data:image/svg+xml;base64,PHN2Zy8+\""))
    #expect(text.contains("\"The council meets\",\"#events/meeting.html\""))
    for outside in ["theme/", "search-index.js", "<form class=\"sift", "download", "<iframe"] {
      #expect(!text.contains(outside), "\(outside)")
    }
    let ids = Set(text.matches(of: #/ id="([^"]*)"/#).map { String($0.1) })
    for match in text.matches(of: #/ href="([^"]*)"/#) where !match.1.hasPrefix("https:") && match.1 != "data:," {
      #expect(match.1.hasPrefix("#") && ids.contains(String(match.1.dropFirst())), "\(match.1)")
    }
    #expect(
      file.count == small.map.entries.count { ![SitePath.timelineLatest, SitePath.notFound].contains($0.path) && !$0.path.contains("by-") })
  }
}
