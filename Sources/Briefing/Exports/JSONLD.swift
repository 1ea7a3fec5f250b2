import EDTF
import Facts

/// What a page says of its subject to search engines and other machines: JSON-LD 1.1 in the words of schema.org, one object a page.
///
/// Ids are addresses made from the records' ids. Only what is exact becomes a date: schema.org has no word for "about" or "possibly", so that an
/// uncertain date is left out. The briefing's own data says more.
///
/// Only a site with a `base_url` has it: without one there is nothing that could be referred to.
struct JSONLD: Sendable {
  let site: Site
  let address: SiteAddress
  let days: ChangeDays

  /// Nil where the site has no address.
  init?(_ site: Site, _ days: ChangeDays?) {
    guard let days, let address = site.address else { return nil }
    self.site = site
    self.address = address
    self.days = days
  }

  /// The JSON of a page, without any space; nil where the page says nothing of this kind.
  ///
  /// - Parameters:
  ///   - title: The page's own.
  ///   - sources: The ids of the sources that the page cites, in the order of their numbers.
  func bytes(of entry: SiteMap.Entry, title: String, citing sources: [String]) -> [UInt8]? {
    let facts = site.facts
    switch entry.content {
    case .front: return object(8192) { article(&$0, citing: sources) }
    case .claim(let id):
      guard let claim = facts.claims[id] else { return nil }
      return object(2048) { page(of: claim, title: title, citing: sources, &$0) }
    case .event(let id):
      guard let event = facts.events[id] else { return nil }
      return object(1024) { json in
        page(entry, title: title, &json)
        json.key("mainEntity")
        json.object { self.event(event, &$0) }
      }
    case .actor(let id, part: 1):
      guard let actor = facts.actors[id] else { return nil }
      return object(1024) { json in
        page(entry, title: title, &json)
        json.key("mainEntity")
        json.object { self.actor(actor, &$0) }
      }
    default: return nil
    }
  }

  private func object(_ capacity: Int, _ body: (inout JSONWriter) -> Void) -> [UInt8] {
    var json = JSONWriter(capacity: capacity, isCompact: true)
    json.object { json in
      json.member("@context", "https://schema.org")
      body(&json)
    }
    return json.bytes
  }

  // MARK: Pages

  /// The page of a claim, and the claim; where it is published as a fact-check, that too, the one of the page.
  private func page(of claim: Claim, title: String, citing sources: [String], _ json: inout JSONWriter) {
    let entry = SiteMap.Entry(path: SitePath.of(claim.key), content: .claim(claim.id))
    guard claim.isReviewed(site.settings) else {
      page(entry, title: title, &json)
      citations(sources, &json)
      json.key("mainEntity")
      json.object { self.claim(claim, &$0) }
      return
    }
    json.key("@graph")
    json.array([true, false]) { json, isPage in
      json.object { json in
        if isPage {
          page(entry, title: title, &json)
          citations(sources, &json)
          json.key("mainEntity")
          json.object { $0.member("@id", id(claim.key)) }
        } else {
          review(claim, &json)
        }
      }
    }
  }

  /// What is said of a page of the site that is about one record.
  private func page(_ entry: SiteMap.Entry, title: String, _ json: inout JSONWriter) {
    let settings = site.settings
    json.member("@type", "WebPage")
    json.member("@id", href(entry.path))
    json.member("url", href(entry.path))
    json.member("name", title)
    json.member("inLanguage", settings.language)
    json.key("isPartOf")
    json.object { $0.member("@id", href(SitePath.index)) }
    let key: FactKey? =
      switch entry.content {
      case .claim(let id): FactKey(.claims, id)
      case .event(let id): FactKey(.events, id)
      case .actor(let id, _): FactKey(.actors, id)
      default: nil
      }
    json.member("datePublished", key.flatMap(days.first)?.text)
    json.member("dateModified", days.last(of: entry.content, path: entry.path, in: site)?.text)
  }

  // MARK: Addresses

  /// The address of a path.
  func href(_ path: String) -> String {
    address(path)
  }

  /// What a record is known by: its page, and what it is.
  func id(_ key: FactKey) -> String {
    let path = site.places.path(of: key)
    return path.contains("#") ? href(path) : href("\(path)#\(key.kind.singular)")
  }
}
