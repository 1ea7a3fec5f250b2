import Diagnostics
import Facts
import TestKit
import Testing

@testable import Editing

/// The canonical order and layout, by whole texts.
@Suite struct FormatTests {
  private func format(_ text: String, _ path: String) -> Result<String, EditRefusal> {
    let file = SourceFile(path: path, text: text)
    return Result { () throws(EditRefusal) in
      String(decoding: (try FactFormat.edit(of: file).map { [$0] } ?? []).applied(to: file), as: UTF8.self)
    }
  }

  private static let cases: [(path: String, before: String, after: String)] = [
    (
      "Content/briefing.yml",
      """
      # What this briefing is.

      title:   The harbour talks
      format: 1   # of brief
      # The one question.
      question: "Is there a truce?"

      language: en
      answer: >-
         Not
         yet.
      published: 2025-09-01
      as_of: 2025-08-31

      # How it is published.

      strict: [source.unused]
      publisher:
          url: https://example.org
          name: The Desk
      # base_url: https://example.org
      """,
      """
      # What this briefing is.

      format: 1   # of brief
      title: The harbour talks
      # The one question.
      question: "Is there a truce?"
      answer: >-
        Not
        yet.
      as_of: 2025-08-31
      published: 2025-09-01
      language: en

      # How it is published.

      publisher:
        name: The Desk
        url: https://example.org
      strict: [source.unused]

      # base_url: https://example.org

      """
    ),
    (
      "Content/facts/claims.yml",
      """
      # yaml-language-server: $schema=../.schema/claims.json
      # The envoy's claims.


      offer:   # first
         kind :   fact
         # What was said.
         text:    The council
           offered a truce.

         status:
         -   why: "Only one
                side."
             value: unconfirmed
             # Of August.
             as_of: 2025-08-17   # the day
         # Nothing since.
         - # the second
           value: disputed
           as_of: 2025-09
           why: |
             One.
               Two.
           # Deep.
         claimant: {via: paper, description: "Two men", count: 2}
         wording: paraphrased
         date:
           2025-08-17
         sources: [paper,
            {locator: p. 4, source: wire}]
           # Behind the sources.

      # Not yet.
      other: {sources: [paper], text: Another., kind: opinion, claimant: envoy, wording: verbatim, date: 2025}
      # The end.
      """,
      """
      # yaml-language-server: $schema=../.schema/claims.json
      # The envoy's claims.

      offer:   # first
        # What was said.
        text: The council
          offered a truce.
        kind: fact
        claimant: {description: "Two men", via: paper, count: 2}
        wording: paraphrased
        date: 2025-08-17
        sources: [paper,
           {source: wire, locator: p. 4}]
        status:
          - value: unconfirmed
            # Of August.
            as_of: 2025-08-17   # the day
            why: "Only one
              side."
          # Nothing since.
          # the second
          - value: disputed
            as_of: 2025-09
            why: |
              One.
                Two.
          # Deep.
           # Behind the sources.

      # Not yet.
      other: {text: Another., kind: opinion, claimant: envoy, wording: verbatim, date: 2025, sources: [paper]}

      # The end.

      """
    ),
    // Events stand in the order of their days, but cross no heading.
    (
      "Content/facts/events.yml",
      """
      # 2024

      # The later one.
      later: {date: 2024-05, title: T, sources: [paper]}
      earlier:
        date: 2024-03
        title: T
        sources: [paper]

      # 2025

      third: {date: 2025-01, title: T, sources: [paper]}
      second: {date: 2023, title: T, sources: [paper]}
      """,
      """
      # 2024

      earlier:
        date: 2024-03
        title: T
        sources: [paper]

      # The later one.
      later: {date: 2024-05, title: T, sources: [paper]}

      # 2025

      second: {date: 2023, title: T, sources: [paper]}
      third: {date: 2025-01, title: T, sources: [paper]}

      """
    ),
    // The order of other records is the editor's.
    (
      "Content/facts/terms.yml", "zz: {definition: D, term: Z}\naa: {term: A, definition: D}",
      "zz: {term: Z, definition: D}\naa: {term: A, definition: D}\n"
    ),
    (
      "Content/facts/terms.yml", "\u{FEFF}one:\r\n    definition: >\r\n        Words\r\n        more.\r\n\r\n\r\n    term: One\r\n",
      "\u{FEFF}one:\r\n  term: One\r\n  definition: >\r\n    Words\r\n    more.\r\n"
    ),
    ("Content/facts/terms.yml", "# Nothing yet.\n", "# Nothing yet.\n"), ("Content/facts/terms.yml", "", ""),
  ]

  @Test(arguments: cases)
  func isAsExpected(_ path: String, _ before: String, _ after: String) throws {
    #expect(try format(before, path).get() == after)
    #expect(try format(after, path).get() == after)
  }

  @Test(arguments: [
    ("aa: {term: A}\n", ["1:1 fact.missing-field"]), ("aa: &x {term: A, definition: B}\n", ["1:5 yaml.anchor"]),
    ("aa: !t {term: A, definition: B}\n", ["1:5 yaml.tag"]),
    ("aa: {term: A, definition: B}\naa: {term: A, definition: B}\n", ["2:1 yaml.duplicate-key"]),
    ("aa: {term: A, defnition: B, definition: C}\n", ["1:15 fact.unknown-field"]),
  ])
  func filesWithErrorsAreRefused(_ text: String, _ places: [String]) {
    let refusal = format(text, "Content/facts/terms.yml").refusal
    #expect(refusal.map { EditFixture(["Content/facts/terms.yml": text]).places($0) } == places)
    #expect(refusal?.cause == .content)
  }

  /// What cannot be laid out safely is left alone, and said.
  @Test(arguments: ["? aa\n: {term: A, definition: B}\n", "aa: {term: A, definition: B}\n...\n"])
  func oddLayoutsAreRefused(_ text: String) {
    #expect(format(text, "Content/facts/terms.yml").refusal?.cause == .content)
  }
}
