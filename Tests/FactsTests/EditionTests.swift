import Diagnostics
import Facts
import TestKit
import Testing

/// What an edition holds, that it comes back as it was, and what is said of one that is broken.
@Suite struct EditionTests {
  @Test func theWholeText() {
    let text = EditionFixture.text([
      (
        .terms,
        "b-term: {term: Truce, definition: \"No \\\"fire\\\"\\nfor a while.\"}\na-term: {aka: [x, y], definition: Ein Wort., term: É}\n"
      ),
      (.events, EditionFixture.event),
      (
        .claims, "offer:\n  sources: [paper, {source: act}, {note: Nr. 3, source: act}]\n  claimant: envoy\n  confidence: low\n  text: A.\n"
      ),
    ])
    #expect(
      text == """
        {
          "format": 1,
          "edition": "2025-09-05",
          "briefing": {
            "format": 1,
            "title": "The harbour talks",
            "question": "Is there a truce in the harbour?",
            "answer": "Not yet.",
            "as_of": "2025-08-31",
            "published": "2025-09-01",
            "language": "en"
          },
          "facts": {
            "events": {
              "meeting": {
                "date": "2025-08-15",
                "title": "The council meets",
                "key": true,
                "order": 2,
                "sources": ["paper"]
              }
            },
            "claims": {
              "offer": {
                "text": "A.",
                "claimant": ["envoy"],
                "sources": [
                  "paper",
                  "act",
                  {
                    "source": "act",
                    "note": "Nr. 3"
                  }
                ],
                "confidence": "low"
              }
            },
            "terms": {
              "a-term": {
                "term": "É",
                "definition": "Ein Wort.",
                "aka": ["x", "y"]
              },
              "b-term": {
                "term": "Truce",
                "definition": "No \\"fire\\"\\nfor a while."
              }
            }
          },
          "seal": "\(text.suffix(20).prefix(16))"
        }

        """)
  }

  @Test func itComesBackAsItWas() throws {
    let result = EditionFixture.read(EditionFixture.text())
    #expect(result.report == [])
    let edition = try #require(result.edition)
    #expect(edition.date == "2025-09-05")
    #expect(edition.settings.title == "The harbour talks")
    #expect(edition.ledger == EditionFixture.ledger(EditionFixture.all))
    let claim = try #require(edition.facts.claims["offer"])
    #expect(claim.quote?.original == "Wir stellen das Feuer ein.")
    #expect(claim.sources.map(\.locator) == [nil, "page 3"])
    #expect(edition.facts.events["meeting"]?.isKey == true)
    #expect(edition.facts.events["meeting"]?.order == 2)
    #expect(edition.facts.actors["envoy"]?.side?.id == "council")
    // Places lead into the edition.
    #expect(result.file.text(claim.head.idSpan) == "\"offer\"")
    #expect(String(decoding: Edition.bytes(of: edition.ledger, day: edition.day), as: UTF8.self) == EditionFixture.text())
  }

  /// Ways to write one thing: the edition is the same.
  static let same: [(String, [(FactKind, String)], [(FactKind, String)])] = [
    ("the order of records", [(.topics, "aa: {label: A}\nbb: {label: B}\n")], [(.topics, "bb: {label: B}\naa: {label: A}\n")]),
    ("several files", [(.topics, "aa: {label: A}\nbb: {label: B}\n")], [(.topics, "bb: {label: B}\n"), (.topics, "aa: {label: A}\n")]),
    ("the order of fields", [(.topics, "aa: {label: A, order: 1}\n")], [(.topics, "aa: {order: 1, label: A}\n")]),
    ("layout and comments", [(.topics, "aa:\n  # A comment.\n  label: \"A\"\n")], [(.topics, "aa: {label: A}\n")]),
    ("folded text", [(.topics, "aa:\n  label: >-\n    A\n    B\n")], [(.topics, "aa: {label: A B}\n")]),
    ("one for a list", [(.claims, "aa: {claimant: envoy}\n")], [(.claims, "aa: {claimant: [envoy]}\n")]),
    ("a citation alone", [(.claims, "aa: {sources: [paper]}\n")], [(.claims, "aa: {sources: [{source: paper}]}\n")]),
    ("a level alone", [(.claims, "aa: {confidence: low}\n")], [(.claims, "aa: {confidence: {level: low}}\n")]),
    ("a role alone", [(.actors, "aa: {role: Envoy}\n")], [(.actors, "aa: {role: [{title: Envoy}]}\n")]),
    ("drafts", [(.topics, "aa: {label: A}\n")], [(.topics, "aa: {label: A}\nbb: {label: B, draft: true}\n")]),
    ("what is accepted", [(.topics, "aa: {label: A}\n")], [(.topics, "aa: {label: A, accept: {source.unused: kept}}\n")]),
  ]

  @Test(arguments: same)
  func oneThingIsWrittenOneWay(_ what: String, _ one: [(FactKind, String)], _ other: [(FactKind, String)]) {
    #expect(EditionFixture.text(one) == EditionFixture.text(other), "\(what)")
  }

  static let different: [(String, String)] = [
    ("aa: {label: A}\n", "aa: {label: B}\n"), ("aa: {label: A}\n", "ab: {label: A}\n"), ("aa: {label: A, order: 1}\n", "aa: {label: A}\n"),
    ("aa: {label: A, order: 1}\n", "aa: {label: A, order: 2}\n"),
  ]

  @Test(arguments: different)
  func otherThingsAreWrittenOtherwise(_ one: String, _ other: String) {
    #expect(EditionFixture.text([(.topics, one)]) != EditionFixture.text([(.topics, other)]))
  }

  @Test func unnamedClaimantsAndStatusesComeBack() throws {
    let briefing =
      FactsFixture.briefing
      + "strict: [prose.uncited]\nstatuses: {zz: {label: Z, meaning: Last., glyph: z}, aa: {label: A, meaning: First., glyph: a}}\n"
    let ledger = EditionFixture.ledger(
      [(.claims, EditionFixture.claim.replacing("claimant: envoy", with: "claimant: {description: An aide, via: paper, count: 2}"))],
      briefing: briefing)
    let result = EditionFixture.read(
      String(decoding: Edition.bytes(of: ledger, day: EditionFixture.day("2025-09-05")), as: UTF8.self))
    #expect(result.report == [])
    let edition = try #require(result.edition)
    #expect(edition.ledger == ledger)
    #expect(edition.settings.statuses.map(\.id) == ["zz", "aa"])
    #expect(edition.settings.strict.isEmpty, "what is said to the checks alone is not published")
    guard case .unnamed(let unnamed)? = edition.facts.claims["offer"]?.claimant else { throw Missing() }
    #expect(unnamed.description == "An aide" && unnamed.via.id == "paper" && unnamed.count == 2)
  }

  struct Missing: Error {}

  /// Texts of any sort come back byte for byte.
  @Test func anyTextComesBack() {
    let pieces = [
      "\"", "\\", "\n", "\t", "é", "😀", "\u{1}", "\u{7F}", "\u{2028}", "}", "]", ",", ": ", "#", "a", " ", "\u{FEFF}", "\\u0041", "null",
    ]
    var seed: UInt64 = 11
    for _ in 0..<300 {
      var text = "x"
      for _ in 0..<8 {
        seed = seed &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        text += pieces[Int(seed >> 33) % pieces.count]
      }
      let value = FactValue.record([
        FactMember("label", .text(text)), FactMember("aka", .list([.text(text), .record([FactMember(text, .flag(true))])])),
      ])
      var log = DiagnosticLog()
      let node = YAMLBridge.read(String(decoding: FactJSON.bytes(of: value), as: UTF8.self), log: &log)
      #expect(node == value, "\(text.debugDescription): \(log.sorted.map(\.message))")
    }
  }

  // MARK: Broken editions

  static let broken: [(String, @Sendable (String) -> String, [String])] = [
    ("nothing", { _ in "" }, ["1:1 json.syntax: this is not JSON: a number is missing"]),
    (
      "a comma too many", { $0.replacing("\"order\": 2,", with: "\"order\": 2,,") },
      ["68:20 json.syntax: this is not JSON: `\"` is missing"]
    ),
    ("a list", { _ in "[]\n" }, ["1:1 edition.edited: this edition is not as `brief publish` wrote it: it is no object"]),
    (
      "a member too many", { $0.replacing("  \"facts\": {", with: "  \"notes\": [],\n  \"facts\": {") },
      ["13:3 edition.edited: this edition is not as `brief publish` wrote it: an edition has no member `notes`"]
    ),
    (
      "no seal", { String($0[..<($0.firstRange(of: ",\n  \"seal\"")?.lowerBound ?? $0.endIndex)]) + "\n}\n" },
      ["1:1 edition.edited: this edition is not as `brief publish` wrote it: the member `seal` is missing"]
    ),
    (
      "another word", { $0.replacing("We cease to fire.", with: "We never cease to fire.") },
      ["102:11 edition.edited: this edition is not as `brief publish` wrote it: something above its seal was changed"]
    ),
    (
      "one space more", { $0.replacing("\"order\": 2", with: "\"order\":  2") },
      ["102:11 edition.edited: this edition is not as `brief publish` wrote it: something above its seal was changed"]
    ),
    (
      "a conflict", { $0.replacing("  \"facts\": {", with: "<<<<<<< HEAD\n  \"facts\": {") },
      ["13:1 json.syntax: this is not JSON: git left a conflict here"]
    ),
  ]

  @Test(arguments: broken.indices)
  func whatIsBrokenIsSaidWhereItIs(_ index: Int) {
    let (what, change, expected) = Self.broken[index]
    let result = EditionFixture.read(change(EditionFixture.text()))
    #expect(result.edition == nil)
    #expect(result.report == expected, "\(what)")
  }

  @Test(arguments: [
    ("2025-09-06", ["3:14 edition.name: this is the edition of 2025-09-05, but its name says 2025-09-06"]),
    ("latest", ["1:1 edition.name: an edition is named after its day, and `latest` is none"]),
    ("2025-02-30", ["1:1 edition.name: an edition is named after its day, and `2025-02-30` is none"]),
    ("old/2025-09-05", ["1:1 edition.name: an edition is named after its day, and `old/2025-09-05` is none"]),
    ("2025-9-5", ["1:1 edition.name: an edition is named after its day, and `2025-9-5` is none"]),
  ])
  func theNameIsTheDay(_ name: String, _ expected: [String]) {
    let result = EditionFixture.read(EditionFixture.text(), name: name)
    #expect(result.edition == nil)
    #expect(result.report == expected)
  }

  /// Sealed anew by a program that wrote what cannot be: the tables find it.
  @Test func whatTheTablesRefuseIsSaidInTheEdition() {
    let result = EditionFixture.read(EditionFixture.text([(.topics, "aa: {label: A, ordr: 1}\nbb: {order: x}\n")]))
    #expect(result.edition == nil)
    #expect(result.report.count == 3)
    for (line, start) in zip(result.report, ["17:9 fact.unknown-field:", "19:7 fact.missing-field:", "20:18 fact.wrong-type:"]) {
      #expect(line.hasPrefix(start))
    }
  }

  @Test func otherLineEndsAreTheSameEdition() {
    let result = EditionFixture.read(EditionFixture.text().replacing("\n", with: "\r\n"))
    #expect(result.report == [])
    #expect(result.edition?.ledger == EditionFixture.ledger(EditionFixture.all))
  }
}
