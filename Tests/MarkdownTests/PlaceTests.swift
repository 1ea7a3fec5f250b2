import Diagnostics
import Markdown
import TestKit
import Testing

/// Where things stand: properties over random documents.
@Suite struct PlaceTests {
  /// Every inline stands in its parent, after the one before, and the source there is what the inline says.
  private struct Walk {
    let file: SourceFile
    var problems: [String] = []

    mutating func check(_ blocks: [Block], in parent: SourceSpan) {
      for block in blocks {
        if block.span.start < parent.start || block.span.end > parent.end {
          problems.append("\(file.text(block.span).debugDescription) leaves its parent \(file.text(parent).debugDescription)")
        }
        switch block.kind {
        case .paragraph(let inlines): check(inlines, in: block.span)
        case .heading(let heading): check(heading.inlines, in: block.span)
        case .quote(let blocks), .alert(_, let blocks): check(blocks, in: block.span)
        case .list(let list): for item in list.items { check(item.blocks, in: item.span) }
        case .table(let table):
          for row in [table.head] + table.rows { for cell in row { check(cell.inlines, in: cell.span) } }
        case .code(let code):
          for (index, byte) in code.literal.utf8.enumerated() where byte > 0x20 && byte < 0x80 {
            let offset = code.map.offset(index)
            if file.bytes[offset] != byte { problems.append("code at \(index) is not \(file.bytes[offset])") }
          }
        case .html, .comment, .thematicBreak, .figure: break
        }
      }
    }

    mutating func check(_ inlines: [Inline], in parent: SourceSpan) {
      var last = parent.start
      for inline in inlines {
        let span = inline.span
        if span.start < last || span.end > parent.end { problems.append("\(inline.kind) at \(span.range) leaves \(last)..<\(parent.end)") }
        last = span.end
        let text = file.text(span)
        switch inline.kind {
        case .text(let string):
          if !text.contains(where: { "\\&\0'\"-.".contains($0) }), text != string { problems.append("text \(string) stands at \(text)") }
          if text.isEmpty { problems.append("text \(string) stands nowhere") }
        case .softBreak, .lineBreak:
          if !text.utf8.contains(0x0A), !text.utf8.contains(0x0D) { problems.append("break at \(text)") }
        case .code(let string):
          if !text.hasPrefix("`") || !text.hasSuffix("`") || text.utf8.count < string.utf8.count {
            problems.append("code \(string) at \(text)")
          }
        case .html(let string):
          if !text.hasPrefix("<") || !text.hasSuffix(">") { problems.append("html \(string) at \(text)") }
        case .emphasis(let inlines):
          if !(text.hasPrefix("*") && text.hasSuffix("*") || text.hasPrefix("_") && text.hasSuffix("_")) {
            problems.append("emphasis at \(text)")
          }
          check(inlines, in: span)
        case .strong(let inlines):
          if !(text.hasPrefix("**") && text.hasSuffix("**") || text.hasPrefix("__") && text.hasSuffix("__")) {
            problems.append("strong at \(text)")
          }
          check(inlines, in: span)
        case .link(let link):
          if !(text.hasPrefix("[") && (text.hasSuffix("]") || text.hasSuffix(")")) || text.hasPrefix("<") && text.hasSuffix(">")) {
            problems.append("link at \(text)")
          }
          if !link.inlines.isEmpty { check(link.inlines, in: span) }
          let destination = file.text(link.destinationSpan)
          if text.hasSuffix(")"), !destination.contains("&"), !destination.contains("\\"), destination != link.destination {
            problems.append("destination \(link.destination) at \(destination)")
          }
        case .image(let image):
          if !text.hasPrefix("![") || !(text.hasSuffix("]") || text.hasSuffix(")")) {
            problems.append("image \(image.destination) at \(text)")
          }
        }
      }
    }
  }

  @Test(arguments: [MarkdownParser.Extensions.all, []])
  func randomDocuments(extensions: MarkdownParser.Extensions) {
    var failures = 0
    for seed in 0..<3000 {
      var random = RandomMarkdown(seed: UInt64(seed))
      let file = source(random.document())
      var log = DiagnosticLog()
      let document = MarkdownParser.parse(file, extensions: extensions, log: &log)
      var walk = Walk(file: file)
      walk.check(document.blocks, in: file.wholeSpan)
      if let first = walk.problems.first {
        failures += 1
        if failures < 8 { Issue.record("seed \(seed): \(first)\n\(file.text(file.wholeSpan).debugDescription)") }
      }
    }
    #expect(failures == 0)
  }
}
