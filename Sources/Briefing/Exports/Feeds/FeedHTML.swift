import Facts
import Templates

/// Writes the HTML of feeds' entries: paragraphs and links alone, and all addresses whole.
struct FeedHTML {
  private let site: Site
  private let prepared: PreparedViews
  /// From a feed all links are whole addresses.
  let viewpoint: Viewpoint

  init(_ site: Site, _ prepared: PreparedViews, _ address: SiteAddress) {
    self.site = site
    self.prepared = prepared
    viewpoint = Viewpoint("feeds/", root: address.base, site.places)
  }

  func text(_ text: String, _ bytes: inout [UInt8]) {
    XMLText.append(text, to: &bytes)
  }

  func paragraph(_ content: [UInt8], _ bytes: inout [UInt8]) {
    bytes += "<p>".utf8
    bytes += content
    bytes += "</p>\n".utf8
  }

  func paragraph(_ content: String, _ bytes: inout [UInt8]) {
    bytes += "<p>".utf8
    text(content, &bytes)
    bytes += "</p>\n".utf8
  }

  func link(_ label: String, _ href: String, _ bytes: inout [UInt8]) {
    bytes += "<a href=\"".utf8
    text(href, &bytes)
    bytes += "\">".utf8
    text(label, &bytes)
    bytes += "</a>".utf8
  }

  /// A field's Markdown with its links; citations by name.
  func inline(_ text: MarkdownText) -> [UInt8] {
    var writer = ProseWriter(site, viewpoint, style: .named, prepared)
    return writer.inline(text)
  }

  /// A line that names sources and leads to them; nothing where there are none.
  func sources(_ ids: [String], _ bytes: inout [UInt8]) {
    var seen: Set<String> = []
    let sources = ids.filter { seen.insert($0).inserted }.compactMap { site.facts.sources[$0] }
    guard !sources.isEmpty else { return }
    bytes += "<p>".utf8
    text(site.words("feed.sources"), &bytes)
    for (index, source) in sources.enumerated() {
      bytes += (index == 0 ? " " : "; ").utf8
      link(site.name(of: source.key), source.url?.text ?? viewpoint.href(source.key), &bytes)
    }
    bytes += "</p>\n".utf8
  }
}
