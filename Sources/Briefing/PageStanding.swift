import Facts
import Templates

/// How a page stands in the site, as far as its frame shows it. All pages that stand alike have the same links around them, so that these are put
/// into their template once.
struct PageStanding: Hashable {
  /// The way up to the site's top.
  let root: String
  /// The page of the navigation below which it stands.
  let parent: String?

  init(_ viewpoint: Viewpoint) {
    root = viewpoint.root
    parent = SitePath.parent(of: viewpoint.path)
  }

  /// From how many pages on a template of their own is worth the time that it takes.
  private static let many = 25

  /// What is around the pages of which a site has many, for each way in which they stand.
  static func frames(_ site: Site) -> [(kind: TemplateKind, standing: PageStanding, known: KnownFields)] {
    let facts = site.facts
    let atTop = site.pageOrder.count { !$0.path.utf8.contains(UInt8(ascii: "/")) }
    let candidates: [(kind: TemplateKind, folder: String, count: Int)] = [
      (.claim, "claims/", facts.claims.count), (.event, "events/", facts.events.count), (.actor, "actors/", facts.actors.count),
      (.topic, "topics/", facts.topics.count), (.page, "", atTop), (.page, "pages/", site.pageOrder.count - atTop),
    ]
    return candidates.filter { $0.count >= many }.map { kind, folder, _ in
      // No page has such a path.
      let viewpoint = Viewpoint("\(folder).html", site.places)
      return (kind, PageStanding(viewpoint), PageFrame(around: viewpoint, site).knownFields)
    }
  }
}

extension PageFrame {
  /// What the frames of all pages that stand alike have in common.
  private static let common: Set<String> = [
    "root", "navigation", "has-navigation", "contact", "home", "method", "corrections-policy", "corrections", "changes", "data",
    "data-schema",
    "claims-csv", "events-csv", "sources-csv", "sources-csl", "sources-bib", "everything", "stylesheet", "stylesheet-sum", "script",
    "script-sum", "alone",
  ]

  /// What is around a page, without anything of its own.
  fileprivate convenience init(around viewpoint: Viewpoint, _ site: Site) {
    self.init(
      path: viewpoint.path, title: "", documentTitle: "", description: "", root: viewpoint.root,
      navigation: site.navigation(from: viewpoint), links: FrameLinks(site, viewpoint), intro: nil, references: [], metadata: nil,
      linkedData: nil, isAlone: false)
  }

  /// What all pages that stand as this one does say alike.
  fileprivate var knownFields: KnownFields {
    let fields = Self.table.shape.fields
    return KnownFields(
      Self.table.shape,
      Dictionary(uniqueKeysWithValues: fields.indices.filter { Self.common.contains(fields[$0].name) }.map { ($0, value(at: $0)) }))
  }
}
