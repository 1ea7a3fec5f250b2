import Diagnostics
import Facts

/// Where a site stands in the web: the addresses of its files (RFC 3986), made from `base_url`.
struct SiteAddress: Sendable, Hashable {
  /// The site's folder, with `/` at its end.
  let base: String

  /// Nil where the briefing does not say where it will stand.
  init?(_ settings: BriefingSettings) {
    guard let address = settings.baseURL else { return nil }
    // What an address may hold is checked where it is read; letters beyond ASCII are percent-encoded, as machines want them.
    var base = address.utf8.allSatisfy { $0 < 0x80 } ? address : Self.encoded(address)
    if !base.hasSuffix("/") { base += "/" }
    self.base = base
  }

  /// The address of a path of the site, which may have an anchor; the front page is the folder itself.
  func callAsFunction(_ path: String) -> String {
    if path == SitePath.index { return base }
    guard let sign = path.firstIndex(of: "#") else { return base + PercentEncoding.encoded(path) }
    let page = path[..<sign] == SitePath.index ? "" : PercentEncoding.encoded(String(path[..<sign]))
    return base + page + "#" + PercentEncoding.encoded(String(path[path.index(after: sign)...]))
  }

  private static func encoded(_ address: String) -> String {
    var result = ""
    for character in address {
      result += character.isASCII ? String(character) : PercentEncoding.encoded(String(character))
    }
    return result
  }
}

extension Site {
  /// Where the site stands in the web, if the briefing says so.
  var address: SiteAddress? { SiteAddress(settings) }
}
