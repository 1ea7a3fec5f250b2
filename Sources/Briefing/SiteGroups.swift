/// The long lists of a site under their headings: the timeline, and the claims in each of their orders.
struct SiteGroups: Sendable {
  let timeline: [TimelineGrouping.Group]
  private let claims: [SiteMap.ClaimOrder: [ClaimGrouping.Group]]

  init(_ site: Site) {
    timeline = TimelineGrouping(site: site).groups()
    let grouping = ClaimGrouping(site: site)
    claims = Dictionary(uniqueKeysWithValues: SiteMap.ClaimOrder.allCases.map { ($0, grouping.groups($0)) })
  }

  /// The claims of one order, under its headings.
  func claims(_ order: SiteMap.ClaimOrder) -> [ClaimGrouping.Group] {
    claims[order] ?? []
  }

  /// Whether the timeline has the same headings.
  func hasSameHeadings(as other: SiteGroups) -> Bool {
    timeline.count == other.timeline.count
      && zip(timeline, other.timeline).allSatisfy { $0.id == $1.id && $0.title == $1.title && $0.dates == $1.dates }
  }
}
