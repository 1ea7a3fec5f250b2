import YAML

extension Field where Record: Fact {
  /// The fields that every record may carry, whatever its kind.
  static var everywhere: [Field] {
    [
      .optional("draft", .flag, "Whether the record is kept back from the site.") { $0.head.isDraft = $1 },
      .optional("accept", .acceptances, "Warnings that are let stand: a warning's code, and why.") { $0.head.accepted = $1 },
    ]
  }

  /// The clock of this briefing.
  static var entered: Field {
    .optional("entered", .date, "When this briefing first carried the record; the briefing's `published` if absent.") {
      $0.head.entered = $1
    }
  }
}

extension FieldType where Value == [Acceptance] {
  /// A mapping from a warning's code to the reason why it is let stand.
  static var acceptances: FieldType<[Acceptance]> {
    FieldType(.mapping(.text)) { node, reader in
      guard let entries = node.mapping else {
        reader.wrongType(node, .mapping(.text))
        return nil
      }
      return entries.compactMap { entry in
        reader.scalar(entry.value, .text).map { Acceptance(code: entry.key, why: $0.text, span: entry.keySpan) }
      }
    }
  }
}
