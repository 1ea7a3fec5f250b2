package import Diagnostics
import Yams

/// Says in plain words what libYAML could not read, at the place where an author would look.
struct SyntaxTrouble {
  let text: YAMLText
  let lines: LineTable
  let scanner: ScalarScanner

  func diagnostic(_ error: any Error) -> Diagnostic {
    guard let error = error as? YamlError else { return other("\(error)", at: text.range.lowerBound) }
    switch error {
    case .scanner(let context, let problem, let mark, _), .parser(let context, let problem, let mark, _),
      .composer(let context, let problem, let mark, _):
      let offset = lines.offset(line: mark.line, column: mark.column)
      let start = context.map { lines.offset(line: $0.mark.line, column: $0.mark.column) }
      return diagnostic(problem, at: offset, context: context?.text ?? "", start: start ?? offset)
    case .reader(let problem, _, _, _):
      return other(problem, at: text.range.lowerBound)
    default:
      return other("the text cannot be read", at: text.range.lowerBound)
    }
  }

  private func diagnostic(_ problem: String, at offset: Int, context: String, start: Int) -> Diagnostic {
    if problem.contains("undefined alias") { return .yamlAlias(wordSpan(offset), name: word(offset)) }
    if problem.contains("another document") || isDocumentMarkerLine(offset) && problem.contains("document") && !context.contains("quoted") {
      return secondDocument(offset)
    }
    if problem.contains("Maximum nesting") {
      return Diagnostic(
        .yamlDepth, "this is nested more than \(ComposedReader.depthLimit) levels deep", at: one(offset),
        help: ["no content needs so many levels: check the indentation and the brackets"])
    }
    if context.contains("quoted scalar") { return quoted(problem, at: offset, start: start) }
    if scanner.byte(offset) == UInt8(ascii: "\t") || problem.contains("tab character") { return tab(offset) }
    if let tab = indentingTab(offset) { return self.tab(tab) }
    if problem.contains("cannot start any token") || context.contains("directive") || problem.contains("alphabetic or numeric") {
      return reserved(context.contains("directive") || problem.contains("alphabetic") ? start : offset)
    }
    if problem.contains("mapping values are not allowed") { return colon(offset) }
    if problem.contains("unexpected ':'") {
      return Diagnostic(
        .yamlColonInText, "no space follows this colon within the brackets", at: one(offset),
        help: ["write a space behind the colon, or put quotes around the text that it is part of"])
    }
    if problem.contains("could not find expected ':'") { return missingColon(start) }
    if context.contains("flow") { return bracket(problem, at: offset, start: start) }
    if let end = closingQuoteBefore(offset) { return afterQuote(offset, quoteEnd: end) }
    if problem.contains("block sequence entries") {
      return Diagnostic(
        .yamlIndentation, "a list cannot begin on the line of its key", at: one(offset),
        help: ["begin the list on the next line, each item with `- ` and indented; or put quotes around a text that begins with `-`"])
    }
    if problem.contains("tag") || context.contains("tag") {
      return Diagnostic(
        .yamlTag, "the tag `\(word(start))` is not read here", at: wordSpan(start),
        help: ["remove it; if it is text that begins with `!`, put quotes around it"])
    }
    if context.contains("block scalar") {
      return Diagnostic(
        .yamlSyntax, "nothing but `+`, `-`, a digit or a comment may follow `\(line(start..<min(start + 1, scanner.end)))` on its line",
        at: text.span(start..<lines.lineEnd(at: start)),
        help: ["begin the text on the next line, indented; or put quotes around it"])
    }
    if context.contains("block") || problem.contains("document start") || problem.contains("mapping keys") { return indentation(offset) }
    return other(problem, at: offset)
  }

  // MARK: - Kinds of trouble

  private func colon(_ offset: Int) -> Diagnostic {
    let lineStart = lines.lineStart(at: offset)
    let lineEnd = lines.lineEnd(at: offset)
    let first = content(lineStart)
    if let missing = colonWithoutSpace(before: lineStart) { return colonWithoutSpace(missing) }
    if let earlier = colonEnd(from: first, to: offset) {
      let value = scanner.afterSpace(earlier)
      return Diagnostic(
        .yamlColonInText, "a colon followed by a space stands inside a text without quotes", at: one(offset),
        label: "YAML takes this for the end of another key", others: [],
        help: ["put the whole value in quotes: `\"\(line(value..<lineEnd))\"`"])
    }
    return Diagnostic(
      .yamlIndentation, "this key is indented deeper than the one above, which has a value already", at: text.span(first..<offset),
      help: ["give both the same indentation; or, if this is part of the text above, put quotes around that text"])
  }

  private func missingColon(_ start: Int) -> Diagnostic {
    let lineEnd = lines.lineEnd(at: start)
    let first = content(lines.lineStart(at: start))
    if let found = colonWithoutSpace(from: first, to: lineEnd) { return colonWithoutSpace(found) }
    return Diagnostic(
      .yamlMissingColon, "this line is neither `key: value` nor part of the value above", at: text.span(first..<lineEnd),
      help: ["write a colon and a space behind the key; a text that goes on must be indented deeper than its key"])
  }

  private func colonWithoutSpace(_ range: Range<Int>) -> Diagnostic {
    let key = line(range.lowerBound..<range.upperBound - 1)
    return Diagnostic(
      .yamlColonWithoutSpace, "no space follows the colon of `\(key)`", at: text.span(range.upperBound - 1..<range.upperBound),
      help: ["write `\(key): ` with a space behind the colon"])
  }

  private func quoted(_ problem: String, at offset: Int, start: Int) -> Diagnostic {
    if problem.contains("escape") || problem.contains("hexdecimal") {
      var backslash = min(offset, scanner.end - 1)
      while backslash > start, scanner.byte(backslash) != UInt8(ascii: "\\") { backslash -= 1 }
      return Diagnostic(
        .yamlEscape, "`\(line(backslash..<min(backslash + 2, scanner.end)))` is no escape that YAML knows",
        at: text.span(backslash..<min(backslash + 2, scanner.end)),
        help: ["write a backslash as `\\\\`, or put the text in single quotes, where a backslash is only itself"])
    }
    return Diagnostic(
      .yamlUnclosedQuote, "this quote is never closed", at: one(start), label: "the text begins here",
      help: [
        "write the closing \(line(start..<start + 1)) at the end of the text; within single quotes an apostrophe is written twice (`''`)"
      ])
  }

  private func tab(_ offset: Int) -> Diagnostic {
    var tab = offset
    if scanner.byte(tab) != UInt8(ascii: "\t") {
      tab = lines.lineStart(at: offset)
      while tab < scanner.end, scanner.byte(tab) == UInt8(ascii: " ") { tab += 1 }
    }
    return Diagnostic(.yamlTab, "a tab stands where YAML wants spaces", at: one(tab), help: ["indent with spaces: two for each level"])
  }

  private func reserved(_ offset: Int) -> Diagnostic {
    let end = lines.lineEnd(at: offset)
    var stop = end
    while stop > offset, scanner.isBlank(stop - 1) { stop -= 1 }
    return Diagnostic(
      .yamlReservedStart, "a text cannot begin with `\(line(offset..<min(offset + 1, scanner.end)))` unless it is in quotes",
      at: one(offset),
      help: ["put the whole value in quotes: `\"\(line(offset..<stop))\"`"])
  }

  private func bracket(_ problem: String, at offset: Int, start: Int) -> Diagnostic {
    let open = line(start..<min(start + 1, scanner.end))
    let close = open == "{" ? "}" : "]"
    return Diagnostic(
      .yamlUnclosedBracket, "the `\(open)` is not closed, or a comma is missing", at: one(start), label: "opened here",
      others: offset < scanner.end ? [Label(one(offset), "`,` or `\(close)` was expected before this")] : [],
      help: ["write `\(close)` behind the last item; if this is text, put quotes around all of it"])
  }

  private func afterQuote(_ offset: Int, quoteEnd: Int) -> Diagnostic {
    Diagnostic(
      .yamlTextAfterQuote, "text follows the closing quote", at: text.span(offset..<lines.lineEnd(at: offset)),
      others: [Label(text.span(quoteEnd - 1..<quoteEnd), "the quote closes here")],
      help: ["put all of the text within the quotes; a quote inside is written `\\\"` in double quotes and `''` in single quotes"])
  }

  private func secondDocument(_ offset: Int) -> Diagnostic {
    let start = lines.lineStart(at: offset)
    return Diagnostic(
      .yamlDocuments, "a second document begins here", at: text.span(start..<max(start, lines.lineEnd(at: offset))),
      help: ["a file holds one document: remove this line, or move what follows to a file of its own"])
  }

  private func indentation(_ offset: Int) -> Diagnostic {
    let start = lines.lineStart(at: offset)
    return Diagnostic(
      .yamlIndentation, "the indentation of this line fits none of the lines above",
      at: text.span(min(content(start), offset)..<max(offset, lines.lineEnd(at: offset))),
      help: ["give the keys of one mapping, and the items of one list, the same number of spaces"])
  }

  private func other(_ problem: String, at offset: Int) -> Diagnostic {
    Diagnostic(
      .yamlSyntax, "this is not valid YAML: \(problem)", at: one(offset), help: ["put quotes around the text, or check the indentation"])
  }

  // MARK: - Looking around

  private func one(_ offset: Int) -> SourceSpan {
    var end = min(offset + 1, scanner.end)
    while end < scanner.end, text.bytes[end] & 0xC0 == 0x80 { end += 1 }
    return text.span(min(offset, end)..<end)
  }

  private func line(_ range: Range<Int>) -> String {
    String(decoding: text.bytes[range.clamped(to: text.range)], as: UTF8.self)
  }

  private func word(_ offset: Int) -> String {
    line(wordRange(offset))
  }

  private func wordSpan(_ offset: Int) -> SourceSpan {
    text.span(wordRange(offset))
  }

  private func wordRange(_ offset: Int) -> Range<Int> {
    var end = offset
    while !scanner.isBlankOrEnd(end), !",[]{}".utf8.contains(scanner.byte(end)) { end += 1 }
    return offset..<end
  }

  /// Behind the spaces and list marks at the start of a line.
  private func content(_ lineStart: Int) -> Int {
    var offset = lineStart
    while true {
      if scanner.byte(offset) == UInt8(ascii: " ") {
        offset += 1
      } else if scanner.byte(offset) == UInt8(ascii: "-"), scanner.byte(offset + 1) == UInt8(ascii: " ") {
        offset += 2
      } else {
        return offset
      }
    }
  }

  /// Behind the first colon with a space between two offsets of a line.
  private func colonEnd(from start: Int, to end: Int) -> Int? {
    var offset = start
    while offset < end {
      if scanner.byte(offset) == UInt8(ascii: ":"), scanner.isBlankOrEnd(offset + 1) { return offset + 1 }
      offset += 1
    }
    return nil
  }

  /// A line that is `key:value`: from the key to behind the colon.
  private func colonWithoutSpace(from start: Int, to end: Int) -> Range<Int>? {
    var offset = start
    while offset < end, ScannedKey.isKeyByte(scanner.byte(offset)) { offset += 1 }
    guard offset > start, scanner.byte(offset) == UInt8(ascii: ":"), !scanner.isBlankOrEnd(offset + 1),
      scanner.byte(offset + 1) != UInt8(ascii: "/")
    else { return nil }
    return start..<offset + 1
  }

  /// The same for the line before the one that begins at an offset.
  private func colonWithoutSpace(before lineStart: Int) -> Range<Int>? {
    guard lineStart > text.range.lowerBound else { return nil }
    let start = lines.lineStart(at: lineStart - 1)
    return colonWithoutSpace(from: content(start), to: lines.lineEnd(at: start))
  }

  private func indentingTab(_ offset: Int) -> Int? {
    var tab = lines.lineStart(at: min(offset, scanner.end))
    while scanner.byte(tab) == UInt8(ascii: " ") { tab += 1 }
    return scanner.byte(tab) == UInt8(ascii: "\t") && tab < offset ? tab : nil
  }

  private func isDocumentMarkerLine(_ offset: Int) -> Bool {
    scanner.isDocumentMarker(lines.lineStart(at: min(offset, scanner.end)))
  }

  /// The end of the quoted text before an offset in its line.
  private func closingQuoteBefore(_ offset: Int) -> Int? {
    var end = offset
    let start = lines.lineStart(at: min(offset, scanner.end))
    while end > start, scanner.isBlank(end - 1) { end -= 1 }
    guard end > start, offset < scanner.end, scanner.byte(end - 1) == UInt8(ascii: "\"") || scanner.byte(end - 1) == UInt8(ascii: "'")
    else { return nil }
    return end
  }
}

/// What a key without quotes is made of in this format.
enum ScannedKey {
  static func isKeyByte(_ byte: UInt8) -> Bool {
    byte >= UInt8(ascii: "a") && byte <= UInt8(ascii: "z") || byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9")
      || byte == UInt8(ascii: "_") || byte == UInt8(ascii: "-")
  }
}

// MARK: - Messages

extension DiagnosticKind {
  package static let yamlColonInText = yaml(
    "colon-in-text", "A colon followed by a space ends a key. Inside a text without quotes YAML takes what stands before it for a key.",
    wrong: "territory:\n  label: Territory: who holds what\n", right: "territory:\n  label: \"Territory: who holds what\"\n")

  package static let yamlColonWithoutSpace = yaml(
    "colon-without-space", "Without a space behind the colon, YAML takes key and value for one text.",
    wrong: "territory:\n  label:Territory\n  order: 1\n", right: "territory:\n  label: Territory\n  order: 1\n")

  package static let yamlDocuments = yaml(
    "documents", "`---` or `...` ends a document. A file, a page's front matter and a block each hold one.",
    wrong: "territory:\n  label: Territory\n---\nother:\n  label: Other\n",
    right: "territory:\n  label: Territory\nother:\n  label: Other\n")

  package static let yamlEscape = yaml(
    "escape", "In double quotes a backslash begins an escape such as `\\n`, `\\\"` or `\\u00e9`; others are not known.",
    wrong: "territory:\n  label: \"Terri\\qtory\"\n", right: "territory:\n  label: 'Terri\\qtory'\n")

  package static let yamlIndentation = yaml(
    "indentation", "Indentation says what belongs to what: keys of one mapping and items of one list stand in one column.",
    wrong: "territory:\n  label: Territory\n    order: 1\n", right: "territory:\n  label: Territory\n  order: 1\n")

  package static let yamlMissingColon = yaml(
    "missing-colon", "A line within a mapping is neither a key with its colon nor, being indented too little, part of the text above.",
    wrong: "territory:\n  label: Territory\n  order\n", right: "territory:\n  label: Territory\n  order: 1\n")

  package static let yamlReservedStart = yaml(
    "reserved-start", "Some signs mean something at the start of a value: `%`, `@` and the backtick cannot begin a text without quotes.",
    wrong: "territory:\n  label: @territory\n", right: "territory:\n  label: \"@territory\"\n")

  package static let yamlSyntax = yaml(
    "syntax", "The text is not valid YAML in a way that has no message of its own.",
    wrong: "territory:\n  label: |x\n    Territory\n", right: "territory:\n  label: |\n    Territory\n")

  package static let yamlTab = yaml(
    "tab", "YAML is indented with spaces only, since nobody knows how wide another reader's tabs are.",
    wrong: "territory:\n\tlabel: Territory\n", right: "territory:\n  label: Territory\n")

  package static let yamlTextAfterQuote = yaml(
    "text-after-quote", "A value that begins with a quote ends with the closing one: nothing but a comment may follow.",
    wrong: "territory:\n  label: \"Territory\" and land\n", right: "territory:\n  label: '\"Territory\" and land'\n")

  package static let yamlUnclosedBracket = yaml(
    "unclosed-bracket", "`[` and `{` begin a list or a mapping on one line; items are set apart by commas, and the bracket must be closed.",
    wrong: "territory:\n  label: [Territory\n", right: "territory:\n  label: Territory\n")

  package static let yamlUnclosedQuote = yaml(
    "unclosed-quote", "A value that begins with a quote goes on, over any number of lines, to the closing one.",
    wrong: "territory:\n  label: \"Territory\n", right: "territory:\n  label: \"Territory\"\n")

  private static func yaml(
    _ name: String, _ meaning: String, wrong: String, right: String
  ) -> DiagnosticKind {
    DiagnosticKind(
      "yaml.\(name)", meaning: meaning, wrong: .init("Content/facts/topics/territory.yml", wrong),
      right: .init("Content/facts/topics/territory.yml", right))
  }
}
