package import Diagnostics

/// A Markdown text as values with spans: what is left once cmark's tree has been read and freed.
package struct Document: Sendable {
  /// The front matter's place, if there is one.
  package let frontMatter: FrontMatter?
  package let blocks: [Block]

  package init(frontMatter: FrontMatter? = nil, blocks: [Block]) {
    self.frontMatter = frontMatter
    self.blocks = blocks
  }
}

/// Front matter: YAML between a first line `---` and the next line `---`.
package struct FrontMatter: Sendable, Hashable {
  /// The whole of it, fences included.
  package let span: SourceSpan
  /// The YAML between the fences.
  package let yaml: SourceSpan

  package init(span: SourceSpan, yaml: SourceSpan) {
    self.span = span
    self.yaml = yaml
  }
}
