package import Diagnostics
package import Facts
package import Markdown
import Templates

/// Writes prose as HTML for one page: links to facts become links, citations become numbered marks, fenced views become tables and timelines.
package struct ProseWriter: Sendable {
  /// How citations are shown: numbered, with references at the foot of the page, or by name, with a link to the page of sources.
  package enum CitationStyle: Sendable {
    case numbered, named
  }

  let site: Site
  let viewpoint: Viewpoint
  let style: CitationStyle
  /// Views that many pages show alike, and what the templates of citations and blocks see besides their own fields.
  let prepared: PreparedViews
  private(set) var citations = CitationRegister()
  /// The sources that have a side note on this page, and whether what is being written has a margin for one.
  private var noted: Set<String> = []
  private var hasMargin = false
  /// The Markdown file that is being written, for relative links.
  private var source = "Content/facts/"

  package init(_ site: Site, _ viewpoint: Viewpoint, style: CitationStyle, _ prepared: PreparedViews) {
    self.site = site
    self.viewpoint = viewpoint
    self.style = style
    self.prepared = prepared
  }

  /// The HTML of a field's inline Markdown.
  package mutating func inline(_ text: MarkdownText) -> [UInt8] {
    guard let inlines = site.prose[text.span] else { return [] }
    var html: [UInt8] = []
    if inlines.appendPlain(to: &html) { return html }
    source = "Content/facts/"
    var writer = HTMLWriter(options: site.htmlOptions, handler: self)
    writer.write(inlines, into: &html)
    self = writer.handler
    return html
  }

  /// The HTML of a field's inline Markdown; nil where the record has none.
  package mutating func inline(_ text: MarkdownText?) -> [UInt8]? {
    guard let text else { return nil }
    return inline(text)
  }

  /// The HTML of a page's blocks.
  package mutating func blocks(_ blocks: ArraySlice<Block>, of page: Page) -> [UInt8] {
    var html: [UInt8] = []
    html.reserveCapacity(8 * 1024)
    source = page.source
    var writer = HTMLWriter(options: site.htmlOptions, handler: self)
    writer.handler.hasMargin = style == .numbered
    writer.write(Array(blocks), into: &html)
    self = writer.handler
    hasMargin = false
    return html
  }

  /// Cites a source: what a mark needs to be shown.
  package mutating func cite(_ citation: Citation) -> CitationMark {
    cite(citation.source.id, locator: citation.locator, note: inline(citation.note))
  }

  /// Cites a source by its id.
  package mutating func cite(_ id: String, locator: String? = nil, note: [UInt8]? = nil) -> CitationMark {
    let source = prepared.line(ofSource: id, site)
    let locator = locator.map(site.words.set)
    switch style {
    case .numbered:
      let mark = citations.cite(id)
      return CitationMark(
        source, mark, isFirst: hasMargin && noted.insert(id).inserted, href: "#\(mark.reference)", locator: locator, note: note,
        label: site.words("citation.label", ["number": String(mark.number), "name": source.name]))
    case .named:
      return CitationMark(source, nil, href: viewpoint.href(source.path), locator: locator, note: note, label: source.name)
    }
  }
}

extension ProseWriter: HTMLHandler {
  /// Links to facts lead to their pages, citations become marks, pages and files are linked to from where the page stands.
  package mutating func link(_ link: Link) -> LinkTreatment {
    switch FactLink(link.destination, in: source) {
    case .citation(let id):
      let mark = cite(id, locator: link.title.isEmpty ? nil : link.title)
      var bytes: [UInt8] = []
      prepared.templates.render(.citation, CitationMark.table.record(mark), into: &bytes)
      while bytes.last == UInt8(ascii: "\n") { bytes.removeLast() }
      return .plain(before: [], after: bytes)
    case .fact(let key):
      let text = link.inlines.isEmpty || link.isAutolink ? site.words.set(site.name(of: key)) : nil
      return .anchor(href: viewpoint.href(key), attributes: [(name: "class", value: key.kind.singular)], before: [], after: [], text: text)
    case .page(let path, let anchor):
      let target = anchor.map { "\(path)#\($0)" } ?? path
      let text = link.inlines.isEmpty ? (site.pages[path]?.title).map(site.words.set) : nil
      return .anchor(href: viewpoint.href(target), attributes: titleAttribute(link), before: [], after: [], text: text)
    case .asset(let path):
      return .anchor(href: viewpoint.href(path), attributes: titleAttribute(link), before: [], after: [], text: nil)
    case .elsewhere(let address):
      return .anchor(href: address, attributes: titleAttribute(link), before: [], after: [], text: nil)
    case .unknownScheme, .outside:
      return .plain(before: [], after: [])
    }
  }

  /// Pictures of the site's own are linked to from where the page stands.
  package mutating func image(_ image: Image) -> ImageTreatment {
    if case .asset(let path) = FactLink(image.destination, in: source) { return ImageTreatment(source: viewpoint.href(path)) }
    return ImageTreatment(source: image.destination)
  }

  /// A fenced block whose info string is a view shows the facts.
  package mutating func fence(_ code: CodeBlock, span: SourceSpan, into html: inout [UInt8]) -> Bool {
    guard let view = FactBlock.View(rawValue: code.info) else { return false }
    var log = DiagnosticLog()
    guard let block = FactBlock(view, code, in: SourceFile(path: source, text: ""), log: &log) else { return true }
    let record = block.record(for: self)
    prepared.templates.render(block.kind, record, into: &html)
    return true
  }

  private func titleAttribute(_ link: Link) -> [(name: String, value: String)] {
    link.title.isEmpty ? [] : [(name: "title", value: link.title)]
  }
}
