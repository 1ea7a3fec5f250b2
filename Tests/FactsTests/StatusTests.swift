import Diagnostics
import Facts
import Testing

/// Each status against its necessary condition, and what the condition is made of.
@Suite struct StatusTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let status: String
    let fields: String
    let holds: Bool

    init(_ status: String, _ fields: String, _ holds: Bool) {
      self.status = status
      self.fields = fields
      self.holds = holds
    }

    var testDescription: String { "\(status) \(holds ? "holds" : "does not hold"): \(fields)" }
  }

  private static func answer(_ by: String, _ stance: String, of party: String? = "harbour") -> String {
    (party.map { "  attributed_to: [\($0)]\n" } ?? "") + "  responses: [{by: \(by), stance: \(stance), date: 2025-08-18, source: act}]\n"
  }

  private static func evidence(_ what: String, _ weight: String, _ strength: String? = nil) -> String {
    "  evidence: [{\(what), weight: \(weight)" + (strength.map { ", strength: \($0)" } ?? "") + "}]\n"
  }

  static let cases: [Case] = [
    Case("unconfirmed", "", true),
    Case("confirmed", "", false),
    Case("confirmed", answer("harbour", "confirms"), true),
    Case("confirmed", answer("council", "confirms"), true),
    Case("confirmed", answer("envoy", "confirms"), true),
    Case("confirmed", answer("observer", "confirms"), false),
    Case("confirmed", answer("observer", "confirms", of: nil), true),
    Case("confirmed", answer("harbour", "confirms", of: "envoy"), false),
    Case("confirmed", answer("harbour", "partly"), false),
    Case("confirmed", evidence("source: act", "supports", "strong"), true),
    Case("confirmed", evidence("source: act", "supports", "some"), false),
    Case("confirmed", evidence("source: act", "supports"), false),
    Case("confirmed", evidence("source: paper", "supports", "strong"), false),
    Case("confirmed", evidence("source: act", "context", "strong"), false),
    Case("partly-confirmed", "", false),
    Case("partly-confirmed", answer("envoy", "partly"), true),
    Case("partly-confirmed", answer("envoy", "conditions"), true),
    Case("partly-confirmed", answer("observer", "partly"), false),
    Case("partly-confirmed", answer("envoy", "confirms"), false),
    Case("partly-confirmed", evidence("event: meeting", "supports", "weak"), true),
    Case("partly-confirmed", evidence("event: meeting", "undermines"), false),
    Case("disputed", "", false),
    Case("disputed", answer("observer", "denies"), true),
    Case("disputed", answer("observer", "conditions"), true),
    Case("disputed", answer("envoy", "confirms"), false),
    Case("disputed", answer("envoy", "no-comment"), false),
    Case("disputed", "  relations: [{type: contradicts, claim: other}]\n", true),
    Case("disputed", "  relations: [{type: repeats, claim: other}]\n", false),
    Case("disputed", evidence("source: paper", "undermines"), false),
    Case(
      "disputed", "  evidence: [{source: paper, weight: undermines}, {source: act, weight: supports}]\n", true),
    Case("denied", "", false),
    Case("denied", answer("envoy", "denies"), true),
    Case("denied", answer("observer", "denies"), false),
    Case("denied", answer("envoy", "silent"), false),
    Case("contradicted", "", false),
    Case("contradicted", evidence("source: paper", "undermines", "weak"), true),
    Case("contradicted", evidence("event: meeting", "undermines"), true),
    Case("contradicted", evidence("claim: other", "undermines", "strong"), false),
    Case("withdrawn", "", false),
    Case("withdrawn", "  sightings: [{date: 2025-08-20, claimant: envoy, source: paper}]\n", true),
    Case("outdated", "", false),
  ]

  private func fixture(_ fields: String, status: String, why: String = "So it is.", kind: String = "fact") throws -> FactsFixture {
    let entry = "  status: [{value: \(status), as_of: 2025-08-20, why: \"\(why)\"}]\n"
    let other = """
      other: {text: Another., kind: opinion, claimant: observer, wording: paraphrased, date: 2025, sources: [paper]}

      """
    return try FactsFixture(
      [
        (.actors, FactsFixture.actors), (.sources, FactsFixture.sources),
        (.events, "meeting: {title: A meeting, date: 2025-08-15, sources: [paper]}"),
        (.claims, FactsFixture.claim(fields + entry, kind: kind) + other),
      ], check: true)
  }

  @Test(arguments: cases)
  func statusFollowsTheRecord(_ one: Case) throws {
    let fixture = try fixture(one.fields, status: one.status)
    #expect(fixture.log.diagnostics.contains { $0.code == "status.condition" } != one.holds, "\(fixture.report)")
  }

  @Test func aLinkInTheReasonSaysWhatOvertookIt() throws {
    #expect(try fixture("", status: "outdated", why: "See [the meeting](event:meeting).").report == [])
  }

  @Test func aClaimThatAnotherContradictsMayBeDisputed() throws {
    let other =
      "other: {text: Another., kind: opinion, claimant: observer, wording: paraphrased, date: 2025, sources: [paper], relations: [{type: contradicts, claim: offer}]}\n"
    let entry = "  status: [{value: disputed, as_of: 2025-08-20, why: They differ.}]\n"
    let fixture = try FactsFixture(
      [(.actors, FactsFixture.actors), (.sources, FactsFixture.sources), (.claims, FactsFixture.claim(entry) + other)], check: true)
    #expect(fixture.report == [])
  }

  @Test(arguments: ["position", "forecast", "opinion"])
  func whatIsNeitherTrueNorFalseBearsNoStatus(_ kind: String) throws {
    #expect(try fixture("", status: "unconfirmed", kind: kind).report == ["8:11 status.not-rated"])
  }

  @Test(arguments: ["fact", "concession", "promise"])
  func whatCanHoldBearsOne(_ kind: String) throws {
    let fixture = try FactsFixture(
      [
        (.actors, FactsFixture.actors), (.sources, FactsFixture.sources),
        (.claims, FactsFixture.claim(Self.answer("envoy", "denies"), kind: kind)),
      ], check: true)
    #expect(fixture.report == ["1:1 status.missing"])
  }

  // MARK: What the conditions are made of

  @Test(arguments: [
    ("envoy", "envoy", true), ("envoy", "council", true), ("envoy", "harbour", true), ("council", "harbour", true),
    ("harbour", "envoy", false),
    ("observer", "harbour", false), ("nobody", "harbour", false), ("nobody", "nobody", true),
  ])
  func sidesAreAChain(_ actor: String, _ party: String, _ speaks: Bool) throws {
    #expect(try FactsFixture([(.actors, FactsFixture.actors)]).facts.speaks(actor, for: party) == speaks)
  }

  @Test func aChainThatBitesItsTailEnds() throws {
    let text = "one: {name: One, kind: person, side: two}\ntwo: {name: Two, kind: person, side: one}\n"
    let fixture = try FactsFixture([(.actors, text)], check: true)
    #expect(fixture.facts.speaks("one", for: "three") == false)
    #expect(fixture.report == ["1:38 actor.side-cycle"])
  }

  private static let origins: [(fields: String, count: Int)] = [
    ("sources: [paper]", 1), ("sources: [paper, act]", 2), ("sources: [wire, reprint]", 1), ("sources: [wire, reprint, paper]", 2),
    ("sources: [paper]\n  evidence: [{source: act, weight: supports}]", 2),
    ("sources: [paper]\n  evidence: [{source: act, weight: undermines}]", 1),
    ("sources: [wire]\n  evidence: [{event: meeting, weight: supports}]", 2),
    ("sources: [paper]\n  responses: [{by: envoy, stance: confirms, date: 2025, source: act}]", 2),
    ("sources: [paper]\n  responses: [{by: envoy, stance: denies, date: 2025, source: act}]", 1),
  ]

  @Test(arguments: origins)
  func originsCountOnce(_ fields: String, _ count: Int) throws {
    let text = FactsFixture.claim("").replacing("sources: [paper]", with: fields)
    let facts = try FactsFixture([
      (.sources, FactsFixture.sources), (.events, "meeting: {title: A meeting, date: 2025-08-15, sources: [paper]}"), (.claims, text),
    ]).facts
    #expect(facts.claims["offer"]?.independentOrigins(in: facts) == count)
  }

  // MARK: Acceptances

  @Test func aWarningThatIsAcceptedIsNoLongerRaised() throws {
    let fields = Self.answer("envoy", "confirms").replacing("source: act", with: "source: paper")
    let accept = "  accept: {claim.single-origin: only one was there, claim.no-response: never}\n"
    var log = try fixture(fields + accept, status: "confirmed").log
    #expect(log.sorted.map(\.code) == ["claim.single-origin"])
    let facts = try fixture(fields + accept, status: "confirmed").facts
    let accepted = FactCheck.acceptWarnings(of: facts, in: &log)
    #expect(accepted.map(\.why) == ["only one was there"])
    #expect(log.sorted.map(\.code) == ["fact.idle-accept"])
    #expect(log.sorted.map(\.severity) == [.hint])
  }

  @Test func anErrorIsNotAccepted() throws {
    let fields = "  accept: {status.condition: I say so}\n"
    var log = try fixture(fields, status: "denied").log
    let facts = try fixture(fields, status: "denied").facts
    #expect(FactCheck.acceptWarnings(of: facts, in: &log).isEmpty)
    #expect(log.hasErrors)
  }

  // MARK: No second error

  private static let broken: [(claim: String, report: [String])] = [
    ("  status: [{value: denied, as_of: 2025-08-20}]", ["8:12 status.without-why"]),
    ("  respones: []\n  status: [{value: denied, as_of: 2025-08-20, why: So.}]", ["8:3 fact.unknown-field"]),
    ("  kind: fact\n", ["8:3 yaml.duplicate-key", "1:1 status.missing"]),
    (
      "  evidence: [{source: [act], weight: supports}]\n  status: [{value: confirmed, as_of: 2025-08-20, why: So.}]",
      ["8:23 fact.wrong-type"]
    ),
  ]

  @Test(arguments: broken)
  func whatCouldNotBeReadCausesOneError(_ fields: String, _ report: [String]) throws {
    let fixture = try FactsFixture(
      [(.actors, FactsFixture.actors), (.sources, FactsFixture.sources), (.claims, FactsFixture.claim(fields))], check: true)
    #expect(Set(fixture.report) == Set(report))
  }
}
