/// The names that a briefing has at hand for the fields that take one: for schemas, and for completion in editors.
package struct KnownNames: Sendable {
  /// A name, and in a few words what it stands for.
  package struct Name: Sendable, Hashable {
    package let id: String
    package let meaning: String

    package init(_ id: String, _ meaning: String) {
      self.id = id
      self.meaning = meaning
    }
  }

  /// The records of each kind, in the order of the files.
  package let records: [FactKind: [Name]]
  package let vocabularies: [Vocabulary: [Name]]

  private init(records: [FactKind: [Name]], vocabularies: [Vocabulary: [Name]]) {
    self.records = records
    self.vocabularies = vocabularies
  }

  /// - Parameters:
  ///   - facts: The records; drafts and those that could not be read are named too, the latter without a meaning.
  ///   - vocabularies: What is no record.
  package init(_ facts: FactBase, _ vocabularies: [Vocabulary: [Name]]) {
    var records: [FactKind: [Name]] = [:]
    for kind in FactKind.allCases {
      let whole = facts.ids(of: kind).map { Name($0, facts.title(of: FactKey(kind, $0)) ?? "") }
      let others = facts.broken.union(facts.drafts).filter { $0.kind == kind && !facts.has($0) }.map(\.id).sorted()
      records[kind] = whole + others.map { Name($0, "") }
    }
    self.records = records
    var subjects = [FactKind.claims, .events].flatMap { kind in
      (records[kind] ?? []).map { Name(FactKey(kind, $0.id).text, $0.meaning) }
    }
    subjects += vocabularies[.pages] ?? []
    self.vocabularies = vocabularies.merging([.subjects: subjects]) { $1 }
  }

  /// These names, and of kinds whose files could not all be read those that were known before.
  package func keeping(_ earlier: KnownNames?, of kinds: Set<FactKind>) -> KnownNames {
    guard let earlier, !kinds.isEmpty else { return self }
    var records = records
    for kind in kinds.sorted() {
      let known = Set(self[kind].map(\.id))
      records[kind, default: []] += earlier[kind].filter { !known.contains($0.id) }
    }
    return KnownNames(records: records, vocabularies: vocabularies)
  }

  package subscript(kind: FactKind) -> [Name] {
    records[kind] ?? []
  }

  package subscript(vocabulary: Vocabulary) -> [Name] {
    vocabularies[vocabulary] ?? []
  }
}

extension FactBase {
  /// What a record is, in its own words: an actor's name, a claim's text; nil where there is no such record.
  package func title(of key: FactKey) -> String? {
    switch key.kind {
    case .actors: actors[key.id]?.name
    case .topics: topics[key.id]?.label
    case .sources: sources[key.id].map { "\($0.title) (\($0.publisher))" }
    case .events: events[key.id]?.title
    case .claims: claims[key.id]?.text
    case .positions:
      positions[key.id].map { position in
        [actors[position.actor]?.name ?? position.actor.id, topics[position.topic]?.label ?? position.topic.id].joined(separator: ": ")
      }
    case .questions: questions[key.id]?.text
    case .terms: terms[key.id]?.term
    case .corrections: corrections[key.id].map { "\($0.was) → \($0.now)" }
    }
  }
}
