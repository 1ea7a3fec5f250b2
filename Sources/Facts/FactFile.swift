package import Diagnostics
import YAML

/// One file of facts, read but not yet joined with the others.
package struct FactFile: Sendable {
  package enum Records: Sendable {
    case actors([Actor])
    case topics([Topic])
    case sources([Source])
    case events([Event])
    case claims([Claim])
    case positions([Position])
    case questions([Question])
    case terms([Term])
    case corrections([Correction])
    /// The file could not be read at all, so that nothing is known of its ids.
    case unreadable
  }

  package let kind: FactKind
  package let records: Records
  /// Ids of records that could not be read: references to them are no second error.
  package let broken: [String]
  package let log: DiagnosticLog

  /// Reads a file of `Content/facts/`. It is called once a file, on any thread.
  package init(_ kind: FactKind, _ file: SourceFile) {
    var log = DiagnosticLog()
    self.init(kind, file, YAMLReader.read(file, log: &log), log)
  }

  /// Reads records that stand in an edition.
  init(_ kind: FactKind, _ file: SourceFile, _ node: YAMLNode) {
    self.init(kind, file, node, DiagnosticLog())
  }

  private init(_ kind: FactKind, _ file: SourceFile, _ node: YAMLNode?, _ before: DiagnosticLog) {
    var log = before
    self.kind = kind
    guard let node else {
      records = log.hasErrors ? .unreadable : .actors([])
      broken = []
      self.log = log
      return
    }
    var reader = FactReader(file: file)
    func joined<Record: Fact>(_ type: Record.Type, _ wrap: ([Record]) -> Records) -> (Records, [String]) {
      let result = reader.records(type, in: node)
      return (wrap(result.records), result.broken)
    }
    let read =
      switch kind {
      case .actors: joined(Actor.self, Records.actors)
      case .topics: joined(Topic.self, Records.topics)
      case .sources: joined(Source.self, Records.sources)
      case .events: joined(Event.self, Records.events)
      case .claims: joined(Claim.self, Records.claims)
      case .positions: joined(Position.self, Records.positions)
      case .questions: joined(Question.self, Records.questions)
      case .terms: joined(Term.self, Records.terms)
      case .corrections: joined(Correction.self, Records.corrections)
      }
    log.append(reader.log)
    // A list or a lone text may stand for records whose ids nobody can know.
    records = node.mapping == nil ? .unreadable : read.0
    broken = read.1
    self.log = log
  }

  /// The kind that a path in `Content/facts/` stands for: `claims.yml` or `claims/anything.yml`; nil with a diagnostic where it is none.
  package static func kind(of file: SourceFile, log: inout DiagnosticLog) -> FactKind? {
    let rest = file.path.dropFirst("Content/facts/".count)
    let name = rest.prefix { $0 != "/" && $0 != "." }
    if let kind = FactKind(rawValue: String(name)) { return kind }
    let kinds = FactKind.allCases.map(\.rawValue)
    let near = Suggestion.didYouMean(String(name), among: kinds)
    log.add(
      Diagnostic(
        .factUnknownKind, "`\(rest)` belongs to no kind of facts", at: file.span(0..<0),
        help: near.isEmpty ? ["the kinds are " + kinds.map { "`\($0)`" }.joined(separator: ", ")] : near))
    return nil
  }
}

extension DiagnosticKind {
  package static let factUnknownKind = DiagnosticKind(
    "fact.unknown-kind",
    meaning: "The name of a file in `Content/facts/` says what kind of records it holds; this name is none of the kinds.",
    wrong: .init("Content/facts/term.yml", "readout:\n  term: Readout\n  definition: An official account of a talk.\n"),
    right: .init("Content/facts/terms.yml", "readout:\n  term: Readout\n  definition: An official account of a talk.\n"))
}
