import Facts

/// Puts claims under the headings of an order of the table: one heading for all, or one for each claimant, topic or status.
struct ClaimGrouping {
  /// One heading and its claims, oldest first: their places among the site's claims by date.
  struct Group: Sendable {
    let id: String
    let title: String
    /// What the heading names, if that has a page.
    let key: FactKey?
    let claims: [Int]
  }

  let site: Site

  func groups(_ order: SiteMap.ClaimOrder) -> [Group] {
    switch order {
    case .date: [Group(id: "all", title: site.words("claims.title.date"), key: nil, claims: Array(site.claimsByDate.indices))]
    case .claimant: byClaimant()
    case .topic: byTopic()
    case .status: byStatus()
    }
  }

  private func byClaimant() -> [Group] {
    let sorted = sorted { Set($0.claimant.actors.map(\.id)) }
    return site.facts.actors.records.compactMap { actor in
      sorted.groups[actor.id].map { Group(id: "by-\(actor.id)", title: site.words.set(actor.name), key: actor.key, claims: $0) }
    } + rest("by-unnamed", "claims.unnamed", sorted.rest)
  }

  private func byTopic() -> [Group] {
    let sorted = sorted { Set($0.topics.map(\.id)) }
    return site.topics.compactMap { topic in
      sorted.groups[topic.id].map { Group(id: "on-\(topic.id)", title: site.words.set(topic.label), key: topic.key, claims: $0) }
    } + rest("on-nothing", "claims.without-topic", sorted.rest)
  }

  private func byStatus() -> [Group] {
    let sorted = sorted { $0.kind.isRated ? [$0.status.last?.value.text ?? ""] : [] }
    return site.settings.statuses.compactMap { status in
      sorted.groups[status.id].map { Group(id: "is-\(status.id)", title: StatusView(status, site.words).label, key: nil, claims: $0) }
    } + rest("is-not-rated", "status.not-rated", sorted.rest)
  }

  /// The places of claims by the headings under which each stands, and of those without any.
  private func sorted(_ headings: (Claim) -> Set<String>) -> (groups: [String: [Int]], rest: [Int]) {
    var groups: [String: [Int]] = [:]
    var rest: [Int] = []
    for (place, claim) in site.claimsByDate.enumerated() {
      let headings = headings(claim)
      if headings.isEmpty { rest.append(place) }
      for heading in headings { groups[heading, default: []].append(place) }
    }
    return (groups, rest)
  }

  private func rest(_ id: String, _ title: String, _ claims: [Int]) -> [Group] {
    claims.isEmpty ? [] : [Group(id: id, title: site.words(title), key: nil, claims: claims)]
  }
}
