package import Facts

/// Who names whom, seen from the one that is named: so that every page leads to what rests on it.
package struct BackReferences: Sendable {
  /// Claims said at an event, and claims about it.
  package private(set) var claimsAt: [String: [String]] = [:]
  package private(set) var claimsAbout: [String: [String]] = [:]
  /// Claims that an actor makes, and claims that are made of it.
  package private(set) var claimsBy: [String: [String]] = [:]
  package private(set) var claimsOf: [String: [String]] = [:]
  package private(set) var responsesBy: [String: [String]] = [:]
  package private(set) var eventsWith: [String: [String]] = [:]
  package private(set) var positionsOf: [String: [String]] = [:]
  package private(set) var speakersFor: [String: [String]] = [:]
  package private(set) var claimsOn: [String: [String]] = [:]
  package private(set) var eventsOn: [String: [String]] = [:]
  package private(set) var positionsOn: [String: [String]] = [:]
  package private(set) var partsOf: [String: [String]] = [:]
  /// Relations of other claims to a claim.
  package private(set) var relationsTo: [String: [(claim: String, type: Relation.Kind)]] = [:]
  package private(set) var questionsOn: [FactKey: [String]] = [:]
  package private(set) var correctionsOf: [FactKey: [String]] = [:]
  /// The records that use a source, each once, in the order of kinds and files.
  package private(set) var usesOf: [String: [FactKey]] = [:]

  package init(_ facts: FactBase) {
    for claim in facts.claims.records {
      if let event = claim.event { claimsAt[event.id, default: []].append(claim.id) }
      for event in Self.unique(claim.about) { claimsAbout[event, default: []].append(claim.id) }
      for actor in Self.unique(claim.claimant.actors) { claimsBy[actor, default: []].append(claim.id) }
      for actor in Self.unique(claim.attributedTo) { claimsOf[actor, default: []].append(claim.id) }
      for actor in Self.unique(claim.responses.map(\.by)) { responsesBy[actor, default: []].append(claim.id) }
      for topic in Self.unique(claim.topics) { claimsOn[topic, default: []].append(claim.id) }
      for relation in claim.relations { relationsTo[relation.claim.id, default: []].append((claim.id, relation.type)) }
    }
    for event in facts.events.records {
      for actor in Self.unique(event.actors) { eventsWith[actor, default: []].append(event.id) }
      for topic in Self.unique(event.topics) { eventsOn[topic, default: []].append(event.id) }
      if let whole = event.partOf { partsOf[whole.id, default: []].append(event.id) }
    }
    for position in facts.positions.records {
      positionsOf[position.actor.id, default: []].append(position.id)
      positionsOn[position.topic.id, default: []].append(position.id)
    }
    for actor in facts.actors.records { if let side = actor.side { speakersFor[side.id, default: []].append(actor.id) } }
    for question in facts.questions.records {
      for key in Self.unique(question.claims).map({ FactKey(.claims, $0) }) + Self.unique(question.events).map({ FactKey(.events, $0) }) {
        questionsOn[key, default: []].append(question.id)
      }
    }
    for correction in facts.corrections.records {
      if let key = FactKey(link: correction.target.text) { correctionsOf[key, default: []].append(correction.id) }
    }
    var last: [String: FactKey] = [:]
    facts.visitReferences { from, to, _ in
      guard to.kind == .sources, last[to.id] != from else { return }
      last[to.id] = from
      usesOf[to.id, default: []].append(from)
    }
  }

  /// How many entries the page of an actor lists: claims by and of it, claims that it answered, events.
  func entries(ofActor id: String) -> Int {
    (claimsBy[id]?.count ?? 0) + (claimsOf[id]?.count ?? 0) + (responsesBy[id]?.count ?? 0) + (eventsWith[id]?.count ?? 0)
  }

  /// How many sources stand on one page of theirs.
  func sourcesPerPage(_ facts: FactBase) -> Int {
    Paging.sources(facts.sources.count, uses: usesOf.values.reduce(0) { $0 + $1.count })
  }

  /// How many entries the page of a topic lists: claims and events.
  func entries(ofTopic id: String) -> Int {
    (claimsOn[id]?.count ?? 0) + (eventsOn[id]?.count ?? 0)
  }

  private static func unique<Target>(_ references: [Reference<Target>]) -> [String] {
    var seen: Set<String> = []
    return references.compactMap { seen.insert($0.id).inserted ? $0.id : nil }
  }
}
