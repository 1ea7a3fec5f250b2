import Diagnostics
import EDTF
import Facts
import TestKit
import YAML

/// Facts read from texts, and what is said of them.
struct FactsFixture {
  static let briefing = """
    format: 1
    title: The harbour talks
    question: Is there a truce in the harbour?
    answer: Not yet.
    as_of: 2025-08-31
    published: 2025-09-01
    language: en

    """
  static let actors = """
    envoy: {name: The envoy, kind: person, side: council}
    council: {name: The council, kind: organisation, side: harbour}
    harbour: {name: Harbour, kind: state}
    observer: {name: The observer, kind: person}

    """
  static let sources = """
    act: {title: An act, publisher: The Registry, unlinked: seen in print, kind: legislation, tier: primary}
    paper: {title: A paper, publisher: The Desk, unlinked: seen in print, kind: report}
    wire: {title: A wire, publisher: The Evening, unlinked: seen in print, kind: article, origin: Harbour Wire}
    reprint: {title: A reprint, publisher: The Morning, unlinked: seen in print, kind: article, origin: harbour wire}

    """

  let facts: FactBase
  private(set) var log: DiagnosticLog
  let files: SourceFiles

  init(_ texts: [(FactKind, String)], check: Bool = false) throws {
    var log = DiagnosticLog()
    let sources = texts.enumerated().map { source($0.element.1, path: "Content/facts/\($0.element.0.rawValue).yml", id: $0.offset) }
    let read = zip(texts, sources).map { FactFile($0.0.0, $0.1) }
    for file in read { log.append(file.log) }
    facts = FactBase(read, log: &log)
    if check {
      FactCheck.check(
        facts, CheckContext(settings: try Self.settings(), today: CivilDay(year: 2025, month: 9, day: 10), agreementVerbs: ["agreed"]),
        log: &log)
    }
    files = SourceFiles(sources)
    self.log = log
  }

  static func settings(_ text: String = briefing) throws -> BriefingSettings {
    var log = DiagnosticLog()
    let file = source(text, path: "Content/briefing.yml", id: 90)
    guard let node = YAMLReader.read(file, log: &log), let settings = BriefingSettings.read(node, file: file, log: &log) else {
      throw NotRead(log: log)
    }
    return settings
  }

  struct NotRead: Error {
    let log: DiagnosticLog
  }

  /// The report in short: `line:column code`.
  var report: [String] {
    log.sorted.map { diagnostic in
      guard let span = diagnostic.primary?.span, let position = files[span.file]?.position(at: span.start) else { return diagnostic.code }
      return "\(position.line):\(position.column) \(diagnostic.code)"
    }
  }

  /// A claim with fields of its own, the lines of which are indented by two.
  static func claim(_ fields: String, kind: String = "fact") -> String {
    """
    offer:
      text: The council offered a ceasefire.
      kind: \(kind)
      claimant: envoy
      wording: paraphrased
      date: 2025-08-17
      sources: [paper]
    \(fields)

    """
  }
}
