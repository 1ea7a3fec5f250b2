import Diagnostics
import Facts
import TestKit
import Testing

/// What differs, and how it is said.
@Suite struct DiffTests {
  private static let old = EditionFixture.ledger(
    EditionFixture.all + [
      (.topics, "aa: {label: A}\nbb: {label: B}\n"), (.terms, "roads: {term: Roads, definition: Where *ships* wait.}\n"),
    ])

  private static let new = EditionFixture.ledger(
    [
      (.actors, FactsFixture.actors.replacing("name: Harbour", with: "name: The harbour")), (.sources, FactsFixture.sources),
      (.events, "meeting: {date: 2025-08-15, title: The council meets at last, sources: [act, paper], order: 2}\n"),
      (
        .claims,
        EditionFixture.claim.replacing("We cease to fire.", with: "We shall cease to fire as soon as the others cease to fire.")
          .replacing("{source: act, locator: page 3}", with: "{source: act, locator: page 4}, wire")
            + """
                - {value: disputed, as_of: 2025-09-07, why: The council denied it.}
              responses:
                - {by: council, stance: denies, date: 2025-09-07, source: act}
            another: {text: It rains., kind: opinion, claimant: [envoy, observer], wording: verbatim, date: 2025-09-01, sources: [paper]}

            """
      ), (.topics, "bb: {label: B}\naa: {label: A, order: 1}\n"),
    ], briefing: FactsFixture.briefing.replacing("answer: Not yet.", with: "answer: Hardly."))

  @Test func theWholeText() {
    #expect(
      DiffWords(FactDiff(from: Self.old, to: Self.new), from: "the edition of 2025-09-05", to: "now", style: .text).text == """
        From the edition of 2025-09-05 to now: 1 added, 1 removed, 5 changed.

        Briefing
          answer: Not yet. → Hardly.

        Actors
          ~ harbour: The harbour
              name: Harbour → The harbour

        Topics
          ~ aa: A
              order: added 1

        Events
          ~ meeting: The council meets at last
              title: The council meets → The council meets at last
              sources: added act
              key: removed true

        Claims
          + another: It rains.
              claimant: envoy, observer
              date: 2025-09-01
          ~ offer: The council offered a ceasefire.
              quote, text:
                was: We cease to fire.
                now: We shall cease to fire as soon as the others cease to fire.
              sources, act, locator: page 3 → page 4
              sources: added wire
              responses: added council; stance: denies; date: 2025-09-07; source: act
              new status: disputed as of 2025-09-07: The council denied it.

        Terms
          - roads: Roads

        """)
  }

  @Test func theWholeMarkdown() {
    let old = EditionFixture.ledger([(.terms, "roads: {term: Roads, definition: Where *ships* wait.}\n")])
    let new = EditionFixture.ledger([
      (.terms, "roads: {term: Roads, definition: \"Where `ships` wait, and [others](x) do not wait at all.\"}\n")
    ])
    #expect(
      DiffWords(FactDiff(from: old, to: new), from: "HEAD~1 (0123456789)", to: "now", style: .markdown).text == """
        ## From HEAD\\~1 (0123456789) to now: 1 changed.

        ### Terms

        - changed `roads`: Roads
          - definition:
            - was: Where \\*ships\\* wait.
            - now: Where \\`ships\\` wait, and \\[others\\](x) do not wait at all.

        """)
  }

  @Test func theWholeJSON() {
    let old = EditionFixture.ledger([(.topics, "aa: {label: A}\n")])
    let new = EditionFixture.ledger([(.topics, "aa: {label: B}\nbb: {label: C, order: 1}\n")])
    #expect(
      DiffJSON.text(FactDiff(from: old, to: new), from: "one", to: "other") == """
        {
          "version": 1,
          "from": "one",
          "to": "other",
          "counts": {
            "added": 1,
            "removed": 0,
            "changed": 1
          },
          "changes": [
            {
              "kind": "topic",
              "id": "aa",
              "name": "B",
              "change": "changed",
              "fields": [
                {
                  "path": ["label"],
                  "was": "A",
                  "now": "B"
                }
              ]
            },
            {
              "kind": "topic",
              "id": "bb",
              "name": "C",
              "change": "added",
              "now": {
                "label": "C",
                "order": 1
              }
            }
          ]
        }

        """)
  }

  @Test func theSameDiffersInNothing() {
    for ledger in [Self.old, Self.new, FactLedger()] {
      let diff = FactDiff(from: ledger, to: ledger)
      #expect(diff.isEmpty)
      #expect(DiffWords(diff, from: "one", to: "other", style: .text).text == "Nothing differs between one and other.\n")
    }
  }

  @Test func theOtherWayRoundIsTheOtherWayRound() {
    let there = FactDiff(from: Self.old, to: Self.new)
    let back = FactDiff(from: Self.new, to: Self.old)
    #expect(there.counts.added == back.counts.removed)
    #expect(there.counts.removed == back.counts.added)
    #expect(there.changes.map(\.key) == back.changes.map(\.key))
  }

  static let lists: [(String, String, String, [String])] = [
    ("an item more", "[a, b]", "[a, b, c]", ["members: added c"]), ("an item less", "[a, b]", "[b]", ["members: removed a"]),
    ("one for another", "[a, b]", "[a, c]", ["members: added c", "members: removed b"]),
    ("another order", "[a, b]", "[b, a]", ["members: in another order", "was: a, b", "now: b, a"]),
    ("the same twice", "[a]", "[a, a]", ["members: added a"]), ("all of them", "[a]", "[]", ["members: removed a"]),
  ]

  @Test(arguments: lists)
  func listsAreComparedByItems(_ what: String, _ one: String, _ other: String, _ expected: [String]) {
    let ledgers = [one, other].map { EditionFixture.ledger([(.actors, "aa: {name: A, members: \($0)}\n")]) }
    let text = DiffWords(FactDiff(from: ledgers[0], to: ledgers[1]), from: "x", to: "y", style: .text).text
    let lines = text.split(separator: "\n").dropFirst(3).map { $0.trimmingPrefix { $0 == " " } }.map(String.init)
    #expect(lines == expected, "\(what)")
  }

  /// Random edits: what is told, taken together, is what was done.
  @Test func everyRecordThatDiffersIsTold() {
    var seed: UInt64 = 3
    func random(_ limit: Int) -> Int {
      seed = seed &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(seed >> 33) % limit
    }
    for _ in 0..<60 {
      let ids = (0..<40).map { "t-\($0)" }
      var labels: [[String: String]] = [[:], [:]]
      for id in ids {
        let label = "L\(random(3))"
        if random(5) > 0 { labels[0][id] = label }
        if random(5) > 0 { labels[1][id] = random(4) == 0 ? "M\(random(3))" : label }
      }
      let ledgers = labels.map { labels in
        EditionFixture.ledger([(.topics, labels.map { "\($0.key): {label: \($0.value)}\n" }.joined() + (labels.isEmpty ? "{}\n" : ""))])
      }
      let diff = FactDiff(from: ledgers[0], to: ledgers[1])
      #expect(diff.counts.added == ids.count { labels[0][$0] == nil && labels[1][$0] != nil })
      #expect(diff.counts.removed == ids.count { labels[0][$0] != nil && labels[1][$0] == nil })
      #expect(diff.counts.changed == ids.count { labels[0][$0] != nil && labels[1][$0] != nil && labels[0][$0] != labels[1][$0] })
      #expect(diff.changes.compactMap(\.key?.id) == diff.changes.compactMap(\.key?.id).sorted())
    }
  }
}
