import Diagnostics
import YAML

/// A source, and where in it: an item of a `sources` list is an id, or a mapping with a locator.
package struct Citation: Sendable {
  package var source = Reference<Source>(id: "", span: SourceSpan(file: FileID(0), start: 0, end: 0))
  /// Where in the source: "para 4", "t=312".
  package var locator: String?
  package var note: MarkdownText?

  package init() {}

  static let table = FieldTable<Citation>(
    "citation", "A source, and where in it.",
    [
      .required("source", .reference(Source.self), "The source.") { $0.source = $1 },
      .optional("locator", .text, "Where in the source: a page, a paragraph, a time.") { $0.locator = $1 },
      .optional("note", .markdown, "What is to be said of this use of it.") { $0.note = $1 },
    ])
}

extension FieldType where Value == Citation {
  /// The id of a source, or a mapping with `source`, `locator` and `note`.
  static var citation: FieldType<Citation> {
    FieldType(.either([.reference(.sources), .record(Citation.table.name, Citation.table.declarations)])) { node, reader in
      var citation = Citation()
      if let scalar = node.scalar {
        citation.source = Reference(id: scalar.text, span: node.span)
        return citation
      }
      return reader.readFields(of: node, table: Citation.table, into: &citation) ? citation : nil
    }
  }
}
