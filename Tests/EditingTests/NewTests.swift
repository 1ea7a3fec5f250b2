import Diagnostics
import Facts
import TestKit
import Testing

@testable import Editing

/// New records: their text, their id, their file and their place.
@Suite struct NewTests {
  private func new(
    _ kind: FactKind, _ title: String?, _ options: [(name: String, text: String)], id: String? = nil, file: String? = nil,
    isBare: Bool = true,
    in texts: [String: String]
  ) -> Result<[String: String], EditRefusal> {
    let fixture = EditFixture(texts)
    return Result { () throws(EditRefusal) in
      var record = try NewRecord(kind, title: title, options: [], today: "2025-09-10")
      for option in options { try record.set(option.name, to: option.text) }
      return fixture.after(try record.edits(in: fixture.files, id: id ?? record.proposedID ?? "", file: file, isBare: isBare))
    }
  }

  @Test func theFirstRecordMakesItsFile() throws {
    let after = try new(.terms, "Read-out", [("definition", "What a government says of a talk.")], isBare: false, in: [:]).get()
    #expect(
      after == [
        "Content/facts/terms.yml": """
        # yaml-language-server: $schema=../.schema/terms.json

        read-out:
          term: Read-out
          definition: What a government says of a talk.
          # It may also have:
          # source:  # Where the definition comes from.
          # aka:     # Other forms of the word.

        """
      ])
  }

  @Test func aClaimHasItsFirstStatusAndTheDayItCameIn() throws {
    let after = try new(
      .claims, "The council agreed to open the old harbour to every ship.",
      [
        ("kind", "concession"), ("claimant", "envoy"), ("attributed-to", "council,harbour"), ("wording", "translated"),
        ("quote.text", "We: agree"),
        ("quote.language", "uk"), ("date", "[..2025-08-17]"), ("source", "paper"), ("source", "{source: wire, locator: p. 4}"),
        ("why", "Nobody else has said it."),
        ("topic", "[a1, b2]"), ("evidence", "paper"), ("evidence.weight", "supports"),
      ], in: ["Content/briefing.yml": "published: 2025-09-01\n"]
    ).get()
    #expect(
      after["Content/facts/claims.yml"] == """
        # yaml-language-server: $schema=../.schema/claims.json

        the-council-agreed-to-open-the-old:
          text: The council agreed to open the old harbour to every ship.
          kind: concession
          claimant: envoy
          attributed_to: [council, harbour]
          wording: translated
          quote:
            text: "We: agree"
            language: uk
          date: "[..2025-08-17]"
          topics: [a1, b2]
          sources:
            - paper
            - source: wire
              locator: p. 4
          evidence:
            - source: paper
              weight: supports
          status:
            - value: unconfirmed
              as_of: 2025-08-17
              why: Nobody else has said it.
          entered: 2025-09-10

        """)
  }

  @Test func aPositionTakesTheFieldsOfItsStance() throws {
    let after = try new(
      .positions, nil, [("actor", "council"), ("topic", "fees"), ("date", "2025"), ("summary", "None."), ("source", "paper")], in: [:]
    ).get()
    #expect(
      after["Content/facts/positions.yml"]?.hasSuffix(
        "council-fees:\n  actor: council\n  topic: fees\n  stances:\n    - date: 2025\n      summary: None.\n      sources: [paper]\n")
        == true)
  }

  // MARK: Places

  private static let events = """
    # Events.

    # First.
    first: {date: 2025-01-02, title: T, sources: [s]} # one

    second:
      date: 2025-03
      title: T
      sources: [s]
      # Deep.

    # Third.
    third:
      date: 2025-05
      title: T
      sources: [s]

    # End.
    """

  @Test(arguments: [
    ("2025-02", "sources: [s]} # one\n"), ("2025-04-01", "  # Deep.\n"),
    ("2025-06", "third:\n  date: 2025-05\n  title: T\n  sources: [s]\n"),
    ("2025-01-02", "sources: [s]} # one\n"),
  ])
  func anEventStandsBehindTheLastThatIsNotLater(_ date: String, _ before: String) throws {
    let after = try new(.events, "A new one", [("date", date), ("source", "s")], in: ["Content/facts/events.yml": Self.events]).get()
    let place = try #require(Self.events.range(of: before)?.upperBound)
    let record = "\na-new-one:\n  date: \(date)\n  title: A new one\n  sources: [s]\n"
    #expect(after["Content/facts/events.yml"] == Self.events[..<place] + record + Self.events[place...])
  }

  @Test func theFirstOfAllStandsAboveTheOthers() throws {
    let after = try new(.events, "A new one", [("date", "2024"), ("source", "s")], in: ["Content/facts/events.yml": Self.events]).get()
    #expect(
      after["Content/facts/events.yml"]
        == Self.events.replacing("first:", with: "a-new-one:\n  date: 2024\n  title: A new one\n  sources: [s]\n\nfirst:"))
  }

  @Test(arguments: [
    (
      "aa: {term: A, definition: D}\nbb: {term: B, definition: D}",
      "aa: {term: A, definition: D}\nbb: {term: B, definition: D}\nnew:\n  term: New\n  definition: D\n"
    ),
    ("aa: {term: A, definition: D}\r\n", "aa: {term: A, definition: D}\r\n\r\nnew:\r\n  term: New\r\n  definition: D\r\n"),
    ("# Only a comment.", "# Only a comment.\n\nnew:\n  term: New\n  definition: D\n"), ("\n", "\nnew:\n  term: New\n  definition: D\n"),
  ])
  func theLayoutOfTheFileIsKept(_ before: String, _ expected: String) throws {
    let after = try new(.terms, "New", [("definition", "D")], in: ["Content/facts/terms.yml": before]).get()
    #expect(after["Content/facts/terms.yml"] == expected)
  }

  @Test func aClaimGoesToTheFileOfItsLike() throws {
    func claim(_ id: String, _ claimant: String) -> String {
      "\(id): {text: T, kind: opinion, claimant: \(claimant), wording: verbatim, date: 2025, sources: [s]}\n"
    }
    let texts = [
      "Content/facts/claims/council.yml": claim("aa", "council") + claim("bb", "[council, mayor]"),
      "Content/facts/claims/envoy.yml": claim("cc", "envoy"),
    ]
    let options = [(name: "kind", text: "opinion"), ("wording", "verbatim"), ("date", "2025"), ("source", "s")]
    func place(_ claimant: String, _ file: String? = nil) throws -> [String] {
      try new(.claims, "Something", options + [("claimant", claimant)], file: file, in: texts).get().keys.sorted()
    }
    #expect(try place("council") == ["Content/facts/claims/council.yml"])
    #expect(try place("envoy") == ["Content/facts/claims/envoy.yml"])
    #expect(try place("nobody") == ["Content/facts/claims/envoy.yml"])
    #expect(try place("council", "envoy") == ["Content/facts/claims/envoy.yml"])
    #expect(try place("council", "third.yml") == ["Content/facts/claims/third.yml"])
    #expect(throws: EditRefusal.self) { try place("council", "../../x") }
    #expect(throws: EditRefusal.self) { try place("council", "Content/facts/events.yml") }
  }

  // MARK: Ids and refusals

  @Test(arguments: [
    ("The Council's offer", "the-councils-offer"), ("Größe & Maß", "groesse-mass"), ("  2025: a year", nil), ("Київ", nil), ("x", nil),
    ("Łódź, Žižka", "lodz-zizka"), (String(repeating: "word ", count: 20), "word-word-word-word-word-word-word-word"),
    (String(repeating: "a", count: 90), String(repeating: "a", count: 40)),
  ])
  func idsAreMadeOfTitles(_ title: String, _ id: String?) {
    #expect(IDProposal.of(title) == id)
  }

  @Test func whatIsMissingIsSaidAtOnce() {
    let refusal = new(.claims, "It is so.", [("kind", "fact"), ("quote.language", "en")], in: [:]).refusal
    #expect(refusal?.cause == .request)
    #expect(refusal?.message == "6 fields are missing that every claim needs")
    #expect(
      refusal?.help.map { $0.prefix { $0 != " " } } == ["--claimant", "--wording", "--quote.text", "--date", "--sources", "--status.why"])
    #expect(new(.sources, "T", [("publisher", "P"), ("kind", "report")], in: [:]).refusal?.help.first?.hasPrefix("--url ") == true)
  }

  @Test(arguments: [
    ("deffinition", "a term has no field `deffinition`", ["did you mean `definition`?"]),
    ("zzzzzzzz", "a term has no field `zzzzzzzz`", ["its fields are `term`, `definition`, `source`, `aka`, `draft`, `accept`"]),
    ("definition.x", "a definition has no field `x`", []),
  ])
  func unknownFieldsAreRefused(_ field: String, _ message: String, _ help: [String]) {
    let refusal = new(.terms, "T", [(field, "x")], in: [:]).refusal
    #expect(refusal?.message == message)
    #expect(refusal?.help == help)
  }

  @Test func anIDInUseIsRefused() {
    let texts = ["Content/facts/terms/one.yml": "taken: {term: A, definition: D}\n"]
    let refusal = new(.terms, "Taken", [("definition", "D")], in: texts).refusal
    #expect(refusal.map { EditFixture(texts).places($0) } == ["1:1 fact.duplicate-id"])
    #expect(new(.terms, "T", [("definition", "D")], id: "Not An Id", in: texts).refusal?.help.last == "write `--id not-an-id`")
  }

  // MARK: Pages

  @Test func aPageHasItsFrontMatter() throws {
    let page = try NewPage(title: "How: it was made", name: nil, options: [("nav", "false")])
    #expect(
      try page.edits(in: [], isBare: true)
        == EditSet(created: [.init(path: "Content/how-it-was-made.md", text: "---\ntitle: \"How: it was made\"\nnav: false\n---\n\n")]))
  }

  @Test(arguments: ["../x", "/etc/x", "facts/x", "a//b", ".hidden", "a b"])
  func pagesStayInTheContent(_ name: String) {
    #expect(throws: EditRefusal.self) { try NewPage(title: "T", name: name, options: []).edits(in: []) }
  }

  @Test func aPageThatIsThereIsRefused() {
    let files = EditFixture(["Content/Method.md": "Words.\n"]).files
    #expect(throws: EditRefusal.self) { try NewPage(title: "Method", name: nil, options: []).edits(in: files) }
  }
}

extension String {
  fileprivate func range(of text: String) -> Range<String.Index>? { firstRange(of: text) }
}
