import EDTF
import Foundation
import Testing

@testable import Briefing
@testable import Facts

@Suite struct JSONLDTests {
  @Test func theFrontPageIsAnArticle() async throws {
    let small = try await WebFixture.site(["briefing.yml": WebFixture.briefing("method: method.md\nauthors: [{name: Anna Writer}]\n")])
    let json = try WebFixture.linkedData(small.page("index.html"))
    #expect(
      json == #"""
        {"@context":"https://schema.org","@type":"BackgroundNewsArticle","@id":"https://example.org/talks/","url":"https://example.org/talks/",\#
        "headline":"The harbour talks","alternativeHeadline":"Is there a truce?","abstract":"Not yet.","inLanguage":"en-GB",\#
        "datePublished":"2025-09-01","dateModified":"2025-09-08","temporalCoverage":"2025-08-15/2025-08-31",\#
        "author":[{"@type":"Person","name":"Anna Writer"}],\#
        "publisher":{"@type":"Organization","name":"The Desk","url":"https://example.org/"},\#
        "license":"https://creativecommons.org/licenses/by-sa/4.0/","sdLicense":{"@type":"CreativeWork","name":"ask us"},\#
        "publishingPrinciples":"https://example.org/talks/method.html",\#
        "correction":[{"@type":"CorrectionComment","url":"https://example.org/talks/corrections.html#hall","text":"The hall","datePublished":"2025-09-07"}],\#
        "about":[{"@type":"Thing","name":"Truce"}],\#
        "hasPart":[{"@type":"Claim","@id":"https://example.org/talks/claims/offer.html#claim","text":"The council offered a ceasefire.",\#
        "author":[{"@type":"Person","name":"The envoy"}]},\#
        {"@type":"Claim","@id":"https://example.org/talks/claims/rumour.html#claim","text":"There will be another talk."}]}
        """#)
  }

  /// A claim with a rated status is a fact-check, the one of its page.
  @Test func aRatedClaimIsAFactCheck() async throws {
    let small = try await WebFixture.site()
    let page = try small.page("claims/offer.html")
    #expect(
      try WebFixture.linkedData(page) == #"""
        {"@context":"https://schema.org","@graph":[{"@type":"WebPage","@id":"https://example.org/talks/claims/offer.html",\#
        "url":"https://example.org/talks/claims/offer.html","name":"The council offered a ceasefire.","inLanguage":"en-GB",\#
        "isPartOf":{"@id":"https://example.org/talks/"},"datePublished":"2025-09-01","dateModified":"2025-09-06",\#
        "citation":[{"@type":"NewsArticle","name":"A paper","url":"https://example.org/paper","datePublished":"2025-08-18",\#
        "publisher":{"@type":"Organization","name":"The Desk"}},\#
        {"@type":"Report","name":"Minutes","publisher":{"@type":"Organization","name":"The council"}}],\#
        "mainEntity":{"@id":"https://example.org/talks/claims/offer.html#claim"}},\#
        {"@type":"ClaimReview","@id":"https://example.org/talks/claims/offer.html#review","url":"https://example.org/talks/claims/offer.html",\#
        "claimReviewed":"The council offered a ceasefire.","inLanguage":"en-GB","datePublished":"2025-09-01","dateModified":"2025-09-06",\#
        "author":{"@type":"Organization","name":"The Desk","url":"https://example.org/"},\#
        "reviewRating":{"@type":"Rating","name":"Denied","alternateName":"Denied","ratingExplanation":"The council says it did not."},\#
        "itemReviewed":{"@type":"Claim","@id":"https://example.org/talks/claims/offer.html#claim",\#
        "url":"https://example.org/talks/claims/offer.html","text":"The council offered a ceasefire.","datePublished":"2025-08-17",\#
        "author":[{"@type":"Person","@id":"https://example.org/talks/actors/envoy.html#actor","name":"The envoy",\#
        "url":"https://example.org/talks/actors/envoy.html","sameAs":"https://www.wikidata.org/wiki/Q42"}],\#
        "appearance":[{"@type":"NewsArticle","name":"A paper","url":"https://example.org/paper","datePublished":"2025-08-18",\#
        "publisher":{"@type":"Organization","name":"The Desk"}}],\#
        "about":[{"@type":"Thing","name":"Truce","url":"https://example.org/talks/topics/truce.html"},\#
        {"@type":"Organization","@id":"https://example.org/talks/actors/council.html#actor","name":"The council",\#
        "url":"https://example.org/talks/actors/council.html"}]}}]}
        """#)
    #expect(page.ranges(of: "ClaimReview").count == 1)
  }

  /// An open claim is none, nor is one of a briefing that does not check facts or has no address.
  @Test func anOpenClaimIsNoFactCheck() async throws {
    let small = try await WebFixture.site()
    let open = try small.page("claims/rumour.html")
    #expect(try WebFixture.linkedData(open).contains(#""mainEntity":{"@type":"Claim""#))
    #expect(try !WebFixture.linkedData(open).contains("datePublished\":\"2025-08\""), "an uncertain date is none")
    let files = await small.files()
    #expect(files.filter { $0.value.contains("ClaimReview") }.map(\.key) == ["claims/offer.html"])
    let unchecked = try await WebFixture.site(["briefing.yml": WebFixture.briefing().replacing("fact_check: true", with: "")])
    #expect(try !unchecked.page("claims/offer.html").contains("ClaimReview"))
  }

  @Test func eventsAndActorsAreWhatTheirPagesAreAbout() async throws {
    let small = try await WebFixture.site()
    #expect(
      try WebFixture.linkedData(small.page("events/meeting.html")).contains(
        #"""
        "mainEntity":{"@type":"Event","@id":"https://example.org/talks/events/meeting.html#event",\#
        "url":"https://example.org/talks/events/meeting.html","name":"The council meets","description":"It lasted long.",\#
        "startDate":"2025-08-15","endDate":"2025-08-16","location":{"@type":"Place","name":"The hall"},\#
        "about":[{"@type":"Thing","name":"Truce","url":"https://example.org/talks/topics/truce.html"},{"@type":"Organization",
        """#.trimmingCharacters(in: .newlines)))
    let uncertain = try WebFixture.linkedData(small.page("events/another.html"))
    #expect(!uncertain.contains("startDate"))
    #expect(uncertain.contains(#""eventStatus":"https://schema.org/EventPostponed""#))
    #expect(
      uncertain.contains(
        #""superEvent":{"@type":"Event","@id":"https://example.org/talks/events/meeting.html#event","name":"The council meets"}"#))
    #expect(
      try WebFixture.linkedData(small.page("actors/envoy.html")).hasSuffix(
        #"""
        "mainEntity":{"@type":"Person","@id":"https://example.org/talks/actors/envoy.html#actor","name":"The envoy",\#
        "url":"https://example.org/talks/actors/envoy.html","sameAs":"https://www.wikidata.org/wiki/Q42","jobTitle":"Envoy"}}
        """#))
    #expect(
      try WebFixture.linkedData(small.page("actors/council.html")).contains(
        #""alternateName":["Rada"],"description":"It meets in the hall.","member":[{"@type":"Person""#))
  }

  /// Whatever a text holds, the script element ends where brief ends it, and the text is what it was.
  @Test(arguments: [
    "</script><script>alert(1)</script>", "<!--<script>", "]]>", "a\u{2028}b\u{2029}c", "\\u003C \\\" '", "{{words.skip}} & &amp; &lt;",
    "Ünï 🌊 \u{200F}", "</SCRIPT >",
  ])
  func anyTextIsSafe(_ text: String) async throws {
    let quoted = text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"")
    let claims = WebFixture.claims.replacing("The council offered a ceasefire.", with: quoted)
    let small = try await WebFixture.site(["facts/claims.yml": claims, "facts/topics.yml": "truce: {label: \"\(quoted)\"}\n"])
    for path in ["claims/offer.html", "index.html"] {
      let json = try WebFixture.linkedData(small.page(path))
      #expect(!json.contains("<"))
      #expect(!json.contains("\u{2028}") && !json.contains("\u{2029}"))
      let data = try #require(try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [String: Any])
      if path == "index.html" {
        let about = try #require(data["about"] as? [[String: Any]])
        #expect((about.first?["name"] as? String).map { Array($0.utf8) } == Array(text.utf8))
      } else {
        let graph = try #require(data["@graph"] as? [[String: Any]])
        #expect((graph.first?["name"] as? String).map { Array($0.utf8) } == Array(text.utf8))
      }
    }
  }

  private static let dates: [(String, String?, String?)] = [
    ("2025-08-15", "2025-08-15", nil), ("2025-08", "2025-08", nil), ("2025", "2025", nil),
    ("2025-08-15T10:30:00-08:00", "2025-08-15T10:30:00-08:00", nil), ("2025-08-15/2025-08-17", "2025-08-15", "2025-08-17"),
    ("2025-08-15/..", "2025-08-15", nil), ("/2025-08-15", nil, "2025-08-15"), ("2025-08-15?/2025-08-17", nil, "2025-08-17"),
    ("2025?", nil, nil), ("2025-08~", nil, nil), ("2025-08-XX", nil, nil), ("201X", nil, nil), ("[2025,2026]", nil, nil),
    ("2025-22", nil, nil), ("-0043-03-15", nil, nil), ("0000", nil, nil), ("Y12025", nil, nil), ("2025-?08-15", nil, nil),
  ]

  @Test(arguments: dates)
  func onlyWhatIsExactIsADate(_ edtf: String, _ start: String?, _ end: String?) throws {
    let dates = ExactDates(try EDTFParser.parse(edtf))
    #expect(dates.start == start)
    #expect(dates.end == end)
  }

  @Test(arguments: [
    ("CC BY 4.0", "https://creativecommons.org/licenses/by/4.0/"),
    ("CC-BY-NC-SA-3.0", "https://creativecommons.org/licenses/by-nc-sa/3.0/"),
    ("CC0 1.0", "https://creativecommons.org/publicdomain/zero/1.0/"), ("https://example.org/licence", "https://example.org/licence"),
    ("CC BY", nil), ("CC BY-XX 4.0", nil), ("CC BY 9.0", nil), ("All rights reserved", nil), ("", nil),
  ])
  func licencesHaveAddresses(_ name: String, _ address: String?) {
    #expect(LicenceAddress.of(name) == address)
  }

  private static let shortened: [(String, String)] = [
    ("Short.", "Short."), (String(repeating: "a", count: 75), String(repeating: "a", count: 75)),
    (String(repeating: "a", count: 76), String(repeating: "a", count: 74) + "…"),
    (
      "Russia has acknowledged that there will be some security guarantee for Ukraine.",
      "Russia has acknowledged that there will be some security guarantee for…"
    ),
    (String(repeating: "a", count: 74) + " b", String(repeating: "a", count: 74) + "…"),
    (String(repeating: "ab, ", count: 30), "ab, ab, ab, ab, ab, ab, ab, ab, ab, ab, ab, ab, ab, ab, ab, ab, ab, ab…"),
  ]

  @Test(arguments: shortened)
  func longClaimsAreCutBehindAWord(_ text: String, _ expected: String) {
    var claim = Claim()
    claim.text = text
    #expect(claim.reviewedText == expected)
    #expect(claim.reviewedText.unicodeScalars.count <= 75)
  }
}
