import EDTF
import Facts

/// The events as a feed: those last that came into the briefing last. An entry's day is that on which the briefing first had it, as feeds are
/// about what is new; when the event was, in the words that its date allows, stands in the entry.
struct TimelineFeed {
  private let site: Site
  private let address: SiteAddress
  private let days: ChangeDays
  private let html: FeedHTML

  init(_ site: Site, _ prepared: PreparedViews, _ address: SiteAddress, _ days: ChangeDays) {
    self.site = site
    self.address = address
    self.days = days
    html = FeedHTML(site, prepared, address)
  }

  func feed() -> Feed {
    let known = site.timeline.enumerated().compactMap { place, event in
      days.firstForFeeds(of: event.key).map { (day: $0, place: place, event: event) }
    }
    // Of one day the latest event first.
    let newest = known.sorted { ($1.day, $1.place) < ($0.day, $0.place) }.prefix(Feed.limit)
    let entries = newest.map { day, _, event in
      let link = address(SitePath.of(event.key))
      return Feed.Entry(
        id: link, title: event.title, link: link, published: day, updated: days.last(of: event.key) ?? day, category: .event,
        content: content(of: event))
    }
    return Feed(
      kind: .timeline, title: FeedKind.timeline.title(site), subtitle: site.words("timeline.description"), entries: entries,
      updated: entries.map(\.updated).max() ?? days.newest ?? days.earliestStart ?? Feed.noDay)
  }

  private func content(of event: Event) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes += "<p>".utf8
    bytes += site.dates.phrase(event.date.expression).markup.utf8
    if let place = event.place {
      bytes += " · ".utf8
      html.text(place, &bytes)
    }
    if event.state != .happened {
      bytes += " · ".utf8
      html.text(site.words("event.state.\(event.state.rawValue)"), &bytes)
    }
    bytes += "</p>\n".utf8
    if let summary = event.summary { html.paragraph(html.inline(summary), &bytes) }
    html.sources(event.sources.map(\.source.id), &bytes)
    return bytes
  }
}
