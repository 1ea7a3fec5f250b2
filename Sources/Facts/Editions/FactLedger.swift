package import Diagnostics
import YAML

/// All facts of a briefing as plain values: what is published of `briefing.yml` and of every record, each once, found by id.
///
/// Drafts are not in it, nor what is said to the checks alone (`draft`, `accept`, `strict`). In which file a record stands, and the order of
/// files and records, leave no trace.
package struct FactLedger: Sendable, Equatable {
  /// The fields of `briefing.yml`.
  package private(set) var briefing: FactValue = .record([])
  private var records: [FactKind: [String: FactValue]] = [:]

  package init() {}

  /// What the files of `Content` hold; those that are neither `briefing.yml` nor facts are passed over. What cannot be parsed is said.
  package init(files: [SourceFile], log: inout DiagnosticLog) {
    for file in files {
      if file.path == "Content/briefing.yml" {
        if let node = YAMLReader.read(file, log: &log) { add(briefing: node) }
      } else if file.path.hasPrefix("Content/facts/"), file.path.hasSuffix(".yml"), let kind = FactFile.kind(of: file, log: &log) {
        if let node = YAMLReader.read(file, log: &log) { add(node, of: kind) }
      }
    }
  }

  mutating func add(briefing node: YAMLNode) {
    briefing = .record(FactValue.members(node.mapping ?? [], BriefingSettings.table.declarations, leavingOut: ["strict"]))
  }

  /// Adds the records of a file; the first of two with one id counts.
  mutating func add(_ node: YAMLNode, of kind: FactKind) {
    let fields = kind.declarations
    for entry in node.mapping ?? [] {
      guard let entries = entry.value.mapping else { continue }
      if entries.contains(where: { $0.key == "draft" && $0.value.scalar?.text == "true" }) { continue }
      let members = FactValue.members(entries, fields, leavingOut: ["draft", "accept"])
      if records[kind]?[entry.key] == nil { records[kind, default: [:]][entry.key] = .record(members) }
    }
  }

  package subscript(key: FactKey) -> FactValue? {
    records[key.kind]?[key.id]
  }

  /// The ids of a kind, sorted.
  package func ids(of kind: FactKind) -> [String] {
    (records[kind].map { Array($0.keys) } ?? []).sorted()
  }

  /// How many records of a kind there are.
  package func count(of kind: FactKind) -> Int {
    records[kind]?.count ?? 0
  }

  /// The records as an edition holds them: kind by kind, those of a kind sorted by id.
  var facts: FactValue {
    .record(
      FactKind.allCases.filter { count(of: $0) > 0 }.map { kind in
        FactMember(
          kind.rawValue, .record(ids(of: kind).compactMap { id in self[FactKey(kind, id)].map { FactMember(id, $0) } }))
      })
  }

  /// What a record is called in a list of records: its text, title or name; the id where it has none.
  package func name(of key: FactKey) -> String {
    guard let record = self[key] else { return key.id }
    switch key.kind {
    case .actors: return record["name"]?.text ?? key.id
    case .topics: return record["label"]?.text ?? key.id
    case .sources, .events: return record["title"]?.text ?? key.id
    case .claims, .questions: return record["text"]?.text ?? key.id
    case .terms: return record["term"]?.text ?? key.id
    case .corrections: return record["target"]?.text ?? key.id
    case .positions:
      guard let actor = record["actor"]?.text, let topic = record["topic"]?.text else { return key.id }
      return "\(name(of: FactKey(.actors, actor))): \(name(of: FactKey(.topics, topic)))"
    }
  }
}

extension FactKind {
  /// The fields of the kind's records.
  package var declarations: [FieldDeclaration] {
    switch self {
    case .actors: Actor.table.declarations
    case .topics: Topic.table.declarations
    case .sources: Source.table.declarations
    case .events: Event.table.declarations
    case .claims: Claim.table.declarations
    case .positions: Position.table.declarations
    case .questions: Question.table.declarations
    case .terms: Term.table.declarations
    case .corrections: Correction.table.declarations
    }
  }
}
