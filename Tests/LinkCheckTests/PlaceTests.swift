import Diagnostics
import Testing

@testable import LinkCheck

/// Addresses, and where redirects lead from them.
@Suite struct PlaceTests {
  @Test(arguments: [
    ("https://Example.ORG", "https://example.org/"), ("HTTP://example.org/A?b#c", "http://example.org/A?b#c"),
    ("https://me:secret@example.org/a", "https://example.org/a"), ("https://example.org:8443/ä b", "https://example.org:8443/%C3%A4%20b"),
    ("https://example.org?x=1", "https://example.org/?x=1"),
  ])
  func addressesAreCut(_ address: String, _ text: String) {
    #expect(WebPlace(address)?.text == text)
  }

  @Test(arguments: [
    "", "example.org", "ftp://example.org/", "https:///x", "https://", "javascript:alert(1)", "file:///etc/passwd", "https://a b/",
  ])
  func whatIsNoAddressIsRefused(_ address: String) {
    #expect(WebPlace(address) == nil)
  }

  /// RFC 3986, 5.4.
  @Test(arguments: [
    ("g", "http://a/b/c/g?y"), ("./g", "http://a/b/c/g?y"), ("g/", "http://a/b/c/g/"), ("/g", "http://a/g"), ("//g", "http://g/"),
    ("?y", "http://a/b/c/d;p?y"),
    ("g?y", "http://a/b/c/g?y"), ("..", "http://a/b/"), ("../", "http://a/b/"), ("../g", "http://a/b/g"), ("../../g", "http://a/g"),
    ("../../../g", "http://a/g"), ("/../g", "http://a/g"), ("g;x=1/../y", "http://a/b/c/y"), ("https://b/c", "https://b/c"),
    ("g#s", "http://a/b/c/g#s"),
  ])
  func redirectsLeadOn(_ location: String, _ expected: String) {
    let next = WebPlace("http://a/b/c/d;p?q")?.following(location)
    // The query of the base is not kept; `g` alone has none.
    let wanted = location == "g" || location == "./g" ? "http://a/b/c/g" : expected
    #expect(next?.text == wanted)
  }

  @Test func aFragmentIsKept() {
    #expect(WebPlace("https://a/b#c")?.following("/d")?.text == "https://a/d#c")
    #expect(WebPlace("https://a/b#c")?.following("https://e/d")?.text == "https://e/d#c")
    #expect(WebPlace("https://a/b#c")?.following("/d#e")?.text == "https://a/d#e")
    #expect(WebPlace("https://a/b#c")?.request == "https://a/b")
  }

  @Test(arguments: ["javascript:alert(1)", "file:///etc/passwd", "ftp://a/", "mailto:a@b"])
  func otherSchemesAreNotFollowed(_ location: String) {
    #expect(WebPlace("https://a/b")?.following(location) == nil)
  }

  @Test(arguments: [
    ("localhost", true), ("127.0.0.1", true), ("127.1.2.3:80", true), ("10.0.0.1", true), ("172.16.0.1", true), ("172.32.0.1", false),
    ("192.168.1.1", true), ("169.254.169.254", true), ("[::1]:8080", true), ("[fe80::1]", true), ("[2001:db8::1]", false),
    ("0x7f000001", true),
    ("2130706433", true), ("127.1", true), ("printer.local", true), ("metadata.google.internal", true), ("8.8.8.8", false),
    ("example.org", false),
    ("abc.de", false), ("1.example.org", false), ("a1", false), ("0.0.0.0", true), ("[::ffff:127.0.0.1]", true),
  ])
  func placesWithinTheNetworkAreKnown(_ host: String, _ isLocal: Bool) {
    #expect(WebPlace("http://\(host)/")?.isLocal == isLocal)
  }

  @Test(
    arguments: [
      ("120", nil, 120), ("0", nil, 0), ("-1", nil, nil), ("soon", nil, nil),
      ("Sun, 06 Nov 1994 08:50:37 GMT", "Sun, 06 Nov 1994 08:49:37 GMT", 60),
      ("Mon, 01 Mar 2100 00:00:00 GMT", "Sun, 28 Feb 2100 23:59:59 GMT", 1),
      ("Sun, 06 Nov 1994 08:00:00 GMT", "Sun, 06 Nov 1994 08:49:37 GMT", 0),
      ("Sun, 06 Nov 1994 08:50:37 GMT", nil, nil), ("Sunday, 06-Nov-94 08:49:37 GMT", "Sun, 06 Nov 1994 08:49:37 GMT", nil),
    ] as [(String, String?, Int?)])
  func retryAfterIsRead(_ text: String, _ date: String?, _ seconds: Int?) {
    #expect(RetryAfter.seconds(text, from: date) == seconds)
  }
}

/// What is kept from run to run.
@Suite struct CacheTests {
  private static let verdicts: [LinkVerdict] = [
    .good, .moved(to: "https://b.example/\"\\\u{1}"), .dead("its server has nothing there (404)"), .unsure("ü\n"),
  ]

  @Test func whatIsWrittenReadsBack() {
    var cache = LinkCache()
    for (index, verdict) in Self.verdicts.enumerated() {
      cache.keep(LinkResult(address: "https://a.example/\(index)?\"", verdict: verdict), today: 20_000 + index)
    }
    let again = LinkCache(json: Array(cache.json.utf8))
    #expect(again.entries == cache.entries)
    #expect(again.json == cache.json)
    #expect(cache.entries.count == 4)
  }

  @Test func onlyWhatIsFreshCounts() {
    for verdict in Self.verdicts {
      var cache = LinkCache()
      cache.keep(LinkResult(address: "https://a.example/", verdict: verdict), today: 100)
      let days = (99...108).filter { cache.verdict(on: "https://a.example/", today: $0) == verdict }
      switch verdict {
      case .good, .moved: #expect(days == Array(100...106))
      case .dead: #expect(days == [100])
      case .unsure: #expect(days == [])
      }
      cache.forgetOld(today: 466)
      #expect(cache.entries.isEmpty)
    }
  }

  @Test(arguments: [
    "", "{", "[]", "{\"version\": 2, \"links\": {\"a\": {\"day\": 1, \"verdict\": \"good\"}}}",
    "{\"version\": 1, \"links\": {\"a\": {\"day\": 1}}}",
  ])
  func whatIsNoCacheIsEmpty(_ text: String) {
    #expect(LinkCache(json: Array(text.utf8)).entries.isEmpty)
  }
}

/// What is said.
@Suite struct LinkReportTests {
  private func link(isArchive: Bool = false, hasArchive: Bool = false) -> NamedLink {
    NamedLink(
      address: "https://a.example/x", span: SourceSpan(file: FileID(0), start: 0, end: 1), source: "first-paper", isArchive: isArchive,
      hasArchive: hasArchive, day: "20250824")
  }

  @Test func aDeadLinkIsAnErrorAndAnArchiveIsProposed() throws {
    let diagnostic = try #require(LinkReport.diagnostic(for: link(), .dead("there is no such host")))
    #expect(diagnostic.severity == .error)
    #expect(diagnostic.message == "the source `first-paper` is dead: there is no such host")
    #expect(diagnostic.help.first?.hasPrefix("https://web.archive.org/web/20250824/https://a.example/x leads to") == true)
    #expect(LinkReport.diagnostic(for: link(hasArchive: true), .dead("x"))?.help.count == 1)
    #expect(LinkReport.diagnostic(for: link(isArchive: true), .dead("x"))?.message.hasPrefix("the archived copy of") == true)
  }

  @Test func whatIsGoodIsNotSpokenOf() {
    #expect(LinkReport.diagnostic(for: link(), .good) == nil)
    #expect(LinkReport.diagnostic(for: link(isArchive: true), .moved(to: "https://b.example/")) == nil)
    #expect(LinkReport.diagnostic(for: link(), .moved(to: "https://b.example/"))?.severity == .hint)
    #expect(LinkReport.diagnostic(for: link(), .unsure("x"))?.severity == .warning)
  }
}
