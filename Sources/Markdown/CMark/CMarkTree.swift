import CCMark

/// The one owner of a tree of cmark's and of the walk over it. It is made, walked and freed inside one call; nothing of it is handed out but
/// values.
///
/// The walk is a loop over cmark's own events: entering a node, leaving a container. `kind`, the numbers and the texts are those of the node
/// at which the walk stands.
@safe
struct CMarkTree: ~Copyable {
  private let root: OpaquePointer
  private let events: OpaquePointer
  private var node: OpaquePointer
  /// What cmark gives for a title that is not there: a pointer of its own, by which `""` can be told from nothing.
  private let noTitle: UnsafePointer<CChar>?

  /// Whether the walk has come to a node's end, not to its beginning.
  private(set) var isLeaving = false
  private(set) var kind = NodeKind.document

  /// Parses the bytes of the range.
  ///
  /// - Parameter smart: whether cmark sets quotes, dashes and dots typographically.
  init(_ bytes: [UInt8], in range: Range<Int>, smart: Bool) {
    let options = smart ? CMARK_OPT_SMART : CMARK_OPT_DEFAULT
    let tree = unsafe bytes.withUnsafeBytes { buffer in
      let part = unsafe UnsafeRawBufferPointer(rebasing: buffer[range])
      return unsafe cmark_parse_document(part.baseAddress?.assumingMemoryBound(to: CChar.self) ?? emptyText(), part.count, options)
    }
    guard let tree = unsafe tree, let events = unsafe cmark_iter_new(tree), let probe = unsafe cmark_node_new(CMARK_NODE_LINK) else {
      fatalError("cmark is out of memory")
    }
    unsafe root = tree
    unsafe self.events = events
    unsafe node = tree
    unsafe noTitle = cmark_node_get_title(probe)
    unsafe cmark_node_free(probe)
  }

  deinit {
    unsafe cmark_iter_free(events)
    unsafe cmark_node_free(root)
  }

  /// Goes on to the next event; false at the end.
  mutating func advance() -> Bool {
    let event = unsafe cmark_iter_next(events)
    guard event != CMARK_EVENT_DONE, let next = unsafe cmark_iter_get_node(events) else { return false }
    unsafe node = next
    isLeaving = event == CMARK_EVENT_EXIT
    kind = NodeKind(unsafe cmark_node_get_type(next))
    return true
  }

  /// Goes back to before the first event.
  mutating func rewind() {
    unsafe cmark_iter_reset(events, root, CMARK_EVENT_ENTER)
  }

  /// Passes over all that is inside the container that was just entered: the walk stands at its end.
  mutating func skipChildren() {
    unsafe cmark_iter_reset(events, node, CMARK_EVENT_EXIT)
    isLeaving = true
  }
}

// MARK: - The node at hand

extension CMarkTree {
  /// Counted from 1, as are all lines and columns; 0 where cmark does not know.
  var startLine: Int { unsafe Int(cmark_node_get_start_line(node)) }
  /// In UTF-8 bytes.
  var startColumn: Int { unsafe Int(cmark_node_get_start_column(node)) }
  var endLine: Int { unsafe Int(cmark_node_get_end_line(node)) }
  /// In UTF-8 bytes, of the last byte; 0 for a block that ends with an empty line.
  var endColumn: Int { unsafe Int(cmark_node_get_end_column(node)) }

  var headingLevel: Int { unsafe Int(cmark_node_get_heading_level(node)) }

  /// The first number of an ordered list; nil for a bullet list.
  var listStart: Int? {
    unsafe cmark_node_get_list_type(node) == CMARK_ORDERED_LIST ? Int(cmark_node_get_list_start(node)) : nil
  }

  var listIsTight: Bool { unsafe cmark_node_get_list_tight(node) != 0 }

  var info: String { unsafe text(cmark_node_get_fence_info(node)) }
  var destination: String { unsafe text(cmark_node_get_url(node)) }
  var title: String { unsafe text(cmark_node_get_title(node)) }
  /// Whether there is a title, though it may be empty.
  var hasTitle: Bool { unsafe cmark_node_get_title(node) != noTitle }

  /// The line at which what follows the document's first paragraph begins: its second block, or the first itself if it is no paragraph. Nil
  /// where there is one paragraph.
  var lineAfterFirstParagraph: Int? {
    guard let first = unsafe cmark_node_first_child(root) else { return nil }
    guard unsafe cmark_node_get_type(first) == CMARK_NODE_PARAGRAPH else { return unsafe Int(cmark_node_get_end_line(first)) }
    guard let second = unsafe cmark_node_next(first) else { return nil }
    return unsafe Int(cmark_node_get_start_line(second))
  }

  /// Puts the node's text into a buffer, in place of what was there.
  func readLiteral(into buffer: inout [UInt8]) {
    buffer.removeAll(keepingCapacity: true)
    guard let literal = unsafe cmark_node_get_literal(node) else { return }
    let bytes = unsafe UnsafeRawBufferPointer(start: literal, count: brief_text_length(literal))
    unsafe buffer.append(contentsOf: bytes)
  }

  /// How many bytes the node's text has, if it stands in the source letter by letter, wholly before the limit; nil where it does not, or where it
  /// has a character that could stand for another in the source.
  func literalLength(in source: [UInt8], at offset: Int, before limit: Int) -> Int? {
    guard let literal = unsafe cmark_node_get_literal(node) else { return nil }
    let count = unsafe brief_text_length(literal)
    guard count > 0, offset >= 0, offset + count <= min(limit, source.count) else { return nil }
    let stands = unsafe source.withUnsafeBytes { buffer in
      guard let start = unsafe buffer.baseAddress?.assumingMemoryBound(to: CChar.self) else { return false }
      return unsafe brief_is_verbatim(literal, start + offset, count)
    }
    return stands ? count : nil
  }

  private func text(_ pointer: UnsafePointer<CChar>?) -> String {
    guard let pointer = unsafe pointer else { return "" }
    return unsafe String(cString: pointer)
  }
}

private func emptyText() -> UnsafePointer<CChar> {
  unsafe brief_empty_text()
}
