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
    join(files, of: Set(FactKind.allCases), log: &log)
  }

  /// The same where only files of some kinds have changed since an earlier reading in which no id was used twice.
  package init(_ files: [FactFile], after earlier: FactBase, renewing kinds: Set<FactKind>, log: inout DiagnosticLog) {
    self = earlier
    broken = broken.filter { !kinds.contains($0.kind) }
    drafts = drafts.filter { !kinds.contains($0.kind) }
    unreadable.subtract(kinds)
    join(files, of: kinds, log: &log)
  }

  private mutating func join(_ files: [FactFile], of kinds: Set<FactKind>, log: inout DiagnosticLog) {
    if kinds.contains(.actors) { actors = join(files, log: &log) { if case .actors(let records) = $0 { records } else { [] } } }
    if kinds.contains(.topics) { topics = join(files, log: &log) { if case .topics(let records) = $0 { records } else { [] } } }
    if kinds.contains(.sources) { sources = join(files, log: &log) { if case .sources(let records) = $0 { records } else { [] } } }
    if kinds.contains(.events) { events = join(files, log: &log) { if case .events(let records) = $0 { records } else { [] } } }
    if kinds.contains(.claims) { claims = join(files, log: &log) { if case .claims(let records) = $0 { records } else { [] } } }
    if kinds.contains(.positions) { positions = join(files, log: &log) { if case .positions(let records) = $0 { records } else { [] } } }
    if kinds.contains(.questions) { questions = join(files, log: &log) { if case .questions(let records) = $0 { records } else { [] } } }
    if kinds.contains(.terms) { terms = join(files, log: &log) { if case .terms(let records) = $0 { records } else { [] } } }
    if kinds.contains(.corrections) {
      corrections = join(files, log: &log) { if case .corrections(let records) = $0 { records } else { [] } }
    }
    for file in files where kinds.contains(file.kind) {
      if case .unreadable = file.records { unreadable.insert(file.kind) }
      for id in file.broken { broken.insert(FactKey(file.kind, id)) }
    }
  }

  private mutating func join<Record: Fact>(
    _ files: [FactFile], log: inout DiagnosticLog, _ unwrap: (FactFile.Records) -> [Record]
  ) -> FactTable<Record> {
    let lists = files.filter { $0.kind == Record.kind }.map { unwrap($0.records) }
    let count = lists.reduce(0) { $0 + $1.count }
    var kept: [Record] = []
    var places: [String: Int] = [:]
    var hidden: [String: SourceSpan] = [:]
    kept.reserveCapacity(count)
    places.reserveCapacity(count)
    for record in lists.joined() {
      if let earlier = places[record.id].map({ kept[$0].head.idSpan }) ?? hidden[record.id] {
        log.add(
          Diagnostic(
            .factDuplicateID, "a second \(Record.kind.singular) has the id `\(record.id)`", at: record.head.idSpan, label: "used again",
            others: [Label(earlier, "first used here")], help: ["give one of them another id, or join the two records"]))
      } else if record.head.isDraft {
        drafts.insert(record.key)
        hidden[record.id] = record.head.idSpan
      } else {
        places[record.id] = kept.count
        kept.append(record)
      }
    }
    return FactTable(kept, at: places)
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
    case .actors: actors.ids
    case .topics: topics.ids
    case .sources: sources.ids
    case .events: events.ids
    case .claims: claims.ids
    case .positions: positions.ids
    case .questions: questions.ids
    case .terms: terms.ids
    case .corrections: corrections.ids
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
    FactKind.allCases.flatMap { heads(of: $0) }
  }

  /// The heads of the records of a kind, in the order of the files.
  package func heads(of kind: FactKind) -> [(key: FactKey, head: FactHead)] {
    func of<Record: Fact>(_ table: FactTable<Record>) -> [(key: FactKey, head: FactHead)] {
      table.records.indices.map { (FactKey(kind, table.records[$0].head.id), table.records[$0].head) }
    }
    return switch kind {
    case .actors: of(actors)
    case .topics: of(topics)
    case .sources: of(sources)
    case .events: of(events)
    case .claims: of(claims)
    case .positions: of(positions)
    case .questions: of(questions)
    case .terms: of(terms)
    case .corrections: of(corrections)
    }
  }

  /// The heads of records that accept warnings, in the order of the files.
  var acceptingHeads: [FactHead] {
    func of<Record: Fact>(_ table: FactTable<Record>) -> [FactHead] {
      table.records.indices.filter { !table.records[$0].head.accepted.isEmpty }.map { table.records[$0].head }
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
