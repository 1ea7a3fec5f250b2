package import Diagnostics
import EDTF
package import Facts
import YAML

/// A new record, put together field by field, and the place in the files where it belongs.
package struct NewRecord: Sendable {
  package let kind: FactKind
  private var draft: RecordDraft
  private let today: String

  /// - Parameters:
  ///   - title: What the record is called: a name, a title, a claim's sentence.
  ///   - options: Fields by name, as `RecordDraft.set` takes them.
  ///   - today: The day of the run, and of a correction where no other is given.
  /// - Throws: If there is no such field.
  package init(_ kind: FactKind, title: String?, options: [(name: String, text: String)], today: String) throws(EditRefusal) {
    self.kind = kind
    self.today = today
    draft = RecordDraft(kind.singular, kind.fields)
    if let title {
      guard let field = kind.titleField else {
        throw EditRefusal(
          .request, "\(kind.withArticle) has no title", help: ["leave `\(title)` out, or give it a field's name: `--FIELD VALUE`"])
      }
      try draft.set(field, to: title)
    }
    for option in options { try draft.set(option.name, to: option.text) }
  }

  /// Sets a field.
  package mutating func set(_ path: String, to text: String) throws(EditRefusal) {
    try draft.set(path, to: text)
  }

  /// With what follows from what is given: the day of a correction, and a claim's first status, which holds from the day of the claim.
  private var completed: RecordDraft {
    var full = draft
    func add(_ path: String, _ text: String) { if full[path] == nil { try? full.set(path, to: text) } }
    if kind == .corrections { add("date", today) }
    if kind == .claims, let word = draft.text("kind"), Claim.Kind(rawValue: word)?.isRated == true {
      add("status.value", "unconfirmed")
      add("status.as_of", min(Self.lastDay(draft.text("published") ?? draft.text("date")) ?? today, today))
    }
    return full
  }

  /// The last day of a date, where it has one that a calendar of our time knows.
  private static func lastDay(_ date: String?) -> String? {
    guard let day = date.flatMap({ (try? EDTFParser.parse($0))?.bounds.latest }), (0...9999).contains(day.year) else { return nil }
    return day.text
  }

  // MARK: What is missing

  /// A field that has to be given.
  package struct Missing: Sendable {
    /// The way to it: `status.why`.
    package let path: String
    package let shape: FieldShape
    package let meaning: String
  }

  /// The fields that are still missing, in the order of the table.
  package var missing: [Missing] {
    let full = completed
    var missing = full.missing.map { Missing(path: $0.path, shape: $0.field.shape, meaning: $0.field.meaning) }
    if kind == .sources, ["url", "document", "unlinked"].allSatisfy({ full[$0] == nil }) {
      missing.append(
        Missing(
          path: "url", shape: .address,
          meaning: "Where it can be opened; or `--document` and a file of Content/assets, or `--unlinked` and why there is no address."))
    }
    return missing
  }

  /// What is said where fields are missing: all of them; nil where none is.
  package var refusal: EditRefusal? {
    let missing = missing
    guard !missing.isEmpty else { return nil }
    return MissingFields.refusal(of: missing.map { ($0.path, $0.meaning, $0.shape) }, in: kind.singular)
  }

  // MARK: The id

  /// An id made from the title; nil where none can be made of it.
  package var proposedID: String? {
    let draft = completed
    return switch kind {
    case .positions: IDProposal.joined([draft.text("actor"), draft.text("topic")])
    case .corrections:
      IDProposal.joined([
        draft.text("target").map { target in target.split(separator: ":").last.map(String.init) ?? target }, draft.text("date"),
      ])
    default: kind.titleField.flatMap(draft.text).flatMap(IDProposal.of)
    }
  }

  // MARK: The place

  /// What changes in the files.
  ///
  /// - Parameters:
  ///   - id: The record's id.
  ///   - file: The file to put it into, by its path or by its name within the kind's folder; nil for the one where its like stands.
  ///   - isBare: Whether the fields that it does not have are left unsaid.
  /// - Throws: If the id is none or in use, if a field is missing, or if the file has errors.
  package func edits(in files: [SourceFile], id: String, file name: String? = nil, isBare: Bool = false) throws(EditRefusal) -> EditSet {
    if let refusal { throw refusal }
    guard FactID.isValid(id) else {
      throw EditRefusal(
        .request, "`\(id)` cannot be an id",
        help: ["ids begin with a small letter, then 1 to 47 small letters, digits or hyphens"]
          + (FactID.proposal(for: id).map { ["write `--id \($0)`"] } ?? []))
    }
    let facts = FactFiles(files: files)
    if let used = facts.span(of: FactKey(kind, id)) {
      var log = DiagnosticLog()
      log.add(
        Diagnostic(
          .factDuplicateID, "there is already \(kind.withArticle) `\(id)`", at: used, label: "used here",
          help: ["give the new one another id with `--id`"]))
      throw EditRefusal(.content, "the id `\(id)` is in use", log: log)
    }
    let lines = lines(id, isBare: isBare, entered: entered(files))
    let place = RecordPlace(kind: kind, files: facts.files(of: kind))
    switch try place.file(named: name, like: draft) {
    case .new(let path):
      let mode =
        "# yaml-language-server: $schema=\(String(repeating: "../", count: path.split(separator: "/").count - 2)).schema/\(kind.rawValue).json"
      return EditSet(created: [EditSet.NewFile(path: path, text: ([mode, ""] + lines).map { $0 + "\n" }.joined())])
    case .old(let file):
      try facts.refuseErrors(in: file, kind)
      let edit = place.edit(file, lines, day: draft.text("date"))
      try EditCheck(file, edits: [edit]).expectOnlyChange(of: id)
      return EditSet(edits: [edit])
    }
  }

  /// The record as it is written, and what it could have besides as comments.
  private func lines(_ id: String, isBare: Bool, entered: String?) -> [String] {
    var full = completed
    if let entered, full["entered"] == nil { try? full.set("entered", to: entered) }
    var lines = FieldLayout.lines(id, full.value, column: 0)
    guard !isBare else { return lines }
    let left = kind.fields.filter { full[$0.name] == nil && !["draft", "accept"].contains($0.name) }
    guard !left.isEmpty else { return lines }
    lines.append("  # It may also have:")
    let width = (left.map(\.name.count).max() ?? 0) + 3
    lines += left.map { field in
      let name = field.name + ":"
      return "  # " + name + String(repeating: " ", count: width - name.count) + "# " + field.meaning
    }
    return lines
  }

  /// The day on which the record comes in, where the briefing is published already.
  private func entered(_ files: [SourceFile]) -> String? {
    guard kind == .events || kind == .claims else { return nil }
    var log = DiagnosticLog()
    guard let file = files.first(where: { $0.path == "Content/briefing.yml" }),
      let text = YAMLReader.read(file, log: &log)?.mapping?.first(where: { $0.key == "published" })?.value.scalar?.text,
      let published = (try? EDTFParser.parse(text))?.bounds.latest, let day = (try? EDTFParser.parse(today))?.bounds.earliest,
      published < day
    else { return nil }
    return today
  }
}

extension FactKind {
  /// The field that says what a record is called.
  package var titleField: String? {
    switch self {
    case .actors: "name"
    case .topics: "label"
    case .sources, .events: "title"
    case .claims, .questions: "text"
    case .terms: "term"
    case .positions, .corrections: nil
    }
  }
}
