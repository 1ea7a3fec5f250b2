import Testing

@testable import LinkCheck

/// The manners, on a net that is made up.
@Suite struct CheckerTests {
  private static func status(_ code: Int, _ location: String? = nil, after: Int? = nil) -> LinkAnswer {
    .response(status: code, location: location, retryAfter: after)
  }

  private func verdict(_ answers: [String: [LinkAnswer]], _ address: String = "https://a.example/x") async -> (LinkVerdict, ScriptedNet) {
    let net = ScriptedNet(answers)
    let results = await net.checker().check([address]) { _ in }
    return (results.first?.verdict ?? .unsure("nothing"), net)
  }

  @Test func aGoodPageIsAskedForOnce() async {
    let (verdict, net) = await verdict(["https://a.example/x": [Self.status(200)]], "https://a.example/x#part")
    #expect(verdict == .good)
    #expect(net.asked == ["HEAD https://a.example/x"])
  }

  @Test(arguments: [400, 403, 404, 405, 406, 410, 501])
  func whatHeadDoesNotGetIsAskedForAgain(_ code: Int) async {
    let (verdict, net) = await verdict([
      "HEAD https://a.example/x": [Self.status(code)], "GET https://a.example/x": [Self.status(206)],
    ])
    #expect(verdict == .good)
    #expect(net.asked == ["HEAD https://a.example/x", "GET https://a.example/x"])
    // A second lies between the two.
    #expect(net.diary.dropFirst().first == .waited(.seconds(1)))
  }

  @Test(arguments: [
    (404, LinkVerdict.dead("its server has nothing there (404)")), (410, .dead("its server says that it is gone for good (410)")),
    (401, .unsure("its server wants a password (401)")), (403, .unsure("its server does not answer programs (403)")),
    (451, .unsure("it is withheld for legal reasons (451)")), (418, .unsure("its server answers with the status 418")),
  ])
  func whatStaysWrongIsSaid(_ code: Int, _ expected: LinkVerdict) async {
    let (verdict, net) = await verdict(["https://a.example/x": [Self.status(code)]])
    #expect(verdict == expected)
    #expect(net.asked.count == 2)
  }

  @Test func troubleIsTriedThreeTimesWithLongerPauses() async {
    let (verdict, net) = await verdict(["https://a.example/x": [Self.status(503)]])
    #expect(verdict == .unsure("its server is in trouble (503)"))
    #expect(net.asked.count == 3)
    #expect(net.diary.filter { $0 != .waited(.seconds(1)) }.dropFirst().first == .waited(.seconds(2)))
    #expect(net.diary.contains(.waited(.seconds(4))))
  }

  @Test func whatPassesIsGood() async {
    let (verdict, net) = await verdict(["https://a.example/x": [.failure(.broken), .failure(.timedOut), Self.status(200)]])
    #expect(verdict == .good)
    #expect(net.asked == ["HEAD https://a.example/x", "GET https://a.example/x", "GET https://a.example/x"])
  }

  @Test func retryAfterIsKept() async {
    let (verdict, net) = await verdict(["https://a.example/x": [Self.status(429, after: 30), Self.status(200)]])
    #expect(verdict == .good)
    #expect(net.diary.contains(.waited(.seconds(30))))
    let (patience, other) = await self.verdict(["https://a.example/x": [Self.status(429, after: 3600)]])
    #expect(patience == .unsure("its server asks for patience (429), for 3600 seconds"))
    #expect(other.asked.count == 1)
    #expect(!other.diary.contains(.waited(.seconds(3600))))
    let (short, third) = await self.verdict(["https://a.example/x": [Self.status(503, after: 0), Self.status(200)]])
    #expect(short == .good)
    #expect(third.diary.contains(.waited(.seconds(2))))
  }

  // MARK: Redirects

  @Test func aPermanentRedirectIsSaid() async {
    let (verdict, _) = await verdict(
      [
        "https://a.example/x": [Self.status(301, "/y")], "https://a.example/y": [Self.status(308, "https://b.example/z")],
        "https://b.example/z": [Self.status(200)],
      ], "https://a.example/x#part")
    #expect(verdict == .moved(to: "https://b.example/z#part"))
  }

  @Test func aPassingRedirectIsGood() async {
    let (verdict, _) = await verdict([
      "https://a.example/x": [Self.status(301, "/y")], "https://a.example/y": [Self.status(302, "/z")],
      "https://a.example/z": [Self.status(200)],
    ])
    #expect(verdict == .good)
  }

  @Test func circlesAndLongWaysEnd() async {
    let (circle, _) = await verdict(["https://a.example/x": [Self.status(302, "/y")], "https://a.example/y": [Self.status(302, "/x")]])
    #expect(circle == .dead("it leads round in a circle"))
    var answers: [String: [LinkAnswer]] = [:]
    for step in 0..<50 { answers["https://a.example/\(step)"] = [Self.status(302, "/\(step + 1)")] }
    let (long, net) = await verdict(answers, "https://a.example/0")
    #expect(long == .dead("it leads on more than 5 times"))
    #expect(net.asked.count == 6)
  }

  @Test(arguments: ["http://127.0.0.1:8000/", "http://169.254.169.254/latest", "https://[::1]/", "http://localhost/", "//10.0.0.1/"])
  func nothingLeadsIntoThisNetwork(_ location: String) async {
    let (verdict, net) = await verdict(["https://a.example/x": [Self.status(302, location)]])
    guard case .unsure(let why) = verdict else {
      Issue.record("\(verdict)")
      return
    }
    #expect(why.hasSuffix("which is within this network"))
    #expect(net.asked.count == 1)
  }

  @Test(arguments: ["file:///etc/passwd", "javascript:alert(1)", "gopher://a/"])
  func nothingButTheWebIsFollowed(_ location: String) async {
    let (verdict, net) = await verdict(["https://a.example/x": [Self.status(302, location)]])
    #expect(verdict == .dead("it leads on to `\(location)`, which is no address of the web"))
    #expect(net.asked.count == 1)
  }

  // MARK: Several

  @Test func oneHostIsAskedOneThingAtATime() async {
    var answers: [String: [LinkAnswer]] = [:]
    var addresses: [String] = []
    for host in 0..<12 {
      for page in 0..<5 {
        let address = "https://h\(host).example/\(page)"
        addresses.append(address)
        // Half of them lead on to a host of another.
        answers[address] = [page % 2 == 0 ? Self.status(200) : Self.status(302, "https://h\((host + 1) % 12).example/0")]
      }
    }
    let net = ScriptedNet(answers)
    let results = await net.checker { $0.hosts = 4 }.check(addresses) { _ in }
    #expect(results.map(\.address) == addresses)
    #expect(results.allSatisfy { $0.verdict == .good })
    #expect(net.mostPerHost == 1)
    #expect(net.mostAtOnce <= 4)
    #expect(net.mostAtOnce > 1)
    // The addresses of a host come in their order.
    let first = net.asked.filter { $0.contains("//h0.example/") && !$0.hasSuffix("/0") }
    #expect(first == (1..<5).map { "HEAD https://h0.example/\($0)" })
    // A pause follows each answer.
    #expect(net.diary.count { $0 == .waited(.seconds(1)) } >= net.asked.count - 12)
  }

  @Test func aHostIsOnlyGoneIfAnotherAnswers() async {
    let net = ScriptedNet(["https://a.example/": [Self.status(200)]])
    let results = await net.checker().check(["https://a.example/", "https://gone.example/"]) { _ in }
    #expect(results.map(\.verdict) == [.good, .dead("there is no such host")])
    let (alone, _) = await verdict([:], "https://gone.example/")
    #expect(alone == .unsure("there is no such host, but no other answered either: this machine may be offline"))
  }

  @Test func whatIsNoAddressIsNotAskedFor() async {
    let (verdict, net) = await verdict([:], "ftp://a.example/x")
    #expect(verdict == .dead("it is not an address"))
    #expect(net.asked.isEmpty)
  }
}
