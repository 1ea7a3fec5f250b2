import Facts

/// `oembed/claims/<id>.json` and `oembed/timeline.json`: oEmbed 1.0 as files, which pages name in their heads. Files cannot heed `maxwidth`:
/// the frame fits itself to any width from 280 pixels on.
struct OEmbed {
  let site: Site

  /// The files' paths; none for a site without an address.
  static func paths(_ facts: FactBase, _ settings: BriefingSettings) -> [String] {
    guard settings.baseURL != nil else { return [] }
    return (facts.events.isEmpty ? [] : [SitePath.timelineOEmbed]) + facts.claims.records.map(SitePath.oEmbed)
  }

  var outputs: [Build.Output] {
    guard site.base != nil else { return [] }
    let claims = site.facts.claims.records.map { claim in
      Build.Output(path: SitePath.oEmbed(of: claim)) { self.bytes(of: self.site.embed(of: claim)) }
    }
    let timeline = Build.Output(path: SitePath.timelineOEmbed) { self.bytes(of: self.site.timelineEmbed) }
    return (site.facts.events.isEmpty ? [] : [timeline]) + claims
  }

  private func bytes(of offer: EmbedOffer?) -> [UInt8] {
    var json = JSONWriter(capacity: 1024)
    guard let offer else { return [] }
    let settings = site.settings
    let author = settings.authors.first ?? settings.publisher
    json.object { json in
      json.member("version", "1.0")
      json.member("type", "rich")
      json.member("title", offer.title)
      json.member("author_name", settings.authors.isEmpty ? author?.name : site.words.list(settings.authors.map(\.name)))
      json.member("author_url", settings.authors.count > 1 ? nil : author?.url)
      json.member("provider_name", settings.title)
      json.member("provider_url", site.base)
      json.member("html", offer.code(width: String(EmbedOffer.width)))
      json.key("width")
      json.number(EmbedOffer.width)
      json.key("height")
      json.number(offer.height)
    }
    json.end()
    return json.bytes
  }
}
