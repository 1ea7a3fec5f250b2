import Facts

/// Writes a feed as Atom 1.0 (RFC 4287).
struct AtomFeed {
  private let site: Site
  private let address: SiteAddress

  init(_ site: Site, _ address: SiteAddress) {
    self.site = site
    self.address = address
  }

  func bytes(of feed: Feed) -> [UInt8] {
    let settings = site.settings
    let own = address(feed.kind.atom)
    var xml = XMLWriter()
    xml.raw("<feed xmlns=\"http://www.w3.org/2005/Atom\" xml:lang=\"\(settings.language)\">\n")
    xml.element("id", own)
    xml.element("title", feed.title)
    xml.element("subtitle", feed.subtitle)
    xml.element("updated", Feed.time(feed.updated))
    xml.empty("link", ["rel": "self", "type": "application/atom+xml", "href": own])
    xml.empty("link", ["rel": "alternate", "type": "text/html", "href": address(feed.home(in: site))])
    // A feed has an author in any case: where nobody is named, the briefing itself.
    let authors = settings.authors + (settings.authors.isEmpty ? [settings.publisher].compactMap { $0 } : [])
    for author in authors { person(author.name, author.url, &xml) }
    if authors.isEmpty { person(settings.title, nil, &xml) }
    if let licence = settings.licence { xml.element("rights", licence) }
    xml.element("generator", "brief", ["version": Generator.version])
    for entry in feed.entries { self.entry(entry, &xml) }
    xml.raw("</feed>\n")
    return xml.bytes
  }

  private func person(_ name: String, _ url: String?, _ xml: inout XMLWriter) {
    xml.raw("<author>\n")
    xml.element("name", name)
    if let url { xml.element("uri", url) }
    xml.raw("</author>\n")
  }

  private func entry(_ entry: Feed.Entry, _ xml: inout XMLWriter) {
    xml.raw("<entry>\n")
    xml.element("id", entry.id)
    xml.element("title", entry.title)
    xml.empty("link", ["rel": "alternate", "type": "text/html", "href": entry.link])
    xml.element("published", Feed.time(entry.published))
    xml.element("updated", Feed.time(entry.updated))
    xml.empty("category", ["term": entry.category.rawValue])
    xml.element("content", String(decoding: entry.content, as: UTF8.self), ["type": "html"])
    xml.raw("</entry>\n")
  }
}
