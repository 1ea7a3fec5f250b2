import Testing

@testable import Preview

@Suite struct PageAmendmentTests {
  @Test(arguments: [
    ("default-src 'none'; script-src 'self'", "default-src 'none'; script-src 'self'; connect-src 'self'; style-src 'self'"),
    ("default-src 'self'", "default-src 'self'; connect-src 'self'; script-src 'self'; style-src 'self'"),
    ("script-src 'none'; connect-src https://a.example", "script-src 'self'; connect-src https://a.example 'self'"),
    ("img-src data:", "img-src data:"), ("", ""), (" ;; STYLE-SRC 'SELF' ;", "style-src 'SELF'"),
    ("script-src a; script-src b", "script-src a 'self'"),
    ("default-src https:", "default-src https:; connect-src https: 'self'; script-src https: 'self'; style-src https: 'self'"),
  ])
  func aPolicyIsWidenedJustSoFar(policy: String, widened: String) {
    #expect(ContentPolicy.widened(policy) == widened)
  }

  private static let element =
    "<script src=\"/.brief/client.js\" data-page=\"a&quot;b.html\" data-root=\"/r/\" data-version=\"v\" defer></script>\n"

  private static func amend(_ page: String) -> String {
    String(decoding: PageAmendment(path: "a\"b.html", root: "/r/", version: "v").amend(Array(page.utf8)), as: UTF8.self)
  }

  @Test func theClientComesLastInTheHead() {
    #expect(Self.amend("<html><head><title>T</title></HEAD><body>") == "<html><head><title>T</title>\(Self.element)</HEAD><body>")
    #expect(Self.amend("No head.") == "No head.\(Self.element)")
    #expect(Self.amend("") == Self.element)
  }

  @Test(arguments: [
    ("<meta http-equiv=\"Content-Security-Policy\" content=\"connect-src 'none'\"></head>", "connect-src &#39;self&#39;"),
    ("<META CONTENT='connect-src a' HTTP-EQUIV='content-security-policy'></head>", "connect-src a &#39;self&#39;"),
    (
      "<meta http-equiv=content-security-policy data-content=\"x\" content=\"connect-src &#39;none&#39;\"></head>",
      "connect-src &#39;self&#39;"
    ),
  ])
  func itsPolicyLetsTheClientWork(head: String, policy: String) {
    let page = Self.amend("<head>" + head)
    #expect(page.lowercased().contains("content=\"\(policy)\"") || page.lowercased().contains("content='\(policy)'"), "\(page)")
    #expect(page.contains(Self.element))
  }

  @Test(arguments: [
    "<head><meta name=\"description\" content=\"About connect-src 'none'\"></head><p>content=\"connect-src 'none'\"",
    "<head><meta http-equiv=\"content-security-policy\" content=></head>", "<head></head><meta",
    "<head><meta http-equiv=\"content-security-policy\" content=\"unclosed></head>",
  ])
  func nothingElseIsTouched(page: String) {
    #expect(Self.amend(page).replacing(Self.element, with: "") == page)
  }

  @Test func eventsAreOneLineEach() {
    let problem = Problem(title: "a \"b\"\n</script>", text: "1 | a\\b\r\n\u{2028}\u{1}")
    #expect(EventText.changed(["a.html", "ä\"\n.html"]) == "event: changed\ndata: [\"a.html\",\"ä\\\"\\n.html\"]\n\n")
    #expect(
      EventText.problems([problem])
        == "event: problems\ndata: [{\"place\":null,\"title\":\"a \\\"b\\\"\\n</script>\",\"text\":\"1 | a\\\\b\\u000d\\n\\u2028\\u0001\"}]\n\n"
    )
    #expect(EventText.problems([]) == "event: problems\ndata: []\n\n")
    #expect(EventText.state(version: "v", problems: []) == "{\"version\":\"v\",\"problems\":[]}\n")
  }
}
