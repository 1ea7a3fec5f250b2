import Templates

/// One way of sifting a list: by actor, topic, kind or status.
package struct FacetView: Sendable {
  let id: String
  let label: String
  let options: [Option]

  struct Option: Sendable {
    let value: String
    let label: String
    let count: String

    static let table = ViewTable<Option>(
      "option", "One value to sift by.",
      [
        .text("value", "The value, as the entries carry it.") { $0.value },
        .text("label", "The value in words.") { $0.label },
        .text("count", "How many entries have it.") { $0.count },
      ])
  }

  package static let table = ViewTable<FacetView>(
    "facet", "One way of sifting a list.",
    [
      .text("id", "The facet's id: the name of the entries' data attribute.") { $0.id },
      .text("label", "What it sifts by.") { $0.label },
      .list("options", Option.table, "The values.") { $0.options },
    ])
}
