import Templates

/// A feed, as the head of every page names it.
package struct FeedLink: Sendable {
  let type: String
  /// The name of the format.
  let format: String
  let title: String
  let href: String

  package static let table = ViewTable<FeedLink>(
    "feed-link", "A feed of the site.",
    [
      .text("type", "Its media type.") { $0.type },
      .text("format", "The name of the format.") { $0.format },
      .text("title", "What it is called.") { $0.title },
      .url("href", "Its address.") { $0.href },
    ])

  /// The feeds that a site has: what changed, and the timeline where there are events, each in both formats.
  static func all(_ site: Site, _ address: SiteAddress) -> [FeedLink] {
    FeedKind.all(of: site.facts).flatMap { kind in
      let title = kind.title(site)
      return [
        FeedLink(type: "application/atom+xml", format: "Atom", title: title, href: address(kind.atom)),
        FeedLink(type: "application/feed+json", format: "JSON Feed", title: title, href: address(kind.json)),
      ]
    }
  }
}
