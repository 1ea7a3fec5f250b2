package import Diagnostics
import Facts
package import Markdown

/// A Markdown file of `Content/`, read: its front matter and its blocks.
///
/// It never changes, and stands in many lists: an object is one reference to count.
package final class Page: Sendable {
  package let file: FileID
  /// `Content/method.md`
  package let source: String
  /// `method.html`
  package let path: String
  package let head: PageHead
  package let blocks: [Block]
  /// The anchors of its headings.
  package let anchors: Set<String>

  package init(file: FileID, source: String, head: PageHead, blocks: [Block]) {
    self.file = file
    self.source = source
    path = SitePath.ofDocument(source)
    self.head = head
    self.blocks = blocks
    anchors = Set(Self.headings(of: blocks).compactMap(\.id))
  }

  /// The page's title: the front matter's, else the first heading's text.
  package var title: String? {
    head.title ?? Self.headings(of: blocks).first?.inlines.plainText
  }

  /// The headings at the top level with their places, in their order.
  package var outline: [(title: String, span: SourceSpan)] {
    blocks.compactMap { block in
      if case .heading(let heading) = block.kind { (heading.inlines.plainText, block.span) } else { nil }
    }
  }

  /// The blocks without a first heading of level 1, which the template shows as the page's title.
  package var body: ArraySlice<Block> {
    if case .heading(let heading)? = blocks.first?.kind, heading.level == 1 { return blocks.dropFirst() }
    return blocks[...]
  }

  /// The headings at the top level of a text, in their order.
  package static func headings(of blocks: some Sequence<Block>) -> [Heading] {
    blocks.compactMap { block in
      if case .heading(let heading) = block.kind { heading } else { nil }
    }
  }
}
