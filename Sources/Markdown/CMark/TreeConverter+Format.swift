package import Diagnostics

/// What the format makes of CommonMark's blocks.
extension TreeConverter {
  /// A paragraph, or a figure if it is one image with a title.
  func paragraph(_ inlines: [Inline], span: SourceSpan) -> Block {
    if extensions.contains(.figures), inlines.count == 1, case .image(let image) = inlines[0].kind, !image.title.isEmpty {
      return Block(.figure(image), span: span)
    }
    return Block(.paragraph(inlines), span: span)
  }

  /// A block quote, or an alert if its first line is `[!NOTE]` or one of the other four, and something follows.
  mutating func quote(_ blocks: [Block], span: SourceSpan) -> Block {
    let plain = Block(.quote(blocks), span: span)
    guard extensions.contains(.alerts), let first = blocks.first, case .paragraph(let inlines) = first.kind,
      case .text(let mark)? = inlines.first?.kind, mark.hasPrefix("[!"), mark.hasSuffix("]")
    else { return plain }
    let rest = Array(inlines.dropFirst(2))
    switch inlines.dropFirst().first?.kind {
    case nil, .softBreak, .lineBreak: break
    default: return plain
    }
    let name = mark.dropFirst(2).dropLast().lowercased()
    guard let kind = AlertKind(rawValue: name) else {
      reportAlert(String(mark), name, at: inlines[0].span)
      return plain
    }
    var content = Array(blocks.dropFirst())
    if let next = rest.first {
      let span = SourceSpan(file: first.span.file, start: next.span.start, end: first.span.end)
      content.insert(paragraph(rest, span: span), at: 0)
    }
    return content.isEmpty ? plain : Block(.alert(kind, content), span: span)
  }

  private mutating func reportAlert(_ mark: String, _ name: String, at span: SourceSpan) {
    guard !name.isEmpty, name.utf8.allSatisfy({ (UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0) }) else { return }
    let names = AlertKind.allCases.map(\.rawValue)
    let nearest = Suggestion.nearest(to: name, among: names)
    let all = names.map { "`[!\($0.uppercased())]`" }.joined(separator: ", ")
    log.add(
      Diagnostic(
        .markdownUnknownAlert, "there is no alert `\(mark)`", at: span, label: "shown as a plain quotation",
        help: [nearest.map { "did you mean `[!\($0.uppercased())]`?" } ?? "the alerts are \(all)"]))
  }

  /// Adds a table and what stood in one paragraph with it.
  mutating func add(_ table: ParsedTable) {
    let source = table.source
    if let before = source.before { add(paragraph(table.before, span: lines.span(before))) }
    let rows = table.rows.map { row in row.map { Table.Cell(inlines: $0.inlines, span: lines.span($0.range)) } }
    let head = rows.first ?? []
    add(Block(.table(Table(alignments: source.alignments, head: head, rows: Array(rows.dropFirst()))), span: lines.span(source.range)))
    if let rule = source.thematicBreak { add(Block(.thematicBreak, span: lines.span(rule))) }
    if let after = source.after { add(paragraph(table.after, span: lines.span(after))) }
  }
}

extension [Inline] {
  /// The text as plain CommonMark puts it into `alt`: raw HTML as text.
  var textWithHTML: String {
    var text = ""
    for inline in self {
      switch inline.kind {
      case .text(let string), .code(let string), .html(let string): text += string
      case .softBreak, .lineBreak: text += " "
      case .emphasis(let inlines), .strong(let inlines): text += inlines.textWithHTML
      case .link(let link): text += link.inlines.textWithHTML
      case .image(let image): text += image.alternative
      }
    }
    return text
  }
}

extension DiagnosticKind {
  package static let markdownUnknownAlert = DiagnosticKind(
    "markdown.unknown-alert", .warning,
    meaning: "A quotation begins like an alert, but is none of the five: `[!NOTE]`, `[!TIP]`, `[!IMPORTANT]`, `[!WARNING]`, `[!CAUTION]`.",
    wrong: .init("Content/about.md", "> [!NOTES]\n> About this briefing.\n"),
    right: .init("Content/about.md", "> [!NOTE]\n> About this briefing.\n"))
}
