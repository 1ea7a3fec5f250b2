import EDTF
import Facts
import Templates

/// What a page says of itself to those that link to it: its own address, and the Open Graph tags. Only a site with a `base_url` has it.
package struct PageMetadata: Sendable {
  /// The address that stands for the page: its own, or that of the page in its usual order.
  let canonical: String
  /// Open Graph's `article` for what has a day of publication, `website` for lists.
  let type: String
  let title: String
  let locale: String
  /// Days as ISO 8601 writes them; never with a time of day that nobody gave.
  let published: String?
  let modified: String?
  let image: SocialImage?
  let feeds: [FeedLink]

  package static let table = ViewTable<PageMetadata>(
    "metadata", "What a page says of itself to those that link to it.",
    [
      .url("canonical", "The address that stands for the page: its own, or that of the page in its usual order.") { $0.canonical },
      .choice("type", of: ["article", "website"], "Open Graph's type.") { $0.type },
      .text("title", "What the page is called without the briefing's title behind it; of the front page, that title.") { $0.title },
      .text("locale", "The language, and the region where it is known, as Open Graph writes them.") { $0.locale },
      .optionalText("published", "The day on which it was published, for an article.") { $0.published },
      .optionalText("modified", "The day on which it last changed, for an article.") { $0.modified },
      .optionalRecord("image", SocialImage.table, "A picture that stands for the page.") { $0.image },
      .list("feeds", FeedLink.table, "The site's feeds.") { $0.feeds },
    ])

  /// Nil where the page has no address of its own: no `base_url`, or the page for addresses that lead nowhere.
  ///
  /// - Parameters:
  ///   - title: The page's own.
  ///   - days: Of a site with a `base_url`.
  init?(_ site: Site, _ days: ChangeDays?, _ entry: SiteMap.Entry, title: String) {
    guard let days, let address = site.address, let path = Self.canonicalPath(of: entry, in: site) else { return nil }
    canonical = address(path)
    self.title = entry.path == SitePath.index ? site.words.set(site.settings.title) : title
    locale = Self.locale(site.settings.language)
    image = SocialImage(entry.content, site, address)
    feeds = FeedLink.all(site, address)
    let key: FactKey? =
      switch entry.content {
      case .claim(let id): FactKey(.claims, id)
      case .event(let id): FactKey(.events, id)
      default: nil
      }
    switch entry.content {
    case .front, .claim, .event:
      type = "article"
      let first = key.map { days.first(of: $0)?.text } ?? site.settings.published.expression.exactHTML
      let last = days.last(of: entry.content, path: entry.path, in: site)?.text
      published = first
      modified = last == first ? nil : last
    case .page: (type, published, modified) = ("article", nil, nil)
    default: (type, published, modified) = ("website", nil, nil)
    }
  }

  /// The page that stands for another: for another order of a list the list in its usual order, for an edition the claims as they stand.
  private static func canonicalPath(of entry: SiteMap.Entry, in site: Site) -> String? {
    switch entry.content {
    // The pages of frames have heads of their own.
    case .notFound, .claimEmbed, .timelineEmbed: nil
    case .timeline(latestFirst: true, _): SitePath.timeline
    case .claims(let order, _) where order != .date: SitePath.claims
    case .asOf: site.facts.claims.isEmpty ? SitePath.index : SitePath.claims
    default: entry.path
    }
  }

  /// `de-AT` as `de_AT`; a script is left out, and no region is made up.
  static func locale(_ language: String) -> String {
    let parts = language.split(separator: "-")
    let region = parts.dropFirst().first { part in
      part.utf8.count == 2 || (part.utf8.count == 3 && part.utf8.allSatisfy { (48...57).contains($0) })
    }
    return ([parts.first.map { $0.lowercased() } ?? language] + [region?.uppercased()].compactMap { $0 }).joined(separator: "_")
  }
}
