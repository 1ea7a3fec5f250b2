import Foundation
import Testing

@testable import LinkCheck

/// The real client, and a server that misbehaves.
@Suite(.serialized) struct ClientTests {
  private static let agent = "brief-test/1"
  private static let curl =
    ["/usr/bin/curl", "/bin/curl", "/usr/local/bin/curl", "/opt/homebrew/bin/curl"].first(
      where: FileManager.default.isExecutableFile) ?? "curl"

  private func answer(
    _ method: LinkRequest.Method = .head, timeout: Duration = .seconds(5),
    _ act: @escaping @Sendable (String, String) -> MisbehavingServer.Act
  ) async throws -> (LinkAnswer, MisbehavingServer) {
    let server = try MisbehavingServer(act)
    defer { server.stop() }
    return (
      await LinkClient(curl: Self.curl, agent: Self.agent, timeout: timeout).fetch(LinkRequest(method, server.address("/page"))), server
    )
  }

  @Test(arguments: [200, 204, 404, 405, 410, 503])
  func statusesComeThrough(_ code: Int) async throws {
    let (answer, server) = try await answer { _, _ in .send("HTTP/1.1 \(code) Words\r\nContent-Length: 0\r\nConnection: close\r\n\r\n") }
    #expect(answer == .response(status: code))
    #expect(server.requests == ["HEAD /page HTTP/1.1"])
    #expect(server.headers.contains("user-agent: \(Self.agent)"))
    #expect(!server.headers.contains { $0.hasPrefix("cookie") || $0.hasPrefix("authorization") || $0.hasPrefix("referer") })
  }

  @Test func interimAnswersArePassedOver() async throws {
    let (answer, _) = try await answer { _, _ in
      .send("HTTP/1.1 103 Early Hints\r\nLink: </a.css>\r\n\r\nHTTP/1.1 410 Gone\r\nContent-Length: 0\r\nConnection: close\r\n\r\n")
    }
    #expect(answer == .response(status: 410))
  }

  @Test func redirectsAreToldAndNotFollowed() async throws {
    let (answer, server) = try await answer { _, _ in
      .send("HTTP/1.1 302 Found\r\nLocation: /other\r\nContent-Length: 0\r\nConnection: close\r\n\r\n")
    }
    #expect(answer == .response(status: 302, location: "/other"))
    #expect(server.requests.count == 1)
  }

  @Test func retryAfterComesThrough() async throws {
    let (answer, _) = try await answer { _, _ in
      .send("HTTP/1.1 429 Slow down\r\nRetry-After: 7\r\nContent-Length: 0\r\nConnection: close\r\n\r\n")
    }
    #expect(answer == .response(status: 429, retryAfter: 7))
  }

  @Test func aHugeBodyIsNotTaken() async throws {
    let server = try MisbehavingServer { _, _ in .flood("HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n") }
    defer { server.stop() }
    let answer = await LinkClient(curl: Self.curl, agent: Self.agent, timeout: .seconds(5)).fetch(
      LinkRequest(.get, server.address("/huge")))
    #expect(answer == .response(status: 200))
    #expect(server.headers.contains("range: bytes=0-1023"))
    #expect(server.flooded < 60 << 20, "\(server.flooded) bytes were taken")
  }

  @Test func silenceEnds() async throws {
    for act in [MisbehavingServer.Act.hang, .trickle("HTTP/1.1 200 OK\r\nX-Long: " + String(repeating: "a", count: 500))] {
      let (answer, _) = try await answer(timeout: .milliseconds(700)) { _, _ in act }
      #expect(answer == .failure(.timedOut))
    }
  }

  @Test func aBrokenConnectionIsNoAnswer() async throws {
    let (answer, _) = try await answer { _, _ in .reset }
    #expect(answer == .failure(.broken))
    let (nothing, _) = try await self.answer { _, _ in .send("") }
    #expect(nothing == .failure(.broken))
  }

  @Test func whatIsNoHTTPIsNoAnswer() async throws {
    let (answer, _) = try await answer(timeout: .seconds(2)) { _, _ in .send("220 mail.example ESMTP\r\n") }
    guard case .failure = answer else {
      Issue.record("\(answer)")
      return
    }
  }

  @Test func nobodyThereIsRefused() async throws {
    let server = try MisbehavingServer { _, _ in .hang }
    server.stop()
    #expect(
      await LinkClient(curl: Self.curl, agent: Self.agent, timeout: .seconds(5)).fetch(LinkRequest(.head, server.address("/")))
        == .failure(.refused))
  }

  /// A name that is reserved for being nobody's (RFC 6761).
  @Test func aNameThatIsNobodysIsNoHost() async throws {
    let answer = await LinkClient(curl: Self.curl, agent: Self.agent, timeout: .seconds(10)).fetch(
      LinkRequest(.head, "http://nobody.invalid/"))
    #expect(answer == .failure(.noHost))
  }

  @Test func plainTextWhereTLSIsDueIsNotTrusted() async throws {
    let server = try MisbehavingServer { _, _ in .send("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n") }
    defer { server.stop() }
    let answer = await LinkClient(curl: Self.curl, agent: Self.agent, timeout: .seconds(5)).fetch(
      LinkRequest(.head, "https://127.0.0.1:\(server.port)/"))
    #expect(answer == .failure(.untrusted))
  }

  @Test func aProgramThatIsNotThereIsNoAnswer() async {
    #expect(
      await LinkClient(curl: "/no/such/curl", agent: Self.agent).fetch(LinkRequest(.head, "http://127.0.0.1/")) == .failure(.unusable))
  }

  /// The whole way: client, manners and verdicts, on a server that wants each.
  @Test func verdictsComeOfTheRealThing() async throws {
    let server = try MisbehavingServer { method, path in
      let close = "Content-Length: 0\r\nConnection: close\r\n\r\n"
      return switch path {
      case "/good": .send("HTTP/1.1 200 OK\r\n\(close)")
      case "/no-head": .send("HTTP/1.1 \(method == "HEAD" ? "405 No" : "200 OK")\r\n\(close)")
      case "/gone": .send("HTTP/1.1 404 Not Found\r\n\(close)")
      case "/moved": .send("HTTP/1.1 301 Moved\r\nLocation: /good\r\n\(close)")
      case "/circle": .send("HTTP/1.1 302 Found\r\nLocation: /circle\r\n\(close)")
      case "/busy": .send("HTTP/1.1 429 Busy\r\nRetry-After: 1000\r\n\(close)")
      default: .reset
      }
    }
    defer { server.stop() }
    var manners = LinkManners()
    manners.spacing = .zero
    manners.backoff = .milliseconds(1)
    let client = LinkClient(curl: Self.curl, agent: Self.agent, timeout: .seconds(5))
    let checker = LinkChecker(manners: manners, fetch: { await client.fetch($0) }, pause: { try? await Task.sleep(for: $0) })
    let paths = ["/good", "/no-head", "/gone", "/moved", "/circle", "/busy", "/broken"]
    let results = await checker.check(paths.map(server.address)) { _ in }
    #expect(
      results.map(\.verdict) == [
        .good, .good, .dead("its server has nothing there (404)"), .moved(to: server.address("/good")), .dead("it leads round in a circle"),
        .unsure("its server asks for patience (429), for 1000 seconds"), .unsure("its host broke off the connection"),
      ])
    #expect(server.requests.count { $0.contains("/broken") } == 3)
  }
}
