import YAML

/// A status that a claim can have: a word, what it means, a glyph, and the necessary condition on what the record lists.
package struct StatusDefinition: Sendable {
  package let id: String
  /// The word; nil in the default set, whose words stand in strings.yml.
  package let label: String?
  package let meaning: String?
  package let glyph: String
  /// Whether it says something of the claim's truth, so that it may become a rating.
  package let isRated: Bool
  /// The condition; nil where the briefing defines statuses of its own, which the editor alone answers for.
  package let rule: StatusRule?

  /// The default set, from the best documented to the least lasting.
  package static let standard: [StatusDefinition] = [
    StatusDefinition("confirmed", "✓", .confirmed), StatusDefinition("partly-confirmed", "◐", .partlyConfirmed),
    StatusDefinition("unconfirmed", "○", .unconfirmed, isRated: false), StatusDefinition("disputed", "⇄", .disputed, isRated: false),
    StatusDefinition("denied", "✕", .denied), StatusDefinition("contradicted", "≠", .contradicted),
    StatusDefinition("withdrawn", "↩", .withdrawn), StatusDefinition("outdated", "⧖", .outdated),
  ]

  private init(_ id: String, _ glyph: String, _ rule: StatusRule, isRated: Bool = true) {
    self.id = id
    self.glyph = glyph
    self.rule = rule
    self.isRated = isRated
    label = nil
    meaning = nil
  }

  fileprivate init(_ id: String, _ written: Written) {
    self.id = id
    label = written.label
    meaning = written.meaning
    glyph = written.glyph
    isRated = written.isRated
    rule = nil
  }

  fileprivate struct Written: Sendable {
    var label = ""
    var meaning = ""
    var glyph = ""
    var isRated = true

    static let table = FieldTable<Written>(
      "status", "A status that a claim can have.",
      [
        .required("label", .text, "The word.") { $0.label = $1 },
        .required("meaning", .text, "What it means, in one sentence.") { $0.meaning = $1 },
        .required("glyph", .text, "A sign that stands before the word.") { $0.glyph = $1 },
        .optional("rated", .flag, "Whether it says something of the claim's truth (default).") { $0.isRated = $1 },
      ])
  }
}

extension FieldType where Value == [StatusDefinition] {
  /// A mapping from a status's id to its fields.
  static var statusDefinitions: FieldType<[StatusDefinition]> {
    let shape = FieldShape.mapping(.record(StatusDefinition.Written.table.name, StatusDefinition.Written.table.declarations))
    return FieldType(shape) { node, reader in
      guard let entries = node.mapping else {
        reader.wrongType(node, shape)
        return nil
      }
      return entries.compactMap { entry in
        var written = StatusDefinition.Written()
        // A definition with an error is a definition all the same: claims that bear the status are no second error.
        _ = reader.readFields(
          of: entry.value, table: StatusDefinition.Written.table, into: &written, owner: entry.key, ownerSpan: entry.keySpan)
        return StatusDefinition(entry.key, written)
      }
    }
  }
}
