package import Diagnostics
import EDTF
import Facts

/// Where records come together: each gets its id, is checked against its kind's fields, and what cannot be carried over is asked about.
struct ImportDesk {
  let file: SourceFile
  let context: ImportContext
  private(set) var log = DiagnosticLog()
  private(set) var records: [ImportedRecord] = []
  private var ids: Set<FactKey>
  /// The last number that was put behind an id to make another.
  private var lastNumbers: [FactKey: Int] = [:]
  private var names: [ImportContext.Name: String]
  /// Fields of the file that have no counterpart: where each stands first, and in how many records.
  private var passedOver: [(name: String, span: SourceSpan, why: String, count: Int)] = []
  private var indexOfPassedOver: [String: Int] = [:]

  init(file: SourceFile, context: ImportContext) {
    self.file = file
    self.context = context
    ids = context.ids
    names = context.names
  }

  /// Says why the file, or a part of it, cannot be read.
  mutating func add(_ diagnostic: Diagnostic) {
    log.add(diagnostic)
  }

  /// Notes that a field of the file has no counterpart here. It is said once for all records that have it.
  mutating func passOver(_ name: String, at span: SourceSpan, because why: String) {
    if let index = indexOfPassedOver[name] {
      passedOver[index].count += 1
    } else {
      indexOfPassedOver[name] = passedOver.count
      passedOver.append((name, span, why, 1))
    }
  }

  /// Takes a record in, and returns its id; nil where it is left out.
  @discardableResult
  mutating func add(_ draft: RecordDraft) -> String? {
    var draft = draft
    RecordCheck.check(&draft)
    log.append(draft.log)
    if draft.isLeftOut || isThereAlready(draft) { return nil }
    let id = newID(draft.kind, from: [draft.givenID?.text].compactMap { $0 } + draft.idCandidates)
    var record = ImportedRecord(key: FactKey(draft.kind, id), fields: draft.fields.map(\.field), span: draft.span)
    record.questions = draft.questions
    if !draft.questions.isEmpty { record.keepBack() }
    if draft.kind == .events || draft.kind == .claims, !draft.has("entered"), let published = context.published, context.today > published {
      record.fields.append(ImportedField("entered", context.today.text))
    }
    record.sortFields()
    records.append(record)
    return id
  }

  /// The id of the actor or topic of that name: one that exists, or a new record.
  mutating func named(_ kind: FactKind, _ name: String, at span: SourceSpan, make: (inout RecordDraft) -> Void) -> String? {
    let key = ImportContext.Name(kind, name)
    if let id = names[key] { return id }
    var draft = RecordDraft(kind, at: span)
    draft.idCandidates = [name]
    make(&draft)
    guard let id = add(draft) else { return nil }
    names[key] = id
    return id
  }

  /// The id of the source with that address, if there is one.
  func source(at address: String) -> String? {
    names[ImportContext.Name(.sources, address)]
  }

  /// Takes a source in, unless one of its address is there already.
  @discardableResult
  mutating func addSource(_ draft: RecordDraft) -> String? {
    let address = draft.fields.first { $0.field.name == "url" }
    if let address, let text = address.field.value.text, let known = source(at: text) {
      log.append(draft.log)
      log.add(
        Diagnostic(
          .importThereAlready, "\(draft.name) has the address of the source `\(known)`, and is not taken in again", at: address.span,
          label: "known", help: ["cite `\(known)`"]))
      return known
    }
    guard let id = add(draft) else { return nil }
    if let text = address?.field.value.text { names[ImportContext.Name(.sources, text)] = id }
    return id
  }

  /// All that is to be said, when the whole file is read.
  mutating func finish() {
    checkReferences()
    for item in passedOver {
      let often = item.count > 1 ? ", here and in \(item.count - 1) more" : ""
      log.add(
        Diagnostic(
          .importNotCarried, "`\(item.name)` is not carried over\(often): \(item.why)", at: item.span, label: "left behind",
          help: ["if a reader needs it, write it where it belongs by hand"]))
    }
  }

  // MARK: Ids

  /// An id that nothing has yet: of the first text that can be made one, with a number behind it if need be.
  private mutating func newID(_ kind: FactKind, from candidates: [String]) -> String {
    let stem = candidates.lazy.compactMap(Self.stem).first ?? kind.singular
    var id = stem
    var number = lastNumbers[FactKey(kind, stem)] ?? 1
    while !ids.insert(FactKey(kind, id)).inserted {
      number += 1
      let suffix = "-\(number)"
      id = stem.prefix(48 - suffix.utf8.count) + suffix
    }
    lastNumbers[FactKey(kind, stem)] = number
    return id
  }

  /// Whether the project, or the file before, has a record of the id that the file gives: it is not taken in twice.
  private mutating func isThereAlready(_ draft: RecordDraft) -> Bool {
    guard let given = draft.givenID, let id = Self.stem(given.text) else { return false }
    let key = FactKey(draft.kind, id)
    guard context.ids.contains(key) || id == given.text && ids.contains(key) else { return false }
    log.add(
      Diagnostic(
        .importThereAlready, "the \(draft.kind.singular) `\(id)` is there already, and is not taken in again", at: given.span,
        label: context.ids.contains(key) ? "in the project" : "in the file before",
        help: ["if it is another one, give it another id; if it is the same, bring it up to date by hand"]))
    return true
  }

  /// The text as an id, cut between two words if it is long.
  private static func stem(_ text: String) -> String? {
    var words = FactID.proposal(for: String(text.prefix(200)).folded)?.split(separator: "-").map(String.init) ?? []
    if words.count > 6, text.contains(" ") { words = Array(words.prefix(6)) }
    let id = words.joined(separator: "-")
    return FactID.isValid(id) ? id : nil
  }

  // MARK: References

  /// A record that names one which does not exist is kept back.
  private mutating func checkReferences() {
    var suggestions: [FactKey: [String]] = [:]
    var kept: [ImportedRecord] = []
    kept.reserveCapacity(records.count)
    for record in records {
      var record = record
      for declaration in record.key.kind.declarations {
        guard let field = record.fields.first(where: { $0.name == declaration.name }) else { continue }
        for key in RecordCheck.references(in: field.value, declaration.shape) where !ids.contains(key) {
          let message = "there is no \(key.kind.singular) `\(key.id)`"
          // The nearest of many ids is looked for a hundred times at most.
          let near = suggestions[key] ?? (suggestions.count < 100 ? nearest(to: key) : [])
          suggestions[key] = near
          log.add(
            Diagnostic(
              .importUnknownReference, "\(message), which `\(record.key.id)` names in `\(declaration.name)`", at: record.span,
              label: "names what is not there", help: near + ["add it, or import it first; until then the record is a draft"]))
          record.questions.append(ImportedRecord.Question(text: message, span: record.span))
          record.keepBack()
        }
      }
      kept.append(record)
    }
    records = kept
  }

  private func nearest(to key: FactKey) -> [String] {
    Suggestion.didYouMean(key.id, among: ids.lazy.filter { $0.kind == key.kind }.map(\.id))
  }
}

extension String {
  /// The text with accents off and a few letters in two: what an id can be made of. What has no such form stays as it is.
  fileprivate var folded: String {
    var result = ""
    for scalar in unicodeScalars {
      switch scalar {
      case "ß": result += "ss"
      case "æ", "Æ": result += "ae"
      case "ø", "Ø": result += "o"
      case "œ", "Œ": result += "oe"
      case "ł", "Ł": result += "l"
      case "đ", "Đ": result += "d"
      case "'", "’": continue
      case _ where scalar.value < 0x80: result.unicodeScalars.append(scalar)
      default: result.unicodeScalars.append(Self.plain[scalar] ?? scalar)
      }
    }
    return result
  }

  private static let plain: [Unicode.Scalar: Unicode.Scalar] = {
    let groups: [(Unicode.Scalar, String)] = [
      ("a", "àáâãäåāăą"), ("c", "çćĉċč"), ("d", "ď"), ("e", "èéêëēĕėęě"), ("g", "ĝğġģ"), ("h", "ĥ"), ("i", "ìíîïĩīĭįı"), ("j", "ĵ"),
      ("k", "ķ"), ("l", "ĺļľ"), ("n", "ñńņň"), ("o", "òóôõöōŏő"), ("r", "ŕŗř"), ("s", "śŝşšș"), ("t", "ţťț"), ("u", "ùúûüũūŭůűų"),
      ("w", "ŵ"), ("y", "ýÿŷ"), ("z", "źżž"),
    ]
    var table: [Unicode.Scalar: Unicode.Scalar] = [:]
    for (letter, accented) in groups {
      for scalar in (accented + accented.uppercased()).unicodeScalars { table[scalar] = letter }
    }
    return table
  }()
}

extension DiagnosticKind {
  package static let importNotCarried = DiagnosticKind(
    "import.not-carried", .warning,
    meaning:
      "The file has something that a briefing has no field for, such as a picture beside an event. It is left behind, and said once for all records that have it.",
    wrong: .init("import/csl.json", CSLImport.example(", \"volume\": \"12\"")), right: .init("import/csl.json", CSLImport.example("")))

  package static let importThereAlready = DiagnosticKind(
    "import.there-already", .warning,
    meaning:
      "A record of that id, or a source of that address, is there already. It is not taken in a second time, nor is the first one changed.",
    wrong: .init(
      "import/terms.csv",
      "id,term,definition\nreadout,Readout,An official account of a talk.\nreadout,Readout,What a government says of a talk.\n"),
    right: .init("import/terms.csv", "id,term,definition\nreadout,Readout,An official account of a talk.\n"))

  package static let importUnknownReference = DiagnosticKind(
    "import.unknown-reference", .warning,
    meaning: "An imported record names another by its id, but neither the project nor the file has it. The record is kept back as a draft.",
    wrong: .init("import/questions.csv", "id,text,claims\nwhich-terms,What were the terms?,the-offer\n"),
    right: .init("import/questions.csv", "id,text,claims\nwhich-terms,What were the terms?,\n"))
}
