package import EDTF

/// What a briefing rests on, counted: how its claims stand, how they are sourced, and what is stale or idle.
package struct Statistics: Sendable {
  /// So many of so many.
  package struct Share: Sendable, Hashable {
    package let part: Int
    package let whole: Int

    package init(_ part: Int, of whole: Int) {
      self.part = part
      self.whole = whole
    }

    /// In whole per cents, rounded down, so that 100 means all; nil where there is nothing to count.
    package var percent: Int? {
      whole == 0 ? nil : part * 100 / whole
    }
  }

  /// Shares that can be made a condition, by the names that `--fail-under` takes.
  package enum Measure: String, Sendable, CaseIterable {
    case primary, origins, archived, reviewed, used

    /// What is counted, in a few words.
    package var meaning: String {
      switch self {
      case .primary: "claims with a primary source"
      case .origins: "claims with two or more independent origins"
      case .archived: "sources with an address that have an archived copy"
      case .reviewed: "claims whose review is not overdue"
      case .used: "actors, topics, sources and terms that something uses"
      }
    }
  }

  package let claims: Int
  /// How many claims have each status as their newest, in the order in which the statuses are defined; those that none has are left out.
  package let statuses: [(id: String, count: Int)]
  /// Claims that bear no status: positions, forecasts, opinions.
  package let unrated: Int
  /// How many origins stand behind the claims together; sources of one origin count as one.
  package let distinctOrigins: Int
  package let shares: [Measure: Share]
  /// Claims whose day of review is past.
  package let stale: [FactKey]
  /// Records that neither another record nor the prose names.
  package let unused: [FactKey]

  /// - Parameters:
  ///   - named: the records that prose links to or cites.
  ///   - today: the day against which reviews are held; without one, none is overdue. A closed briefing has none.
  package init(_ facts: FactBase, _ settings: BriefingSettings, named: Set<FactKey>, today: CivilDay?) {
    claims = facts.claims.count
    var counts: [String: Int] = [:]
    for claim in facts.claims { if let status = claim.status.last { counts[status.value.text, default: 0] += 1 } }
    statuses = settings.statuses.compactMap { status in counts[status.id].map { (status.id, $0) } }
    unrated = facts.claims.count { $0.status.isEmpty }

    var used = named
    for point in settings.points { point.visit { target, _ in used.insert(target) } }
    facts.visitReferences { from, target, _ in if from != target { used.insert(target) } }
    let kinds: [FactKind] = [.actors, .topics, .sources, .terms]
    let records = kinds.flatMap { kind in facts.ids(of: kind).map { FactKey(kind, $0) } }
    unused = records.filter { !used.contains($0) }

    let isOpen = settings.state == .open
    stale = facts.claims.filter { claim in
      guard isOpen, let today, let due = claim.reviewBy?.expression.bounds.latest else { return false }
      return due < today
    }.map(\.key)

    let linked = facts.sources.filter { $0.url != nil }
    distinctOrigins =
      Set(
        facts.claims.flatMap { claim in claim.sources.compactMap { facts.sources[$0.source]?.independentOrigin } }
      ).count
    shares = [
      .primary: Share(facts.claims.count { $0.hasPrimarySource(in: facts) }, of: claims),
      .origins: Share(facts.claims.count { $0.independentOrigins(in: facts) >= 2 }, of: claims),
      .archived: Share(linked.count { $0.archiveURL != nil }, of: linked.count),
      .reviewed: Share(claims - stale.count, of: claims), .used: Share(records.count - unused.count, of: records.count),
    ]
  }

  /// Whether a share reaches a number of per cents; where there is nothing to count, it does.
  package func reaches(_ measure: Measure, percent: Int) -> Bool {
    guard let share = shares[measure] else { return true }
    return share.part * 100 >= percent * share.whole
  }
}

extension Claim {
  /// Whether a primary source documents the claim or supports it.
  func hasPrimarySource(in facts: FactBase) -> Bool {
    sources.contains { facts.sources[$0.source]?.tier == .primary }
      || evidence.contains { $0.weight == .supports && $0.isPrimary(in: facts) }
  }
}
