import Diagnostics
import EDTF
import Facts
import TestKit
import YAML

/// A briefing's files, as a ledger, as an edition, and read back.
struct EditionFixture {
  static let claim = """
    offer:
      text: The council offered a ceasefire.
      kind: fact
      claimant: envoy
      attributed_to: [council]
      wording: verbatim
      quote: {text: We cease to fire., original: Wir stellen das Feuer ein., translated_from: de}
      date: 2025-08-17
      sources: [paper, {source: act, locator: page 3}]
      status:
        - {value: unconfirmed, as_of: 2025-08-17, why: Only one side has spoken.}

    """
  static let event = """
    meeting: {date: 2025-08-15, title: The council meets, sources: [paper], order: 2, key: true}

    """
  static let all: [(FactKind, String)] = [
    (.actors, FactsFixture.actors), (.sources, FactsFixture.sources), (.events, event), (.claims, claim),
  ]

  static func ledger(_ texts: [(FactKind, String)], briefing: String = FactsFixture.briefing) -> FactLedger {
    var log = DiagnosticLog()
    let files =
      [source(briefing, path: "Content/briefing.yml")]
      + texts.enumerated().map { source($0.element.1, path: "Content/facts/\($0.element.0.rawValue)/\($0.offset).yml") }
    let ledger = FactLedger(files: files, log: &log)
    precondition(log.diagnostics.isEmpty, "\(log.sorted.map(\.message))")
    return ledger
  }

  static func day(_ text: String) -> CivilDay {
    guard let day = CivilDay(iso: text) else { preconditionFailure("\(text) is no day") }
    return day
  }

  /// The text of an edition.
  static func text(_ texts: [(FactKind, String)] = all, day: String = "2025-09-05") -> String {
    String(decoding: Edition.bytes(of: ledger(texts), day: self.day(day)), as: UTF8.self)
  }

  /// What is read of an edition's text, and what is said.
  static func read(_ text: String, name: String = "2025-09-05", id: Int = 50) -> (edition: Edition?, report: [String], file: SourceFile) {
    var log = DiagnosticLog()
    let file = source(text, path: "Content/editions/\(name).json", id: id)
    let edition = Edition.read(file, log: &log)
    let report = log.sorted.map { diagnostic in
      let position = diagnostic.primary.map { file.position(at: $0.span.start) }
      return "\(position.map { "\($0.line):\($0.column) " } ?? "")\(diagnostic.code): \(diagnostic.message)"
    }
    return (edition, report, file)
  }
}
