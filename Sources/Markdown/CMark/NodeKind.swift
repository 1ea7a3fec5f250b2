import CCMark

/// What a node of cmark's tree is, in values of our own.
enum NodeKind {
  case document, quote, list, item, code, htmlBlock, paragraph, heading, thematicBreak
  case text, softBreak, lineBreak, codeSpan, htmlInline, emphasis, strong, link, image
  /// A custom node, which the parser never makes.
  case other

  init(_ type: cmark_node_type) {
    switch type {
    case CMARK_NODE_DOCUMENT: self = .document
    case CMARK_NODE_BLOCK_QUOTE: self = .quote
    case CMARK_NODE_LIST: self = .list
    case CMARK_NODE_ITEM: self = .item
    case CMARK_NODE_CODE_BLOCK: self = .code
    case CMARK_NODE_HTML_BLOCK: self = .htmlBlock
    case CMARK_NODE_PARAGRAPH: self = .paragraph
    case CMARK_NODE_HEADING: self = .heading
    case CMARK_NODE_THEMATIC_BREAK: self = .thematicBreak
    case CMARK_NODE_TEXT: self = .text
    case CMARK_NODE_SOFTBREAK: self = .softBreak
    case CMARK_NODE_LINEBREAK: self = .lineBreak
    case CMARK_NODE_CODE: self = .codeSpan
    case CMARK_NODE_HTML_INLINE: self = .htmlInline
    case CMARK_NODE_EMPH: self = .emphasis
    case CMARK_NODE_STRONG: self = .strong
    case CMARK_NODE_LINK: self = .link
    case CMARK_NODE_IMAGE: self = .image
    default: self = .other
    }
  }

  /// Whether the walk leaves it by an event of its own: cmark sends none for leaves.
  var isContainer: Bool {
    switch self {
    case .document, .quote, .list, .item, .paragraph, .heading, .emphasis, .strong, .link, .image, .other: true
    case .code, .htmlBlock, .thematicBreak, .text, .softBreak, .lineBreak, .codeSpan, .htmlInline: false
    }
  }
}

extension NodeKind {
  var isInline: Bool {
    switch self {
    case .text, .softBreak, .lineBreak, .codeSpan, .htmlInline, .emphasis, .strong, .link, .image: true
    case .document, .quote, .list, .item, .code, .htmlBlock, .paragraph, .heading, .thematicBreak, .other: false
    }
  }
}
