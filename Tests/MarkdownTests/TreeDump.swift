import Diagnostics
import Markdown

/// A document's tree as text, a node a line with its place, so that tests can show it whole.
struct TreeDump {
  let file: SourceFile
  private(set) var text = ""

  init(_ file: SourceFile) {
    self.file = file
  }

  static func of(_ markdown: String, extensions: MarkdownParser.Extensions = .all) -> String {
    let file = SourceFile(path: "Content/test.md", text: markdown)
    var log = DiagnosticLog()
    let document = MarkdownParser.parse(file, extensions: extensions, log: &log)
    var dump = TreeDump(file)
    if let front = document.frontMatter {
      dump.line("front matter", front.span, 0)
      dump.line("yaml", front.yaml, 1, file.text(front.yaml))
    }
    dump.add(document.blocks, 0)
    for diagnostic in log.sorted {
      dump.line("! \(diagnostic.code)", diagnostic.primary?.span ?? file.wholeSpan, 0)
    }
    return dump.text
  }

  mutating func line(_ kind: String, _ span: SourceSpan, _ depth: Int, _ detail: String? = nil) {
    let start = file.position(at: span.start)
    let end = file.position(at: span.end)
    text += String(repeating: "  ", count: depth) + "\(kind) @\(start.line):\(start.column)-\(end.line):\(end.column)"
    if let detail { text += " \(detail.debugDescription)" }
    text += "\n"
  }

  mutating func add(_ blocks: [Block], _ depth: Int) {
    for block in blocks { add(block, depth) }
  }

  private mutating func add(_ block: Block, _ depth: Int) {
    let span = block.span
    switch block.kind {
    case .paragraph(let inlines):
      line("paragraph", span, depth)
      add(inlines, depth + 1)
    case .heading(let heading):
      line("heading \(heading.level)", span, depth, heading.id)
      add(heading.inlines, depth + 1)
    case .quote(let blocks):
      line("quote", span, depth)
      add(blocks, depth + 1)
    case .alert(let kind, let blocks):
      line("alert \(kind.rawValue)", span, depth)
      add(blocks, depth + 1)
    case .list(let list):
      line("list\(list.start.map { " \($0)" } ?? "")\(list.isTight ? " tight" : "")", span, depth)
      for item in list.items {
        line("item", item.span, depth + 1)
        add(item.blocks, depth + 2)
      }
    case .code(let code):
      line("code", span, depth, code.info)
      if let info = code.infoSpan { line("info", info, depth + 1, file.text(info)) }
      var start = 0
      for part in code.literal.split(separator: "\n", omittingEmptySubsequences: false) where start < code.literal.utf8.count {
        let letters = part.utf8.prefix { $0 == 0x20 || $0 == 0x09 }.count
        line("line", code.map.span(start + letters..<start + part.utf8.count), depth + 1, String(part))
        start += part.utf8.count + 1
      }
    case .html(let html): line("html", span, depth, html)
    case .comment(let comment): line("comment", span, depth, comment)
    case .thematicBreak: line("break", span, depth)
    case .table(let table):
      line("table \(table.alignments.map { "\($0)" }.joined(separator: " "))", span, depth)
      for row in [table.head] + table.rows {
        text += String(repeating: "  ", count: depth + 1) + "row\n"
        for cell in row {
          line("cell", cell.span, depth + 2)
          add(cell.inlines, depth + 3)
        }
      }
    case .figure(let image):
      line("figure", span, depth, "\(image.alternative)|\(image.destination)|\(image.title)")
      line("destination", image.destinationSpan, depth + 1)
    }
  }

  mutating func add(_ inlines: [Inline], _ depth: Int) {
    for inline in inlines {
      switch inline.kind {
      case .text(let string): line("text", inline.span, depth, string)
      case .softBreak: line("soft break", inline.span, depth)
      case .lineBreak: line("line break", inline.span, depth)
      case .code(let string): line("code", inline.span, depth, string)
      case .html(let string): line("html", inline.span, depth, string)
      case .emphasis(let inlines):
        line("emphasis", inline.span, depth)
        add(inlines, depth + 1)
      case .strong(let inlines):
        line("strong", inline.span, depth)
        add(inlines, depth + 1)
      case .link(let link):
        line(link.isAutolink ? "autolink" : "link", inline.span, depth, link.destination + (link.title.isEmpty ? "" : "|" + link.title))
        line("destination", link.destinationSpan, depth + 1, file.text(link.destinationSpan))
        add(link.inlines, depth + 1)
      case .image(let image):
        line("image", inline.span, depth, "\(image.alternative)|\(image.destination)|\(image.title)")
        line("destination", image.destinationSpan, depth + 1, file.text(image.destinationSpan))
      }
    }
  }
}
