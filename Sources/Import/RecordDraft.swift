import Diagnostics
import Facts

/// A record while it is being read: its fields, each with its place in the file, and what is to be asked about it.
struct RecordDraft {
  let kind: FactKind
  let span: SourceSpan
  /// The id that the file gives it, as typed.
  var givenID: LocatedText?
  /// What an id is made of where the file gives none that can be used, the best first.
  var idCandidates: [String] = []
  private(set) var fields: [(field: ImportedField, span: SourceSpan)] = []
  private(set) var log = DiagnosticLog()
  private(set) var questions: [ImportedRecord.Question] = []
  /// Whether something that every such record needs is not to be had, which was said.
  private(set) var isLeftOut = false
  /// Addresses that the file names beside the record, which may be its sources.
  var addresses: [String] = []

  init(_ kind: FactKind, at span: SourceSpan) {
    self.kind = kind
    self.span = span
  }

  /// Sets a field; an empty text sets nothing.
  mutating func set(_ name: String, _ text: String?, at span: SourceSpan) {
    guard let text, !text.isEmpty else { return }
    set(name, ImportedValue.text(text), at: span)
  }

  mutating func set(_ name: String, _ value: ImportedValue, at span: SourceSpan) {
    fields.removeAll { $0.field.name == name }
    fields.append((ImportedField(name, value), span))
  }

  mutating func remove(_ name: String) {
    fields.removeAll { $0.field.name == name }
  }

  func has(_ name: String) -> Bool {
    fields.contains { $0.field.name == name }
  }

  /// Asks something that a person has to settle: the record is carried over as a draft.
  mutating func ask(_ kind: DiagnosticKind, _ message: String, at span: SourceSpan, label: String, help: [String] = []) {
    guard !isLeftOut else { return }
    log.add(Diagnostic(kind, message, at: span, label: label, help: help))
    questions.append(ImportedRecord.Question(text: message, span: span))
  }

  /// Says something that the record can do without: it is carried over all the same.
  mutating func tell(_ kind: DiagnosticKind, _ message: String, at span: SourceSpan, label: String, help: [String] = []) {
    guard !isLeftOut else { return }
    log.add(Diagnostic(kind, message, at: span, label: label, help: help))
  }

  /// Says why the record is not carried over.
  mutating func leaveOut(_ kind: DiagnosticKind, _ message: String, at span: SourceSpan, label: String, help: [String] = []) {
    // What else there was to ask about it is settled thereby.
    if !isLeftOut { log = DiagnosticLog() }
    log.add(Diagnostic(kind, message, at: span, label: label, help: help))
    isLeftOut = true
  }

  /// The record's name for messages.
  var name: String {
    let title = idCandidates.last ?? ""
    let short = title.count > 60 ? title.prefix(59) + "…" : title[...]
    return short.isEmpty ? "this \(kind.singular)" : "the \(kind.singular) `\(short)`"
  }
}
