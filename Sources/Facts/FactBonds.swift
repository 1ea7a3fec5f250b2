import EDTF

/// What of a record decides where it stands and with which others it is shown, whatever it says: whom it names and as what, its date, and what
/// it is sorted and headed by.
///
/// Two readings of a record with the same bonds stand at the same places of all lists, and lead to the same records. Markdown may name more.
extension FactBase {
  /// Whether a record has the same bonds in both; not if either has none of that id.
  package func hasSameBonds(_ key: FactKey, as other: FactBase) -> Bool {
    func same<Record>(_ left: Record?, _ right: Record?, _ bonds: (Record) -> [[String]]) -> Bool {
      guard let left, let right else { return false }
      return bonds(left) == bonds(right)
    }
    return switch key.kind {
    case .actors: same(actors[key.id], other.actors[key.id], \.bonds)
    case .topics: same(topics[key.id], other.topics[key.id]) { [[$0.label, $0.order.map(String.init) ?? ""]] }
    case .sources: same(sources[key.id], other.sources[key.id]) { [[$0.publisher, $0.date?.expression.text ?? ""]] }
    case .events: same(events[key.id], other.events[key.id], \.bonds)
    case .claims: same(claims[key.id], other.claims[key.id], \.bonds)
    case .positions: same(positions[key.id], other.positions[key.id], \.bonds)
    case .questions: same(questions[key.id], other.questions[key.id], \.bonds)
    case .terms: same(terms[key.id], other.terms[key.id]) { [[$0.source?.id ?? ""]] }
    case .corrections: same(corrections[key.id], other.corrections[key.id]) { [[$0.date.expression.text, $0.target.text]] }
    }
  }
}

// Each list begins with the name of its field where there may be several, so that no two lists run together to the same.

extension Actor {
  fileprivate var bonds: [[String]] { [[name], [side?.id ?? ""], members.map(\.id)] }
}

extension Event {
  fileprivate var bonds: [[String]] {
    [
      [date.expression.text, String(order), String(isKey), state.rawValue], actors.map(\.id), topics.map(\.id), [partOf?.id ?? ""],
      figures.flatMap { [$0.by?.id ?? "", $0.source.id] }, sources.map(\.source.id),
    ]
  }
}

extension Claimant {
  fileprivate var bonds: [String] {
    switch self {
    case .actors(let references): references.map(\.id)
    case .unnamed(let unnamed): ["", unnamed.via.id]
    }
  }
}

extension Claim {
  fileprivate var bonds: [[String]] {
    var bonds = [
      [date.expression.text, String(kind.isRated)], claimant.bonds, attributedTo.map(\.id), [event?.id ?? ""], about.map(\.id),
      topics.map(\.id), sources.map(\.source.id), quote?.variants.map(\.source.id) ?? [],
      evidence.flatMap { [$0.source?.id ?? "", $0.claim?.id ?? "", $0.event?.id ?? ""] },
      relations.flatMap { [$0.type.rawValue, $0.claim.id] },
    ]
    for response in responses {
      bonds.append(["responses", response.by.id, response.source?.id ?? ""] + (response.quote?.variants.map(\.source.id) ?? []))
    }
    for sighting in sightings { bonds.append(["sightings", sighting.source.id] + sighting.claimant.bonds) }
    for entry in status { bonds.append(["status", entry.value.text] + entry.sources.map(\.source.id)) }
    return bonds
  }
}

extension Position {
  fileprivate var bonds: [[String]] {
    [[actor.id, topic.id]]
      + stances.flatMap { [["stances"] + $0.sources.map(\.source.id), ["claims"] + $0.claims.map(\.id)] }
  }
}

extension Question {
  fileprivate var bonds: [[String]] { [[order.map(String.init) ?? ""], claims.map(\.id), events.map(\.id)] }
}
