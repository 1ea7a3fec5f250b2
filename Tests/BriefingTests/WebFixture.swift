import Testing

@testable import Briefing

/// The small site with an address of its own, published as fact-checks, with a history.
enum WebFixture {
  static func briefing(_ fields: String = "") -> String {
    """
    format: 1
    title: The harbour talks
    question: Is there a truce?
    answer: Not [yet](claim:offer).
    as_of: 2025-08-31
    published: 2025-09-01
    language: en-GB
    base_url: https://example.org/talks
    publisher: {name: The Desk, url: "https://example.org/"}
    licence: CC BY-SA 4.0
    data_licence: ask us
    fact_check: true
    \(fields)
    """
  }

  static let claims = """
    offer:
      text: "The council offered a ceasefire."
      kind: concession
      claimant: envoy
      attributed_to: [council]
      wording: paraphrased
      date: 2025-08-17
      topics: [truce]
      sources: [paper]
      responses:
        - {by: council, stance: denies, date: 2025-09-05, source: minutes}
      status:
        - value: unconfirmed
          as_of: 2025-08-17
          why: Only one side has spoken.
        - value: denied
          as_of: 2025-09-05
          entered: 2025-09-06
          why: "The [council](actor:council) says it did not."
          sources: [minutes]
    rumour:
      text: There will be another talk.
      kind: fact
      claimant: {description: two clerks, via: paper, count: 2}
      wording: anonymous
      date: 2025-08~
      sources: [paper]
      entered: 2025-09-08
      status:
        - {value: unconfirmed, as_of: 2025-09-08, why: Nobody else has said it.}

    """

  static let content: [String: String] = [
    "briefing.yml": briefing(),
    "facts/claims.yml": claims,
    "facts/actors.yml": """
    envoy: {name: The envoy, kind: person, role: [{title: Clerk, to: 2024}, {title: Envoy, from: 2025}], side: council, wikidata: Q42}
    council: {name: The council, kind: state, members: [envoy], aka: [Rada], note: "It *meets* in the hall."}

    """,
    "facts/sources.yml": """
    paper: {title: A paper, publisher: The Desk, date: 2025-08-18, url: "https://example.org/paper", kind: article-newspaper}
    minutes: {title: Minutes, publisher: The council, date: 2025-09-05?, unlinked: seen in print, kind: report, tier: primary}

    """,
    "facts/events.yml": """
    meeting:
      date: 2025-08-15/2025-08-16
      title: The council meets
      summary: It lasted [long](claim:offer).
      place: The hall
      key: true
      topics: [truce]
      actors: [council]
      sources: [paper]
    another:
      date: 2025-10~
      title: Another meeting
      state: postponed
      part_of: meeting
      sources: [paper]
      entered: 2025-09-08

    """,
    "facts/corrections.yml":
      "hall: {date: 2025-09-07, class: minor, target: \"event:meeting\", was: The yard, now: The hall, why: A reader wrote.}\n",
    "method.md": "# How it was made\n\nWords.\n",
  ]

  static func site(_ others: [String: String] = [:]) async throws -> SmallSite {
    try await SmallSite(content.merging(others) { _, new in new })
  }

  /// The JSON-LD of a page, as it stands in the page; what ends a script element would end it.
  static func linkedData(_ page: String) throws -> String {
    let start = try #require(page.firstRange(of: "<script type=\"application/ld+json\">"))
    let end = try #require(page[start.upperBound...].firstRange(of: "</script>"))
    return String(page[start.upperBound..<end.lowerBound])
  }
}
