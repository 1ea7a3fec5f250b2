package import Diagnostics

/// A piece of a paragraph, heading or cell.
package struct Inline: Sendable {
  package enum Kind: Sendable {
    case text(String)
    case softBreak
    case lineBreak
    case code(String)
    /// Raw HTML, which is never passed on; comments are left out of the tree.
    case html(String)
    case emphasis([Inline])
    case strong([Inline])
    indirect case link(Link)
    indirect case image(Image)
  }

  package let kind: Kind
  package let span: SourceSpan

  package init(_ kind: Kind, span: SourceSpan) {
    self.kind = kind
    self.span = span
  }
}

/// A link, or an autolink.
package struct Link: Sendable {
  /// As CommonMark gives it: unescaped, not percent-encoded.
  package let destination: String
  package let title: String
  package let inlines: [Inline]
  /// The link whole, from `[` or `<`.
  package let span: SourceSpan
  /// Where the destination stands, as near as it can be told: inside the parentheses, or the whole link for a reference.
  package let destinationSpan: SourceSpan
  /// Written as `<claim:id>`.
  package let isAutolink: Bool
  /// Whether a title was written that is empty, which plain CommonMark shows as `title=""`.
  package let hasEmptyTitle: Bool

  package init(
    destination: String, title: String, inlines: [Inline], span: SourceSpan, destinationSpan: SourceSpan, isAutolink: Bool,
    hasEmptyTitle: Bool = false
  ) {
    self.destination = destination
    self.title = title
    self.inlines = inlines
    self.span = span
    self.destinationSpan = destinationSpan
    self.isAutolink = isAutolink
    self.hasEmptyTitle = hasEmptyTitle
  }
}

/// A picture with its alternative text.
package struct Image: Sendable {
  package let destination: String
  package let title: String
  /// The alternative text, marks taken off.
  package let alternative: String
  package let span: SourceSpan
  package let destinationSpan: SourceSpan
  /// Whether a title was written that is empty, which plain CommonMark shows as `title=""`.
  package let hasEmptyTitle: Bool

  package init(
    destination: String, title: String, alternative: String, span: SourceSpan, destinationSpan: SourceSpan, hasEmptyTitle: Bool = false
  ) {
    self.destination = destination
    self.title = title
    self.alternative = alternative
    self.span = span
    self.destinationSpan = destinationSpan
    self.hasEmptyTitle = hasEmptyTitle
  }
}

extension [Inline] {
  /// The text alone, marks taken off and breaks as spaces.
  package var plainText: String {
    var text = ""
    for inline in self {
      switch inline.kind {
      case .text(let string), .code(let string): text += string
      case .softBreak, .lineBreak: text += " "
      case .html: break
      case .emphasis(let inlines), .strong(let inlines): text += inlines.plainText
      case .link(let link): text += link.inlines.plainText
      case .image(let image): text += image.alternative
      }
    }
    return text
  }
}
