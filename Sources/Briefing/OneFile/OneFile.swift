import Diagnostics
import Facts
import Templates

/// The whole briefing in one file that needs no other: all pages one after the other, links as anchors, stylesheet, script and search index
/// within, under a policy that names each by its hash.
///
/// It holds what a reader can come to, each once: lists in their first order and records' pages. Left out are the other orders of timeline and
/// claims, the states of editions (the page of changes leads to them in the site), what other sites show in a frame, and the page for
/// addresses that lead nowhere; links to them lead to what holds the same.
package struct OneFile: Sendable {
  /// What the file takes from the theme.
  package struct Theme: Sendable {
    let styles: [[UInt8]]
    let scripts: [[UInt8]]

    package init(styles: [[UInt8]], scripts: [[UInt8]]) {
      self.styles = styles
      self.scripts = scripts
    }

    /// The files of `theme/` that the file needs, in their order.
    package static let styles = ["theme/brief.css", "theme/alone.css"]
    package static let scripts = ["theme/brief.js"]
  }

  private let site: Site
  private let prepared: PreparedViews
  private let links: LeafLinks
  private let theme: Theme
  private let hash: @Sendable ([UInt8]) -> [UInt8]

  /// - Parameters:
  ///   - theme: The files that `Theme` names.
  ///   - file: The bytes of a copied file of the site, by its path there.
  ///   - hash: SHA-256, for the policy.
  package init(
    _ site: Site, _ map: SiteMap, theme: Theme, file: @escaping @Sendable (String) -> [UInt8]?,
    hash: @escaping @Sendable ([UInt8]) -> [UInt8]
  ) async {
    self.site = site
    self.theme = theme
    self.hash = hash
    let prepared = await PreparedViews(site)
    self.prepared = prepared
    let entries = Self.inOrder(map.entries)
    var anchors: Set<String> = []
    var leaves: [Leaf] = []
    for entry in entries {
      let page = PageBuilder(site, prepared, entry: entry, isAlone: true).render()
      leaves.append(Leaf(entry, anchor: Self.anchor(of: entry.path, besides: &anchors), page: page))
    }
    let paths = Set(entries.map(\.path))
    links = LeafLinks(leaves, leavingOut: map.entries.filter { !paths.contains($0.path) }, base: site.base) { path in
      Build.exportPaths.contains(path) ? Build.export(path, of: site, prepared) : file(path)
    }
  }

  /// How many pages the file holds.
  package var count: Int {
    links.leaves.count
  }

  /// The file. A page is rendered when its turn comes, so that no more than one stands beside the file itself.
  package func bytes() -> [UInt8] {
    let styles = Self.element("style", theme.styles.flatMap { $0 }, closing: "</style")
    let scripts = [index] + theme.scripts.map { Self.element("script", $0, closing: "</script") }
    let policy =
      "default-src 'none'; script-src \(scripts.map { source($0.content) }.joined(separator: " ")); style-src \(source(styles.content)); "
      + "img-src data:"
    let frame = PageBuilder(site, prepared, entry: links.leaves[0].entry, isAlone: true).emptyFrame()
    let view = OneFileView(
      page: frame.leading { href in
        if case .anchor(let anchor) = links.target(of: href, from: SitePath.index) { LeafLinks.href(toAnchor: anchor) } else { href }
      },
      policy: policy, styles: styles.markup, scripts: scripts.flatMap(\.markup), live: site.base,
      leaves: links.leaves.map { leaf in OneFileView.Part(id: leaf.anchor) { content(of: leaf) } })
    var bytes: [UInt8] = []
    bytes.reserveCapacity(24 * 1024 * (links.leaves.count + 4))
    prepared.templates.render(.oneFile, OneFileView.table.record(view), into: &bytes)
    return bytes
  }

  private func content(of leaf: Leaf) -> [UInt8] {
    LeafRewriter(leaf: leaf, links: links).content(of: PageBuilder(site, prepared, entry: leaf.entry, isAlone: true).render())
  }

  // MARK: What goes in, and by which name

  /// The front page, lists in their first order, prose, then records; last the list of everything.
  private static func inOrder(_ entries: [SiteMap.Entry]) -> [SiteMap.Entry] {
    func place(_ content: SiteMap.Content) -> Int? {
      switch content {
      case .front: 0
      case .timeline(let latestFirst, _): latestFirst ? nil : 1
      case .claims(let order, _): order == .date ? 1 : nil
      case .positions, .questions, .sources, .glossary, .corrections, .changes: 1
      case .page: 2
      case .claim, .event, .actor, .topic: 3
      case .everything: 4
      case .asOf, .notFound, .claimEmbed, .timelineEmbed: nil
      }
    }
    let placed = entries.enumerated().compactMap { index, entry in place(entry.content).map { (place: $0, index: index, entry: entry) } }
    return placed.sorted { ($0.place, $0.index) < ($1.place, $1.index) }.map(\.entry)
  }

  /// A page's anchor: its path, without what cannot stand in an id or would part it from the ids within the page.
  static func anchor(of path: String, besides taken: inout Set<String>) -> String {
    let plain = String(
      String.UnicodeScalarView(path.unicodeScalars.map { $0 == ":" || $0.properties.isWhitespace || $0.value < 0x20 ? "_" : $0 }))
    var anchor = plain
    var number = 2
    while !taken.insert(anchor).inserted {
      anchor = "\(plain)_\(number)"
      number += 1
    }
    return anchor
  }

  // MARK: Scripts, styles and their hashes

  /// The search index: it says of each hit the anchor where the site's says the path.
  private var index: (markup: [UInt8], content: [UInt8]) {
    let links = links
    let bytes = SearchIndex(site: site, findables: prepared.findables).bytes { path in
      if case .anchor(let anchor) = links.target(of: path, from: SitePath.index) { LeafLinks.href(toAnchor: anchor) } else { path }
    }
    // Only texts have this sign, and there it may be written so.
    let content = bytes.flatMap { $0 == UInt8(ascii: "<") ? Array("\\u003C".utf8) : [$0] }
    return (Array("<script>".utf8) + content + Array("</script>\n".utf8), content)
  }

  /// An element around what must not end it.
  private static func element(_ name: String, _ bytes: [UInt8], closing: String) -> (markup: [UInt8], content: [UInt8]) {
    let text = String(decoding: bytes, as: UTF8.self)
    let safe = text.replacing(closing, with: "<\\" + closing.dropFirst()).replacing("<!--", with: "<\\!--")
    let content = Array(safe.utf8)
    return (Array("<\(name)>".utf8) + content + Array("</\(name)>\n".utf8), content)
  }

  private func source(_ content: [UInt8]) -> String {
    "'sha256-\(Base64.text(of: hash(content)))'"
  }
}
