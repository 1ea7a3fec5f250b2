package import Diagnostics

/// What the writer asks of the room that knows the pages: where a link goes, and what stands for a fence.
package protocol HTMLHandler {
  /// How a link is written.
  mutating func link(_ link: Link) -> LinkTreatment

  /// How an image is written.
  mutating func image(_ image: Image) -> ImageTreatment

  /// Writes a code block in another way; false leaves it to the writer.
  mutating func fence(_ code: CodeBlock, span: SourceSpan, into html: inout [UInt8]) -> Bool

  /// Writes what follows a heading's text inside the heading, such as a link to itself.
  mutating func headingEnd(_ heading: Heading, into html: inout [UInt8])
}

extension HTMLHandler {
  /// As it was written.
  package mutating func image(_ image: Image) -> ImageTreatment { ImageTreatment(source: image.destination) }
  /// As code.
  package mutating func fence(_ code: CodeBlock, span: SourceSpan, into html: inout [UInt8]) -> Bool { false }
  /// Nothing.
  package mutating func headingEnd(_ heading: Heading, into html: inout [UInt8]) {}
}

/// How a link is written.
package enum LinkTreatment: Sendable {
  /// An anchor. The attributes follow `href`, in their order and escaped; `before` and `after` are HTML outside of the anchor; `text` stands in
  /// place of an empty link text, or of an autolink's. An unsafe `href` is written as none.
  case anchor(
    href: String, attributes: [(name: String, value: String)] = [], before: [UInt8] = [], after: [UInt8] = [], text: String? = nil)
  /// The link's text without an anchor, between HTML.
  case plain(before: [UInt8] = [], after: [UInt8] = [])
}

/// How an image is written: its address and further attributes, in their order and escaped, such as its size.
package struct ImageTreatment: Sendable {
  package var source: String
  package var attributes: [(name: String, value: String)]

  package init(source: String, attributes: [(name: String, value: String)] = []) {
    self.source = source
    self.attributes = attributes
  }
}

/// Writes links and images as plain CommonMark has them.
package struct PlainHandler: HTMLHandler, Sendable {
  package init() {}

  /// An anchor with the title that was written.
  package mutating func link(_ link: Link) -> LinkTreatment {
    let hasTitle = !link.title.isEmpty || link.hasEmptyTitle
    return .anchor(href: link.destination, attributes: hasTitle ? [("title", link.title)] : [])
  }
}
