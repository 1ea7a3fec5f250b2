package import Diagnostics
import YAML

/// What is said of fields that cannot be read.
extension FactReader {
  mutating func checkID(_ entry: YAMLEntry) -> Bool {
    if FactID.isValid(entry.key) { return true }
    let proposal = FactID.proposal(for: entry.key)
    log.add(
      Diagnostic(
        .factBadID, "`\(entry.key)` cannot be an id", at: entry.keySpan,
        label: "ids begin with a small letter, then 1 to 47 small letters, digits or hyphens",
        help: proposal.map { ["write `\($0)`"] } ?? []))
    return false
  }

  mutating func wrongType(
    _ node: YAMLNode, _ shape: FieldShape, found: String? = nil, at span: SourceSpan? = nil, help: [String] = []
  ) {
    let what =
      switch node.value {
      case .scalar(let scalar): scalar.text.isEmpty ? "nothing is written" : "it is a text"
      case .sequence: "it is a list"
      case .mapping: "it is a mapping"
      }
    log.add(
      Diagnostic(.factWrongType, "expected \(shape.words), but \(found ?? what)", at: span ?? node.span, label: "expected here", help: help)
    )
  }

  mutating func unknownChoice(_ value: String, of values: [String], at span: SourceSpan) {
    let near = Suggestion.nearest(to: value, among: values)
    log.add(
      Diagnostic(
        .factUnknownChoice, "`\(value)` is not one of the words that may stand here", at: span, label: "unknown word",
        help: (near.map { ["did you mean `\($0)`?"] } ?? []) + ["the words are " + values.map { "`\($0)`" }.joined(separator: ", ")],
        mending: Mending(span, value, by: near)))
  }

  /// Returns the field that was probably meant.
  mutating func unknownField<Record>(_ entry: YAMLEntry, table: FieldTable<Record>) -> String? {
    let names = table.names
    let near = Suggestion.nearest(to: entry.key, among: names)
    log.add(
      Diagnostic(
        .factUnknownField, "\(table.article) \(table.name) has no field `\(entry.key)`", at: entry.keySpan, label: "unknown field",
        help: [near.map { "did you mean `\($0)`?" } ?? "its fields are " + names.map { "`\($0)`" }.joined(separator: ", ")],
        mending: Mending(entry.keySpan, entry.key, by: near)))
    return near
  }

  mutating func missingValue(_ entry: YAMLEntry, field: FieldDeclaration) {
    log.add(
      Diagnostic(
        .factMissingValue, "`\(entry.key)` has no value", at: entry.keySpan, label: "nothing follows the colon",
        help: ["write \(field.shape.words), or take the line out"]))
  }

  mutating func missingField(_ field: FieldDeclaration, kind: DiagnosticKind?, table: String, owner: String?, at span: SourceSpan) {
    let whose = owner.map { "\(table) `\($0)`" } ?? "this \(table)"
    log.add(
      Diagnostic(
        kind ?? .factMissingField, "\(whose) has no `\(field.name)`", at: span, label: "`\(field.name)` is missing",
        help: ["add `\(field.name):` with \(field.shape.words)"]))
  }
}

extension DiagnosticKind {
  package static let factBadID = DiagnosticKind(
    "fact.bad-id",
    meaning: "An id is part of addresses and links, so it is a small letter and then 1 to 47 small letters, digits or hyphens.",
    wrong: .init("Content/facts/terms.yml", "Read Out:\n  term: Readout\n  definition: An official account of a talk.\n"),
    right: .init("Content/facts/terms.yml", "read-out:\n  term: Readout\n  definition: An official account of a talk.\n"))

  package static let factNotAMapping = DiagnosticKind(
    "fact.not-a-mapping",
    meaning: "A file of facts is a mapping: each record stands under its id. A list or a lone text holds no ids.",
    wrong: .init("Content/facts/terms.yml", "- term: Readout\n  definition: An official account of a talk.\n"),
    right: .init("Content/facts/terms.yml", "readout:\n  term: Readout\n  definition: An official account of a talk.\n"))

  package static let factWrongType = DiagnosticKind(
    "fact.wrong-type",
    meaning: "A field holds another kind of value than it should: a list where a text is due, a text where a number is.",
    wrong: .init("Content/facts/terms.yml", "readout:\n  term: [Readout]\n  definition: An official account of a talk.\n"),
    right: .init("Content/facts/terms.yml", "readout:\n  term: Readout\n  definition: An official account of a talk.\n"))

  package static let factUnknownChoice = DiagnosticKind(
    "fact.unknown-choice",
    meaning: "The field takes one of a fixed set of words, and this is none of them.",
    wrong: .init("Content/facts/questions.yml", "which-terms:\n  text: What were the terms?\n  state: opened\n"),
    right: .init("Content/facts/questions.yml", "which-terms:\n  text: What were the terms?\n  state: open\n"))

  package static let factUnknownField = DiagnosticKind(
    "fact.unknown-field",
    meaning: "A record has a field that its kind does not know: a slip of the pen that would otherwise drop what was written.",
    wrong: .init(
      "Content/facts/terms.yml", "readout:\n  term: Readout\n  defintion: An official account.\n  definition: An account of a talk.\n"),
    right: .init("Content/facts/terms.yml", "readout:\n  term: Readout\n  definition: An account of a talk.\n"))

  package static let factMissingField = DiagnosticKind(
    "fact.missing-field",
    meaning: "A record lacks a field that every record of its kind needs.",
    wrong: .init("Content/facts/terms.yml", "readout:\n  term: Readout\n"),
    right: .init("Content/facts/terms.yml", "readout:\n  term: Readout\n  definition: An official account of a talk.\n"))

  package static let factMissingValue = DiagnosticKind(
    "fact.missing-value",
    meaning: "A field's name is there, but nothing follows the colon.",
    wrong: .init("Content/facts/terms.yml", "readout:\n  term: Readout\n  definition: An official account.\n  aka:\n"),
    right: .init("Content/facts/terms.yml", "readout:\n  term: Readout\n  definition: An official account.\n  aka: [summary]\n"))

  package static let factInvalidDate = DiagnosticKind(
    "fact.invalid-date",
    meaning:
      "Dates are written in EDTF (Library of Congress, 2019), strictly: an impossible day or a reversed interval is an error, not a guess.",
    wrong: .init(
      "Content/facts/corrections.yml",
      "first:\n  date: 15 August 2025\n  class: typo\n  target: index.md\n  was: teh\n  now: the\n"),
    right: .init(
      "Content/facts/corrections.yml", "first:\n  date: 2025-08-15\n  class: typo\n  target: index.md\n  was: teh\n  now: the\n"))

  package static let factUnquotedDate = DiagnosticKind(
    "fact.unquoted-date",
    meaning: "EDTF that begins with `[`, `{` or `%` means a list, a mapping or nothing at all to YAML, so it stands in quotes.",
    wrong: .init(
      "Content/facts/corrections.yml",
      "first:\n  date: [2025-08-15..2025-08-17]\n  class: typo\n  target: index.md\n  was: teh\n  now: the\n"),
    right: .init(
      "Content/facts/corrections.yml",
      "first:\n  date: \"[2025-08-15..2025-08-17]\"\n  class: typo\n  target: index.md\n  was: teh\n  now: the\n"))

  package static let factBadAddress = DiagnosticKind(
    "fact.bad-address",
    meaning: "An address that readers are sent to begins with http:// or https://, names a host and has no spaces.",
    wrong: .init("Content/briefing.yml+", "publisher: {name: The Desk, url: www.example.org}\n"),
    right: .init("Content/briefing.yml+", "publisher: {name: The Desk, url: \"https://www.example.org\"}\n"))

  package static let factBadLanguage = DiagnosticKind(
    "fact.bad-language",
    meaning: "A language is named by its BCP 47 tag, which browsers and screen readers understand: `en`, `uk`, `pt-BR`.",
    wrong: .init(
      "Content/facts/sources.yml+",
      "second-paper:\n  title: A second paper\n  publisher: The Desk\n  unlinked: seen in print\n  kind: report\n  language: ukrainian language\n  accept: {source.unused: kept for later}\n"
    ),
    right: .init(
      "Content/facts/sources.yml+",
      "second-paper:\n  title: A second paper\n  publisher: The Desk\n  unlinked: seen in print\n  kind: report\n  language: uk\n  accept: {source.unused: kept for later}\n"
    ))
}
