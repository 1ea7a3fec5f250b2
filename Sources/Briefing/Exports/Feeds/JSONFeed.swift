import Facts

/// Writes a feed as JSON Feed 1.1 (jsonfeed.org).
struct JSONFeed {
  private let site: Site
  private let address: SiteAddress

  init(_ site: Site, _ address: SiteAddress) {
    self.site = site
    self.address = address
  }

  func bytes(of feed: Feed) -> [UInt8] {
    let settings = site.settings
    var json = JSONWriter(capacity: 1024 * (feed.entries.count + 1))
    json.object { json in
      json.member("version", "https://jsonfeed.org/version/1.1")
      json.member("title", feed.title)
      json.member("home_page_url", address(feed.home(in: site)))
      json.member("feed_url", address(feed.kind.json))
      json.member("description", feed.subtitle)
      json.member("language", settings.language)
      json.member("authors", settings.authors.isEmpty ? [settings.publisher].compactMap { $0 } : settings.authors) { json, author in
        json.object { json in
          json.member("name", author.name)
          json.member("url", author.url)
        }
      }
      json.member("expired", if: settings.state == .closed)
      json.key("items")
      json.array(feed.entries) { json, entry in
        json.object { json in
          json.member("id", entry.id)
          json.member("url", entry.link)
          json.member("title", entry.title)
          json.member("content_html", String(decoding: entry.content, as: UTF8.self))
          json.member("date_published", Feed.time(entry.published))
          json.member("date_modified", Feed.time(entry.updated))
          json.key("tags")
          json.array([entry.category.rawValue]) { $0.string($1) }
        }
      }
    }
    json.end()
    return json.bytes
  }
}
