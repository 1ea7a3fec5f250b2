package import Diagnostics

/// Where a record names others: once, for the check of references, for back-references and for what is unused.
extension FactBase {
  /// Calls `visit` for every reference of every record: the record that names, the one that is named, and where.
  package func visitReferences(_ visit: (_ from: FactKey, _ to: FactKey, _ span: SourceSpan) -> Void) {
    // Where they stand: a copy of a record counts its every field.
    let (actors, events, claims) = (actors.records, events.records, claims.records)
    for index in actors.indices { actors[index].visit { visit(actors[index].key, $0, $1) } }
    for index in events.indices { events[index].visit { visit(events[index].key, $0, $1) } }
    for index in claims.indices { claims[index].visit { visit(claims[index].key, $0, $1) } }
    for position in positions { position.visit { visit(position.key, $0, $1) } }
    for question in questions { question.visit { visit(question.key, $0, $1) } }
    for term in terms { if let source = term.source { visit(term.key, source.key, source.span) } }
  }
}

typealias ReferenceVisitor = (FactKey, SourceSpan) -> Void

private func each<Target>(_ references: [Reference<Target>], _ visit: ReferenceVisitor) {
  for reference in references { visit(reference.key, reference.span) }
}

private func each<Target>(_ reference: Reference<Target>?, _ visit: ReferenceVisitor) {
  if let reference { visit(reference.key, reference.span) }
}

private func each(_ citations: [Citation], _ visit: ReferenceVisitor) {
  for citation in citations { visit(citation.source.key, citation.source.span) }
}

extension Actor {
  func visit(_ visit: ReferenceVisitor) {
    each(side, visit)
    each(members, visit)
  }
}

extension Event {
  func visit(_ visit: ReferenceVisitor) {
    each(actors, visit)
    each(topics, visit)
    each(partOf, visit)
    each(sources, visit)
    for figure in figures {
      each(figure.by, visit)
      each(figure.source, visit)
    }
  }
}

extension Claimant {
  func visit(_ visit: ReferenceVisitor) {
    switch self {
    case .actors(let references): each(references, visit)
    case .unnamed(let unnamed): each(unnamed.via, visit)
    }
  }
}

extension Claim {
  func visit(_ visit: ReferenceVisitor) {
    claimant.visit(visit)
    each(attributedTo, visit)
    each(event, visit)
    each(about, visit)
    each(topics, visit)
    each(sources, visit)
    for variant in quote?.variants ?? [] { each(variant.source, visit) }
    for piece in evidence {
      each(piece.source, visit)
      each(piece.claim, visit)
      each(piece.event, visit)
    }
    for response in responses {
      each(response.by, visit)
      each(response.source, visit)
      for variant in response.quote?.variants ?? [] { each(variant.source, visit) }
    }
    for sighting in sightings {
      sighting.claimant.visit(visit)
      each(sighting.source, visit)
    }
    for entry in status { each(entry.sources, visit) }
    for relation in relations { each(relation.claim, visit) }
  }
}

extension Position {
  func visit(_ visit: ReferenceVisitor) {
    each(actor, visit)
    each(topic, visit)
    for stance in stances {
      each(stance.sources, visit)
      each(stance.claims, visit)
    }
  }
}

extension Question {
  func visit(_ visit: ReferenceVisitor) {
    each(claims, visit)
    each(events, visit)
  }
}

extension Point {
  /// Calls `visit` for every record that the point rests on.
  package func visit(_ visit: (FactKey, SourceSpan) -> Void) {
    each(claims, visit)
    each(events, visit)
    each(questions, visit)
  }
}
