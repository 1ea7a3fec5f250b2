package import Diagnostics

/// Finds front matter: YAML between a first line `---` and the next line `---`.
struct FrontMatterReader {
  let file: SourceFile

  /// The front matter, and where the Markdown begins.
  func read(log: inout DiagnosticLog) -> (frontMatter: FrontMatter?, body: Int) {
    let start = file.hasByteOrderMark ? 3 : 0
    guard isFence(line: 1, from: start) else { return (nil, start) }
    for line in 1..<max(file.lineCount, 1) where isFence(line: line + 1, from: file.lineRange(line + 1).lowerBound) {
      let fence = file.lineRange(line + 1)
      let body = line + 1 < file.lineCount ? file.lineRange(line + 2).lowerBound : file.bytes.count
      let yaml = file.lineRange(2).lowerBound..<fence.lowerBound
      return (FrontMatter(span: file.span(start..<fence.upperBound), yaml: file.span(yaml)), body)
    }
    if file.lineCount > 1, looksLikeYAML(file.lineRange(2)) {
      log.add(
        Diagnostic(
          .markdownOpenFrontMatter, "the front matter is not closed", at: file.span(start..<file.lineRange(1).upperBound),
          label: "opened here", help: ["end it with a line `---`"]))
    }
    return (nil, start)
  }

  /// Three hyphens, and nothing but white space after them.
  private func isFence(line: Int, from start: Int) -> Bool {
    let bytes = file.bytes[start..<max(start, file.lineRange(line).upperBound)]
    return bytes.starts(with: "---".utf8) && bytes.dropFirst(3).allSatisfy { $0.isBlank }
  }

  /// Whether a line begins with a key and a colon.
  private func looksLikeYAML(_ line: Range<Int>) -> Bool {
    let key = file.bytes[line].prefix { $0.isLetterOrDigit || $0 == 0x5F || $0 == 0x2D }
    return !key.isEmpty && key.endIndex < line.upperBound && file.bytes[key.endIndex] == 0x3A
  }
}

extension DiagnosticKind {
  package static let markdownOpenFrontMatter = DiagnosticKind(
    "markdown.open-front-matter",
    meaning: "A page begins with a line `---` and a key, as front matter does, but no second line `---` ends it.",
    wrong: .init("Content/about.md", "---\ntitle: About\n\nAbout this briefing.\n"),
    right: .init("Content/about.md", "---\ntitle: About\n---\n\nAbout this briefing.\n"))
}
