/// The necessary condition of each status of the default set, on what the record lists. It does not make a status true: the editor judges, and
/// says why; it keeps a status word from standing on nothing.
package enum StatusRule: Sendable {
  case confirmed, partlyConfirmed, unconfirmed, disputed, denied, contradicted, withdrawn, outdated

  /// Whether the condition holds for a claim whose newest entry bears the status.
  package func holds(for claim: Claim, in facts: FactBase, contradictedBy others: Set<String>) -> Bool {
    switch self {
    case .unconfirmed:
      true
    case .confirmed:
      claim.answers(.confirms, in: facts)
        || claim.evidence.contains { $0.weight == .supports && $0.strength == .strong && $0.isPrimary(in: facts) }
    case .partlyConfirmed:
      claim.answers(.partly, in: facts) || claim.answers(.conditions, in: facts)
        || claim.evidence.contains { $0.weight == .supports }
    case .disputed:
      claim.responses.contains { [.partly, .conditions, .denies].contains($0.stance) }
        || claim.relations.contains { $0.type == .contradicts } || others.contains(claim.id)
        || (claim.evidence.contains { $0.weight == .undermines } && claim.evidence.contains { $0.weight == .supports })
    case .denied:
      claim.answers(.denies, in: facts)
    case .contradicted:
      claim.evidence.contains { $0.weight == .undermines && $0.claim == nil }
    case .withdrawn:
      !claim.sightings.isEmpty || !(claim.status.last?.sources.isEmpty ?? true)
    case .outdated:
      !(claim.status.last?.sources.isEmpty ?? true) || (claim.status.last?.why.text.contains("](") ?? false)
    }
  }

  /// What the record would have to list, as a message says it.
  package var condition: String {
    switch self {
    case .unconfirmed: "nothing"
    case .confirmed:
      "a response that `confirms` for a party in `attributed_to`, or evidence that `supports`, `strong`, from a source of tier `primary`"
    case .partlyConfirmed: "a response that says `partly` or `conditions` for a party, or evidence that `supports`"
    case .disputed:
      "a response that differs (`partly`, `conditions`, `denies`), a relation `contradicts`, or evidence that `undermines` beside some that `supports`"
    case .denied: "a response that `denies`, for a party in `attributed_to`"
    case .contradicted: "evidence that `undermines` and is an event or a source, not a party's claim"
    case .withdrawn: "a sighting, or a source in the newest status entry, in which the claimant takes it back"
    case .outdated: "a source, or a link in `why`, that names what overtook it"
    }
  }
}

extension Claim {
  /// Whether a response with this stance was given for a party concerned: one that the claim speaks of, or anybody where it names none.
  func answers(_ stance: Response.Stance, in facts: FactBase) -> Bool {
    responses.contains { response in
      response.stance == stance
        && (attributedTo.isEmpty || attributedTo.contains { facts.speaks(response.by.id, for: $0.id) })
    }
  }

  /// How many independent origins stand behind the claim: sources of one origin count as one. Only what documents or supports it counts.
  package func independentOrigins(in facts: FactBase) -> Int {
    var origins: Set<String> = []
    for citation in sources { if let source = facts.sources[citation.source] { origins.insert(source.independentOrigin) } }
    for piece in evidence where piece.weight == .supports { origins.formUnion(piece.origins(in: facts)) }
    for response in responses where response.stance == .confirms {
      if let reference = response.source, let source = facts.sources[reference] { origins.insert(source.independentOrigin) }
    }
    return origins.count
  }

  /// How many independent origins the evidence of one weight comes from.
  package func evidenceOrigins(_ weight: Evidence.Weight, in facts: FactBase) -> Int {
    var origins: Set<String> = []
    for piece in evidence where piece.weight == weight { origins.formUnion(piece.origins(in: facts)) }
    return origins.count
  }
}

extension Evidence {
  func isPrimary(in facts: FactBase) -> Bool {
    source.flatMap { facts.sources[$0] }?.tier == .primary
  }

  /// The independent origins of one piece: the source's, or those of the event's or the claim's sources.
  func origins(in facts: FactBase) -> Set<String> {
    if let source { return Set([facts.sources[source]?.independentOrigin].compactMap { $0 }) }
    let citations = event.flatMap { facts.events[$0] }?.sources ?? claim.flatMap { facts.claims[$0] }?.sources ?? []
    return Set(citations.compactMap { facts.sources[$0.source]?.independentOrigin })
  }
}
