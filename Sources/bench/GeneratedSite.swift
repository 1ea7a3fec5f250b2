/// A briefing made up for measuring: half of its pages from Markdown, half from facts. The same numbers give the same bytes.
struct GeneratedSite {
  /// The folder of `Content` in which the prose stands.
  static let pages = "notes"
  /// No file of facts holds more records than this.
  static let recordsInAFile = 500

  let size: Int
  private let words = Words()

  private var proseCount: Int { size / 2 }
  private var claimCount: Int { size / 4 }
  private var eventCount: Int { size - proseCount - claimCount }
  private var sourceCount: Int { max(4, size / 50) }
  private var actorCount: Int { 12 }
  private var topicCount: Int { 8 }

  /// Writes the whole project but its templates.
  func write(to folder: String) throws(BenchFailure) {
    let content = folder + "/Content"
    for part in [Self.pages, "facts/claims", "facts/events"] { try PlainFiles.makeFolder(content + "/" + part) }
    try PlainFiles.write(briefing, to: content + "/briefing.yml")
    try PlainFiles.write(
      "# A briefing for measuring\n\nIts texts are made of chance words, its facts of chance records.\n", to: content + "/index.md")
    try PlainFiles.write((0..<actorCount).map(actor).joined(separator: "\n"), to: content + "/facts/actors.yml")
    try PlainFiles.write((0..<topicCount).map(topic).joined(separator: "\n"), to: content + "/facts/topics.yml")
    try PlainFiles.write((0..<sourceCount).map(source).joined(separator: "\n"), to: content + "/facts/sources.yml")
    try write(claimCount, to: content + "/facts/claims", claim)
    try write(eventCount, to: content + "/facts/events", event)
    for number in 0..<proseCount { try PlainFiles.write(prose(number), to: content + "/\(Self.pages)/note-\(number).md") }
  }

  private func write(_ count: Int, to folder: String, _ record: (Int) -> String) throws(BenchFailure) {
    for (part, start) in stride(from: 0, to: count, by: Self.recordsInAFile).enumerated() {
      let records = (start..<min(count, start + Self.recordsInAFile)).map(record)
      try PlainFiles.write(records.joined(separator: "\n"), to: folder + "/part-\(part).yml")
    }
  }

  private let briefing = """
    format: 1
    title: A briefing for measuring
    question: How long does a site of this size take?
    answer: As long as the measurement says.
    confidence:
      level: high
      why: It is measured.
    as_of: 2025-09-12
    published: 2025-09-13
    state: closed
    language: en
    publisher:
      name: The bench

    """

  private func actor(_ number: Int) -> String {
    """
    actor-\(number):
      name: \(words.title(3, seed: number + 11))
      kind: person
      role: \(words.title(2, seed: number + 77))

    """
  }

  private func topic(_ number: Int) -> String {
    "topic-\(number):\n  label: \(words.title(2, seed: number + 501))\n  order: \(number + 1)\n"
  }

  private func source(_ number: Int) -> String {
    """
    source-\(number):
      title: \(words.title(6, seed: number + 9000))
      publisher: \(words.title(2, seed: number + 9500))
      date: \(day(number))
      url: https://example.org/papers/\(number)
      kind: article-newspaper
      tier: primary

    """
  }

  private func claim(_ number: Int) -> String {
    """
    claim-\(number):
      text: \(words.sentence(14, seed: number * 7 + 1))
      kind: fact
      claimant: actor-\(number % actorCount)
      wording: paraphrased
      date: \(day(number))
      event: event-\(number % eventCount)
      topics: [topic-\(number % topicCount)]
      sources: [source-\(number % sourceCount)]
      evidence:
        - source: source-\((number * 3 + 1) % sourceCount)
          weight: supports
          strength: some
          note: \(words.sentence(12, seed: number * 7 + 2))
      status:
        - value: unconfirmed
          as_of: 2025-09-12
          why: \(words.sentence(10, seed: number * 7 + 3))

    """
  }

  private func event(_ number: Int) -> String {
    """
    event-\(number):
      date: \(day(number))
      title: \(words.title(5, seed: number + 40_000)) \(number)
      summary: \(words.sentence(20, seed: number * 7 + 4))
      kind: meeting
      actors: [actor-\(number % actorCount), actor-\((number + 5) % actorCount)]
      topics: [topic-\((number + 3) % topicCount)]
      sources: [source-\((number * 5 + 2) % sourceCount)]

    """
  }

  /// A page of about three kilobytes: headings, emphasis, links, lists, a quotation, code and a table.
  private func prose(_ number: Int) -> String {
    func text(_ count: Int, _ part: Int) -> String { words.sentence(count, seed: number * 31 + part) }
    let next = (number + 1) % proseCount
    return """
      ---
      title: \(words.title(4, seed: number + 70_000)) \(number)
      description: \(text(9, 0))
      nav: false
      ---
      # \(words.title(4, seed: number + 70_000)) \(number)

      \(text(40, 1)) It has *\(text(3, 2))* and **\(text(3, 3))**. See [the next note](note-\(next).md).

      ## \(words.title(3, seed: number * 31 + 4))

      \(text(45, 5)) Somebody [said so](claim:claim-\(number % claimCount)). \(text(30, 6))

      - \(text(9, 7))
      - \(text(8, 8)) With `code` in it.
      - \(text(10, 9))

      > \(text(25, 10))

      ## \(words.title(3, seed: number * 31 + 11))

      \(text(50, 12))

      \(text(45, 13)) [An address](https://example.org/\(number)) stands here.

      ```swift
      let words = text.split(separator: " ")
      for word in words { print(word) }
      ```

      | First | Second |
      |---|---|
      | \(text(3, 14)) | \(text(3, 15)) |
      | \(text(3, 16)) | \(text(3, 17)) |

      ## \(words.title(3, seed: number * 31 + 18))

      \(text(45, 19)) \(text(45, 20))

      1. \(text(8, 21))
      2. \(text(8, 22))

      \(text(40, 23))

      """
  }

  private func day(_ number: Int) -> String {
    func two(_ value: Int) -> String { value < 10 ? "0\(value)" : "\(value)" }
    return "\(1990 + number % 35)-\(two(1 + number / 35 % 12))-\(two(1 + number / 420 % 28))"
  }
}

/// Sentences out of a small vocabulary, by a generator of chance numbers that starts from a seed (SplitMix64).
private struct Words {
  private static let vocabulary = [
    "council", "river", "paper", "winter", "market", "letter", "border", "harbour", "question", "answer", "garden", "engine", "silver",
    "valley",
    "record", "method", "reason", "window", "mountain", "village", "number", "matter", "speaker", "morning", "evening", "signal", "measure",
    "account", "picture", "teacher", "member", "office", "street", "bridge", "island", "summer", "voice", "table", "stone", "field",
    "under",
    "after", "before", "between", "without", "within", "against", "toward", "often", "seldom", "never", "always", "early", "late", "small",
    "great",
  ]

  func sentence(_ count: Int, seed: Int) -> String {
    let words = pick(count, seed: seed)
    return (words.first ?? "").capitalized + words.dropFirst().map { " " + $0 }.joined() + "."
  }

  func title(_ count: Int, seed: Int) -> String {
    pick(count, seed: seed).map(\.capitalized).joined(separator: " ")
  }

  private func pick(_ count: Int, seed: Int) -> [String] {
    var state = mixed(UInt64(truncatingIfNeeded: seed))
    return (0..<count).map { _ in
      state &+= 0x9E37_79B9_7F4A_7C15
      return Self.vocabulary[Int(mixed(state) % UInt64(Self.vocabulary.count))]
    }
  }

  private func mixed(_ state: UInt64) -> UInt64 {
    var value = (state ^ (state >> 30)) &* 0xBF58_476D_1CE4_E5B9
    value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
    return value ^ (value >> 31)
  }
}

extension String {
  fileprivate var capitalized: String {
    prefix(1).uppercased() + dropFirst()
  }
}
