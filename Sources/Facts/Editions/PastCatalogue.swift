package import Diagnostics

/// What `PastComparison` raises. The examples lay an edition beside the claim as it stands now.
extension DiagnosticKind {
  package static let pastIDGone = DiagnosticKind(
    "past.id-gone",
    meaning: """
      A record that was published has an address and may be cited. It does not vanish without a word: it stays, or a correction says why it \
      is gone.
      """,
    wrong: .init("Content/editions/2025-09-05.json", ExamplePast.editionWithPort),
    right: .init([
      (path: "Content/editions/2025-09-05.json", text: ExamplePast.editionWithPort),
      (
        path: "Content/facts/corrections.yml",
        text: ExamplePast.correction.replacing("claim:ceasefire-offer", with: "topic:port")
      ),
    ]))

  package static let pastIDReused = DiagnosticKind(
    "past.id-reused",
    meaning: "A published id is never used for something else: whoever follows an old link or citation would read of another matter.",
    wrong: .init([
      (
        path: "Content/editions/2025-09-05.json",
        text: ExampleEdition.text(day: "2025-09-05", [(path: "Content/facts/events.yml", text: ExamplePast.event)])
      ),
      (
        path: "Content/facts/events.yml",
        text: ExamplePast.event.replacing("2025-08-15", with: "2025-08-29").replacing("The council meets", with: "The envoy leaves")
      ),
    ]),
    right: .init([
      (
        path: "Content/editions/2025-09-05.json",
        text: ExampleEdition.text(day: "2025-09-05", [(path: "Content/facts/events.yml", text: ExamplePast.event)])
      ),
      (path: "Content/facts/events.yml", text: ExamplePast.event),
    ]))

  package static let pastStatusEdited = DiagnosticKind(
    "past.status-edited",
    meaning: """
      The statuses of a claim are its history: what was published is never changed or taken out, only added to, so that readers can see what \
      was known when.
      """,
    wrong: ExampleEdition.now("why: Only one side has spoken.", "why: Nobody else has confirmed it."),
    right: ExampleEdition.now(
      "why: Only one side has spoken.}",
      "why: Only one side has spoken.}\n    - {value: unconfirmed, as_of: 2025-09-08, why: Nobody else has confirmed it.}"))

  package static let pastQuoteChanged = DiagnosticKind(
    "past.quote-changed",
    meaning:
      "Quoted words that were published and are others now may have been repeated: the change is told, by a correction or a status entry.",
    wrong: ExampleEdition.now("We cease to fire.", "We shall cease to fire."),
    right: ExampleEdition.now("We cease to fire.", "We shall cease to fire.", adding: ExamplePast.corrected))

  package static let pastClaimantChanged = DiagnosticKind(
    "past.claimant-changed",
    meaning: "Words were published as somebody's, and are another's now. Both have a right to have that told.",
    wrong: ExampleEdition.now("claimant: envoy", "claimant: council"),
    right: ExampleEdition.now("claimant: envoy", "claimant: council", adding: ExamplePast.corrected))

  package static let pastAttributionChanged = DiagnosticKind(
    "past.attribution-changed",
    meaning:
      "It was published that somebody agreed or acted, and now another is said to have, or nobody. Readers of the edition cannot know.",
    wrong: ExampleEdition.now("claimant: envoy", "claimant: envoy\n  attributed_to: [council]"),
    right: ExampleEdition.now("claimant: envoy", "claimant: envoy\n  attributed_to: [council]", adding: ExamplePast.corrected))

  package static let pastCorrectionEdited = DiagnosticKind(
    "past.correction-edited",
    meaning: "A correction is the record of an error. Once it is published it stays as it is; what was wrong in it is told by another.",
    wrong: .init([
      (path: "Content/editions/2025-09-05.json", text: ExampleEdition.text(day: "2025-09-05", ExamplePast.corrected)),
      (path: "Content/facts/corrections.yml", text: ExamplePast.correction.replacing("class: major", with: "class: typo")),
    ]),
    right: .init([
      (path: "Content/editions/2025-09-05.json", text: ExampleEdition.text(day: "2025-09-05", ExamplePast.corrected)),
      (path: "Content/facts/corrections.yml", text: ExamplePast.correction),
    ]))
}

/// What the examples are made of.
private enum ExamplePast {
  static let correction = """
    first-error:
      date: 2025-09-08
      class: major
      target: claim:ceasefire-offer
      was: As published on 5 September.
      now: As it is told now.

    """
  static let corrected = [(path: "Content/facts/corrections.yml", text: correction)]

  static let event = """
    first-meeting:
      date: 2025-08-15
      title: The council meets
      topics: [truce]
      sources: [first-paper]

    """

  /// An edition with a topic that the smallest site does not have.
  static let editionWithPort = ExampleEdition.text(
    day: "2025-09-05", [(path: "Content/facts/topics.yml", text: "truce:\n  label: Truce\nport:\n  label: The port\n")])
}
