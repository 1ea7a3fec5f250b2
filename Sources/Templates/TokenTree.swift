package import Diagnostics

/// The tokens of a template with each opening tag joined to its closing one, and the lines that hold nothing but tags taken out of the text.
struct TokenTree {
  let file: SourceFile
  private(set) var tokens: [TemplateToken]
  private(set) var log: DiagnosticLog

  /// How deep sections may stand in each other within one template.
  static let depthLimit = 64

  init(_ file: SourceFile) {
    let scanner = TagScanner(file)
    self.file = file
    tokens = scanner.tokens
    log = scanner.log
    joinPartners()
    dropStandaloneLines()
  }
}

// MARK: - Partners

extension TokenTree {
  private mutating func joinPartners() {
    var open: [Int] = []
    /// Names whose section was closed under a wrong name: their own closing tag is not reported again.
    var forgiven: Set<String> = []
    for index in tokens.indices {
      switch tokens[index].kind {
      case .section, .inverted, .parent, .block:
        open.append(index)
        if open.count == Self.depthLimit + 1 { reportDepth(index) }
      case .close:
        let name = name(index)
        if let level = open.suffix(Self.depthLimit).lastIndex(where: { self.name($0) == name }) {
          for unclosed in open[(level + 1)...] { reportUnclosed(unclosed, before: index) }
          join(open[level], index)
          open.removeSubrange(level...)
        } else if let last = open.last {
          reportMismatch(index, opening: last)
          forgiven.insert(self.name(last))
          join(last, index)
          open.removeLast()
        } else {
          if forgiven.remove(name) == nil { reportNothingToClose(index) }
          tokens[index].kind = .comment
        }
      default: break
      }
    }
    for unclosed in open { reportUnclosed(unclosed, before: nil) }
  }

  private mutating func join(_ opening: Int, _ closing: Int) {
    tokens[opening].partner = closing
    tokens[closing].partner = opening
  }

  private func name(_ index: Int) -> String {
    (tokens[index].isDynamic ? "*" : "") + file.text(tokens[index].name)
  }

  private func tag(_ index: Int) -> SourceSpan {
    file.span(tokens[index].range)
  }

  private func word(_ index: Int) -> String {
    switch tokens[index].kind {
    case .parent: "parent"
    case .block: "block"
    default: "section"
    }
  }

  private mutating func reportUnclosed(_ index: Int, before close: Int?) {
    tokens[index].kind = .comment
    let name = name(index)
    log.add(
      Diagnostic(
        .unclosedSection, "the \(word(index)) `\(name)` is not closed", at: tag(index), label: "opened here",
        others: close.map { [Label(tag($0), "should be closed before this")] } ?? [],
        help: ["close it with `{{/\(name)}}`"]))
  }

  private mutating func reportMismatch(_ index: Int, opening: Int) {
    log.add(
      Diagnostic(
        .mismatchedClose, "`\(name(index))` is closed, but `\(name(opening))` is open", at: tag(index),
        label: "expected `{{/\(name(opening))}}`", others: [Label(tag(opening), "opened here")],
        help: Suggestion.didYouMean(name(index), among: [name(opening)])))
  }

  private mutating func reportNothingToClose(_ index: Int) {
    log.add(
      Diagnostic(
        .mismatchedClose, "`\(name(index))` is closed, but was never opened", at: tag(index), label: "nothing is open here",
        help: ["open it with `{{#\(name(index))}}`, or take this tag away"]))
  }

  private mutating func reportDepth(_ index: Int) {
    log.add(
      Diagnostic(
        .templateTooDeep, "sections stand in each other more than \(Self.depthLimit) levels deep", at: tag(index),
        help: ["move the inner ones to a partial"]))
  }
}

// MARK: - Lines that hold nothing but a tag

extension TokenTree {
  /// A tag other than a variable that is alone on its line takes the line with it. So does a row of tags that opens or closes a parent,
  /// since what is between a parent's blocks does not count.
  private mutating func dropStandaloneLines() {
    var index = 0
    while index < tokens.count {
      guard tokens[index].isTag else {
        index += 1
        continue
      }
      var last = index
      var tags = [index]
      while let next = nextTag(behind: last) {
        last = next
        tags.append(next)
      }
      if canStandAlone(tags), let line = line(around: tokens[index].range.lowerBound, tokens[last].range.upperBound) {
        drop(tags, from: index, through: last, line: line)
      }
      index = last + 1
    }
  }

  /// The tag behind that one with at most spaces and tabs between them.
  private func nextTag(behind index: Int) -> Int? {
    guard index + 1 < tokens.count else { return nil }
    if tokens[index + 1].isTag { return index + 1 }
    let isBlank = file.bytes[tokens[index + 1].range].allSatisfy { $0 == 0x20 || $0 == 0x09 }
    return isBlank && index + 2 < tokens.count ? index + 2 : nil
  }

  private func canStandAlone(_ tags: [Int]) -> Bool {
    if tags.count == 1 { return tokens[tags[0]].kind != .variable && tokens[tags[0]].kind != .raw }
    var hasParent = false
    for tag in tags {
      let kind = tokens[tag].kind == .close ? tokens[tag].partner.map { tokens[$0].kind } : tokens[tag].kind
      switch kind {
      case .parent: hasParent = true
      case .block, .comment: break
      default: return false
      }
    }
    return hasParent
  }

  /// The whole line around a range if nothing but spaces and tabs stands beside it: the white space before, and where the next line begins.
  private func line(around start: Int, _ end: Int) -> (indentation: Range<Int>, next: Int)? {
    let bytes = file.bytes
    let contentStart = file.hasByteOrderMark ? 3 : 0
    var before = start
    while before > contentStart, bytes[before - 1] == 0x20 || bytes[before - 1] == 0x09 { before -= 1 }
    guard before == contentStart || bytes[before - 1] == UInt8(ascii: "\n") else { return nil }
    var next = end
    while next < bytes.count, bytes[next] == 0x20 || bytes[next] == 0x09 { next += 1 }
    if next < bytes.count, bytes[next] == UInt8(ascii: "\r") { next += 1 }
    guard next < bytes.count else { return (before..<start, bytes.count) }
    return bytes[next] == UInt8(ascii: "\n") ? (before..<start, next + 1) : nil
  }

  private mutating func drop(_ tags: [Int], from first: Int, through last: Int, line: (indentation: Range<Int>, next: Int)) {
    if first > 0, !tokens[first - 1].isTag {
      let text = tokens[first - 1].range
      tokens[first - 1].range = text.lowerBound..<max(text.lowerBound, line.indentation.lowerBound)
    }
    for index in first...last where !tokens[index].isTag { tokens[index].range = tokens[index].range.prefix(0) }
    if last + 1 < tokens.count, !tokens[last + 1].isTag {
      let text = tokens[last + 1].range
      tokens[last + 1].range = min(line.next, text.upperBound)..<text.upperBound
    }
    for tag in tags { tokens[tag].indentation = line.indentation }
    tokens[last].endsLine = true
  }
}

extension Range<Int> {
  fileprivate func prefix(_ length: Int) -> Range<Int> {
    lowerBound..<Swift.min(lowerBound + length, upperBound)
  }
}

// MARK: - Messages

extension DiagnosticKind {
  package static let unclosedSection = DiagnosticKind(
    "template.unclosed-section",
    meaning: "A section, a parent or a block is opened and never closed, or closed only behind what encloses it.",
    wrong: .init("Templates/page.mustache", "<p>{{#date}}A note.</p>\n"),
    right: .init("Templates/page.mustache", "<p>A note.</p>\n"))

  package static let mismatchedClose = DiagnosticKind(
    "template.mismatched-close",
    meaning: "A closing tag names something else than what is open.",
    wrong: .init("Templates/page.mustache", "<p>A note.{{/date}}</p>\n"),
    right: .init("Templates/page.mustache", "<p>A note.</p>\n"))

  package static let templateTooDeep = DiagnosticKind(
    "template.too-deep",
    meaning: "Sections stand in each other deeper than the renderer goes. No page needs that; a partial makes it readable.",
    wrong: .init(
      "Templates/page.mustache",
      String(repeating: "{{$a}}", count: 65) + String(repeating: "{{/a}}", count: 65) + "\n"),
    right: .init("Templates/page.mustache", "{{$a}}{{$b}}A note.{{/b}}{{/a}}\n"))
}
