package import Diagnostics

/// A tag of a template, or a stretch of text between two; ranges count from the start of the file.
struct TemplateToken {
  enum Kind {
    case text, variable, raw, section, inverted, close, partial, parent, block, comment, delimiters
  }

  var kind: Kind
  /// The whole tag with its delimiters, or the text, which shrinks where a tag stands alone on its line.
  var range: Range<Int>
  /// The name without white space and sigil.
  var name: Range<Int>
  /// Whether the name is to be looked up first: `{{>*name}}`.
  var isDynamic = false
  /// The token that closes this one or that this one closes.
  var partner: Int?
  /// Set on each tag of a line that holds nothing but tags: the white space that begins the line.
  var indentation: Range<Int>?
  /// Whether nothing but white space stands behind it on its line.
  var endsLine = false

  var isTag: Bool { kind != .text }
}

/// Cuts a template into text and tags, following the delimiters as they change.
struct TagScanner {
  let file: SourceFile
  private(set) var tokens: [TemplateToken] = []
  private(set) var log = DiagnosticLog()
  private var opening: [UInt8] = Array("{{".utf8)
  private var closing: [UInt8] = Array("}}".utf8)
  /// Ends that do not occur any more, so that nobody looks for them again.
  private var missing: Set<[UInt8]> = []

  init(_ file: SourceFile) {
    self.file = file
    scan()
  }

  private mutating func scan() {
    let bytes = file.bytes
    var textStart = file.hasByteOrderMark ? 3 : 0
    var offset = textStart
    while let start = findOpening(from: offset) {
      let inside = start + opening.count
      guard let tag = readTag(from: start, inside: inside) else {
        offset = inside
        continue
      }
      if start > textStart { tokens.append(TemplateToken(kind: .text, range: textStart..<start, name: start..<start)) }
      tokens.append(tag)
      textStart = tag.range.upperBound
      offset = textStart
    }
    if bytes.count > textStart {
      tokens.append(TemplateToken(kind: .text, range: textStart..<bytes.count, name: bytes.count..<bytes.count))
    }
  }

  /// The tag whose opening delimiter stands at `start`; nil, with a diagnostic, if it is never closed.
  private mutating func readTag(from start: Int, inside: Int) -> TemplateToken? {
    let bytes = file.bytes
    let (kind, nameStart) = sigil(at: inside)
    var last = closing
    if kind == .raw, bytes[nameStart - 1] == UInt8(ascii: "{") { last.insert(UInt8(ascii: "}"), at: 0) }
    if kind == .delimiters { last.insert(UInt8(ascii: "="), at: 0) }
    let stop = kind == .comment || kind == .delimiters || opening == closing ? nil : opening
    guard let end = findEnd(last, from: nameStart, unless: stop) else {
      reportUnclosedTag(start..<inside)
      return nil
    }
    var name = trim(nameStart..<end)
    var token = TemplateToken(kind: kind, range: start..<end + last.count, name: name)
    if kind == .partial || kind == .parent, name.first.map({ bytes[$0] }) == UInt8(ascii: "*") {
      name = trim(name.lowerBound + 1..<name.upperBound)
      token.name = name
      token.isDynamic = true
    }
    if kind == .delimiters {
      setDelimiters(name, tag: token.range)
    } else if kind != .comment, name.isEmpty {
      log.add(
        Diagnostic(
          .emptyTag, "this tag names nothing", at: file.span(token.range),
          help: ["write a name between the delimiters, or `{{! … }}` for a comment"]))
      token.kind = .comment
    }
    return token
  }

  private func sigil(at offset: Int) -> (TemplateToken.Kind, nameStart: Int) {
    let bytes = file.bytes
    var start = offset
    while start < bytes.count, isSpace(bytes[start]) { start += 1 }
    guard start < bytes.count else { return (.variable, offset) }
    let kind: TemplateToken.Kind? =
      switch bytes[start] {
      case UInt8(ascii: "#"): .section
      case UInt8(ascii: "^"): .inverted
      case UInt8(ascii: "/"): .close
      case UInt8(ascii: ">"): .partial
      case UInt8(ascii: "<"): .parent
      case UInt8(ascii: "$"): .block
      case UInt8(ascii: "!"): .comment
      case UInt8(ascii: "&"), UInt8(ascii: "{"): .raw
      case UInt8(ascii: "="): .delimiters
      default: nil
      }
    return kind.map { ($0, start + 1) } ?? (.variable, offset)
  }

  private mutating func setDelimiters(_ name: Range<Int>, tag: Range<Int>) {
    let words = file.bytes[name].split(whereSeparator: isSpace)
    guard words.count == 2, !words.joined().contains(UInt8(ascii: "=")) else {
      log.add(
        Diagnostic(
          .badDelimiters, "a change of delimiters takes two of them", at: file.span(tag), label: "\(words.count) here",
          help: ["write the opening and the closing one with a space between: `{{=<% %>=}}`"]))
      return
    }
    opening = Array(words[0])
    closing = Array(words[1])
  }

  private mutating func reportUnclosedTag(_ range: Range<Int>) {
    let close = String(decoding: closing, as: UTF8.self)
    log.add(
      Diagnostic(.unclosedTag, "this tag is not closed", at: file.span(range), label: "opened here", help: ["close it with `\(close)`"]))
  }

  private func findOpening(from start: Int) -> Int? {
    var offset = start
    while offset < file.bytes.count {
      if stands(opening, at: offset) { return offset }
      offset += 1
    }
    return nil
  }

  /// Where a tag's end begins; nil if there is none, or another tag begins before it.
  private mutating func findEnd(_ end: [UInt8], from start: Int, unless stop: [UInt8]?) -> Int? {
    guard !missing.contains(end) else { return nil }
    var offset = start
    while offset < file.bytes.count {
      if stands(end, at: offset) { return offset }
      if let stop, stands(stop, at: offset) { return nil }
      offset += 1
    }
    missing.insert(end)
    return nil
  }

  private func stands(_ needle: [UInt8], at offset: Int) -> Bool {
    guard file.bytes[offset] == needle[0], offset + needle.count <= file.bytes.count else { return false }
    return needle.count == 2
      ? file.bytes[offset + 1] == needle[1] : file.bytes[offset..<offset + needle.count].elementsEqual(needle)
  }

  private func trim(_ range: Range<Int>) -> Range<Int> {
    var start = range.lowerBound
    var end = range.upperBound
    while start < end, isSpace(file.bytes[start]) { start += 1 }
    while end > start, isSpace(file.bytes[end - 1]) { end -= 1 }
    return start..<end
  }
}

/// Whether a byte is white space: space, tab, line feed, carriage return or form feed, as HTML has it.
func isSpace(_ byte: UInt8) -> Bool {
  byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D || byte == 0x0C
}

// MARK: - Messages

extension DiagnosticKind {
  package static let unclosedTag = DiagnosticKind(
    "template.unclosed-tag",
    meaning: "A tag begins with `{{` (or the delimiter that was set) and never ends. What stands behind it would be read as its name.",
    wrong: .init("Templates/page.mustache", "<p>{{page.title</p>\n"),
    right: .init("Templates/page.mustache", "<p>A note.</p>\n"))

  package static let emptyTag = DiagnosticKind(
    "template.empty-tag",
    meaning: "A tag holds no name, so there is nothing it could show.",
    wrong: .init("Templates/page.mustache", "<p>{{}}</p>\n"),
    right: .init("Templates/page.mustache", "<p>{{! nothing yet }}</p>\n"))

  package static let badDelimiters = DiagnosticKind(
    "template.delimiters",
    meaning: "A tag that changes the delimiters needs exactly two, with white space between them, and none may hold `=`.",
    wrong: .init("Templates/page.mustache", "{{=<%=}}\n<p>A note.</p>\n"),
    right: .init("Templates/page.mustache", "{{=<% %>=}}\n<p>A note.</p>\n"))
}
