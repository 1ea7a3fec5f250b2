import Testing

@testable import Preview

@Suite struct RequestHeadTests {
  private static func parse(_ text: String) -> Result<RequestHead, RequestFault> {
    do throws(RequestFault) {
      return .success(try RequestHead.parse(Array(text.utf8)))
    } catch {
      return .failure(error)
    }
  }

  @Test func isReadAsItIsWritten() throws {
    let head = try Self.parse("GET /claims/a.html?x=1 HTTP/1.1\r\nHost: 127.0.0.1:8000\r\nAccept:  text/html \t\r\nACCEPT: */*").get()
    #expect(head.method == "GET")
    #expect(head.target == "/claims/a.html?x=1")
    #expect(head["host"] == "127.0.0.1:8000")
    #expect(head["accept"] == "text/html, */*")
    #expect(head["cookie"] == nil)
    #expect(head.keepsConnection)
  }

  @Test(arguments: [
    "", "GET", "GET /", "GET / HTTP/1.1 more\r\nHost: a", "GET  / HTTP/1.1\r\nHost: a", " GET / HTTP/1.1\r\nHost: a",
    "G(T / HTTP/1.1\r\nHost: a",
    // The host is not named, or twice.
    "GET / HTTP/1.1", "GET / HTTP/1.1\r\nHost: a\r\nHost: b", "GET / HTTP/1.1\r\nHost: a\r\nhost: a",
    // The target is no path.
    "GET claims.html HTTP/1.1\r\nHost: a", "GET * HTTP/1.1\r\nHost: a", "GET /a\u{0}b HTTP/1.1\r\nHost: a", "GET /ä HTTP/1.1\r\nHost: a",
    "GET /a\tb HTTP/1.1\r\nHost: a", "GET ftp://a/ HTTP/1.1\r\nHost: a",
    // Fields that other readers read otherwise.
    "GET / HTTP/1.1\r\nHost : a", "GET / HTTP/1.1\r\nHost: a\r\n folded", "GET / HTTP/1.1\r\nHost: a\r\n: b", "GET / HTTP/1.1\r\nHost",
    "GET / HTTP/1.1\nHost: a", "GET / HTTP/1.1\r\nHost: a\nX: b", "GET / HTTP/1.1\r\nHost: a\rX: b", "GET / HTTP/1.1\r\nHost: a\u{0}",
  ])
  func isRefusedIfItIsNone(text: String) {
    guard case .failure(.malformed) = Self.parse(text) else {
      Issue.record("\(text.debugDescription) was read")
      return
    }
  }

  @Test(arguments: ["GET / HTTP/2.0\r\nHost: a", "GET / HTTP/0.9", "GET / http/1.1\r\nHost: a", "GET / FTP/1.1\r\nHost: a"])
  func otherVersionsAreSaidToBeSo(text: String) {
    #expect(Self.parse(text) == .failure(.version))
  }

  @Test(arguments: [
    ("GET http://localhost:8000/a?b HTTP/1.1\r\nHost: evil.example", "/a?b", "localhost:8000"),
    ("GET http://evil.example HTTP/1.1\r\nHost: localhost", "/", "evil.example"),
    ("GET HTTP://evil.example?a HTTP/1.1\r\nHost: localhost", "/?a", "evil.example"),
  ])
  func theHostInATargetCounts(text: String, target: String, host: String) throws {
    let head = try Self.parse(text).get()
    #expect(head.target == target)
    #expect(head["host"] == host)
  }

  @Test(arguments: [
    ("HTTP/1.1", "", true), ("HTTP/1.1", "Connection: close", false), ("HTTP/1.1", "Connection: Upgrade, Close", false),
    ("HTTP/1.0", "", false), ("HTTP/1.0", "Connection: Keep-Alive", true), ("HTTP/1.1", "Content-Length: 0", true),
    ("HTTP/1.1", "Content-Length: 5", false), ("HTTP/1.1", "Transfer-Encoding: chunked", false),
  ])
  func connectionStays(version: String, field: String, stays: Bool) throws {
    let head = try Self.parse("GET / \(version)\r\nHost: a" + (field.isEmpty ? "" : "\r\n" + field)).get()
    #expect(head.keepsConnection == stays)
  }

  // MARK: On a connection

  @Test(arguments: 1...40)
  func headsAreFoundHoweverTheyCome(size: Int) throws {
    let text = Array("\r\nGET /a HTTP/1.1\r\nHost: x\r\n\r\nHEAD /b HTTP/1.1\r\nHost: y\r\n\r\nGET /c".utf8)
    var buffer = RequestBuffer()
    var found: [String] = []
    for start in stride(from: 0, to: text.count, by: size) {
      buffer.append(Array(text[start..<min(start + size, text.count)]))
      while let head = try buffer.next() { found.append("\(head.method) \(head.target) \(head["host"] ?? "")") }
    }
    #expect(found == ["GET /a x", "HEAD /b y"])
  }

  @Test(arguments: [true, false])
  func aHeadThatIsTooLargeIsRefused(isWhole: Bool) {
    var buffer = RequestBuffer()
    buffer.append(Array("GET / HTTP/1.1\r\nHost: a\r\nX: ".utf8) + Array(repeating: UInt8(ascii: "x"), count: RequestHead.limit))
    if isWhole { buffer.append(Array("\r\n\r\n".utf8)) }
    #expect(throws: RequestFault.tooLarge) { try buffer.next() }
  }
}
