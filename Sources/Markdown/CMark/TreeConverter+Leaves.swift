package import Diagnostics

/// Blocks that hold no others: code and HTML.
extension TreeConverter {
  mutating func code(_ tree: borrowing CMarkTree, _ range: Range<Int>) {
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

  mutating func htmlBlock(_ tree: borrowing CMarkTree, _ range: Range<Int>) {
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

  mutating func reportHTML(_ span: SourceSpan) {
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
