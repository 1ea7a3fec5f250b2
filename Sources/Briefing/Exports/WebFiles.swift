import Facts

/// The files that only a site with a `base_url` has: feeds, the sitemap and `robots.txt`. All that they name are whole addresses.
enum WebFiles {
  /// The files of a site, each with the way to its bytes.
  static func outputs(_ site: Site, _ map: SiteMap, _ prepared: PreparedViews) -> [Build.Output] {
    guard let address = site.address, let days = prepared.days else { return [] }
    var outputs: [Build.Output] = []
    for kind in FeedKind.all(of: site.facts) {
      outputs.append(Build.Output(path: kind.atom) { AtomFeed(site, address).bytes(of: feed(kind, site, prepared, address, days)) })
      outputs.append(Build.Output(path: kind.json) { JSONFeed(site, address).bytes(of: feed(kind, site, prepared, address, days)) })
    }
    outputs += Sitemap(site, map, address, days).files
    // An author's own counts before this.
    if !site.assets.contains(SitePath.robots) {
      outputs.append(Build.Output(path: SitePath.robots) { robots(address) })
    }
    return outputs
  }

  /// The paths that no file of `Content/root` may have. `robots.txt` is not among them: one of that name is taken in place of brief's own.
  static func reserved(_ settings: BriefingSettings) -> [String] {
    guard settings.baseURL != nil else { return [] }
    return FeedKind.allCases.flatMap { [$0.atom, $0.json] } + [SitePath.sitemap]
  }

  private static func feed(_ kind: FeedKind, _ site: Site, _ prepared: PreparedViews, _ address: SiteAddress, _ days: ChangeDays) -> Feed {
    switch kind {
    case .changes: ChangeFeed(site, prepared, address, days).feed()
    case .timeline: TimelineFeed(site, prepared, address, days).feed()
    }
  }

  /// All may be read by all; and where the sitemap is (RFC 9309).
  private static func robots(_ address: SiteAddress) -> [UInt8] {
    Array("User-agent: *\nAllow: /\n\nSitemap: \(address(SitePath.sitemap))\n".utf8)
  }
}
