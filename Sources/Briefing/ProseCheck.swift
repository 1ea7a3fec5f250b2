package import Diagnostics
import EDTF
package import Facts
package import Markdown
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
      if !excused { checkCited(inlines, at: block.span, &findings.log) }
    case .heading(let heading): check(heading.inlines, from: page.source, &findings)
    case .quote(let blocks), .alert(_, let blocks):
      for inner in blocks { check(inner, in: page, file: file, excused: excused, &findings) }
    case .list(let list):
      for inner in list.items.flatMap(\.blocks) { check(inner, in: page, file: file, excused: excused, &findings) }
    case .table(let table):
      for cell in table.head + table.rows.flatMap({ $0 }) { check(cell.inlines, from: page.source, &findings) }
    case .figure(let image): check(image, from: page.source, &findings.log)
    case .code(let code): check(code, file: file, &findings)
    case .html, .comment, .thematicBreak: break
    }
  }

  /// A paragraph that states a figure or a date names its source.
  private func checkCited(_ inlines: [Inline], at span: SourceSpan, _ log: inout DiagnosticLog) {
    guard let place = Self.firstFigure(inlines), !Self.hasCitation(inlines) else { return }
    log.add(
      Diagnostic(
        .proseUncited, "this paragraph states a figure or a date, but cites nothing", at: place, label: "how is it known?",
        help: ["cite a source: `[what it supports](source:some-id)`", "or put `<!-- uncited: why -->` on a line before it"]))
  }

  private static func firstFigure(_ inlines: [Inline]) -> SourceSpan? {
    for inline in inlines {
      switch inline.kind {
      case .text(let text): if hasDigit(text) { return inline.span }
      case .emphasis(let inner), .strong(let inner): if let place = firstFigure(inner) { return place }
      case .link(let link): if let place = firstFigure(link.inlines) { return place }
      default: break
      }
    }
    return nil
  }

  private static func hasDigit(_ text: String) -> Bool {
    for byte in text.utf8 where byte &- UInt8(ascii: "0") < 10 { return true }
    return false
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

  // MARK: Views of the facts

  private func check(_ code: CodeBlock, file: SourceFile, _ findings: inout Findings) {
    guard let view = FactBlock.View(rawValue: code.info) else {
      let word = code.info.prefix { $0 != " " }
      if !word.isEmpty, let near = Suggestion.nearest(to: String(word), among: FactBlock.View.allCases.map(\.rawValue)), code.info != near {
        findings.log.add(
          Diagnostic(
            .proseUnknownBlock, "`\(code.info)` is no view of the facts, and would be printed as it stands", at: code.infoSpan,
            label: "unknown view",
            help: ["did you mean `\(near)`?", "for a block of code, write a language that is not so near to the name of a view"]))
      }
      return
    }
    guard let block = FactBlock(view, code, in: file, log: &findings.log) else { return }
    if !view.isSingle { findings.showsLists = true }
    findings.named.formUnion(block.options.topics.map(\.key) + block.options.actors.map(\.key))
    for topic in block.options.topics { ReferenceCheck.check(topic.key, at: topic.span, in: facts, log: &findings.log) }
    for actor in block.options.actors { ReferenceCheck.check(actor.key, at: actor.span, in: facts, log: &findings.log) }
    for status in block.options.status where settings.status(status.text) == nil {
      findings.log.add(
        Diagnostic(
          .statusUnknown, "there is no status `\(status.text)`", at: status.span, label: "unknown status",
          help: Suggestion.didYouMean(status.text, among: settings.statuses.map(\.id))))
    }
    let kinds = block.kindsAllowed
    for kind in block.options.kinds where !kinds.contains(kind.text) {
      findings.log.add(
        Diagnostic(
          .factUnknownChoice, "`\(kind.text)` is not one of the words that may stand here", at: kind.span, label: "unknown kind",
          help: Suggestion.didYouMean(kind.text, among: kinds) + ["the words are " + kinds.map { "`\($0)`" }.joined(separator: ", ")]))
    }
    if view.isSingle, let id = block.options.id {
      ReferenceCheck.check(FactKey(view == .event ? .events : .claims, id.text), at: id.span, in: facts, log: &findings.log)
      if view == .quote, let claim = facts.claims[id.text], claim.quote == nil {
        findings.log.add(
          Diagnostic(
            .proseNoQuote, "the claim `\(id.text)` has no quotation to show", at: id.span, label: "no `quote` in this record",
            others: [Label(claim.head.idSpan, "the claim")], help: ["show it as a `claim`, or add the words to the record"]))
      }
    }
  }

  // MARK: Links

  /// Inline Markdown, of a page or of a fact's field.
  package func check(_ inlines: [Inline], from source: String, _ findings: inout Findings) {
    for inline in inlines {
      switch inline.kind {
      case .emphasis(let inner), .strong(let inner): check(inner, from: source, &findings)
      case .image(let image): check(image, from: source, &findings.log)
      case .link(let link):
        check(link, from: source, &findings)
        check(link.inlines, from: source, &findings)
      default: break
      }
    }
  }

  /// What stands before the id in a link to a record: `claim:`.
  private static func scheme(of link: Link) -> String {
    String(link.destination.prefix { $0 != ":" }) + ":"
  }

  private func check(_ link: Link, from source: String, _ findings: inout Findings) {
    switch FactLink(link.destination, in: source) {
    case .fact(let key):
      ReferenceCheck.check(key, at: link.destinationSpan, after: Self.scheme(of: link), in: facts, log: &findings.log)
      findings.named.insert(key)
    case .citation(let id):
      ReferenceCheck.check(FactKey(.sources, id), at: link.destinationSpan, after: Self.scheme(of: link), in: facts, log: &findings.log)
      findings.sources.insert(id)
    case .page(let path, let anchor): check(path, anchor: anchor, link, &findings.log)
    case .asset(let path):
      guard !assets.contains(path) else { return }
      // `guide/` and a name without an ending are slips for a page more often than files.
      let pageNear = targets.pages.contains(path + ".html") ? "\(path).md" : Suggestion.nearest(to: path, among: assets)
      findings.log.add(
        Diagnostic(
          .proseDeadLink, "there is no file `\(path)`", at: link.destinationSpan, label: "leads nowhere",
          help: pageNear.map { ["did you mean `\($0)`?"] } ?? ["files that are linked to lie in `Content/assets/`"]))
    // An address that could run code was refused when it was read.
    case .unknownScheme where UnsafeScheme.of(link.destination) != nil: break
    case .unknownScheme(let scheme):
      let near = Suggestion.didYouMean(scheme + ":", among: (FactLink.schemes + ["https", "mailto"]).map { $0 + ":" })
      findings.log.add(
        Diagnostic(
          .proseUnknownScheme, "`\(scheme):` is neither a kind of fact nor an address that readers can open", at: link.destinationSpan,
          label: "unknown kind of link",
          help: near.isEmpty ? ["facts are linked to by " + FactLink.schemes.map { "`\($0):`" }.joined(separator: ", ")] : near))
    case .outside:
      findings.log.add(
        Diagnostic(
          .proseDeadLink, "this path leads out of the content", at: link.destinationSpan, label: "leads nowhere",
          help: ["link to a page of `Content/`, to a file of `Content/assets/`, or to a whole address"]))
    case .elsewhere: break
    }
  }

  private func check(_ path: String, anchor: String?, _ link: Link, _ log: inout DiagnosticLog) {
    // As authors know it: by its file, if they wrote that.
    let isFile = link.destination.prefix { $0 != "#" }.hasSuffix(".md")
    let name = isFile ? "\(path.dropLast(5)).md" : path
    guard targets.pages.contains(path) else {
      guard !drafts.contains(path) else {
        log.add(
          Diagnostic(
            .factDraftReference, "the page `\(name)` is a draft, and drafts are not published", at: link.destinationSpan,
            label: "names a draft",
            help: ["take `draft: true` out of it, or the link out of here"]))
        return
      }
      let near = Suggestion.nearest(to: path, among: targets.pages)
      log.add(
        Diagnostic(
          .proseDeadLink, "there is no page `\(name)`", at: link.destinationSpan, label: "leads nowhere",
          help: near.map { ["did you mean `\($0.dropLast(5)).md`?"] } ?? ["a page is linked to by its file in `Content/`: `method.md`"]))
      return
    }
    guard let anchor, !anchor.isEmpty else { return }
    let (written, kind) = (targets.anchors[path] ?? [], Self.kind(standingOn: path))
    guard !written.contains(anchor), !(kind.map { facts.has(FactKey($0, anchor)) } ?? false) else { return }
    let known = written.union(kind.map(facts.ids) ?? [])
    log.add(
      Diagnostic(
        .proseDeadAnchor, "\(link.destination.hasPrefix("#") ? "this page" : "the page `\(name)`") has no place `#\(anchor)`",
        at: link.destinationSpan, label: "no such heading or record",
        help: Suggestion.nearest(to: anchor, among: known).map { ["did you mean `#\($0)`?"] }
          ?? ["headings are addressed by their words: small letters, hyphens for spaces"]))
  }

  private func check(_ image: Image, from source: String, _ log: inout DiagnosticLog) {
    if case .asset(let path) = FactLink(image.destination, in: source), !assets.contains(path) {
      log.add(
        Diagnostic(
          .proseDeadLink, "there is no picture `\(path)`", at: image.destinationSpan, label: "no such file",
          help: Suggestion.nearest(to: path, among: assets).map { ["did you mean `\($0)`?"] } ?? ["pictures lie in `Content/assets/`"]))
    } else if case .elsewhere = FactLink(image.destination, in: source) {
      log.add(
        Diagnostic(
          .proseForeignImage, "this picture would be fetched from another site whenever somebody reads the page", at: image.destinationSpan,
          label: "a third-party request", help: ["put the file into `Content/assets/` and link to it there"]))
    }
    if image.alternative.allSatisfy(\.isWhitespace) {
      log.add(
        Diagnostic(
          .proseImageWithoutText, "this picture says nothing to those who do not see it", at: image.span, label: "no alternative text",
          help: ["say between the brackets what it shows: `![a map of the harbour](assets/map.png)`"]))
    }
  }

  /// The kind of which a generated page has an anchor for each record.
  private static func kind(standingOn path: String) -> FactKind? {
    switch path {
    case SitePath.timeline, SitePath.timelineLatest: .events
    case SitePath.claims: .claims
    case SitePath.sources: .sources
    case SitePath.positions: .positions
    case SitePath.questions: .questions
    case SitePath.glossary: .terms
    case SitePath.corrections: .corrections
    default: nil
    }
  }
}

extension FactBlock {
  /// The kinds by which this view can be narrowed.
  var kindsAllowed: [String] {
    switch view {
    case .timeline: Event.Kind.allCases.map(\.rawValue)
    case .claims: Claim.Kind.allCases.map(\.rawValue)
    case .sources: Source.Kind.allCases.map(\.rawValue)
    case .chart: options.of == .events ? Event.Kind.allCases.map(\.rawValue) : Claim.Kind.allCases.map(\.rawValue)
    default: []
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

  package static let proseUnknownBlock = DiagnosticKind(
    "prose.unknown-block",
    meaning: "A fenced block whose info string is almost the name of a view would be printed as code instead of showing the facts.",
    wrong: .init("Content/about.md", "# About\n\n```timelin\nkey: true\n```\n"),
    right: .init("Content/about.md", "# About\n\n```timeline\nkey: true\n```\n"))

  package static let proseNoQuote = DiagnosticKind(
    "prose.no-quote",
    meaning: "A `quote` block prints a claim's words, and this claim has none on record.",
    wrong: .init("Content/about.md", "# About\n\n```quote\nid: ceasefire-offer\n```\n"),
    right: .init("Content/about.md", "# About\n\n```claim\nid: ceasefire-offer\n```\n"))

  package static let proseDeadLink = DiagnosticKind(
    "prose.dead-link",
    meaning: "A link to a page, a file or a picture that is not there.",
    wrong: .init("Content/about.md", "# About\n\nSee [the method](methods.md).\n"),
    right: .init("Content/about.md", "# About\n\nSee [the front page](index.md).\n"))

  package static let proseDeadAnchor = DiagnosticKind(
    "prose.dead-anchor",
    meaning: "The page exists, but not the place on it: a heading was renamed, or a record has another id.",
    wrong: .init("Content/about.md", "# About\n\nSee [below](#detials).\n\n## Details\n\nWords.\n"),
    right: .init("Content/about.md", "# About\n\nSee [below](#details).\n\n## Details\n\nWords.\n"))

  package static let proseUnknownScheme = DiagnosticKind(
    "prose.unknown-scheme",
    meaning: "What stands before the colon is neither a kind of fact nor a way of opening an address.",
    wrong: .init("Content/about.md", "# About\n\nSee [the offer](calim:ceasefire-offer).\n"),
    right: .init("Content/about.md", "# About\n\nSee [the offer](claim:ceasefire-offer).\n"))

  package static let proseForeignImage = DiagnosticKind(
    "prose.foreign-image",
    meaning: "A picture on another site tells that site who reads the page, and is gone when that site is.",
    wrong: .init("Content/about.md", "# About\n\n![A map](https://example.org/map.png)\n"),
    right: .init("Content/about.md", "# About\n\n[A map](https://example.org/map.png)\n"))

  package static let proseImageWithoutText = DiagnosticKind(
    "prose.image-without-text", .warning,
    meaning: "People who do not see a picture get its alternative text, and without one they get nothing.",
    wrong: .init([
      (path: "Content/about.md", text: "# About\n\nA map: ![](assets/map.svg)\n"),
      (path: "Content/assets/map.svg", text: "<svg xmlns=\"http://www.w3.org/2000/svg\"/>\n"),
    ]),
    right: .init([
      (path: "Content/about.md", text: "# About\n\nA map: ![the harbour from above](assets/map.svg)\n"),
      (path: "Content/assets/map.svg", text: "<svg xmlns=\"http://www.w3.org/2000/svg\"/>\n"),
    ]))
}
