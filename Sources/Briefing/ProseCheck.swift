package import Diagnostics
import EDTF
package import Facts
import Markdown
import Templates

/// Checks prose: that every link leads somewhere, that what is stated is cited, that views of the facts can be shown.
package struct ProseCheck: Sendable {
  let facts: FactBase
  let settings: BriefingSettings
  let targets: Targets
  let assets: Set<String>
  /// The paths of pages that are kept back.
  let drafts: Set<String>

  /// Where prose may lead to.
  struct Targets: Sendable {
    /// The paths of all pages.
    let pages: Set<String>
    /// The anchors of those written by hand, by their paths.
    let anchors: [String: Set<String>]

    init(_ map: SiteMap, _ pages: [Page]) {
      var paths = map.paths
      for page in pages { paths.insert(page.path) }
      self.pages = paths
      anchors = Dictionary(pages.map { ($0.path, $0.anchors) }) { first, _ in first }
    }
  }

  /// What a text was found to hold.
  package struct Findings: Sendable {
    package var log = DiagnosticLog()
    /// The sources that it cites.
    package var sources: Set<String> = []
    /// The other records that it links to or shows by name.
    package var named: Set<FactKey> = []
    /// Whether it holds a view of many records, such as a timeline.
    var showsLists = false

    /// All records that it cites, links to or shows.
    var keys: Set<FactKey> {
      sources.isEmpty ? named : named.union(sources.map { FactKey(.sources, $0) })
    }

    /// Whether nothing of the facts stands in it.
    var namesNothing: Bool { sources.isEmpty && named.isEmpty && !showsLists }
  }

  // MARK: Pages

  /// All that is to be said of a page written by hand.
  package func check(_ page: Page, file: SourceFile) -> Findings {
    var findings = Findings()
    var excused = false
    for block in page.blocks {
      if case .comment(let text) = block.kind {
        excused = text.hasPrefix("uncited:") && text.dropFirst("uncited:".count).contains { !$0.isWhitespace }
        continue
      }
      check(block, in: page, file: file, excused: excused, &findings)
      excused = false
    }
    checkHeadings(page, &findings.log)
    return findings
  }

  private func check(_ block: Block, in page: Page, file: SourceFile, excused: Bool, _ findings: inout Findings) {
    switch block.kind {
    case .paragraph(let inlines):
      check(inlines, from: page.source, &findings)
      if !excused { checkCited(inlines, at: block.span, in: file, &findings.log) }
    case .heading(let heading): check(heading.inlines, from: page.source, &findings)
    case .quote(let blocks), .alert(_, let blocks):
      for inner in blocks { check(inner, in: page, file: file, excused: excused, &findings) }
    case .list(let list):
      for item in list.items {
        for inner in item.blocks { check(inner, in: page, file: file, excused: excused, &findings) }
      }
    case .table(let table):
      for cell in table.head { check(cell.inlines, from: page.source, &findings) }
      for row in table.rows {
        for cell in row { check(cell.inlines, from: page.source, &findings) }
      }
    case .figure(let image): check(image, from: page.source, &findings.log)
    case .code(let code): check(code, file: file, &findings)
    case .html, .comment, .thematicBreak: break
    }
  }

  /// A paragraph that states a figure or a date names its source.
  ///
  /// A figure stands in the source as well, if only as a character reference: most paragraphs are done with a look there.
  private func checkCited(_ inlines: [Inline], at span: SourceSpan, in file: SourceFile, _ log: inout DiagnosticLog) {
    let whole = inlines.last.map { span.union($0.span) } ?? span
    let source = file.bytes.span.extracting(whole.range.clamped(to: 0..<file.bytes.count))
    guard ByteSearch.firstDigit(in: source) < source.count else { return }
    guard let place = Self.firstFigure(inlines), !Self.hasCitation(inlines) else { return }
    log.add(
      Diagnostic(
        .proseUncited, "this paragraph states a figure or a date, but cites nothing", at: place, label: "how is it known?",
        help: ["cite a source: `[what it supports](source:some-id)`", "or put `<!-- uncited: why -->` on a line before it"]))
  }

  private static func firstFigure(_ inlines: [Inline]) -> SourceSpan? {
    for inline in inlines {
      switch inline.kind {
      case .text(let text): if ByteSearch.hasDigit(text) { return inline.span }
      case .emphasis(let inner), .strong(let inner): if let place = firstFigure(inner) { return place }
      case .link(let link): if let place = firstFigure(link.inlines) { return place }
      default: break
      }
    }
    return nil
  }

  private static func hasCitation(_ inlines: [Inline]) -> Bool {
    inlines.contains { inline in
      switch inline.kind {
      case .link(let link): link.destination.hasPrefix("source:")
      case .emphasis(let inner), .strong(let inner): hasCitation(inner)
      default: false
      }
    }
  }

  private func checkHeadings(_ page: Page, _ log: inout DiagnosticLog) {
    var last = 1
    for (index, block) in page.blocks.enumerated() {
      guard case .heading(let heading) = block.kind else { continue }
      if heading.level == 1, index > 0 || page.head.title != nil && page.head.title != heading.inlines.plainText {
        log.add(
          Diagnostic(
            .proseSecondTitle, "a page has one title, and this is a second one", at: block.span, label: "heading of the first level",
            help: ["write `##` for a section", "the title is the front matter's `title`, or a first heading that stands before all else"]))
      } else if heading.level > last + 1 {
        log.add(
          Diagnostic(
            .proseHeadingSkipped, "this heading is \(heading.level - last) levels below the one before it", at: block.span,
            label: "level \(heading.level)",
            help: ["write `" + String(repeating: "#", count: last + 1) + "`: people who hear the page find their way by the levels"]))
      }
      last = heading.level
    }
  }
}

extension DiagnosticKind {
  package static let proseUncited = DiagnosticKind(
    "prose.uncited", .warning,
    meaning: "A paragraph that states a figure or a date without a citation asks the reader to take it on trust.",
    wrong: .init("Content/about.md", "# About\n\nThe council met on 15 August 2025.\n"),
    right: .init("Content/about.md", "# About\n\nThe council [met on 15 August 2025](source:first-paper).\n"))

  package static let proseSecondTitle = DiagnosticKind(
    "prose.second-title", .warning,
    meaning: "A page has one title. A second heading of the first level tears the page in two for those who hear it.",
    wrong: .init("Content/about.md", "# About\n\nWords.\n\n# More\n\nMore words.\n"),
    right: .init("Content/about.md", "# About\n\nWords.\n\n## More\n\nMore words.\n"))

  package static let proseHeadingSkipped = DiagnosticKind(
    "prose.heading-skipped", .warning,
    meaning: "Levels of headings are steps of a stair: people who hear the page go up and down by them, one at a time.",
    wrong: .init("Content/about.md", "# About\n\n### Details\n\nWords.\n"),
    right: .init("Content/about.md", "# About\n\n## Details\n\nWords.\n"))
}
