import Diagnostics
import EDTF
import Facts
import Testing

/// Fields as they are read: what is taken, what is refused, and where.
@Suite struct FieldTests {
  private static let terms: [(text: String, report: [String])] = [
    ("readout: {term: Readout, definition: An account.}", []),
    ("readout: {term: 1.10, definition: yes}", []),
    ("readout: {term: [Readout], definition: An account.}", ["1:17 fact.wrong-type"]),
    ("readout: {term: {a: b}, definition: An account.}", ["1:17 fact.wrong-type"]),
    ("readout: {term: \"\", definition: An account.}", ["1:17 fact.wrong-type"]),
    ("readout: {term: \"  \", definition: An account.}", ["1:17 fact.wrong-type"]),
    ("readout:\n  term:\n  definition: An account.", ["2:3 fact.missing-value"]),
    ("readout: {definition: An account.}", ["1:1 fact.missing-field"]),
    ("readout: {tern: Readout, definition: An account.}", ["1:11 fact.unknown-field"]),
    ("readout: {colour: red, definition: An account.}", ["1:1 fact.missing-field", "1:11 fact.unknown-field"]),
    ("readout: Readout", ["1:10 fact.wrong-type"]),
    ("readout:", ["1:1 fact.wrong-type"]),
    ("- readout", ["1:1 fact.not-a-mapping"]),
    ("readout", ["1:1 fact.not-a-mapping"]),
    ("readout: {term: Readout, definition: An account., draft: true}", []),
    ("readout: {term: Readout, definition: An account., draft: yes}", ["1:58 fact.wrong-type"]),
    ("readout: {term: Readout, definition: An account., draft: True}", ["1:58 fact.wrong-type"]),
    ("readout: {term: Readout, definition: An account., draft: 1}", ["1:58 fact.wrong-type"]),
    ("readout: {term: Readout, definition: An account., aka: [summary, account]}", []),
    ("readout: {term: Readout, definition: An account., aka: summary}", ["1:56 fact.wrong-type"]),
    ("readout: {term: Readout, definition: An account., aka: [[a], b]}", ["1:57 fact.wrong-type"]),
    ("readout: {term: Readout, definition: An account., accept: {a.b: why}}", []),
    ("readout: {term: Readout, definition: An account., accept: [a.b]}", ["1:59 fact.wrong-type"]),
  ]

  @Test(arguments: terms)
  func termsAreReadStrictly(_ text: String, _ report: [String]) throws {
    #expect(try FactsFixture([(.terms, text)]).report == report)
  }

  @Test(arguments: [
    ("ab", true), ("a-1", true), ("readout", true), (String(repeating: "a", count: 48), true), (String(repeating: "a", count: 49), false),
    ("a", false), ("1a", false), ("-a", false), ("Aa", false), ("a_b", false), ("a.b", false), ("é-a", false), ("a b", false), ("", false),
  ])
  func idsHaveOneGrammar(_ id: String, _ isValid: Bool) {
    #expect(FactID.isValid(id) == isValid)
  }

  @Test(arguments: [
    ("Read Out", "read-out"), ("read_out", "read-out"), ("READOUT", "readout"), ("2nd", nil), ("été", nil), ("a--b", "a--b"), ("x!", nil),
    ("read.out.", "read-out"),
  ])
  func idsAreProposed(_ written: String, _ proposal: String?) {
    #expect(FactID.proposal(for: written) == proposal)
  }

  private static let dates: [(written: String, report: [String], text: String?)] = [
    ("2025-08-15", [], "2025-08-15"), ("2025-08", [], "2025-08"), ("\"2025\"", [], "2025"), ("-0043", [], "-0043"), ("1860~", [], "1860~"),
    ("2025-08-15/..", [], "2025-08-15/.."), ("\"[2025-08-15..2025-08-17]\"", [], "[2025-08-15..2025-08-17]"), ("'%2025'", [], "%2025"),
    ("[2025-08-15..2025-08-17]", ["3:9 fact.unquoted-date"], nil), ("{2025-08-15, 2025-08-17}", ["3:9 fact.unquoted-date"], nil),
    ("[2025, 2026]", ["3:9 fact.unquoted-date"], nil), ("[one, two]", ["3:9 fact.wrong-type"], nil),
    ("{a: b}", ["3:9 fact.wrong-type"], nil),
    ("2025-02-29", ["3:17 fact.invalid-date"], nil), ("15.08.2025", ["3:9 fact.invalid-date"], nil),
    ("\n    - 2025", ["4:5 fact.wrong-type"], nil),
  ]

  @Test(arguments: dates)
  func datesAreEDTF(_ written: String, _ report: [String], _ text: String?) throws {
    let fixture = try FactsFixture([
      (.sources, "paper: {title: A paper, publisher: The Desk, unlinked: in print, kind: report}"),
      (.events, "meeting:\n  title: A meeting\n  date: \(written)\n  sources: [paper]\n"),
    ])
    #expect(fixture.report == report)
    #expect(fixture.facts.events["meeting"]?.date.expression.text == text)
  }

  private static let choices: [(kind: String, isKnown: Bool)] = [
    ("person", true), ("organisation", true), ("state", true), ("alliance", true), ("group", true), ("media", true), ("company", true),
    ("Person", false), ("people", false), ("[person]", false),
  ]

  @Test(arguments: choices)
  func choicesAreAFixedSet(_ kind: String, _ isKnown: Bool) throws {
    let fixture = try FactsFixture([(.actors, "envoy: {name: The envoy, kind: \(kind)}")])
    #expect(fixture.report.isEmpty == isKnown)
    #expect(fixture.facts.actors.has("envoy") == isKnown)
    #expect(fixture.facts.broken.contains(FactKey(.actors, "envoy")) != isKnown)
  }

  @Test(arguments: [
    ("https://example.org/a?b=c#d", true), ("http://example.org", true), ("https://пример.рф/", true), ("ftp://example.org", false),
    ("example.org", false), ("https://", false), ("https://exa mple.org", false), ("https://.org", false), ("javascript:alert(1)", false),
    ("https://example.org/\"", false), ("mailto:a@example.org", false),
  ])
  func addressesAreWhole(_ address: String, _ isValid: Bool) {
    #expect(WebAddress.isValid(address) == isValid)
  }

  @Test(arguments: [
    ("en", true), ("pt-BR", true), ("sr-Latn-RS", true), ("zh-Hans", true), ("english", false), ("e", false), ("en_GB", false),
    ("en-", false),
    ("", false), ("12", false),
  ])
  func languagesAreTags(_ tag: String, _ isValid: Bool) {
    #expect(LanguageTag.isWellFormed(tag) == isValid)
  }

  @Test func claimantsAreActorsOrSomebodyUnnamed() throws {
    let texts: [(String, Int, Bool)] = [
      ("envoy", 1, false), ("[envoy, council]", 2, false), ("{description: an official, via: paper}", 0, true),
    ]
    for (written, actors, isUnnamed) in texts {
      let text = FactsFixture.claim("").replacing("claimant: envoy", with: "claimant: \(written)")
      let claim = try #require(try FactsFixture([(.claims, text)]).facts.claims["offer"])
      #expect(claim.claimant.actors.count == actors)
      if case .unnamed(let person) = claim.claimant {
        #expect(isUnnamed && person.description == "an official")
      } else {
        #expect(!isUnnamed)
      }
    }
  }

  @Test func everyFieldSaysWhatItMeans() {
    func check<Record: Fact>(_ type: Record.Type) {
      let names = Record.table.declarations.map(\.name)
      #expect(Set(names).count == names.count)
      for field in Record.table.declarations { #expect(field.meaning.hasSuffix("."), "\(Record.table.name).\(field.name)") }
    }
    check(Actor.self)
    check(Topic.self)
    check(Source.self)
    check(Event.self)
    check(Claim.self)
    check(Position.self)
    check(Question.self)
    check(Term.self)
    check(Correction.self)
  }
}
