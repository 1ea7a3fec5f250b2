import Diagnostics
import EDTF
import Facts
import YAML

/// Where a new record belongs: the file of its like, and there the place by its day.
struct RecordPlace {
  let kind: FactKind
  /// The files of the kind.
  let files: [SourceFile]

  enum File {
    case new(String)
    case old(SourceFile)
  }

  /// The file for a record.
  ///
  /// - Parameter name: A path, or a name within the kind's folder; nil for the file in which most records are like it.
  func file(named name: String?, like draft: RecordDraft) throws(EditRefusal) -> File {
    let plain = "Content/facts/\(kind.rawValue).yml"
    guard let name else {
      guard let first = files.first else { return .new(plain) }
      let best = files.map { (file: $0, count: likeness($0, draft)) }.max { $0.count < $1.count }
      if let best, best.count > 0 { return .old(best.file) }
      return .old(files.first { $0.path == plain } ?? files.last ?? first)
    }
    let ending = name.hasSuffix(".yml") ? name : name + ".yml"
    let path = ending.hasPrefix("Content/") ? ending : "Content/facts/\(kind.rawValue)/" + ending
    let parts = path.split(separator: "/", omittingEmptySubsequences: false)
    guard FactKind(path: path) == kind, !parts.contains(where: { $0.isEmpty || $0.hasPrefix(".") }) else {
      throw EditRefusal(
        .request, "`\(name)` is no file for \(kind.rawValue)",
        help: ["name one such as `\(plain)` or `Content/facts/\(kind.rawValue)/more.yml`"])
    }
    return files.first { $0.path == path }.map(File.old) ?? .new(path)
  }

  /// How many records of a file are by the same hand, or about the same.
  private func likeness(_ file: SourceFile, _ draft: RecordDraft) -> Int {
    let field: String? =
      switch kind {
      case .claims: "claimant"
      case .positions: "actor"
      case .sources: "publisher"
      default: nil
      }
    guard let field, let wanted = draft.text(field) else { return 0 }
    var log = DiagnosticLog()
    return (YAMLReader.read(file, log: &log)?.mapping ?? []).count { entry in
      let value = entry.value.mapping?.first { $0.key == field }?.value
      return value?.scalar?.text == wanted || value?.sequence?.contains { $0.scalar?.text == wanted } == true
    }
  }

  /// Puts a record's lines behind the last record that is not later, or at the end.
  func edit(_ file: SourceFile, _ lines: [String], day: String?) -> TextEdit {
    let end = file.lineEnding
    let text = lines.joined(separator: end)
    var log = DiagnosticLog()
    let entries = YAMLReader.read(file, log: &log)?.mapping ?? []
    guard !entries.isEmpty else {
      let isOpen = file.bytes.last.map { $0 != 0x0A } ?? false
      let gap = file.bytes.allSatisfy { $0 == 0x0A || $0 == 0x0D || $0 == 0x20 } ? "" : end
      return TextEdit(file.span(file.bytes.count..<file.bytes.count), (isOpen ? end : "") + gap + text + end)
    }
    let gap = isTight(file, entries) ? end : end + end
    guard let index = earlier(entries, than: day) else {
      let start = entries[0].keySpan.start
      return TextEdit(file.span(start..<start), text + gap)
    }
    let place = behind(entries[index], file, before: index + 1 < entries.count ? entries[index + 1].keySpan.start : file.bytes.count)
    return TextEdit(file.span(place..<place), gap + text + (place == file.bytes.count ? end : ""))
  }

  /// The record behind which a new one belongs; nil for before all.
  private func earlier(_ entries: [YAMLEntry], than day: String?) -> Int? {
    let last = entries.count - 1
    guard kind.isDated, let key = day.flatMap({ (try? EDTFParser.parse($0))?.bounds.sortKey }) else { return last }
    let days = entries.map(\.value.day)
    let known = days.compactMap { $0 }
    // Where the editor has another order, the new record stands at the end.
    guard known.count == days.count, zip(known, known.dropFirst()).allSatisfy({ !($1 < $0) }) else { return last }
    return known.lastIndex { !(key < $0) }
  }

  /// The end of a record's last line, the indented comments below it included.
  private func behind(_ entry: YAMLEntry, _ file: SourceFile, before limit: Int) -> Int {
    var end = max(entry.value.span.end, entry.keySpan.end)
    while end > entry.keySpan.end, [0x20, 0x09, 0x0A, 0x0D].contains(file.bytes[end - 1]) { end -= 1 }
    var line = file.line(at: max(end - 1, 0))
    var result = file.lineRange(line).upperBound
    while line < file.lineCount, Int(file.lineStarts[line]) < limit {
      line += 1
      let text = file.text(file.lineRange(line))
      let content = text.drop { $0 == " " }
      if content.isEmpty { continue }
      guard content.hasPrefix("#"), content.count < text.count else { break }
      result = file.lineRange(line).upperBound
    }
    return result
  }

  /// Whether no blank line stands between the records.
  private func isTight(_ file: SourceFile, _ entries: [YAMLEntry]) -> Bool {
    guard entries.count > 1 else { return false }
    return zip(entries, entries.dropFirst()).allSatisfy { first, second in
      let between = file.line(at: first.keySpan.start)..<file.line(at: second.keySpan.start)
      return !between.contains { file.lineRange($0).isEmpty }
    }
  }
}
