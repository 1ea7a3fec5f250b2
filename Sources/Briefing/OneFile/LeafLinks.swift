import Diagnostics
import Facts

/// Where links lead within the one file, and where those do that lead out of it.
struct LeafLinks: Sendable {
  let leaves: [Leaf]
  private let byPath: [String: Int]
  /// Pages that are left out, by path, and the leaves that hold what they show.
  private let standIns: [String: (leaves: [Int], id: String?)]
  /// The site's address with the slash at its end.
  private let base: String?
  /// The bytes of a file of the site that is no page.
  private let file: @Sendable (String) -> [UInt8]?

  /// - Parameters:
  ///   - leaves: The pages of the file, in their order.
  ///   - others: The pages of the site that are left out.
  ///   - file: The bytes of a file of the site that is no page, by its path.
  init(_ leaves: [Leaf], leavingOut others: [SiteMap.Entry], base: String?, file: @escaping @Sendable (String) -> [UInt8]?) {
    self.leaves = leaves
    self.base = base
    self.file = file
    byPath = Dictionary(uniqueKeysWithValues: leaves.enumerated().map { ($1.entry.path, $0) })
    var standIns: [String: (leaves: [Int], id: String?)] = [:]
    for other in others {
      // Of an edition, the page of changes tells.
      let id: String? = if case .asOf(let date, _) = other.content { "edition-\(date)" } else { nil }
      standIns[other.path] = (leaves.indices.filter { leaves[$0].entry.content.holds(other.content) }, id)
    }
    self.standIns = standIns
  }

  /// Where a link leads.
  enum Target: Equatable {
    /// An anchor of the file.
    case anchor(String)
    /// An address outside of it, whole.
    case address(String)
    /// A file that is carried within the link.
    case data(String, name: String)
    /// What is left as it is.
    case asIs
  }

  /// - Parameters:
  ///   - href: As it stands in the page, character references resolved.
  ///   - path: The page that it stands in.
  func target(of href: String, from path: String) -> Target {
    guard !Self.isForeign(href) else { return .asIs }
    let parts = href.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false)
    let place = parts[0].prefix { $0 != "?" }
    let wanted = place.isEmpty ? path : Self.resolve(String(place), from: path)
    let places = byPath[wanted].map { [$0] } ?? standIns[wanted]?.leaves ?? []
    let fragment = parts.count > 1 && !parts[1].isEmpty ? Self.decoded(parts[1]) : standIns[wanted]?.id
    if let fragment, let place = places.first(where: { leaves[$0].ids.contains(fragment) }) {
      return .anchor(leaves[place].anchor(of: fragment))
    }
    if let place = places.first { return .anchor(leaves[place].anchor) }
    if let base { return .address(base + wanted + (parts.count > 1 ? "#" + parts[1] : "")) }
    return file(wanted).map { .data(DataAddress.of($0, path: wanted), name: String(wanted.split(separator: "/").last ?? "")) } ?? .asIs
  }

  /// A file as an address that holds it: what pictures show. Nil where it is no file of the site.
  func picture(_ source: String, from path: String) -> String? {
    guard !Self.isForeign(source) else { return nil }
    let wanted = Self.resolve(String(source.prefix { $0 != "?" && $0 != "#" }), from: path)
    return file(wanted).map { DataAddress.of($0, path: wanted) }
  }

  /// A link to an anchor of the file: browsers decode what they are asked for.
  static func href(toAnchor anchor: String) -> String {
    "#" + anchor.replacing("%", with: "%25")
  }

  /// The address at which a page stands in the site; nil where the site has none.
  func permanent(_ path: String) -> String? {
    base.map { $0 + path }
  }

  /// Whether an address has a scheme or a host, or begins at the top of a server.
  private static func isForeign(_ href: String) -> Bool {
    if href.hasPrefix("/") { return true }
    guard let colon = href.utf8.firstIndex(of: UInt8(ascii: ":")) else { return false }
    return !href.utf8[..<colon].contains { $0 == UInt8(ascii: "/") || $0 == UInt8(ascii: "#") || $0 == UInt8(ascii: "?") }
  }

  /// A path of the site, from a relative one. What would lead above the top stays at the top.
  private static func resolve(_ place: String, from path: String) -> String {
    var names = path.split(separator: "/", omittingEmptySubsequences: false).dropLast().map(String.init)
    let steps = decoded(place).split(separator: "/", omittingEmptySubsequences: false)
    for step in steps {
      switch step {
      case "", ".": continue
      case "..": if !names.isEmpty { names.removeLast() }
      default: names.append(String(step))
      }
    }
    // A folder is its first page.
    if let last = steps.last, ["", ".", ".."].contains(last) { names.append(SitePath.index) }
    return names.joined(separator: "/")
  }

  /// What is encoded in vain stays as it is.
  private static func decoded(_ text: some StringProtocol) -> String {
    PercentEncoding.decoded(text) ?? String(text)
  }
}

extension SiteMap.Content {
  /// Whether this page shows what another one shows that is left out: in another order, for a frame, as it stood.
  fileprivate func holds(_ other: SiteMap.Content) -> Bool {
    switch (self, other) {
    case (.timeline, .timeline), (.timeline, .timelineEmbed), (.claims, .claims), (.changes, .asOf), (.front, .notFound): true
    case (.claim(let id), .claimEmbed(let other)): id == other
    default: false
    }
  }
}
