package import Diagnostics

/// A block of a document, in CommonMark's terms, and the few that the format adds.
package struct Block: Sendable {
  package enum Kind: Sendable {
    case paragraph([Inline])
    indirect case heading(Heading)
    case quote([Block])
    /// One of GitHub's five alerts: `> [!NOTE]`.
    case alert(AlertKind, [Block])
    indirect case list(List)
    indirect case code(CodeBlock)
    /// Raw HTML, which is never passed on.
    case html(String)
    /// A comment `<!-- ... -->` that is a block of its own: the text between the marks, trimmed.
    case comment(String)
    case thematicBreak
    indirect case table(Table)
    /// A paragraph that is one image with a title.
    indirect case figure(Image)
  }

  package let kind: Kind
  package let span: SourceSpan

  package init(_ kind: Kind, span: SourceSpan) {
    self.kind = kind
    self.span = span
  }
}

/// A heading and its anchor.
package struct Heading: Sendable {
  /// 1 to 6.
  package let level: Int
  package let inlines: [Inline]
  /// The anchor by GitHub's slug rule, unique in its document; nil where heading ids are switched off.
  package let id: String?

  package init(level: Int, inlines: [Inline], id: String?) {
    self.level = level
    self.inlines = inlines
    self.id = id
  }
}

/// GitHub's five alerts.
package enum AlertKind: String, Sendable, CaseIterable {
  case note, tip, important, warning, caution
}

/// A bullet list or an ordered one.
package struct List: Sendable {
  /// The first number of an ordered list; nil for a bullet list.
  package let start: Int?
  package let isTight: Bool
  package let items: [Item]

  package struct Item: Sendable {
    package let blocks: [Block]
    package let span: SourceSpan

    package init(blocks: [Block], span: SourceSpan) {
      self.blocks = blocks
      self.span = span
    }
  }

  package init(start: Int?, isTight: Bool, items: [Item]) {
    self.start = start
    self.isTight = isTight
    self.items = items
  }
}

/// A code block, fenced or indented: what stands in it is not Markdown.
package struct CodeBlock: Sendable {
  /// The info string of a fence, unescaped, empty for an indented block.
  package let info: String
  /// Where the info string stands; nil where there is none.
  package let infoSpan: SourceSpan?
  package let literal: String
  /// The way from `literal` back to the file.
  package let map: TextMap

  package init(info: String, infoSpan: SourceSpan?, literal: String, map: TextMap) {
    self.info = info
    self.infoSpan = infoSpan
    self.literal = literal
    self.map = map
  }
}

/// A pipe table by GFM's rules.
package struct Table: Sendable {
  package enum Alignment: Sendable {
    case none, left, center, right
  }

  package struct Cell: Sendable {
    package let inlines: [Inline]
    package let span: SourceSpan

    package init(inlines: [Inline], span: SourceSpan) {
      self.inlines = inlines
      self.span = span
    }
  }

  package let alignments: [Alignment]
  package let head: [Cell]
  package let rows: [[Cell]]

  package init(alignments: [Alignment], head: [Cell], rows: [[Cell]]) {
    self.alignments = alignments
    self.head = head
    self.rows = rows
  }
}
