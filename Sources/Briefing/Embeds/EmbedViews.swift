import Facts
import Templates

/// One claim, for another site's frame.
package struct ClaimEmbedView: Sendable {
  let page: PageFrame
  let claim: ClaimRow
  let canonical: String

  package static let table = ViewTable<ClaimEmbedView>(
    "claim-frame", "One claim, for another site's frame.",
    [
      .record("page", PageFrame.table, "What every page says of itself.") { $0.page },
      .record("claim", ClaimRow.table, "The claim as tables show it.") { $0.claim },
      .url("canonical", "The claim's own page, as a whole address.") { $0.canonical },
    ])
}

/// The timeline, for another site's frame.
package struct TimelineEmbedView: Sendable {
  let page: PageFrame
  let events: [EventLine]
  let count: String
  let timelineHref: String
  let canonical: String

  package static let table = ViewTable<TimelineEmbedView>(
    "timeline-frame", "The timeline, for another site's frame.",
    [
      .record("page", PageFrame.table, "What every page says of itself.") { $0.page },
      .list("events", EventLine.table, "The turning points, oldest first; all events where none is marked as one.") { $0.events },
      .text("count", "How many events the timeline has, in words.") { $0.count },
      .url("timeline", "The timeline.") { $0.timelineHref },
      .url("canonical", "The timeline, as a whole address.") { $0.canonical },
    ])
}

extension PageBuilder {
  func claimEmbed(_ claim: Claim) -> ClaimEmbedView {
    // A frame has no list of references: citations lead to the page of sources.
    var writer = writer(.named)
    let row = writer.row(of: claim)
    return ClaimEmbedView(
      page: frame(claim.text, description: words("claim.description", ["claim": claim.text]), intro: nil, keepsTitle: true, &writer),
      claim: row, canonical: (site.base ?? viewpoint.root) + SitePath.of(claim.key))
  }

  func timelineEmbed() -> TimelineEmbedView {
    var writer = writer(.named)
    return TimelineEmbedView(
      page: frame(words("timeline.title"), description: words("timeline.description"), intro: nil, &writer),
      events: site.embeddedEvents.map { prepared.line($0, site, viewpoint) }, count: words.count("timeline.count", facts.events.count),
      timelineHref: viewpoint.href(SitePath.timeline), canonical: (site.base ?? viewpoint.root) + SitePath.timeline)
  }
}
