import EDTF
import Facts
import Markdown
import Templates

/// Makes one page: gathers what its template shows and renders it.
struct PageBuilder {
  let site: Site
  let prepared: PreparedViews
  let entry: SiteMap.Entry
  let viewpoint: Viewpoint
  private let isAlone: Bool
  /// What an author wrote for it.
  let page: Page?

  /// - Parameter isAlone: Whether the page becomes a part of the one file, so that templates leave out what leads to other files.
  init(_ site: Site, _ prepared: PreparedViews, entry: SiteMap.Entry, isAlone: Bool = false) {
    self.isAlone = isAlone
    self.site = site
    self.prepared = prepared
    self.entry = entry
    page = site.pages[entry.path]
    if case .notFound = entry.content {
      viewpoint = Viewpoint(entry.path, root: site.absoluteRoot, site.places)
    } else {
      viewpoint = Viewpoint(entry.path, site.places)
    }
  }

  var words: Wording { site.words }
  var facts: FactBase { site.facts }

  func render() -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(entry.content.isList ? 512 * 1024 : 16 * 1024)
    switch entry.content {
    case .front: show(.front, FrontView.table.record(front()), &bytes)
    case .timeline(let latestFirst, let part): show(.timeline, TimelineView.table.record(timeline(latestFirst: latestFirst, part)), &bytes)
    case .claims(let order, let part): show(.claims, ClaimsView.table.record(claims(order, part)), &bytes)
    case .claim(let id): if let claim = facts.claims[id] { show(.claim, ClaimView.table.record(self.claim(claim)), &bytes) }
    case .event(let id): if let event = facts.events[id] { show(.event, EventView.table.record(self.event(event)), &bytes) }
    case .actor(let id, let part): if let actor = facts.actors[id] { show(.actor, ActorView.table.record(self.actor(actor, part)), &bytes) }
    case .topic(let id, let part): if let topic = facts.topics[id] { show(.topic, TopicView.table.record(self.topic(topic, part)), &bytes) }
    case .sources(let part): show(.sources, SourcesView.table.record(sources(part)), &bytes)
    case .positions(let part): show(.positions, PositionsView.table.record(positions(part)), &bytes)
    case .questions(let part): show(.questions, QuestionsView.table.record(questions(part)), &bytes)
    case .glossary(let part): show(.glossary, GlossaryView.table.record(glossary(part)), &bytes)
    case .corrections(let part): show(.corrections, CorrectionsView.table.record(corrections(part)), &bytes)
    case .changes(let part): show(.changes, ChangesView.table.record(changes(part)), &bytes)
    case .asOf(let date, let part):
      if let edition = site.history.edition(of: date) { show(.edition, AsOfView.table.record(asOf(edition, part)), &bytes) }
    case .claimEmbed(let id):
      if let claim = facts.claims[id] { show(.claimEmbed, ClaimEmbedView.table.record(claimEmbed(claim)), &bytes) }
    case .timelineEmbed: show(.timelineEmbed, TimelineEmbedView.table.record(timelineEmbed()), &bytes)
    case .everything(let part): show(.everything, EverythingView.table.record(everything(part)), &bytes)
    case .notFound: show(.notFound, PlainView.table.record(plain(title: words("not-found.title"))), &bytes)
    case .page: show(.page, PlainView.table.record(plain(title: nil)), &bytes)
    }
    return bytes
  }

  private func show(_ kind: TemplateKind, _ record: View, _ bytes: inout [UInt8]) {
    let standing = isAlone ? nil : prepared.standing(of: viewpoint, site)
    prepared.templates.render(kind, record, standing: standing, into: &bytes)
  }

  func writer(_ style: ProseWriter.CitationStyle) -> ProseWriter {
    ProseWriter(site, viewpoint, style: style, prepared)
  }
}

/// What every page has.
extension PageBuilder {
  /// The frame, once all of the page's citations are known. A page's own title is kept where it is that of a record.
  func frame(_ title: String, description: String? = nil, intro: [UInt8]?, keepsTitle: Bool = false, _ writer: inout ProseWriter)
    -> PageFrame
  {
    let written = keepsTitle ? title : page?.title ?? title
    let shown = words.set(written)
    return PageFrame(
      path: entry.path, title: shown,
      documentTitle: entry.path == SitePath.index
        ? prepared.imprint.title : words("page.document-title", ["page": shown, "site": prepared.imprint.title]),
      description: words.set(page?.head.description ?? description ?? site.settings.question), root: viewpoint.root,
      navigation: prepared.navigation(site, from: viewpoint), links: prepared.links(site, from: viewpoint), intro: intro,
      references: writer.references(), metadata: isAlone ? nil : PageMetadata(site, prepared.days, entry, title: shown),
      linkedData: isAlone ? nil : JSONLD(site, prepared.days)?.bytes(of: entry, title: written, citing: writer.citations.sources),
      isAlone: isAlone)
  }

  func intro(_ writer: inout ProseWriter) -> [UInt8]? {
    page.map { writer.blocks($0.body, of: $0) }
  }

  /// The headings of a page, as links, where there are enough of them or the page asks for it.
  func contents() -> [LinkView] {
    guard let page else { return [] }
    let headings = Page.headings(of: page.body).filter { $0.level == 2 && $0.id != nil }
    guard page.head.hasContents ?? (headings.count >= 4) else { return [] }
    return headings.map { LinkView(label: $0.inlines.plainText, href: "#\($0.id ?? "")") }
  }

  /// The introduction of a list that has several pages; only the first part of each bears it.
  func intro(_ first: String, _ part: Int, _ writer: inout ProseWriter) -> [UInt8]? {
    guard part == 1 else { return nil }
    return intro(&writer) ?? site.pages[first].map { writer.blocks($0.body, of: $0) }
  }

  /// The paging of a list of that many entries.
  func paging(_ part: Int, _ total: Int, by size: Int = Paging.size, _ first: String) -> PagingView? {
    PagingView("entries", part: part, total: total, by: size, first: first, words, viewpoint)
  }

  /// The frame of a part of a list of the facts; the author's title for its first page is that of all.
  func frame(_ list: String, of first: String, _ part: Int, intro: [UInt8]?, _ writer: inout ProseWriter) -> PageFrame {
    frame(
      title(site.pages[first]?.title ?? words("\(list).title"), part), description: words("\(list).description"), intro: intro,
      keepsTitle: true, &writer)
  }

  func title(_ text: String, _ part: Int) -> String {
    part == 1 ? text : words("paging.title", ["title": text, "number": String(part)])
  }
}
