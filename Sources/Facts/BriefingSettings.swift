package import Diagnostics
import EDTF
package import YAML

/// What a briefing is: `Content/briefing.yml`.
///
/// It stands in this room, below the pages, since the checks of the facts need its dates, its language and its statuses.
package struct BriefingSettings: Sendable {
  package enum State: String, Sendable, CaseIterable {
    case open, closed
  }

  package struct Person: Sendable {
    package var name = ""
    package var url: String?

    package init() {}

    static let table = FieldTable<Person>(
      "person", "Who stands for the briefing.",
      [
        .required("name", .text, "The name as it is printed.") { $0.name = $1 },
        .optional("url", .address, "Where more can be read about them.") { $0.url = $1 },
      ])
  }

  package struct Phase: Sendable {
    package var title = ""
    package var from = FactDate.none
    package var to: FactDate?

    package init() {}

    static let table = FieldTable<Phase>(
      "phase", "A heading of the timeline.",
      [
        .required("title", .text, "The heading.") { $0.title = $1 },
        .required("from", .date, "Its first day.") { $0.from = $1 },
        .optional("to", .date, "Its last day; without it, it lasts until the next one.") { $0.to = $1 },
      ])
  }

  package var format = 0
  package var title = ""
  package var question = ""
  package var answer = MarkdownText.none
  package var confidence: Confidence?
  package var asOf = FactDate.none
  package var published = FactDate.none
  package var checked: FactDate?
  package var reviewBy: FactDate?
  package var state = State.open
  package var language = "en"
  package var baseURL: String?
  package var publisher: Person?
  package var authors: [Person] = []
  package var licence: String?
  package var dataLicence: String?
  package var contact: LocatedText?
  package var method: LocatedText?
  package var correctionsPolicy: LocatedText?
  package var points: [Point] = []
  package var phases: [Phase] = []
  package var statuses: [StatusDefinition] = StatusDefinition.standard
  package var strict: [LocatedText] = []
  package var isFactCheck = false
  /// Where `fact_check` was written.
  package var factCheckSpan = FactDate.none.span
  /// Whether images that go with links are drawn, where `baseURL` is given.
  package var drawsCards = true
  /// What the site gets for its host.
  package var hosting: [HostingChoice] = []
  /// The briefing's own image for links: a path of the site.
  package var cardImage: LocatedText?

  package init() {}

  package static let table = FieldTable<BriefingSettings>(
    "briefing", "What a briefing is.",
    [
      .required("format", .formatVersion, "The version of the format: 1.") { $0.format = $1 },
      .required("title", .text, "The briefing's title.") { $0.title = $1 },
      .required("question", .text, "What the reader came to ask.") { $0.question = $1 },
      .required("answer", .answer, "The answer, in at most 60 words.") { $0.answer = $1 },
      .optional("confidence", .record(Confidence.table) { Confidence() }, "How sure the answer is, and why.") { $0.confidence = $1 },
      .required("as_of", .date, "The day of the world that the briefing describes.") { $0.asOf = $1 },
      .required("published", .date, "The day on which it was published.") { $0.published = $1 },
      .optional("checked", .date, "The day on which it was last gone through.") { $0.checked = $1 },
      .optional("review_by", .date, "The day by which it is to be gone through again.") { $0.reviewBy = $1 },
      .optional("state", .choice, "Open (default), or closed: a snapshot of its `as_of` day.") { $0.state = $1 },
      .required("language", .language, "The language of the pages.") { $0.language = $1 },
      .optional(
        "base_url", .siteAddress,
        "The address under which the site stands: with it there are feeds, a sitemap, canonical links and data for search engines."
      ) { $0.baseURL = $1 },
      .optional("publisher", .record(Person.table) { Person() }, "Who publishes it.") { $0.publisher = $1 },
      .optional("authors", .list(of: .record(Person.table) { Person() }), "Who wrote it.") { $0.authors = $1 },
      .optional("licence", .text, "Under which licence the words are.") { $0.licence = $1 },
      .optional("data_licence", .text, "Under which licence the data are.") { $0.dataLicence = $1 },
      .optional("contact", .located, "Where to report an error: an address or an e-mail address.") { $0.contact = $1 },
      .optional("method", .name(.pages), "The page that says how it was made.") { $0.method = $1 },
      .optional("corrections_policy", .name(.pages), "The page that says how errors are mended.") { $0.correctionsPolicy = $1 },
      .optional("points", .list(of: .record(Point.table) { Point() }), "What is known, disputed, unknown and next.") { $0.points = $1 },
      .optional("phases", .list(of: .record(Phase.table) { Phase() }), "The timeline's headings; without them, months or years.") {
        $0.phases = $1
      },
      .optional("statuses", .statusDefinitions, "The statuses of claims, in place of the default set.") { $0.statuses = $1 },
      .optional("strict", .list(of: .name(.codes)), "Codes of warnings that fail the build.") { $0.strict = $1 },
      .optional(
        "fact_check", .locatedFlag,
        "Whether claims are published as fact-checks in the sense of ClaimReview: those with a status that is `rated`; needs `base_url`."
      ) {
        $0.isFactCheck = $1.isSet
        $0.factCheckSpan = $1.span
      },
      .optional("hosting", .list(of: .choice), "What the site gets for the host that it is put on: files that it reads, packed files.") {
        $0.hosting = $1
      },
      .optional("cards", .flag, "Whether an image is drawn for each link that may be shared (default: with `base_url`).") {
        $0.drawsCards = $1
      },
      .optional("card_image", .located, "The briefing's own image for links, such as `assets/card.png`; claims keep theirs.") {
        $0.cardImage = $1
      },
    ])
}

extension BriefingSettings {
  /// Reads `briefing.yml`; nil where a required field is missing or unreadable.
  package static func read(_ node: YAMLNode, file: SourceFile, log: inout DiagnosticLog) -> BriefingSettings? {
    var reader = FactReader(file: file)
    var settings = BriefingSettings()
    let isWhole = reader.readFields(of: node, table: table, into: &settings, owner: nil, ownerSpan: node.span.slice(0..<1))
    // In another format everything else may be right.
    let isForeign = reader.log.diagnostics.contains { $0.code == DiagnosticKind.briefingFormat.code }
    log.append(isForeign ? reader.log.map { $0.code == DiagnosticKind.briefingFormat.code ? $0 : nil } : reader.log)
    return isWhole ? settings : nil
  }

  /// The status of that id; nil where there is none.
  package func status(_ id: String) -> StatusDefinition? {
    statuses.first { $0.id == id }
  }
}

/// One key point: what is known, disputed, unknown or next.
package struct Point: Sendable {
  package enum Section: String, Sendable, CaseIterable {
    case known, disputed, unknown, next
  }

  package var section = Section.known
  package var text = MarkdownText.none
  package var claims: [Reference<Claim>] = []
  package var events: [Reference<Event>] = []
  package var questions: [Reference<Question>] = []

  package init() {}

  static let table = FieldTable<Point>(
    "point", "One key point.",
    [
      .required("section", .choice, "Under which heading it stands.") { $0.section = $1 },
      .required("text", .markdown, "The point.") { $0.text = $1 },
      .optional("claims", .list(of: .reference(Claim.self)), "The claims that it rests on.") { $0.claims = $1 },
      .optional("events", .list(of: .reference(Event.self)), "The events that it rests on.") { $0.events = $1 },
      .optional("questions", .list(of: .reference(Question.self)), "The questions that it leaves.") { $0.questions = $1 },
    ])
}

extension FieldType where Value == Int {
  /// The version of the format that this generator reads.
  static var formatVersion: FieldType<Int> {
    FieldType(.integer) { node, reader in
      guard let number = FieldType<Int>.integer.read(node, &reader) else { return nil }
      guard number == 1 else {
        reader.log.add(
          Diagnostic(
            .briefingFormat, "this briefing is written in format \(number), and this version of brief reads format 1", at: node.span,
            help: ["take a newer version of brief, or write `format: 1`"]))
        return nil
      }
      return number
    }
  }
}

extension FieldType where Value == (isSet: Bool, span: SourceSpan) {
  /// `true` or `false`, and where it stands.
  static var locatedFlag: FieldType<(isSet: Bool, span: SourceSpan)> {
    let flag = FieldType<Bool>.flag
    return FieldType(flag.shape) { node, reader in flag.read(node, &reader).map { ($0, node.span) } }
  }
}

extension FieldType where Value == MarkdownText {
  /// The answer to the briefing's question: at most 60 words.
  static var answer: FieldType<MarkdownText> {
    FieldType(.markdown) { node, reader in
      guard let text = FieldType<MarkdownText>.markdown.read(node, &reader) else { return nil }
      let words = text.text.split { $0.isWhitespace }.count
      if words > 60 {
        reader.log.add(
          Diagnostic(
            .briefingLongAnswer, "the answer has \(words) words, and 60 is the most that a reader takes in at a glance", at: node.span,
            help: ["leave out \(words - 60) words; the text below can say more"]))
      }
      return text
    }
  }
}

extension DiagnosticKind {
  package static let briefingFormat = DiagnosticKind(
    "briefing.format",
    meaning: "`format` says for which version of the format a briefing was written, so that a later one cannot be misread.",
    wrong: .init("Content/briefing.yml", ExampleBriefing.text.replacing("format: 1", with: "format: 9")),
    right: .init("Content/briefing.yml", ExampleBriefing.text))

  package static let briefingLongAnswer = DiagnosticKind(
    "briefing.long-answer",
    meaning: "The answer is what a reader with ten seconds gets: at most 60 words.",
    wrong: .init(
      "Content/briefing.yml",
      ExampleBriefing.text.replacing("answer: Not yet.", with: "answer: " + String(repeating: "no ", count: 61) + "more.")),
    right: .init("Content/briefing.yml", ExampleBriefing.text))
}

/// The smallest `briefing.yml`, as catalogue entries show it.
enum ExampleBriefing {
  static let text = """
    format: 1
    title: The harbour talks
    question: Is there a truce in the harbour?
    answer: Not yet.
    as_of: 2025-08-31
    published: 2025-09-01
    language: en

    """
}
