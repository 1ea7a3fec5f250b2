package import Diagnostics

/// Turns cmark's tree into values: a loop over its events with a stack of our own, so that no nesting however deep can exhaust the machine's.
struct TreeConverter {
  /// How deep blocks and inlines may nest; what lies deeper is left out and reported.
  static let depthLimit = 100

  let lines: SourceLines
  let extensions: MarkdownParser.Extensions
  var log = DiagnosticLog()

  var cursor: InlineCursor
  var frames: [Frame] = []
  /// Tables already parsed, in the order of the source, and how many of them are behind.
  var tables: [ParsedTable] = []
  var tablesPassed = 0
  private var ids = HeadingIDs()
  private var quoteDepth = 0
  /// How many inline containers beyond the limit the walk stands in.
  private var overflow = 0
  private var hasReportedDepth = false
  /// The pieces of source that the paragraphs of the tree were made of, where it was not made of the source itself.
  private let pieces: [InlinePiece]?
  private var piecesPassed = 0
  /// Whether the next text begins with the no-break space that was put before a piece.
  private var isAtPieceStart = false
  private var literal: [UInt8] = []
  private var output: [UInt8] = []

  /// A container that was entered and not yet left.
  struct Frame {
    let kind: NodeKind
    var start: Int
    var end: Int
    var blocks: [Block] = []
    var inlines: [Inline] = []
    var items: [List.Item] = []
    /// A heading's text as it was written, for its anchor.
    var written = ""

    init(_ kind: NodeKind, start: Int, end: Int) {
      self.kind = kind
      self.start = start
      self.end = end
    }
  }

  init(_ lines: SourceLines, extensions: MarkdownParser.Extensions, quotes: Quotes, pieces: [InlinePiece]? = nil) {
    self.lines = lines
    self.extensions = extensions
    self.pieces = pieces
    cursor = InlineCursor(bytes: lines.bytes, quotes: quotes)
  }

  /// Walks the whole tree and gives the document's blocks.
  mutating func convert(_ tree: inout CMarkTree) -> [Block] {
    frames = [Frame(.document, start: lines.range.lowerBound, end: lines.range.upperBound)]
    while tree.advance() {
      if tree.kind == .document { continue }
      if let pieces, piecesPassed == pieces.count, frames.count == 1 { break }
      if tree.isLeaving {
        leave(tree)
      } else if tree.kind.isInline {
        enterInline(tree)
      } else {
        enterBlock(&tree)
      }
    }
    return frames[0].blocks
  }

  private mutating func enterBlock(_ tree: inout CMarkTree) {
    let range = range(of: tree)
    if pieces == nil { cover(range.upperBound) }
    guard frames.count <= Self.depthLimit else {
      reportDepth(at: range)
      if tree.kind.isContainer { tree.skipChildren() }
      return
    }
    switch tree.kind {
    case .code: code(tree, range)
    case .htmlBlock: htmlBlock(tree, range)
    case .thematicBreak: add(Block(.thematicBreak, span: lines.span(range)))
    case .paragraph, .heading: enterLeaf(&tree, range)
    case .quote:
      quoteDepth += 1
      fallthrough
    default:
      frames.append(Frame(tree.kind, start: range.lowerBound, end: range.upperBound))
    }
  }

  private mutating func enterLeaf(_ tree: inout CMarkTree, _ range: Range<Int>) {
    var range = range
    if let pieces {
      isAtPieceStart = true
      range = pieces[piecesPassed].range
      cursor.enter(range, quoteDepth: pieces[piecesPassed].quoteDepth)
      piecesPassed += 1
    } else if tablesPassed < tables.count, tables[tablesPassed].source.paragraph.lowerBound == range.lowerBound {
      add(tables[tablesPassed])
      tablesPassed += 1
      tree.skipChildren()
      return
    } else {
      cursor.enter(range, quoteDepth: quoteDepth)
      if tree.kind == .heading, cursor.byte == 0x23, tree.startLine == tree.endLine {
        cursor.skipHeadingMark()
      } else if cursor.byte == 0x5B {
        cursor.skipDefinitions()
        range = min(cursor.position, range.upperBound)..<range.upperBound
      }
    }
    frames.append(Frame(tree.kind, start: range.lowerBound, end: range.upperBound))
  }

  private mutating func leave(_ tree: borrowing CMarkTree) {
    guard overflow == 0 else {
      _ = leaveInline(tree)
      overflow -= 1
      return
    }
    let kind = tree.kind
    if kind.isInline {
      let end = leaveInline(tree)
      guard let frame = frames.popLast() else { return }
      closeInline(frame, tree, end: end.end, destination: end.destination)
      return
    }
    guard frames.last?.kind == kind, let frame = frames.popLast() else { return }
    let span = lines.span(frame.start..<max(frame.start, frame.end))
    if pieces == nil { cover(frame.end) }
    switch kind {
    case .quote:
      quoteDepth -= 1
      add(quote(frame.blocks, span: span))
    case .list: add(Block(.list(List(start: tree.listStart, isTight: tree.listIsTight, items: frame.items)), span: span))
    case .item:
      frames[frames.count - 1].items.append(List.Item(blocks: frame.blocks, span: span))
    case .heading:
      let id = extensions.contains(.headingIDs) ? ids.id(for: frame.written) : nil
      add(Block(.heading(Heading(level: tree.headingLevel, inlines: frame.inlines, id: id)), span: span))
    case .paragraph: add(paragraph(frame.inlines, span: span))
    default: break
    }
  }

  mutating func add(_ block: Block) {
    frames[frames.count - 1].blocks.append(block)
  }

  /// Lets the block that the walk is in end no earlier than what is in it: cmark's ends of containers can fall short of their last line.
  private mutating func cover(_ end: Int) {
    frames[frames.count - 1].end = max(frames[frames.count - 1].end, end)
  }

  private mutating func add(_ inline: Inline) {
    frames[frames.count - 1].inlines.append(inline)
  }

  private mutating func reportDepth(at range: Range<Int>) {
    guard !hasReportedDepth else { return }
    hasReportedDepth = true
    log.add(
      Diagnostic(
        .markdownTooDeep, "this is nested more than \(Self.depthLimit) levels deep", at: lines.span(range), label: "left out from here on",
        help: ["take some of the levels away"]))
  }

  /// Where a block stands, without the white space after it.
  private func range(of tree: borrowing CMarkTree) -> Range<Int> {
    guard pieces == nil else { return 0..<0 }
    let bytes = lines.bytes
    let start = min(lines.start(ofLine: tree.startLine) + max(tree.startColumn - 1, 0), lines.range.upperBound)
    var end = min(lines.start(ofLine: tree.endLine) + tree.endColumn, lines.range.upperBound)
    while end > start, bytes[end - 1].isWhitespace { end -= 1 }
    return start..<max(start, end)
  }
}

// MARK: - Inlines

extension TreeConverter {
  private mutating func enterInline(_ tree: borrowing CMarkTree) {
    switch tree.kind {
    case .text: text(tree)
    case .softBreak: leaf(.softBreak, cursor.lineBreak())
    case .lineBreak: leaf(.lineBreak, cursor.lineBreak())
    case .codeSpan:
      tree.readLiteral(into: &literal)
      let string = String(decoding: literal, as: UTF8.self)
      leaf(.code(string), cursor.codeSpan(), written: string)
    case .htmlInline: htmlInline(tree)
    case .emphasis: open(.emphasis, cursor.mark(1, 0x2A, or: 0x5F))
    case .strong: open(.strong, cursor.mark(2, 0x2A, or: 0x5F))
    case .link: open(.link, cursor.mark(1, 0x5B, or: 0x3C))
    case .image: open(.image, cursor.mark(2, 0x21, or: 0x21))
    default: open(tree.kind, cursor.position..<cursor.position)
    }
  }

  private mutating func open(_ kind: NodeKind, _ mark: Range<Int>) {
    if overflow > 0 || frames.count > Self.depthLimit {
      overflow += 1
      reportDepth(at: mark)
    } else {
      frames.append(Frame(kind, start: mark.lowerBound, end: mark.upperBound))
    }
  }

  private mutating func leaf(_ kind: Inline.Kind, _ range: Range<Int>, written: String = "") {
    guard overflow == 0 else { return }
    add(Inline(kind, span: lines.span(range)))
    write(written, for: range)
  }

  private mutating func text(_ tree: borrowing CMarkTree) {
    tree.readLiteral(into: &literal)
    if isAtPieceStart {
      isAtPieceStart = false
      literal.removeFirst(min(2, literal.count))
    }
    if literal.isEmpty { return }
    let isAutolink = frames.last.map { $0.kind == .link && isAngle($0.start) } ?? false
    let (range, isChanged) = cursor.text(literal, into: &output, isVerbatim: isAutolink)
    guard overflow == 0 else { return }
    add(Inline(.text(String(decoding: isChanged ? output : literal, as: UTF8.self)), span: lines.span(range)))
    guard extensions.contains(.headingIDs), frames.contains(where: { $0.kind == .heading }) else { return }
    // Dashes that were typed as hyphens count as hyphens.
    let hasDash = extensions.contains(.smartQuotes) && literal.contains(0xE2)
    write(String(decoding: hasDash ? Array(lines.bytes[range]) : literal, as: UTF8.self), for: range)
  }

  /// Adds to the heading's text, if the walk is in a heading.
  private mutating func write(_ written: String, for range: Range<Int>) {
    guard !written.isEmpty, let heading = frames.firstIndex(where: { $0.kind == .heading }) else { return }
    guard !frames[heading...].contains(where: { $0.kind == .image }) else { return }
    frames[heading].written += written
  }

  private mutating func htmlInline(_ tree: borrowing CMarkTree) {
    tree.readLiteral(into: &literal)
    let range = cursor.html(literal)
    guard overflow == 0 else { return }
    if extensions.contains(.comments), literal.starts(with: "<!--".utf8) { return }
    if !literal.starts(with: "</".utf8) { reportHTML(lines.span(range)) }
    add(Inline(.html(String(decoding: literal, as: UTF8.self)), span: lines.span(range)))
  }

  /// Takes the mark that ends an inline container.
  private mutating func leaveInline(_ tree: borrowing CMarkTree) -> (end: Int, destination: Range<Int>?) {
    switch tree.kind {
    case .emphasis: (cursor.mark(1, 0x2A, or: 0x5F).upperBound, nil)
    case .strong: (cursor.mark(2, 0x2A, or: 0x5F).upperBound, nil)
    case .link, .image: cursor.linkEnd()
    default: (cursor.position, nil)
    }
  }

  private mutating func closeInline(_ frame: Frame, _ tree: borrowing CMarkTree, end: Int, destination: Range<Int>?) {
    let whole = lines.span(frame.start..<max(frame.start, end))
    switch frame.kind {
    case .emphasis: add(Inline(.emphasis(frame.inlines), span: whole))
    case .strong: add(Inline(.strong(frame.inlines), span: whole))
    case .link:
      let isAutolink = isAngle(frame.start)
      let inside = isAutolink ? lines.span(frame.start + 1..<max(frame.start + 1, end - 1)) : whole
      let title = tree.title
      let link = Link(
        destination: tree.destination, title: title, inlines: frame.inlines, span: whole,
        destinationSpan: destination.map(lines.span) ?? inside, isAutolink: isAutolink, hasEmptyTitle: title.isEmpty && tree.hasTitle)
      checkScheme(link.destination, at: link.destinationSpan)
      add(Inline(.link(link), span: whole))
    case .image:
      let title = tree.title
      let image = Image(
        destination: tree.destination, title: title,
        alternative: extensions.contains(.comments) ? frame.inlines.plainText : frame.inlines.textWithHTML, span: whole,
        destinationSpan: destination.map(lines.span) ?? whole, hasEmptyTitle: title.isEmpty && tree.hasTitle)
      checkScheme(image.destination, at: image.destinationSpan)
      add(Inline(.image(image), span: whole))
    default: break
    }
  }

  private func isAngle(_ offset: Int) -> Bool {
    offset < lines.bytes.count && lines.bytes[offset] == 0x3C
  }

  private mutating func checkScheme(_ url: String, at span: SourceSpan) {
    guard let scheme = UnsafeScheme.of(url) else { return }
    log.add(
      Diagnostic(
        .markdownUnsafeURL, "an address with `\(scheme):` is not passed on", at: span,
        label: "could run code or read files at the reader's",
        help: ["link to a page by `https:`, or to a file in `assets/`"]))
  }
}

// MARK: - Leaf blocks

extension TreeConverter {
  private mutating func code(_ tree: borrowing CMarkTree, _ range: Range<Int>) {
    tree.readLiteral(into: &literal)
    let reader = CodeReader(lines: lines)
    let first = lines.bytes.indices.contains(range.lowerBound) ? lines.bytes[range.lowerBound] : 0
    // A fence begins with its own mark; indented code begins with white space, which its place includes only where it is a tab.
    let isFenced = reader.isFence(at: range.lowerBound) && (first == 0x60 || first == 0x7E) && !startsIndented(tree, range)
    let block = CodeBlock(
      info: tree.info, infoSpan: isFenced ? reader.infoRange(at: range.lowerBound).map(lines.span) : nil,
      literal: String(decoding: literal, as: UTF8.self),
      map: reader.map(literal, fromLine: tree.startLine + (isFenced ? 1 : 0)))
    add(Block(.code(block), span: lines.span(range)))
  }

  /// Whether the first line of a code block is already code.
  private func startsIndented(_ tree: borrowing CMarkTree, _ range: Range<Int>) -> Bool {
    let line = lines.bytes[range.lowerBound..<max(range.lowerBound, lines.end(ofLine: tree.startLine))]
    return tree.info.isEmpty && literal.starts(with: line) && !line.isEmpty
  }

  private mutating func htmlBlock(_ tree: borrowing CMarkTree, _ range: Range<Int>) {
    tree.readLiteral(into: &literal)
    let text = String(decoding: literal, as: UTF8.self)
    // cmark gives no right end for a block that its last line ends: the text has as many lines as the source.
    let last = tree.startLine + max(literal.count(where: { $0 == 0x0A }), 1) - 1
    var end = lines.end(ofLine: last)
    while end > range.lowerBound, lines.bytes[end - 1].isWhitespace { end -= 1 }
    let span = lines.span(range.lowerBound..<max(range.lowerBound, end))
    cover(end)
    if extensions.contains(.comments), let comments = CommentReader.comments(in: literal) {
      for comment in comments { add(Block(.comment(comment), span: span)) }
      return
    }
    reportHTML(span)
    add(Block(.html(text), span: span))
  }

  private mutating func reportHTML(_ span: SourceSpan) {
    log.add(
      Diagnostic(
        .markdownRawHTML, "raw HTML is not passed on", at: span, label: "left out of the page",
        help: ["write it in Markdown; to show the tag itself put it between backticks"]))
  }
}

extension DiagnosticKind {
  package static let markdownTooDeep = DiagnosticKind(
    "markdown.too-deep",
    meaning: "Quotations, lists or emphasis are nested more than 100 levels deep. What lies deeper is left out.",
    wrong: .init("Content/about.md", String(repeating: ">", count: 101) + " too deep\n"),
    right: .init("Content/about.md", ">>> deep enough\n"))

  package static let markdownRawHTML = DiagnosticKind(
    "markdown.raw-html", .warning,
    meaning: "Content is plain Markdown: raw HTML is not passed on to the page. A comment is no raw HTML, and vanishes.",
    wrong: .init("Content/about.md", "About <b>this</b> briefing.\n"),
    right: .init("Content/about.md", "About **this** briefing.\n"))

  package static let markdownUnsafeURL = DiagnosticKind(
    "markdown.unsafe-url",
    meaning:
      "A link or an image has an address that could run code or read files at the reader's: `javascript:`, `vbscript:`, `file:`, or `data:` other than a PNG, GIF, JPEG or WebP image.",
    wrong: .init("Content/about.md", "[About](javascript:alert(1))\n"),
    right: .init("Content/about.md", "[About](https://example.org/about)\n"))
}
