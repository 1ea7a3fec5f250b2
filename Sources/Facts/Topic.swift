/// A subject that claims, events and positions are about.
package struct Topic: Fact {
  package static let kind = FactKind.topics

  package var head = FactHead()
  package var label = ""
  package var description: MarkdownText?
  package var order: Int?

  package init() {}

  package static let table = FieldTable<Topic>(
    "topic", "A subject that claims, events and positions are about.",
    [
      .required("label", .text, "The subject's name.") { $0.label = $1 },
      .optional("description", .markdown, "What belongs to it.") { $0.description = $1 },
      .optional("order", .integer, "Its place among the topics; those without one follow.") { $0.order = $1 },
    ] + Field.everywhere)
}
