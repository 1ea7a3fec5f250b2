package import Diagnostics

/// All facts of a briefing, joined and found by id. Drafts are left out.
///
/// They never change once they are joined, and are asked by every check and every page: one reference, where a copy would count some twenty.
package final class FactBase: Sendable {
  package let actors: FactTable<Actor>
  package let topics: FactTable<Topic>
  package let sources: FactTable<Source>
  package let events: FactTable<Event>
  package let claims: FactTable<Claim>
  package let positions: FactTable<Position>
  package let questions: FactTable<Question>
  package let terms: FactTable<Term>
  package let corrections: FactTable<Correction>

  /// Ids that exist but have no record here: unreadable ones, which cause no second error, and drafts.
  package let broken: Set<FactKey>
  package let drafts: Set<FactKey>
  /// Kinds of which a file could not be read, so that an unknown id of theirs proves nothing.
  package let unreadable: Set<FactKind>

  /// No facts.
  package convenience init() {
    var log = DiagnosticLog()
    self.init([], log: &log)
  }

  /// Joins the files in their order; a second record with one id is an error that shows the first.
  package convenience init(_ files: [FactFile], log: inout DiagnosticLog) {
    self.init(FactJoin(files, after: nil, renewing: Set(FactKind.allCases)), log: &log)
  }

  /// The same where only files of some kinds have changed since an earlier reading in which no id was used twice.
  package convenience init(_ files: [FactFile], after earlier: FactBase, renewing kinds: Set<FactKind>, log: inout DiagnosticLog) {
    self.init(FactJoin(files, after: earlier, renewing: kinds), log: &log)
  }

  private init(_ files: FactJoin, log: inout DiagnosticLog) {
    var join = files
    actors = join.table(\.actors) { if case .actors(let records) = $0 { records } else { [] } }
    topics = join.table(\.topics) { if case .topics(let records) = $0 { records } else { [] } }
    sources = join.table(\.sources) { if case .sources(let records) = $0 { records } else { [] } }
    events = join.table(\.events) { if case .events(let records) = $0 { records } else { [] } }
    claims = join.table(\.claims) { if case .claims(let records) = $0 { records } else { [] } }
    positions = join.table(\.positions) { if case .positions(let records) = $0 { records } else { [] } }
    questions = join.table(\.questions) { if case .questions(let records) = $0 { records } else { [] } }
    terms = join.table(\.terms) { if case .terms(let records) = $0 { records } else { [] } }
    corrections = join.table(\.corrections) { if case .corrections(let records) = $0 { records } else { [] } }
    (broken, drafts, unreadable) = (join.broken, join.drafts, join.unreadable)
    log.append(join.log)
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
