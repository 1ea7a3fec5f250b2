package import Diagnostics

extension RecordDraft {
  /// Sets a field from foreign text: HTML comes off, and is asked about; in a field with Markdown the words are escaped, so that they read as
  /// they were typed.
  ///
  /// - Parameter isMarkdown: Whether the field takes inline Markdown.
  mutating func setText(_ name: String, _ raw: String?, at span: SourceSpan, isMarkdown: Bool = false) {
    guard let raw else { return }
    let words = words(of: raw, in: name, at: span)
    set(name, isMarkdown ? MarkdownEscape.escaped(words) : words, at: span)
  }

  /// The words of a foreign text, on one line.
  mutating func words(of raw: String, in name: String, at span: SourceSpan) -> String {
    let html = HTMLText(raw)
    for address in html.addresses where !addresses.contains(address) { addresses.append(address) }
    if html.isMarkup, !html.tags.isEmpty {
      let tags = html.tags.prefix(5).map { "`<\($0)>`" }.joined(separator: ", ")
      ask(
        .importMarkup, "`\(name)` had HTML in it (\(tags)), and only its words are carried over", at: span, label: "HTML",
        help: ["read it again; emphasis and links are Markdown here, and a link to what documents it is a source"]
          + html.addresses.prefix(5).map { "it leads to \($0)" })
    }
    let plain = PlainText(html.text)
    if !plain.dropped.isEmpty {
      ask(
        .importCharacter,
        "`\(name)` had characters in it that cannot be seen (\(plain.dropped.prefix(5).joined(separator: ", "))), and they are left out",
        at: span, label: "invisible characters", help: ["read it again: words may have run together"])
    }
    return plain.text
  }
}

extension DiagnosticKind {
  package static let importMarkup = DiagnosticKind(
    "import.markup", .warning,
    meaning:
      "A text of the file has HTML in it. Its words are carried over without the tags, as a draft, so that somebody looks at what the tags were for.",
    wrong: .init("import/terms.csv", "id,term,definition\nreadout,Readout,An <em>official</em> account of a talk.\n"),
    right: .init("import/terms.csv", "id,term,definition\nreadout,Readout,An official account of a talk.\n"))

  package static let importCharacter = DiagnosticKind(
    "import.character", .warning,
    meaning:
      "A text of the file has control characters in it, or marks that turn the writing direction. They cannot be seen, and are left out.",
    wrong: .init("import/terms.csv", "id,term,definition\nreadout,Read\u{202E}out,An official account of a talk.\n"),
    right: .init("import/terms.csv", "id,term,definition\nreadout,Readout,An official account of a talk.\n"))
}
