package import Diagnostics

/// The one door to Markdown: text in, values with spans out, and what there is to say about it.
///
/// CommonMark 0.30 by libcmark, and the format's own additions on top. Bad content never throws: it is reported and reading goes on.
package enum MarkdownParser {
  /// What is added to plain CommonMark.
  package struct Extensions: OptionSet, Sendable {
    package let rawValue: Int

    package init(rawValue: Int) {
      self.rawValue = rawValue
    }

    /// Anchors of headings by GitHub's rule.
    package static let headingIDs = Extensions(rawValue: 1 << 0)
    /// Typographic quotes, dashes and dots.
    package static let smartQuotes = Extensions(rawValue: 1 << 1)
    /// Pipe tables by GFM's rules.
    package static let tables = Extensions(rawValue: 1 << 2)
    /// GitHub's five alerts.
    package static let alerts = Extensions(rawValue: 1 << 3)
    /// A paragraph that is one image with a title is a figure.
    package static let figures = Extensions(rawValue: 1 << 4)
    /// YAML between a first line `---` and the next.
    package static let frontMatter = Extensions(rawValue: 1 << 5)
    /// Comments vanish and are no raw HTML: one that is a block of its own is kept as a `.comment`.
    package static let comments = Extensions(rawValue: 1 << 6)

    package static let all: Extensions = [.headingIDs, .smartQuotes, .tables, .alerts, .figures, .frontMatter, .comments]
    /// What holds in a text that is no page of its own.
    package static let field: Extensions = [.smartQuotes, .comments]
  }

  /// Parses a page.
  ///
  /// - Parameters:
  ///   - file: The page, in valid UTF-8.
  ///   - extensions: What is added to plain CommonMark.
  ///   - quotes: The quotation marks that replace straight ones.
  ///   - log: Gets what there is to say.
  package static func parse(
    _ file: SourceFile, extensions: Extensions = .all, quotes: Quotes = .english, log: inout DiagnosticLog
  ) -> Document {
    var frontMatter: FrontMatter?
    var start = file.hasByteOrderMark ? 3 : 0
    if extensions.contains(.frontMatter) { (frontMatter, start) = FrontMatterReader(file: file).read(log: &log) }
    let lines = SourceLines(file, in: start..<file.bytes.count)
    return Document(frontMatter: frontMatter, blocks: blocks(lines, extensions, quotes, &log))
  }

  /// Parses the text of a field as blocks.
  ///
  /// - Parameter map: The way from the text back to its file, by which all spans are the file's.
  package static func blocks(
    _ text: String, map: TextMap, extensions: Extensions = .field, quotes: Quotes = .english, log: inout DiagnosticLog
  ) -> [Block] {
    blocks(SourceLines(text, map: map), extensions, quotes, &log)
  }

  /// Parses the text of a field as inline CommonMark: what would begin a block (`1.`, `#`, `-`) is text at its beginning. A second block is
  /// reported, and left out.
  package static func inline(
    _ text: String, map: TextMap, extensions: Extensions = .field, quotes: Quotes = .english, log: inout DiagnosticLog
  ) -> [Inline] {
    if let plain = plain(text, map) { return [plain] }
    return parsedInline(text, map: map, extensions: extensions, quotes: quotes, log: &log)
  }

  /// The same for a text in which nothing is Markdown, as most are; nil for any other.
  private static func plain(_ text: String, _ map: TextMap) -> Inline? {
    let bytes = Array(text.utf8)
    let range = trimmed(bytes, in: 0..<bytes.count)
    guard !range.isEmpty, PlainInline.holds(bytes.span.extracting(range)) else { return nil }
    return Inline(.text(range.count == bytes.count ? text : String(decoding: bytes[range], as: UTF8.self)), span: map.span(range))
  }

  /// The same for any text.
  static func parsedInline(
    _ text: String, map: TextMap, extensions: Extensions, quotes: Quotes, log: inout DiagnosticLog
  ) -> [Inline] {
    let lines = SourceLines(text, map: map)
    let whole = trimmed(lines.bytes, in: lines.range)
    guard !whole.isEmpty else { return [] }
    let bytes = [0xC2, 0xA0] + lines.bytes[whole]
    var tree = CMarkTree(bytes, in: 0..<bytes.count, smart: extensions.contains(.smartQuotes))
    let piece = InlinePiece(range: whole, quoteDepth: 0, isCell: false)
    var converter = TreeConverter(lines, extensions: extensions.subtracting(.figures), quotes: quotes, pieces: [piece])
    let blocks = converter.convert(&tree)
    log.append(converter.log)
    if let next = tree.lineAfterFirstParagraph {
      reportBlocks(lines, whole, line: next, &log)
    }
    return switch blocks.first?.kind {
    case .paragraph(let inlines): inlines
    case .heading(let heading): heading.inlines
    default: []
    }
  }

  private static func blocks(
    _ lines: SourceLines, _ extensions: Extensions, _ quotes: Quotes, _ log: inout DiagnosticLog
  ) -> [Block] {
    var tree = CMarkTree(lines.bytes, in: lines.range, smart: extensions.contains(.smartQuotes))
    var converter = TreeConverter(lines, extensions: extensions, quotes: quotes)
    if extensions.contains(.tables) {
      let parser = TableParser(lines: lines, extensions: extensions, quotes: quotes)
      let delimiters = parser.delimiterLines
      if !delimiters.isEmpty { converter.tables = parser.tables(in: &tree, delimiters: delimiters, log: &log) }
    }
    let blocks = converter.convert(&tree)
    log.append(converter.log)
    return blocks
  }

  private static func trimmed(_ bytes: [UInt8], in range: Range<Int>) -> Range<Int> {
    var (start, end) = (range.lowerBound, range.upperBound)
    while start < end, bytes[start].isWhitespace { start += 1 }
    while end > start, bytes[end - 1].isWhitespace { end -= 1 }
    return start..<end
  }

  /// - Parameter line: The line of the trimmed text on which the second block begins.
  private static func reportBlocks(_ lines: SourceLines, _ whole: Range<Int>, line: Int, _ log: inout DiagnosticLog) {
    let first = lines.line(at: whole.lowerBound)
    let start = min(lines.start(ofLine: first + line - 1), whole.upperBound)
    let end = min(max(start, lines.end(ofLine: first + line - 1)), whole.upperBound)
    log.add(
      Diagnostic(
        .markdownInlineOnly, "this field takes one paragraph", at: lines.span(start..<end), label: "a second block begins here",
        help: ["join the paragraphs, or move the longer text to a page"]))
  }
}

extension DiagnosticKind {
  package static let markdownInlineOnly = DiagnosticKind(
    "markdown.inline-only",
    meaning:
      "A field of a record takes inline Markdown: one paragraph with emphasis, links and citations. Lists, headings and further paragraphs belong to a page.",
    wrong: .init(
      "Content/facts/terms.yml",
      "ceasefire:\n  term: Ceasefire\n  definition: |\n    A halt to the fighting.\n\n    It need not be for good.\n"),
    right: .init(
      "Content/facts/terms.yml",
      "ceasefire:\n  term: Ceasefire\n  definition: |\n    A halt to the fighting.\n    It need not be for good.\n"))
}
