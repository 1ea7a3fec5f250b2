package import Diagnostics

/// Everything that this room has to say.
package enum MarkdownCatalogue {
  package static let all: [DiagnosticKind] = [
    .markdownInlineOnly, .markdownOpenFrontMatter, .markdownRawHTML, .markdownTooDeep, .markdownUnknownAlert, .markdownUnsafeURL,
  ]
}
