import Diagnostics

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
  var overflow = 0
  private var hasReportedDepth = false
  /// The pieces of source that the paragraphs of the tree were made of, where it was not made of the source itself.
  private let pieces: [InlinePiece]?
  private var piecesPassed = 0
  /// Whether the next text begins with the no-break space that was put before a piece.
  var isAtPieceStart = false
  var literal: [UInt8] = []
  var output: [UInt8] = []

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
  mutating func cover(_ end: Int) {
    frames[frames.count - 1].end = max(frames[frames.count - 1].end, end)
  }

  mutating func add(_ inline: Inline) {
    frames[frames.count - 1].inlines.append(inline)
  }

  mutating func reportDepth(at range: Range<Int>) {
    guard !hasReportedDepth else { return }
    hasReportedDepth = true
    log.add(
      Diagnostic(
        .markdownTooDeep, "this is nested more than \(Self.depthLimit) levels deep", at: lines.span(range), label: "left out from here on",
        help: ["take some of the levels away"]))
  }

  /// Where a block stands, without the white space after it.
  func range(of tree: borrowing CMarkTree) -> Range<Int> {
    guard pieces == nil else { return 0..<0 }
    let bytes = lines.bytes
    let start = min(lines.start(ofLine: tree.startLine) + max(tree.startColumn - 1, 0), lines.range.upperBound)
    var end = min(lines.start(ofLine: tree.endLine) + tree.endColumn, lines.range.upperBound)
    while end > start, bytes[end - 1].isWhitespace { end -= 1 }
    return start..<max(start, end)
  }
}
