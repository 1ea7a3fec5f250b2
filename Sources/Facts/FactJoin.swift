package import Diagnostics

/// Files of facts on their way into tables, kind by kind.
struct FactJoin {
  private let files: [FactFile]
  /// What is taken over of the kinds that are not joined.
  private let earlier: FactBase?
  private let kinds: Set<FactKind>
  private(set) var log = DiagnosticLog()
  /// Drafts of the kinds that were joined so far, and of those that are not.
  private(set) var drafts: Set<FactKey>
  let broken: Set<FactKey>
  let unreadable: Set<FactKind>

  /// - Parameters:
  ///   - earlier: An earlier reading in which no id was used twice.
  ///   - kinds: Those of which files have changed since.
  init(_ files: [FactFile], after earlier: FactBase?, renewing kinds: Set<FactKind>) {
    self.files = files.filter { kinds.contains($0.kind) }
    self.earlier = earlier
    self.kinds = kinds
    drafts = Set(earlier?.drafts.filter { !kinds.contains($0.kind) } ?? [])
    var broken = Set(earlier?.broken.filter { !kinds.contains($0.kind) } ?? [])
    var unreadable = earlier?.unreadable.subtracting(kinds) ?? []
    for file in self.files {
      if case .unreadable = file.records { unreadable.insert(file.kind) }
      for id in file.broken { broken.insert(FactKey(file.kind, id)) }
    }
    self.broken = broken
    self.unreadable = unreadable
  }

  /// The records of one kind, in the order of the files; a second one of an id is said and left out.
  mutating func table<Record: Fact>(
    _ kept: (FactBase) -> FactTable<Record>, _ unwrap: (FactFile.Records) -> [Record]
  ) -> FactTable<Record> {
    if let earlier, !kinds.contains(Record.kind) { return kept(earlier) }
    let lists = files.filter { $0.kind == Record.kind }.map { unwrap($0.records) }
    let count = lists.reduce(0) { $0 + $1.count }
    var records: [Record] = []
    var places: [String: Int] = [:]
    var hidden: [String: SourceSpan] = [:]
    records.reserveCapacity(count)
    places.reserveCapacity(count)
    for list in lists {
      for index in list.indices {
        let head = list[index].head
        if let first = places[head.id].map({ records[$0].head.idSpan }) ?? hidden[head.id] {
          log.add(
            Diagnostic(
              .factDuplicateID, "a second \(Record.kind.singular) has the id `\(head.id)`", at: head.idSpan, label: "used again",
              others: [Label(first, "first used here")], help: ["give one of them another id, or join the two records"]))
        } else if head.isDraft {
          drafts.insert(FactKey(Record.kind, head.id))
          hidden[head.id] = head.idSpan
        } else {
          places[head.id] = records.count
          records.append(list[index])
        }
      }
    }
    return FactTable(records, at: places)
  }
}

extension DiagnosticKind {
  package static let factDuplicateID = DiagnosticKind(
    "fact.duplicate-id",
    meaning: "Two records of one kind share an id, so that a reference to it could mean either.",
    wrong: .init([
      (path: "Content/facts/terms/one.yml", text: "readout:\n  term: Readout\n  definition: An official account of a talk.\n"),
      (path: "Content/facts/terms/two.yml", text: "readout:\n  term: Read-out\n  definition: What a government says of a talk.\n"),
    ]),
    right: .init([
      (path: "Content/facts/terms/one.yml", text: "readout:\n  term: Readout\n  definition: An official account of a talk.\n"),
      (path: "Content/facts/terms/two.yml", text: "envoy:\n  term: Envoy\n  definition: Somebody sent to speak for a government.\n"),
    ]))
}
