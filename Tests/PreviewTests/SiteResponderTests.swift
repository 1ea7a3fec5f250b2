import Testing

@testable import Preview

@Suite struct SiteResponderTests {
  private static let files = [
    "index.html": "<head></head>front", "claims/a.html": "<head></head>a", "more/index.html": "<head></head>more",
    "404.html": "<head></head>gone",
    "theme/brief.css": "0123456789",
  ]

  private static func answer(_ request: String, base: String = "/", files: [String: String] = Self.files) throws -> Response? {
    let site = PreviewedSite { path in
      if let text = files[path] { return .file(Array(text.utf8)) }
      return files.keys.contains { $0.hasPrefix(path + "/") } ? .folder : .nothing
    }
    let responder = SiteResponder(
      site: site, hosts: AllowedHosts(bound: "127.0.0.1"), base: base, problems: [Problem(title: "t", text: "x")])
    let head = try RequestHead.parse(Array(request.utf8))
    guard case .response(let response) = responder.answer(head) else { return nil }
    return response
  }

  private static func get(_ target: String, _ fields: String..., base: String = "/", method: String = "GET") throws -> Response {
    try #require(try answer((["\(method) \(target) HTTP/1.1", "Host: 127.0.0.1:8000"] + fields).joined(separator: "\r\n"), base: base))
  }

  private static func text(_ response: Response) -> String {
    String(decoding: response.body, as: UTF8.self)
  }

  private static func field(_ name: String, of response: Response) -> String? {
    response.fields.first { $0.name == name }?.value
  }

  @Test(arguments: [
    ("/", 200, "front"), ("/index.html", 200, "front"), ("/claims/a.html?q", 200, "a"), ("/more/", 200, "more"), ("/more", 308, "/more/"),
    ("/claims", 404, "gone"), ("/claims/", 404, "gone"), ("/none.html", 404, "gone"), ("/%2e%2e/secret", 404, "gone"),
    ("/a%00", 404, "gone"),
    ("/.brief/none", 404, "no such file"), ("/.brief/client.js", 200, "EventSource"), ("/.brief/problems.css", 200, ":host"),
  ])
  func pathsAreAnswered(target: String, status: Int, part: String) throws {
    let response = try Self.get(target)
    #expect(response.status == status)
    #expect(Self.text(response).contains(part))
  }

  @Test func pagesBringTheClientAndFilesDoNot() throws {
    let page = Self.text(try Self.get("/claims/a.html"))
    let version = EntityTag(of: "<head></head>a".utf8).text
    #expect(page.contains("data-page=\"claims/a.html\" data-root=\"/\" data-version=\"\(version)\""))
    #expect(Self.text(try Self.get("/theme/brief.css")) == "0123456789")
    // A page that is not there waits for the one that was asked for.
    #expect(Self.text(try Self.get("/soon.html")).contains("data-page=\"soon.html\" data-root=\"/\" data-version=\"none\""))
  }

  @Test func theSiteStandsBelowThePathOfItsAddressToo() throws {
    let base = "/talks/harbour/"
    #expect(Self.text(try Self.get("/talks/harbour/claims/a.html", base: base)).contains("data-root=\"/talks/harbour/\""))
    #expect(try Self.get("/claims/a.html", base: base).status == 200)
    #expect(try Self.get("/talks/harbour/theme/brief.css", base: base).status == 200)
    #expect(try Self.get("/talks/theme/brief.css", base: base).status == 404)
    let redirect = try Self.get("/talks/harbour", base: base)
    #expect(redirect.status == 308)
    #expect(Self.field("Location", of: redirect) == base)
    #expect(Self.field("Location", of: try Self.get("/talks/harbour/more", base: base)) == "/talks/harbour/more/")
  }

  @Test func withoutAPageForItThereIsAPlainOne() throws {
    let response = try Self.answer("GET / HTTP/1.1\r\nHost: localhost", files: [:])
    #expect(response?.status == 404)
    #expect(response.map(Self.text)?.contains("client.js") == true)
  }

  @Test(arguments: ["/claims/a.html", "/theme/brief.css", "/.brief/client.js", "/.brief/problems.css"])
  func whatTheBrowserHasIsNotSentAgain(target: String) throws {
    let first = try Self.get(target)
    let tag = try #require(Self.field("ETag", of: first))
    let again = try Self.get(target, "If-None-Match: \"x\", \(tag)")
    #expect(again.status == 304)
    #expect(Self.field("ETag", of: again) == tag)
    let bytes = String(decoding: again.bytes(keepsConnection: true), as: UTF8.self)
    #expect(bytes.hasSuffix("\r\n\r\n"))
    #expect(!bytes.contains("Content-Length"))
    #expect(try Self.get(target, "If-None-Match: \"x\"").body == first.body)
  }

  @Test func headIsGetWithoutTheBody() throws {
    for target in ["/", "/theme/brief.css", "/none"] {
      let get = String(decoding: try Self.get(target).bytes(keepsConnection: true), as: UTF8.self)
      let head = String(decoding: try Self.get(target, method: "HEAD").bytes(keepsConnection: true), as: UTF8.self)
      #expect(head.hasSuffix("\r\n\r\n"))
      #expect(get.hasPrefix(head))
      #expect(get.count > head.count)
    }
  }

  @Test func partsAreSent() throws {
    let part = try Self.get("/theme/brief.css", "Range: bytes=2-4")
    #expect(part.status == 206)
    #expect(Self.text(part) == "234")
    #expect(Self.field("Content-Range", of: part) == "bytes 2-4/10")
    let beyond = try Self.get("/theme/brief.css", "Range: bytes=10-")
    #expect(beyond.status == 416)
    #expect(Self.field("Content-Range", of: beyond) == "bytes */10")
    #expect(try Self.get("/theme/brief.css", "Range: bytes=2-4", "If-Range: \"old\"").status == 200)
    let tag = try #require(Self.field("ETag", of: part))
    #expect(try Self.get("/theme/brief.css", "Range: bytes=2-4", "If-Range: \(tag)").status == 206)
    #expect(try Self.get("/theme/brief.css", "Range: bytes=2-4", method: "HEAD").status == 200)
  }

  @Test(arguments: [
    ("GET / HTTP/1.1\r\nHost: evil.example", 403), ("GET / HTTP/1.0", 403), ("GET http://evil.example/ HTTP/1.1\r\nHost: localhost", 403),
    ("GET /.brief/events HTTP/1.1\r\nHost: evil.example", 403), ("GET /.brief/state/index.html HTTP/1.1\r\nHost: evil.example", 403),
    ("POST / HTTP/1.1\r\nHost: localhost", 405), ("DELETE /index.html HTTP/1.1\r\nHost: localhost", 405),
    ("OPTIONS / HTTP/1.1\r\nHost: localhost", 405), ("get / HTTP/1.1\r\nHost: localhost", 405),
    ("HEAD /.brief/events HTTP/1.1\r\nHost: localhost", 404), ("GET / HTTP/1.1\r\nHost: [::1]", 200),
  ])
  func othersAreRefused(request: String, status: Int) throws {
    #expect(try Self.answer(request)?.status == status)
  }

  @Test func eventsAreAStream() throws {
    #expect(try Self.answer("GET /.brief/events?x HTTP/1.1\r\nHost: localhost") == nil)
  }

  @Test(arguments: [
    ("/.brief/state/claims/a.html", EntityTag(of: "<head></head>a".utf8).text),
    ("/.brief/state/", EntityTag(of: "<head></head>front".utf8).text),
    ("/.brief/state/none.html", "none"), ("/.brief/state/../index.html", "none"),
  ])
  func theStateIsToldToWhoAsks(target: String, version: String) throws {
    #expect(
      Self.text(try Self.get(target))
        == "{\"version\":\"\(version)\",\"problems\":[{\"place\":null,\"title\":\"t\",\"text\":\"x\"}]}\n")
  }
}
