import Diagnostics
import Facts
import TestKit
import Testing

@testable import Editing

/// One field, and every byte around it as it was.
@Suite struct SetTests {
  private func set(
    _ key: FactKey, _ field: String, _ values: [String], _ details: [(name: String, text: String)] = [], on day: String? = nil,
    in text: String
  ) -> Result<String, EditRefusal> {
    let path = "Content/facts/\(key.kind.rawValue).yml"
    let fixture = EditFixture([path: text])
    return Result { () throws(EditRefusal) in
      let edits = try SetField(key, field, values: values, details: details, on: day, today: "2025-09-10").edits(in: fixture.files)
      return fixture.after(edits)[path] ?? text
    }
  }

  private static let claim = """
    # Before.
    offer:
      text: The council offered a truce. # one assertion
      kind: fact
      claimant: envoy
      wording: paraphrased
      date: 2025-08-17
      sources: [paper]  # printed
      # How it stands.
      status:
        - value: unconfirmed
          as_of: 2025-08-17
          why: >-
            Only one side
            has spoken.
        # Nothing since.
      confidence: low

    # Behind.
    other:
      text: Another.
      kind: opinion
      claimant: envoy
      wording: paraphrased
      date: 2025
      sources: [paper]

    """

  // MARK: The briefing

  private static let briefing = """
    # The harbour.
    format: 1
    title: The harbour talks
    question: Is there a truce?
    answer: Not yet. # for now
    as_of: 2025-08-31 # a Sunday
    published: 2025-09-01
    language: en

    """

  private func setBriefing(_ field: String, _ values: [String], _ details: [(name: String, text: String)] = [], in text: String) -> Result<
    String, EditRefusal
  > {
    let fixture = EditFixture(["Content/briefing.yml": text])
    return Result { () throws(EditRefusal) in
      let edits = try SetField(nil, field, values: values, details: details, today: "2025-09-10").edits(in: fixture.files)
      return fixture.after(edits)["Content/briefing.yml"] ?? text
    }
  }

  @Test(arguments: [
    ("as_of", ["2025-09-12"], "as_of: 2025-08-31 # a Sunday\n", "as_of: 2025-09-12 # a Sunday\n"),
    ("checked", ["2025-09-02"], "language: en\n", "checked: 2025-09-02\nlanguage: en\n"),
    ("strict", ["source.unused", "claim.single-origin"], "language: en\n", "language: en\nstrict: [source.unused, claim.single-origin]\n"),
    ("publisher.name", ["The Desk"], "language: en\n", "language: en\npublisher:\n  name: The Desk\n"),
  ])
  func aFieldOfTheBriefingIsSet(_ field: String, _ values: [String], _ before: String, _ after: String) throws {
    #expect(try setBriefing(field, values, in: Self.briefing).get() == Self.briefing.replacing(before, with: after))
  }

  @Test func aPointIsAdded() throws {
    let after = try setBriefing("points", ["known"], [("text", "There is a draft.")], in: Self.briefing).get()
    #expect(after == Self.briefing + "points:\n  - section: known\n    text: There is a draft.\n")
  }

  @Test(arguments: [
    ("as_off", "2025-09-12", briefing), ("as_of", "2025-09-12", briefing.replacing("language: en\n", with: "")),
    ("as_of", "2025-09-12", briefing + "no-field: 1\n"),
  ])
  func aBriefingWithErrorsOrWithoutTheFieldIsRefused(_ field: String, _ value: String, _ text: String) {
    guard case .failure = setBriefing(field, [value], in: text) else {
      Issue.record("\(field) was set")
      return
    }
  }

  // MARK: Histories

  @Test func aStatusIsAddedBehindTheLast() throws {
    let after = try set(
      FactKey(.claims, "offer"), "status", ["disputed"], [("why", "The council says: no."), ("source", "paper"), ("source", "wire")],
      in: Self.claim
    ).get()
    #expect(
      after
        == Self.claim.replacing(
          "        has spoken.\n",
          with:
            "        has spoken.\n    - value: disputed\n      as_of: 2025-09-10\n      why: \"The council says: no.\"\n      sources: [paper, wire]\n"
        ))
  }

  @Test func aDayInThePastSaysWhenItWasEntered() throws {
    let after = try set(FactKey(.claims, "offer"), "status", ["disputed"], [("why", "No.")], on: "2025-09-01", in: Self.claim).get()
    #expect(
      after.contains("    - value: disputed\n      as_of: 2025-09-01\n      entered: 2025-09-10\n      why: No.\n    # Nothing since.\n"))
  }

  /// The styles in which a history may stand.
  @Test(arguments: [
    (
      "status:\n  - {value: unconfirmed, as_of: 2025, why: Nothing.} # old\nnote: N",
      "status:\n  - {value: unconfirmed, as_of: 2025, why: Nothing.} # old\n  - {value: disputed, as_of: 2025-09-10, why: \"No, never.\"}\nnote: N"
    ),
    (
      "status: [{value: unconfirmed, as_of: 2025, why: Nothing.}] # old\nnote: N",
      "status: [{value: unconfirmed, as_of: 2025, why: Nothing.}, {value: disputed, as_of: 2025-09-10, why: \"No, never.\"}] # old\nnote: N"
    ),
    (
      "status: [{value: unconfirmed, as_of: 2025, why: Nothing.},]\nnote: N",
      "status: [{value: unconfirmed, as_of: 2025, why: Nothing.}, {value: disputed, as_of: 2025-09-10, why: \"No, never.\"},]\nnote: N"
    ),
    ("status: []\nnote: N", "status: [{value: disputed, as_of: 2025-09-10, why: \"No, never.\"}]\nnote: N"),
    ("note: N", "status:\n  - value: disputed\n    as_of: 2025-09-10\n    why: No, never.\nnote: N"),
    (
      "status:\n- value: unconfirmed\n  as_of: 2025\n  why: |\n    Nothing.\n\nnote: N",
      "status:\n- value: unconfirmed\n  as_of: 2025\n  why: |\n    Nothing.\n- value: disputed\n  as_of: 2025-09-10\n  why: No, never.\n\nnote: N"
    ),
    (
      "status:\n  -   value: unconfirmed\n      as_of: 2025\n      why: Nothing.",
      "status:\n  -   value: unconfirmed\n      as_of: 2025\n      why: Nothing.\n  - value: disputed\n    as_of: 2025-09-10\n    why: No, never."
    ),
  ])
  func historiesKeepTheirStyle(_ before: String, _ expected: String) throws {
    func claim(_ fields: String) -> String {
      let lines =
        ["text: T", "kind: fact", "claimant: envoy", "wording: verbatim", "date: 2025", "sources: [paper]"]
        + fields.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
      return "offer:\n" + lines.map { $0.isEmpty ? "\n" : "    \($0)\n" }.joined()
    }
    let after = try set(FactKey(.claims, "offer"), "status", ["disputed"], [("why", "No, never.")], in: claim(before)).get()
    // A field of its own is laid out by two spaces a level.
    let wanted = claim(expected)
    #expect(after == wanted)
    let crlf = try set(
      FactKey(.claims, "offer"), "status", ["disputed"], [("why", "No, never.")], in: claim(before).replacing("\n", with: "\r\n")
    ).get()
    #expect(crlf == wanted.replacing("\n", with: "\r\n"))
  }

  @Test func aFlowRecordGetsItsFieldInside() throws {
    let text = "offer: {text: T, kind: fact, claimant: envoy, wording: verbatim, date: 2025, sources: [paper]} # flow\n"
    let after = try set(FactKey(.claims, "offer"), "status", ["unconfirmed"], [("why", "Nothing {yet}.")], in: text).get()
    #expect(
      after
        == "offer: {text: T, kind: fact, claimant: envoy, wording: verbatim, date: 2025, sources: [paper], status: [{value: unconfirmed, as_of: 2025-09-10, why: \"Nothing {yet}.\"}]} # flow\n"
    )
  }

  // MARK: Fields

  @Test(arguments: [
    ("text", ["It did."], "  text: The council offered a truce. # one assertion\n", "  text: It did. # one assertion\n"),
    ("sources", ["paper", "wire,act"], "  sources: [paper]  # printed\n", "  sources: [paper, wire, act]  # printed\n"),
    ("source", ["wire"], "  sources: [paper]  # printed\n", "  sources: [wire]  # printed\n"),
    ("claimant", ["envoy", "council"], "  claimant: envoy\n", "  claimant: [envoy, council]\n"),
    ("attributed-to", ["council"], "  claimant: envoy\n", "  claimant: envoy\n  attributed_to: [council]\n"),
    ("topics", ["harbour"], "  date: 2025-08-17\n", "  date: 2025-08-17\n  topics: [harbour]\n"),
    ("confidence.why", ["Thin."], "  confidence: low\n", "  confidence:\n    level: low\n    why: Thin.\n"),
    (
      "quote.text", ["We offer: a truce"], "  wording: paraphrased\n", "  wording: paraphrased\n  quote:\n    text: \"We offer: a truce\"\n"
    ),
    ("note", ["one\ntwo"], "  confidence: low\n", "  confidence: low\n  note: |-\n    one\n    two\n"),
    (
      "sources", ["[{source: paper, locator: \"p. 4\"}, wire]"], "  sources: [paper]  # printed\n",
      "  # printed\n  sources:\n    - source: paper\n      locator: p. 4\n    - wire\n"
    ),
    ("date", ["[..2025]"], "  date: 2025-08-17\n", "  date: \"[..2025]\"\n"),
    ("draft", ["true"], "  confidence: low\n", "  confidence: low\n  draft: true\n"),
  ])
  func oneFieldChanges(_ field: String, _ values: [String], _ old: String, _ new: String) throws {
    let after = try set(FactKey(.claims, "offer"), field, values, in: Self.claim).get()
    let first = try #require(Self.claim.firstRange(of: old))
    #expect(after == Self.claim.replacingCharacters(in: first, with: new))
  }

  @Test func aLongTextIsFolded() throws {
    let text = Array(repeating: "many words", count: 14).joined(separator: " ")
    let after = try set(FactKey(.claims, "offer"), "text", [text], in: Self.claim).get()
    #expect(
      after.hasPrefix(
        """
        # Before.
        offer:
          # one assertion
          text: >-
            many words many words many words many words many words many words many words many words many words many
            words many words many words many words many words
          kind: fact

        """))
  }

  // MARK: Refusals

  @Test(arguments: [
    ("statuses", ["x"], "a claim has no field `statuses`", "did you mean `status`?"),
    ("status", [], "2 fields are missing that every status entry needs", "--value  The status: a text"),
    ("status", ["a", "b"], "an item of `status` begins with one value, and 2 are given", "put a text of several words in quotes"),
    ("status.why", ["x"], "`status` is a list, so that `status.why` may mean any of its items", ""),
    ("date", ["2025", "2026"], "`date` takes one value, and 2 are given", "put a text of several words in quotes"),
    ("date", [], "`date` gets no value", "write a date in EDTF, such as `2025-08-15`"),
  ])
  func whatCannotBeIsRefused(_ field: String, _ values: [String], _ message: String, _ help: String) {
    let refusal = set(FactKey(.claims, "offer"), field, values, in: Self.claim).refusal
    #expect(refusal?.cause == .request)
    #expect(refusal?.message == message)
    if !help.isEmpty { #expect(refusal?.help.first == help) }
  }

  @Test(arguments: [
    ("aa: {term: A}\n", ["1:1 fact.missing-field"]), ("aa: {term: A, definition: B\n", ["1:5 yaml.unclosed-bracket"]),
    ("aa: &a {term: A, definition: B}\n", ["1:5 yaml.anchor"]),
    ("aa: {term: A, definition: B}\nbb: {}\n", ["2:1 fact.missing-field", "2:1 fact.missing-field"]),
  ])
  func filesWithErrorsAreRefused(_ text: String, _ places: [String]) {
    let fixture = EditFixture(["Content/facts/terms.yml": text])
    let result = Result { () throws(EditRefusal) in
      try SetField(FactKey(.terms, "aa"), "term", values: ["C"], today: "2025-09-10").edits(in: fixture.files)
    }
    #expect(result.refusal.map(fixture.places) == places)
  }
}

extension String {
  fileprivate func replacingCharacters(in range: Range<String.Index>, with text: String) -> String {
    String(self[..<range.lowerBound]) + text + String(self[range.upperBound...])
  }
}
