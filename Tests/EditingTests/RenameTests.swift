import Diagnostics
import Facts
import TestKit
import Testing

@testable import Editing

/// A new id, everywhere and nowhere else.
@Suite struct RenameTests {
  private func rename(_ key: FactKey, to new: String, in texts: [String: String]) -> Result<[String: String], EditRefusal> {
    let fixture = EditFixture(texts)
    return Result { () throws(EditRefusal) in fixture.after(try Rename(key, to: new).edits(in: fixture.files)) }
  }

  private static let offer = """
    # The offer.
    offer: # first
      text: The council offered a truce.
      kind: fact
      claimant: envoy
      wording: paraphrased
      date: 2025-08-17
      sources: [paper]
      status:
        - {value: unconfirmed, as_of: 2025-08-17, why: "See [this](claim:offer), not [that](claim:offer-two)."}

    """

  @Test func aClaimIsRenamedInEveryKindOfPlace() throws {
    let before = [
      "Content/briefing.yml": """
      answer: Not [yet](claim:offer).
      points:
        - section: known
          text: "An [offer](claim:offer) of [offer](event:offer)."
          claims: [offer, 'offer', "offer"]   # offer
          events: [offer]
      """,
      "Content/facts/claims.yml": Self.offer,
      "Content/facts/claims/more.yml": """
      other:
        text: offer
        kind: fact
        claimant: envoy
        wording: paraphrased
        date: 2025
        event: offer
        sources: [offer]
        evidence:
          - claim: offer
            weight: supports
            note: >-
              As [the
              offer](claim:offer) says.
        relations: [{type: repeats, claim: offer}]
        status: [{value: unconfirmed, as_of: 2025, why: Nothing., sources: [offer]}]
        draft: true
      """,
      "Content/facts/corrections.yml": """
      first: {date: 2025, class: typo, target: "claim:offer", was: a, now: b, why: "Seen in [it](claim:offer)."}
      second: {date: 2025, class: typo, target: claims/offer.md, was: a, now: b}
      third: {date: 2025, class: typo, target: "event:offer", was: a, now: b}
      """,
      "Content/facts/questions.yml":
        "why:\n  text: Why the offer?\n  claims:\n    # the offer\n    - offer # of the council\n  events: [offer]\n",
      "Content/claims/offer.md": "Long words on [itself](claim:offer) and [the page](offer.md#details).\n",
      "Content/about.md": """
      ---
      title: offer
      ---

      An <claim:offer> and [one](claim:offer "offer"), [two](<claim:offer>), [three][offer], ![x](claim:offer), `claim:offer`.

      [its page](claims/offer.md), [there](claims/offer.html#top), [its place](claims.md#offer), [not it](timeline.md#offer).

      > - [four](claim:offer)

      | a | b |
      |---|---|
      | [five](claim:offer) | offer |

      ```claim
      id: offer
      ```

      ```event
      id: offer
      ```

      ```yaml
      id: offer
      ```

      [offer]: claim:offer "Offer"
      """,
    ]
    let after = try rename(FactKey(.claims, "offer"), to: "truce-offer", in: before).get()
    #expect(
      after == [
        "Content/briefing.yml": """
        answer: Not [yet](claim:truce-offer).
        points:
          - section: known
            text: "An [offer](claim:truce-offer) of [offer](event:offer)."
            claims: [truce-offer, 'truce-offer', "truce-offer"]   # offer
            events: [offer]
        """,
        "Content/facts/claims.yml": Self.offer.replacing("\noffer:", with: "\ntruce-offer:").replacing(
          "claim:offer)", with: "claim:truce-offer)"),
        "Content/facts/claims/more.yml": """
        other:
          text: offer
          kind: fact
          claimant: envoy
          wording: paraphrased
          date: 2025
          event: offer
          sources: [offer]
          evidence:
            - claim: truce-offer
              weight: supports
              note: >-
                As [the
                offer](claim:truce-offer) says.
          relations: [{type: repeats, claim: truce-offer}]
          status: [{value: unconfirmed, as_of: 2025, why: Nothing., sources: [offer]}]
          draft: true
        """,
        "Content/facts/corrections.yml": """
        first: {date: 2025, class: typo, target: "claim:truce-offer", was: a, now: b, why: "Seen in [it](claim:truce-offer)."}
        second: {date: 2025, class: typo, target: claims/truce-offer.md, was: a, now: b}
        third: {date: 2025, class: typo, target: "event:offer", was: a, now: b}
        """,
        "Content/facts/questions.yml":
          "why:\n  text: Why the offer?\n  claims:\n    # the offer\n    - truce-offer # of the council\n  events: [offer]\n",
        "Content/claims/truce-offer.md": "Long words on [itself](claim:truce-offer) and [the page](truce-offer.md#details).\n",
        "Content/about.md": """
        ---
        title: offer
        ---

        An <claim:truce-offer> and [one](claim:truce-offer "offer"), [two](<claim:truce-offer>), [three][offer], ![x](claim:offer), `claim:offer`.

        [its page](claims/truce-offer.md), [there](claims/truce-offer.html#top), [its place](claims.md#truce-offer), [not it](timeline.md#offer).

        > - [four](claim:truce-offer)

        | a | b |
        |---|---|
        | [five](claim:truce-offer) | offer |

        ```claim
        id: truce-offer
        ```

        ```event
        id: offer
        ```

        ```yaml
        id: offer
        ```

        [offer]: claim:truce-offer "Offer"
        """,
      ])
  }

  /// Each kind: its own key and a reference to it.
  @Test(arguments: [
    (FactKind.actors, "Content/facts/events.yml", "e1: {date: 2025, title: T, actors: [old-id], sources: [s1]}\n"),
    (.topics, "Content/about.md", "```timeline\ntopics: [other, old-id]\n```\n"),
    (.sources, "Content/about.md", "See [it](source:old-id \"page 1\").\n"),
    (.events, "Content/facts/questions.yml", "q1: {text: Why?, events: [old-id]}\n"),
    (.claims, "Content/facts/positions.yml", "p1: {actor: a1, topic: t1, stances: [{date: 2025, summary: S, claims: [old-id]}]}\n"),
    (.questions, "Content/briefing.yml", "points: [{section: next, text: T, questions: [old-id]}]\n"),
    (.terms, "Content/facts/topics.yml", "t1: {label: L, description: \"A [term](term:old-id).\"}\n"),
    (.positions, "Content/about.md", "See [it](positions.md#old-id).\n"),
    (.corrections, "Content/about.md", "See [it](corrections.md#old-id).\n"),
  ])
  func everyKindCanBeRenamed(_ kind: FactKind, _ path: String, _ text: String) throws {
    let records: [FactKind: String] = [
      .actors: "{name: N, kind: state}", .topics: "{label: L}", .sources: "{title: T, publisher: P, unlinked: no, kind: report}",
      .events: "{date: 2025, title: T, sources: [s1]}",
      .claims: "{text: T, kind: opinion, claimant: a1, wording: verbatim, date: 2025, sources: [s1]}", .questions: "{text: Why?}",
      .terms: "{term: T, definition: D}", .positions: "{actor: a1, topic: t1, stances: []}",
      .corrections: "{date: 2025, class: typo, target: index.md, was: a, now: b}",
    ]
    let own = "Content/facts/\(kind.rawValue)/own.yml"
    let record = "# old-id\n\"old-id\": " + (records[kind] ?? "") + "\nold-id-2: " + (records[kind] ?? "") + "\n"
    let after = try rename(FactKey(kind, "old-id"), to: "new-id", in: [own: record, path: text]).get()
    #expect(after == [own: record.replacing("\"old-id\"", with: "\"new-id\""), path: text.replacing("old-id", with: "new-id")])
  }

  /// What was typed otherwise than it reads.
  @Test(arguments: [
    ("aa: {text: Why?, claims: [\"off\\x65r\"]}\n", "aa: {text: Why?, claims: [new-id]}\n"),
    (
      "aa: {text: Why?, answer: \"An \\\"[offer](claim:offer)\\\".\"}\n",
      "aa: {text: Why?, answer: \"An \\\"[offer](claim:new-id)\\\".\"}\n"
    ),
    ("aa:\r\n  text: Why?\r\n  claims:\r\n  - offer\r\n", "aa:\r\n  text: Why?\r\n  claims:\r\n  - new-id\r\n"),
    ("\u{FEFF}aa:\n  text: Why?\n  claims: ['offer']", "\u{FEFF}aa:\n  text: Why?\n  claims: ['new-id']"),
    ("aa:\n  text: Why?\n  claims:\n    - >-\n      offer\n", "aa:\n  text: Why?\n  claims:\n    - >-\n      new-id\n"),
  ])
  func otherWaysOfWritingAreFound(_ before: String, _ expected: String) throws {
    let after = try rename(
      FactKey(.claims, "offer"), to: "new-id", in: ["Content/facts/claims.yml": Self.offer, "Content/facts/questions.yml": before]
    ).get()
    #expect(after["Content/facts/questions.yml"] == expected)
  }

  @Test func aHeadingOfThatNameIsNoRecord() throws {
    let texts = [
      "Content/facts/claims.yml": Self.offer, "Content/claims.md": "# Claims\n\n## Offer\n\nWords.\n",
      "Content/about.md": "See [the section](claims.md#offer).\n",
    ]
    #expect(try rename(FactKey(.claims, "offer"), to: "new-id", in: texts).get().keys.sorted() == ["Content/facts/claims.yml"])
  }

  // MARK: Refusals

  @Test(arguments: [
    ("ofer", "new-id", EditRefusal.Cause.request, "there is no claim `ofer`", ["did you mean `offer`?"]),
    (
      "offer", "New Id", .request, "`New Id` cannot be an id",
      ["ids begin with a small letter, then 1 to 47 small letters, digits or hyphens", "write `new-id`"]
    ),
    ("offer", "offer", .request, "`claim:offer` has that id already", []),
  ])
  func whatCannotBeIsRefused(_ old: String, _ new: String, _ cause: EditRefusal.Cause, _ message: String, _ help: [String]) {
    let refusal = rename(FactKey(.claims, old), to: new, in: ["Content/facts/claims.yml": Self.offer]).refusal
    #expect(refusal?.cause == cause)
    #expect(refusal?.message == message)
    #expect(refusal?.help == help)
  }

  @Test func anIDInUseIsRefusedWithItsPlace() {
    let fixture = EditFixture(["Content/facts/claims.yml": Self.offer, "Content/facts/claims/more.yml": "other:\n  text: broken\n"])
    let result = Result { () throws(EditRefusal) in try Rename(FactKey(.claims, "offer"), to: "other").edits(in: fixture.files) }
    #expect(result.refusal.map(fixture.places) == ["1:1 fact.duplicate-id"])
  }

  /// A file with errors is refused if the record is named in it, and no other.
  @Test(arguments: [
    ("aa: {text: Why?, claims: [offer], stat: open}\n", ["1:35 fact.unknown-field"]),
    ("aa: {text: Why?, claims: [offer]\n", ["1:5 yaml.unclosed-bracket"]),
    ("aa: &x {text: Why?, claims: [offer]}\n", ["1:5 yaml.anchor"]), ("aa: {text: Why?, claims: [other], stat: open}\n", []),
  ])
  func filesWithErrorsAreRefused(_ text: String, _ places: [String]) {
    let fixture = EditFixture(["Content/facts/claims.yml": Self.offer, "Content/facts/questions.yml": text])
    let result = Result { () throws(EditRefusal) in try Rename(FactKey(.claims, "offer"), to: "new-id").edits(in: fixture.files) }
    #expect((result.refusal.map(fixture.places) ?? []) == places)
  }

  @Test func aPageInTheWayIsRefused() {
    let texts = ["Content/facts/claims.yml": Self.offer, "Content/claims/offer.md": "A.\n", "Content/claims/new-id.md": "B.\n"]
    #expect(rename(FactKey(.claims, "offer"), to: "new-id", in: texts).refusal?.cause == .content)
  }
}
