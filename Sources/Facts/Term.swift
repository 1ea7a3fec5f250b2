/// A word that readers may not know.
package struct Term: Fact {
  package static let kind = FactKind.terms

  package var head = FactHead()
  package var term = ""
  package var definition = MarkdownText.none
  package var source: Reference<Source>?
  package var alsoKnownAs: [String] = []

  package init() {}

  package static let table = FieldTable<Term>(
    "term", "A word that readers may not know.",
    [
      .required("term", .text, "The word.") { $0.term = $1 },
      .required("definition", .markdown, "What it means, in one or two sentences.") { $0.definition = $1 },
      .optional("source", .reference(Source.self), "Where the definition comes from.") { $0.source = $1 },
      .optional("aka", .list(of: .text), "Other forms of the word.") { $0.alsoKnownAs = $1 },
    ] + Field.everywhere)
}
