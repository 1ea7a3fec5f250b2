import Diagnostics

/// Writes blocks and inlines as HTML, straight into a buffer of bytes.
///
/// With no extensions, the plain handler and the plain options, the output is that of cmark's safe mode, byte for byte. The tree's depth is
/// capped by the parser, so that the writer may follow it by calling itself.
package struct HTMLWriter<Handler: HTMLHandler> {
  package let options: HTMLOptions
  package var handler: Handler

  package init(options: HTMLOptions = HTMLOptions(), handler: Handler) {
    self.options = options
    self.handler = handler
  }

  /// Writes a document.
  package mutating func write(_ document: Document, into html: inout [UInt8]) {
    write(document.blocks, into: &html)
  }

  /// Writes blocks.
  package mutating func write(_ blocks: [Block], into html: inout [UInt8]) {
    for block in blocks { write(block, isTight: false, into: &html) }
  }

  private mutating func write(_ block: Block, isTight: Bool, into html: inout [UInt8]) {
    switch block.kind {
    case .paragraph(let inlines):
      if isTight {
        write(inlines, into: &html)
      } else {
        newLine(&html)
        html += "<p>"
        write(inlines, into: &html)
        html += "</p>\n"
      }
    case .heading(let heading): write(heading, into: &html)
    case .quote(let blocks):
      newLine(&html)
      html += "<blockquote>\n"
      write(blocks, into: &html)
      newLine(&html)
      html += "</blockquote>\n"
    case .alert(let kind, let blocks): write(kind, blocks, into: &html)
    case .list(let list): write(list, into: &html)
    case .code(let code):
      newLine(&html)
      if !handler.fence(code, span: block.span, into: &html) { write(code, into: &html) }
    case .html:
      guard options.marksRawHTML else { break }
      newLine(&html)
      html += "<!-- raw HTML omitted -->\n"
    case .comment: break
    case .thematicBreak:
      newLine(&html)
      html += "<hr />\n"
    case .table(let table): write(table, into: &html)
    case .figure(let image):
      newLine(&html)
      html += "<figure>"
      write(image, title: nil, into: &html)
      html += "<figcaption>"
      HTMLEscape.append(image.title, to: &html)
      html += "</figcaption></figure>\n"
    }
  }

  private mutating func write(_ heading: Heading, into html: inout [UInt8]) {
    newLine(&html)
    let level = UInt8(ascii: "0") + UInt8(min(max(heading.level + options.headingOffset, 1), 6))
    html += "<h"
    html.append(level)
    if let id = heading.id { attribute("id", id, into: &html) }
    html += ">"
    write(heading.inlines, into: &html)
    handler.headingEnd(heading, into: &html)
    html += "</h"
    html.append(level)
    html += ">\n"
  }

  private mutating func write(_ kind: AlertKind, _ blocks: [Block], into html: inout [UInt8]) {
    newLine(&html)
    html += "<aside class=\"alert alert-"
    html += kind.rawValue
    html += "\" role=\"note\">\n"
    if let label = options.alertLabels[kind] {
      html += "<p class=\"alert-title\">"
      HTMLEscape.append(label, to: &html)
      html += "</p>\n"
    }
    write(blocks, into: &html)
    newLine(&html)
    html += "</aside>\n"
  }

  private mutating func write(_ list: List, into html: inout [UInt8]) {
    newLine(&html)
    switch list.start {
    case nil: html += "<ul>\n"
    case 1: html += "<ol>\n"
    case .some(let start): html += "<ol start=\"\(start)\">\n"
    }
    for item in list.items {
      newLine(&html)
      html += "<li>"
      for block in item.blocks { write(block, isTight: list.isTight, into: &html) }
      html += "</li>\n"
    }
    html += list.start == nil ? "</ul>\n" : "</ol>\n"
  }

  private func write(_ code: CodeBlock, into html: inout [UInt8]) {
    html += "<pre><code"
    if !code.info.isEmpty {
      html += " class=\"language-"
      HTMLEscape.append(String(Substring(code.info.utf8.prefix { !$0.isWhitespace })), to: &html)
      html += "\""
    }
    html += ">"
    HTMLEscape.append(code.literal, to: &html)
    html += "</code></pre>\n"
  }
}

// MARK: - Tables

extension HTMLWriter {
  private mutating func write(_ table: Table, into html: inout [UInt8]) {
    newLine(&html)
    if options.scrollsTables {
      html += "<div class=\"scroll\" tabindex=\"0\""
      if let label = options.tableLabel {
        html += " role=\"region\""
        attribute("aria-label", label, into: &html)
      }
      html += ">\n"
    }
    html += "<table>\n<thead>\n"
    write(table.head, of: table, "th scope=\"col\"", end: "</th>", into: &html)
    html += "</thead>\n"
    if !table.rows.isEmpty {
      html += "<tbody>\n"
      for row in table.rows { write(row, of: table, "td", end: "</td>", into: &html) }
      html += "</tbody>\n"
    }
    html += "</table>\n"
    if options.scrollsTables { html += "</div>\n" }
  }

  private mutating func write(_ row: [Table.Cell], of table: Table, _ tag: String, end: String, into html: inout [UInt8]) {
    html += "<tr>\n"
    for (cell, alignment) in zip(row, table.alignments) {
      html += "<"
      html += tag
      switch alignment {
      case .none: break
      case .left: html += " class=\"align-left\""
      case .center: html += " class=\"align-center\""
      case .right: html += " class=\"align-right\""
      }
      html += ">"
      write(cell.inlines, into: &html)
      html += end
      html += "\n"
    }
    html += "</tr>\n"
  }
}

// MARK: - Inlines

extension HTMLWriter {
  /// Writes the inlines of one paragraph, without the paragraph.
  package mutating func write(_ inlines: [Inline], into html: inout [UInt8]) {
    for inline in inlines {
      switch inline.kind {
      case .text(let text): HTMLEscape.append(text, to: &html)
      case .softBreak: html += "\n"
      case .lineBreak: html += "<br />\n"
      case .code(let text):
        html += "<code>"
        HTMLEscape.append(text, to: &html)
        html += "</code>"
      case .html:
        if options.marksRawHTML { html += "<!-- raw HTML omitted -->" }
      case .emphasis(let inlines):
        html += "<em>"
        write(inlines, into: &html)
        html += "</em>"
      case .strong(let inlines):
        html += "<strong>"
        write(inlines, into: &html)
        html += "</strong>"
      case .link(let link): write(link, into: &html)
      case .image(let image):
        write(image, title: image.title.isEmpty && !image.hasEmptyTitle ? nil : image.title, into: &html)
      }
    }
  }

  private mutating func write(_ link: Link, into html: inout [UInt8]) {
    switch handler.link(link) {
    case .plain(let before, let after):
      html += before
      write(link.inlines, into: &html)
      html += after
    case .anchor(let href, let attributes, let before, let after, let text):
      html += before
      html += "<a href=\""
      if UnsafeScheme.of(href) == nil { HTMLEscape.appendAddress(href, to: &html) }
      html += "\""
      for (name, value) in attributes { attribute(name, value, into: &html) }
      html += ">"
      if let text, link.inlines.isEmpty || link.isAutolink {
        HTMLEscape.append(text, to: &html)
      } else {
        write(link.inlines, into: &html)
      }
      html += "</a>"
      html += after
    }
  }

  private mutating func write(_ image: Image, title: String?, into html: inout [UInt8]) {
    let treatment = handler.image(image)
    html += "<img src=\""
    if UnsafeScheme.of(treatment.source) == nil { HTMLEscape.appendAddress(treatment.source, to: &html) }
    html += "\""
    attribute("alt", image.alternative, into: &html)
    if let title { attribute("title", title, into: &html) }
    for (name, value) in treatment.attributes { attribute(name, value, into: &html) }
    html += " />"
  }

  private func attribute(_ name: String, _ value: String, into html: inout [UInt8]) {
    html += " "
    html += name
    html += "=\""
    HTMLEscape.append(value, to: &html)
    html += "\""
  }

  /// Begins a new line, unless one has just begun.
  private func newLine(_ html: inout [UInt8]) {
    if let last = html.last, last != 0x0A { html.append(0x0A) }
  }
}

private func += (html: inout [UInt8], text: String) {
  html.append(contentsOf: text.utf8)
}
