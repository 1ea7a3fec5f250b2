import Diagnostics

/// What stands within a line.
extension TreeConverter {
  mutating func enterInline(_ tree: borrowing CMarkTree) {
    switch tree.kind {
    case .text: text(tree)
    case .softBreak: leaf(.softBreak, cursor.lineBreak())
    case .lineBreak: leaf(.lineBreak, cursor.lineBreak())
    case .codeSpan:
      tree.readLiteral(into: &literal)
      let string = String(decoding: literal, as: UTF8.self)
      leaf(.code(string), cursor.codeSpan(), written: string)
    case .htmlInline: htmlInline(tree)
    case .emphasis: open(.emphasis, cursor.mark(1, 0x2A, or: 0x5F))
    case .strong: open(.strong, cursor.mark(2, 0x2A, or: 0x5F))
    case .link: open(.link, cursor.mark(1, 0x5B, or: 0x3C))
    case .image: open(.image, cursor.mark(2, 0x21, or: 0x21))
    default: open(tree.kind, cursor.position..<cursor.position)
    }
  }

  private mutating func open(_ kind: NodeKind, _ mark: Range<Int>) {
    if overflow > 0 || frames.count > Self.depthLimit {
      overflow += 1
      reportDepth(at: mark)
    } else {
      frames.append(Frame(kind, start: mark.lowerBound, end: mark.upperBound))
    }
  }

  private mutating func leaf(_ kind: Inline.Kind, _ range: Range<Int>, written: String = "") {
    guard overflow == 0 else { return }
    add(Inline(kind, span: lines.span(range)))
    write(written, for: range)
  }

  private mutating func text(_ tree: borrowing CMarkTree) {
    if !isAtPieceStart, let length = tree.literalLength(in: lines.bytes, at: cursor.position, before: cursor.limit) {
      let range = cursor.pass(length)
      guard overflow == 0 else { return }
      let text = String(decoding: lines.bytes[range], as: UTF8.self)
      add(Inline(.text(text), span: lines.span(range)))
      if extensions.contains(.headingIDs) { write(text, for: range) }
      return
    }
    tree.readLiteral(into: &literal)
    if isAtPieceStart {
      isAtPieceStart = false
      literal.removeFirst(min(2, literal.count))
    }
    if literal.isEmpty { return }
    let isAutolink = frames.last.map { $0.kind == .link && isAngle($0.start) } ?? false
    let (range, isChanged) = cursor.text(literal, into: &output, isVerbatim: isAutolink)
    guard overflow == 0 else { return }
    add(Inline(.text(String(decoding: isChanged ? output : literal, as: UTF8.self)), span: lines.span(range)))
    guard extensions.contains(.headingIDs), frames.contains(where: { $0.kind == .heading }) else { return }
    // Dashes that were typed as hyphens count as hyphens.
    let hasDash = extensions.contains(.smartQuotes) && literal.contains(0xE2)
    write(String(decoding: hasDash ? Array(lines.bytes[range]) : literal, as: UTF8.self), for: range)
  }

  /// Adds to the heading's text, if the walk is in a heading.
  private mutating func write(_ written: String, for range: Range<Int>) {
    guard !written.isEmpty, let heading = frames.firstIndex(where: { $0.kind == .heading }) else { return }
    guard !frames[heading...].contains(where: { $0.kind == .image }) else { return }
    frames[heading].written += written
  }

  mutating func htmlInline(_ tree: borrowing CMarkTree) {
    tree.readLiteral(into: &literal)
    let range = cursor.html(literal)
    guard overflow == 0 else { return }
    if extensions.contains(.comments), literal.starts(with: "<!--".utf8) { return }
    if !literal.starts(with: "</".utf8) { reportHTML(lines.span(range)) }
    add(Inline(.html(String(decoding: literal, as: UTF8.self)), span: lines.span(range)))
  }

  /// Takes the mark that ends an inline container.
  mutating func leaveInline(_ tree: borrowing CMarkTree) -> (end: Int, destination: Range<Int>?) {
    switch tree.kind {
    case .emphasis: (cursor.mark(1, 0x2A, or: 0x5F).upperBound, nil)
    case .strong: (cursor.mark(2, 0x2A, or: 0x5F).upperBound, nil)
    case .link, .image: cursor.linkEnd()
    default: (cursor.position, nil)
    }
  }

  mutating func closeInline(_ frame: Frame, _ tree: borrowing CMarkTree, end: Int, destination: Range<Int>?) {
    let whole = lines.span(frame.start..<max(frame.start, end))
    switch frame.kind {
    case .emphasis: add(Inline(.emphasis(frame.inlines), span: whole))
    case .strong: add(Inline(.strong(frame.inlines), span: whole))
    case .link:
      let isAutolink = isAngle(frame.start)
      let inside = isAutolink ? lines.span(frame.start + 1..<max(frame.start + 1, end - 1)) : whole
      let title = tree.title
      let link = Link(
        destination: tree.destination, title: title, inlines: frame.inlines, span: whole,
        destinationSpan: destination.map(lines.span) ?? inside, isAutolink: isAutolink, hasEmptyTitle: title.isEmpty && tree.hasTitle)
      checkScheme(link.destination, at: link.destinationSpan)
      add(Inline(.link(link), span: whole))
    case .image:
      let title = tree.title
      let image = Image(
        destination: tree.destination, title: title,
        alternative: extensions.contains(.comments) ? frame.inlines.plainText : frame.inlines.textWithHTML, span: whole,
        destinationSpan: destination.map(lines.span) ?? whole, hasEmptyTitle: title.isEmpty && tree.hasTitle)
      checkScheme(image.destination, at: image.destinationSpan)
      add(Inline(.image(image), span: whole))
    default: break
    }
  }

  private func isAngle(_ offset: Int) -> Bool {
    offset < lines.bytes.count && lines.bytes[offset] == 0x3C
  }

  private mutating func checkScheme(_ url: String, at span: SourceSpan) {
    guard let scheme = UnsafeScheme.of(url) else { return }
    log.add(
      Diagnostic(
        .markdownUnsafeURL, "an address with `\(scheme):` is not passed on", at: span,
        label: "could run code or read files at the reader's",
        help: ["link to a page by `https:`, or to a file in `assets/`"]))
  }
}
