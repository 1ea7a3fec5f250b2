package import Diagnostics

/// All facts of a briefing, joined and found by id. Drafts are left out.
package struct FactBase: Sendable {
  package private(set) var actors = FactTable<Actor>()
  package private(set) var topics = FactTable<Topic>()
  package private(set) var sources = FactTable<Source>()
  package private(set) var events = FactTable<Event>()
  package private(set) var claims = FactTable<Claim>()
  package private(set) var positions = FactTable<Position>()
  package private(set) var questions = FactTable<Question>()
  package private(set) var terms = FactTable<Term>()
  package private(set) var corrections = FactTable<Correction>()

  /// Ids that exist but have no record here: unreadable ones, which cause no second error, and drafts.
  package private(set) var broken: Set<FactKey> = []
  package private(set) var drafts: Set<FactKey> = []
  /// Kinds of which a file could not be read, so that an unknown id of theirs proves nothing.
  package private(set) var unreadable: Set<FactKind> = []

  package init() {}

  /// Joins the files in their order; a second record with one id is an error that shows the first.
  package init(_ files: [FactFile], log: inout DiagnosticLog) {
    actors = join(files, log: &log) { if case .actors(let records) = $0 { records } else { [] } }
    topics = join(files, log: &log) { if case .topics(let records) = $0 { records } else { [] } }
    sources = join(files, log: &log) { if case .sources(let records) = $0 { records } else { [] } }
    events = join(files, log: &log) { if case .events(let records) = $0 { records } else { [] } }
    claims = join(files, log: &log) { if case .claims(let records) = $0 { records } else { [] } }
    positions = join(files, log: &log) { if case .positions(let records) = $0 { records } else { [] } }
    questions = join(files, log: &log) { if case .questions(let records) = $0 { records } else { [] } }
    terms = join(files, log: &log) { if case .terms(let records) = $0 { records } else { [] } }
    corrections = join(files, log: &log) { if case .corrections(let records) = $0 { records } else { [] } }
    for file in files {
      if case .unreadable = file.records { unreadable.insert(file.kind) }
      for id in file.broken { broken.insert(FactKey(file.kind, id)) }
    }
  }

  private mutating func join<Record: Fact>(
    _ files: [FactFile], log: inout DiagnosticLog, _ unwrap: (FactFile.Records) -> [Record]
  ) -> FactTable<Record> {
    var kept: [Record] = []
    var first: [String: SourceSpan] = [:]
    for file in files where file.kind == Record.kind {
      for record in unwrap(file.records) {
        if let earlier = first[record.id] {
          log.add(
            Diagnostic(
              .factDuplicateID, "a second \(Record.kind.singular) has the id `\(record.id)`", at: record.head.idSpan, label: "used again",
              others: [Label(earlier, "first used here")], help: ["give one of them another id, or join the two records"]))
          continue
        }
        first[record.id] = record.head.idSpan
        if record.head.isDraft { drafts.insert(record.key) } else { kept.append(record) }
      }
    }
    return FactTable(kept)
  }

  /// Whether a published record has this id.
  package func has(_ key: FactKey) -> Bool {
    switch key.kind {
    case .actors: actors.has(key.id)
    case .topics: topics.has(key.id)
    case .sources: sources.has(key.id)
    case .events: events.has(key.id)
    case .claims: claims.has(key.id)
    case .positions: positions.has(key.id)
    case .questions: questions.has(key.id)
    case .terms: terms.has(key.id)
    case .corrections: corrections.has(key.id)
    }
  }

  /// The ids of a kind, in the order of the files.
  package func ids(of kind: FactKind) -> [String] {
    switch kind {
    case .actors: actors.map(\.id)
    case .topics: topics.map(\.id)
    case .sources: sources.map(\.id)
    case .events: events.map(\.id)
    case .claims: claims.map(\.id)
    case .positions: positions.map(\.id)
    case .questions: questions.map(\.id)
    case .terms: terms.map(\.id)
    case .corrections: corrections.map(\.id)
    }
  }

  /// How many records of a kind there are.
  package func count(of kind: FactKind) -> Int {
    switch kind {
    case .actors: actors.count
    case .topics: topics.count
    case .sources: sources.count
    case .events: events.count
    case .claims: claims.count
    case .positions: positions.count
    case .questions: questions.count
    case .terms: terms.count
    case .corrections: corrections.count
    }
  }

  /// The place of a record among those of its kind; nil if there is none of that id.
  package func place(of key: FactKey) -> Int? {
    switch key.kind {
    case .actors: actors.place(of: key.id)
    case .topics: topics.place(of: key.id)
    case .sources: sources.place(of: key.id)
    case .events: events.place(of: key.id)
    case .claims: claims.place(of: key.id)
    case .positions: positions.place(of: key.id)
    case .questions: questions.place(of: key.id)
    case .terms: terms.place(of: key.id)
    case .corrections: corrections.place(of: key.id)
    }
  }

  /// The id of the record at a place among those of its kind.
  package func id(of kind: FactKind, at place: Int) -> String {
    switch kind {
    case .actors: actors[place].id
    case .topics: topics[place].id
    case .sources: sources[place].id
    case .events: events[place].id
    case .claims: claims[place].id
    case .positions: positions[place].id
    case .questions: questions[place].id
    case .terms: terms[place].id
    case .corrections: corrections[place].id
    }
  }

  /// Whether both have the same records, whatever these say, in the same order.
  package func hasSameRecords(as other: FactBase) -> Bool {
    broken == other.broken && drafts == other.drafts && unreadable == other.unreadable
      && FactKind.allCases.allSatisfy { kind in
        count(of: kind) == other.count(of: kind) && ids(of: kind) == other.ids(of: kind)
      }
  }

  /// The place of a record's id, for a second label.
  package func idSpan(_ key: FactKey) -> SourceSpan? {
    switch key.kind {
    case .actors: actors[key.id]?.head.idSpan
    case .topics: topics[key.id]?.head.idSpan
    case .sources: sources[key.id]?.head.idSpan
    case .events: events[key.id]?.head.idSpan
    case .claims: claims[key.id]?.head.idSpan
    case .positions: positions[key.id]?.head.idSpan
    case .questions: questions[key.id]?.head.idSpan
    case .terms: terms[key.id]?.head.idSpan
    case .corrections: corrections[key.id]?.head.idSpan
    }
  }

  /// The heads of all records, kind by kind, in the order of the files.
  package var heads: [(key: FactKey, head: FactHead)] {
    func of<Record: Fact>(_ table: FactTable<Record>) -> [(key: FactKey, head: FactHead)] {
      table.map { ($0.key, $0.head) }
    }
    return of(actors) + of(topics) + of(sources) + of(events) + of(claims) + of(positions) + of(questions) + of(terms) + of(corrections)
  }

  /// Whether an actor speaks for another: is it, or reaches it by the chain of `side`.
  package func speaks(_ actor: String, for party: String) -> Bool {
    var current = actor
    for _ in 0..<32 {
      if current == party { return true }
      guard let side = actors[current]?.side else { return false }
      current = side.id
    }
    return false
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
