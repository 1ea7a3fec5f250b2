package import Diagnostics
package import EDTF
import YAML

/// Reads one edition, and says what is wrong with it.
struct EditionReader {
  private let file: SourceFile
  private static let members = ["format", "edition", "briefing", "facts", "seal"]

  init(_ file: SourceFile) {
    self.file = file
  }

  func read(_ log: inout DiagnosticLog) -> Edition? {
    guard let day = day(&log) else { return nil }
    let before = log.diagnostics.count { $0.severity == .error }
    guard let root = YAMLReader.readJSON(file, log: &log) else { return nil }
    guard let entries = root.mapping else {
      log.add(edited("it is no object", at: root.span))
      return nil
    }
    guard hasAllMembers(entries, root, &log), isSealed(entries, &log) else { return nil }
    func value(_ name: String) -> YAMLNode { entries.first { $0.key == name }?.value ?? root }
    guard isOfFormat(value("format"), &log) else { return nil }
    if value("edition").scalar?.text != day.text {
      log.add(
        Diagnostic(
          .editionName, "this is the edition of \(value("edition").scalar?.text ?? "another day"), but its name says \(day.text)",
          at: value("edition").span, label: "another day", help: ["give the file its own name back"]))
      return nil
    }
    var ledger = FactLedger()
    ledger.add(briefing: value("briefing"))
    let settings = BriefingSettings.read(value("briefing"), file: file, log: &log)
    var files: [FactFile] = []
    for entry in value("facts").mapping ?? [] {
      guard let kind = FactKind(rawValue: entry.key) else {
        log.add(edited("there is no kind of facts `\(entry.key)`", at: entry.keySpan))
        continue
      }
      ledger.add(entry.value, of: kind)
      let records = FactFile(kind, file, entry.value)
      log.append(records.log)
      files.append(records)
    }
    let facts = FactBase(files, log: &log)
    guard let settings, log.diagnostics.count(where: { $0.severity == .error }) == before else { return nil }
    return Edition(day: day, file: file.id, settings: settings, facts: facts, ledger: ledger)
  }

  /// The day that the file's name says.
  private func day(_ log: inout DiagnosticLog) -> CivilDay? {
    let name = file.path.dropFirst(Edition.folder.count).dropLast(".json".count)
    if let day = CivilDay(iso: name) { return day }
    log.add(
      Diagnostic(
        .editionName, "an edition is named after its day, and `\(name)` is none", at: file.span(0..<0),
        help: ["give it its own name back, such as `2025-09-01.json`: it stands in the file, as `edition`"]))
    return nil
  }

  private func isOfFormat(_ node: YAMLNode, _ log: inout DiagnosticLog) -> Bool {
    var reader = FactReader(file: file)
    let format = FieldType<Int>.formatVersion.read(node, &reader)
    log.append(reader.log)
    return format != nil
  }

  /// Whether all members stand there, and no other, the seal last.
  private func hasAllMembers(_ entries: [YAMLEntry], _ root: YAMLNode, _ log: inout DiagnosticLog) -> Bool {
    if let strange = entries.first(where: { !Self.members.contains($0.key) }) {
      log.add(edited("an edition has no member `\(strange.key)`", at: strange.keySpan))
      return false
    }
    if let missing = Self.members.first(where: { name in !entries.contains { $0.key == name } }) {
      log.add(edited("the member `\(missing)` is missing", at: root.span.slice(0..<1)))
      return false
    }
    guard entries.last?.key == "seal" else {
      log.add(edited("the seal is not at the end", at: entries.last?.keySpan ?? root.span))
      return false
    }
    return true
  }

  private func isSealed(_ entries: [YAMLEntry], _ log: inout DiagnosticLog) -> Bool {
    guard entries.count > 1, let seal = entries.last?.value else { return false }
    let end = entries[entries.count - 2].value.span.end
    if seal.scalar?.text == EditionSeal.of(file.bytes[..<end]) { return true }
    log.add(edited("something above its seal was changed", at: seal.span))
    return false
  }

  private func edited(_ what: String, at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      .editionEdited, "this edition is not as `brief publish` wrote it: \(what)", at: span, label: "noticed here",
      help: [
        "take it back from the repository: `git checkout -- \(file.path)`",
        "an error in what was published is mended in the facts, and told by a correction",
      ])
  }
}

extension CivilDay {
  /// A day as ISO 8601 writes it, with a year of four digits: `2025-08-15`.
  package init?(iso text: some StringProtocol) {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    let isPlain = text.utf8.allSatisfy { (48...57).contains($0) || $0 == UInt8(ascii: "-") }
    guard isPlain, parts.map(\.utf8.count) == [4, 2, 2], let year = Int(parts[0]), let month = Int(parts[1]), let day = Int(parts[2]) else {
      return nil
    }
    self.init(year: year, month: month, day: day)
  }
}

extension DiagnosticKind {
  package static let editionName = DiagnosticKind(
    "edition.name",
    meaning: "An edition is what was published on one day: its file is named after that day, and says the same day within.",
    wrong: .init("Content/editions/2025-09-06.json", ExampleEdition.text(day: "2025-09-05")),
    right: ExampleEdition.unchanged)

  package static let editionEdited = DiagnosticKind(
    "edition.edited",
    meaning: "An edition says what was published, so that nobody edits it afterwards. A check sum at its end notices an edit or a merge.",
    wrong: .init(
      "Content/editions/2025-09-05.json",
      ExampleEdition.text(day: "2025-09-05").replacing("We cease to fire.", with: "We may cease to fire.")),
    right: ExampleEdition.unchanged)
}
