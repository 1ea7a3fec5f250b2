package import Diagnostics
import EDTF
import Facts

/// Holds a record against its kind's fields: what does not fit is left behind and asked about, never bent.
enum RecordCheck {
  static func check(_ draft: inout RecordDraft) {
    guard !draft.isLeftOut else { return }
    let declarations = draft.kind.declarations
    for (field, span) in draft.fields {
      guard let declaration = declarations.first(where: { $0.name == field.name }) else { continue }
      guard let fault = fault(in: field.value, declaration.shape) else { continue }
      draft.remove(field.name)
      let isDate = fault.isDate
      let message = "`\(field.name)` cannot be carried over: \(fault.message)"
      if declaration.isRequired {
        draft.leaveOut(
          isDate ? .importNoDate : .importBadValue, "\(draft.name) is left out: \(message)", at: span, label: fault.label,
          help: fault.help + ["mend it in the file and import again, or write the record by hand"])
        return
      }
      draft.ask(isDate ? .importNoDate : .importBadValue, message, at: span, label: fault.label, help: fault.help)
    }
    for declaration in declarations where declaration.isRequired && !draft.has(declaration.name) {
      if declaration.name == "sources" {
        draft.set("sources", .list([]), at: draft.span)
        draft.ask(
          .importNoSource, "\(draft.name) names no source", at: draft.span, label: "how is it known?",
          help: draft.addresses.prefix(5).map { "the file names \($0): if that documents it, make it a source" }
            + ["name at least one source in `sources`, then take `draft: true` out"])
        continue
      }
      draft.leaveOut(
        .importMissingField, "\(draft.name) is left out: it has no `\(declaration.name)`", at: draft.span, label: "nothing says it",
        help: ["`\(declaration.name)` is \(declaration.shape.words): add it to the file, or write the record by hand"])
      return
    }
  }

  /// Why a value does not fit a field.
  struct Fault {
    let message: String
    let label: String
    var help: [String] = []
    var isDate = false
  }

  static func fault(in value: ImportedValue, _ shape: FieldShape) -> Fault? {
    switch (value, shape) {
    case (_, .either(let shapes)):
      let faults = shapes.compactMap { fault(in: value, $0) }
      return faults.count == shapes.count ? faults.first : nil
    case (.list(let items), .list(let shape)): return items.lazy.compactMap { fault(in: $0, shape) }.first
    case (.record(let fields), .record(let name, let declarations)): return fault(in: fields, name, declarations)
    case (.text(let text), _): return fault(in: text, shape)
    default: return Fault(message: "it is not \(shape.words)", label: "another kind of value")
    }
  }

  private static func fault(in fields: [ImportedField], _ name: String, _ declarations: [FieldDeclaration]) -> Fault? {
    for field in fields {
      guard let declaration = declarations.first(where: { $0.name == field.name }) else {
        return Fault(message: "a \(name) has no `\(field.name)`", label: "unknown")
      }
      if let fault = fault(in: field.value, declaration.shape) { return fault }
    }
    guard let missing = declarations.first(where: { $0.isRequired && !fields.map(\.name).contains($0.name) }) else { return nil }
    return Fault(message: "a \(name) needs `\(missing.name)`", label: "`\(missing.name)` is missing")
  }

  private static func fault(in text: String, _ shape: FieldShape) -> Fault? {
    switch shape {
    case .text, .markdown, .name: return text.isEmpty ? Fault(message: "it is empty", label: "empty") : nil
    case .date: return fault(inDate: text)
    case .flag: return ["true", "false"].contains(text) ? nil : Fault(message: "`\(text)` is neither `true` nor `false`", label: "unclear")
    case .integer: return Int(text) == nil ? Fault(message: "`\(text)` is not a whole number", label: "not a number") : nil
    case .address:
      guard !WebAddress.isValid(text) else { return nil }
      return Fault(
        message: "`\(text)` is not an address that a reader can open", label: "not an http or https address",
        help: ["an address begins with `https://` or `http://` and has no spaces"])
    case .language:
      return LanguageTag.isWellFormed(text) ? nil : Fault(message: "`\(text)` is not a language tag", label: "not a BCP 47 tag")
    case .choice(let values):
      guard !values.contains(text) else { return nil }
      return Fault(
        message: "`\(text)` is not one of its words", label: "unknown word",
        help: Suggestion.didYouMean(text, among: values) + ["the words are " + values.map { "`\($0)`" }.joined(separator: ", ")])
    case .reference(let kind):
      return FactID.isValid(text) ? nil : Fault(message: "`\(text)` cannot be the id of \(kind.withArticle)", label: "no id")
    case .list, .mapping, .record, .either: return Fault(message: "it is not \(shape.words)", label: "another kind of value")
    }
  }

  private static func fault(inDate text: String) -> Fault? {
    do throws(EDTFError) {
      _ = try EDTFParser.parse(text)
      return nil
    } catch {
      return Fault(
        message: "`\(text)` is not a date: \(error.message)", label: "not EDTF",
        help: error.proposal.map { ["in EDTF it may be `\($0)`"] } ?? ["dates are EDTF, such as `2025-08-15`, `2025-08` or `1860~`"],
        isDate: true)
    }
  }

  /// The ids that a value names.
  static func references(in value: ImportedValue, _ shape: FieldShape) -> [FactKey] {
    switch (value, shape) {
    case (.text(let text), .reference(let kind)): [FactKey(kind, text)]
    case (.list(let items), .list(let shape)): items.flatMap { references(in: $0, shape) }
    case (.record(let fields), .record(_, let declarations)):
      fields.flatMap { field in
        declarations.first { $0.name == field.name }.map { references(in: field.value, $0.shape) } ?? []
      }
    case (_, .either(let shapes)): shapes.first { fault(in: value, $0) == nil }.map { references(in: value, $0) } ?? []
    default: []
    }
  }
}

extension DiagnosticKind {
  package static let importNoDate = DiagnosticKind(
    "import.no-date", .warning,
    meaning:
      "A date of the file is none that EDTF can say without a guess: it is missing, in words, or names a day that does not exist. What needs it is left out or kept back.",
    wrong: .init("import/corrections.csv", "id,date,class,target,was,now\nfirst,15 August 2025,typo,index.md,teh,the\n"),
    right: .init("import/corrections.csv", "id,date,class,target,was,now\nfirst,2025-08-15,typo,index.md,teh,the\n"))

  package static let importBadValue = DiagnosticKind(
    "import.bad-value", .warning,
    meaning:
      "A value of the file does not fit its field: a word that is not one of the field's, an address that no reader can open. It is left behind.",
    wrong: .init("import/actors.csv", "id,name,kind\nenvoy,The envoy,human\n"),
    right: .init("import/actors.csv", "id,name,kind\nenvoy,The envoy,person\n"))

  package static let importNoSource = DiagnosticKind(
    "import.no-source", .warning,
    meaning:
      "Every event and every claim names its sources. One that comes without is carried over as a draft, which is not published, until somebody says how it is known.",
    wrong: .init("import/events.csv", "id,date,title\nopening,2025-08-15,The harbour opens\n"),
    right: .init("import/events.csv", "id,date,title,sources\nopening,2025-08-15,The harbour opens,first-paper\n"))

  package static let importMissingField = DiagnosticKind(
    "import.missing-field", .warning,
    meaning: "The file does not say something that every such record needs. Nothing is invented for it, so that the record is left out.",
    wrong: .init("import/terms.csv", "id,term,definition\nreadout,Readout,\n"),
    right: .init("import/terms.csv", "id,term,definition\nreadout,Readout,An official account of a talk.\n"))
}
