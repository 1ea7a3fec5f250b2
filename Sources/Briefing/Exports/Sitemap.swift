import EDTF
import Facts

/// `sitemap.xml` (sitemaps.org, 0.9): the address of every page that stands for itself, and the day on which it last changed where that is known.
///
/// Left out are other orders of a list, pages of the past and of frames, and the page for addresses that lead nowhere: what names another page as the
/// one that stands for it, or none. More pages than one file may hold go into `sitemap-1.xml` and so on, and `sitemap.xml` lists those.
struct Sitemap: Sendable {
  /// What the protocol allows in one file.
  struct Limits: Sendable {
    var addresses = 50_000
    var bytes = 50 * 1024 * 1024
  }

  /// The longest address that the protocol allows, and one more.
  private static let addressLimit = 2048
  private static let head = "<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n"
  private static let indexHead = "<sitemapindex xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n"

  private let site: Site
  private let address: SiteAddress
  private let days: ChangeDays
  private let entries: [SiteMap.Entry]
  /// The places of the entries that each file holds.
  let parts: [Range<Int>]

  init(_ site: Site, _ map: SiteMap, _ address: SiteAddress, _ days: ChangeDays, limits: Limits = Limits()) {
    self.site = site
    self.address = address
    self.days = days
    entries = map.entries.filter { Self.standsForItself($0) && address($0.path).utf8.count < Self.addressLimit }
    var parts: [Range<Int>] = []
    var start = 0
    var size = 0
    // An address may grow when it is escaped: five bytes for one at the most.
    let frame = 400
    for (index, entry) in entries.enumerated() {
      let most = address(entry.path).utf8.count * 5 + 80
      if index > start, index - start >= limits.addresses || size + most + frame > limits.bytes {
        parts.append(start..<index)
        (start, size) = (index, 0)
      }
      size += most
    }
    self.parts = parts + [start..<entries.count]
  }

  private static func standsForItself(_ entry: SiteMap.Entry) -> Bool {
    switch entry.content {
    case .timeline(let latestFirst, _): !latestFirst
    case .claims(let order, _): order == .date
    default: entry.content.isForReaders
    }
  }

  /// The path of one of several parts; the first is 1.
  static func path(part: Int) -> String {
    "sitemap-\(part).xml"
  }

  /// The files: one, or a list of several and those.
  var files: [Build.Output] {
    guard parts.count > 1 else { return [Build.Output(path: SitePath.sitemap) { urls(0..<entries.count) }] }
    var files = [Build.Output(path: SitePath.sitemap) { index() }]
    for (number, range) in parts.enumerated() {
      files.append(Build.Output(path: Self.path(part: number + 1)) { urls(range) })
    }
    return files
  }

  private func urls(_ range: Range<Int>) -> [UInt8] {
    var xml = XMLWriter()
    xml.raw(Self.head)
    for entry in entries[range] { place("url", address(entry.path), day(of: entry), &xml) }
    xml.raw("</urlset>\n")
    return xml.bytes
  }

  private func index() -> [UInt8] {
    var xml = XMLWriter()
    xml.raw(Self.indexHead)
    for (number, range) in parts.enumerated() {
      let newest = entries[range].reduce(nil as CivilDay?) { ChangeDays.later($0, day(of: $1)) }
      place("sitemap", address(Self.path(part: number + 1)), newest, &xml)
    }
    xml.raw("</sitemapindex>\n")
    return xml.bytes
  }

  private func place(_ element: String, _ address: String, _ day: CivilDay?, _ xml: inout XMLWriter) {
    xml.raw("<\(element)>\n")
    xml.element("loc", address)
    if let day { xml.element("lastmod", day.text) }
    xml.raw("</\(element)>\n")
  }

  private func day(of entry: SiteMap.Entry) -> CivilDay? {
    days.last(of: entry.content, path: entry.path, in: site)
  }
}
