import Diagnostics
import Facts

/// What changed between two readings of a project in which the same files stand.
struct Renewal: Sendable {
  /// Files of facts, and files of prose, whose bytes differ.
  private(set) var facts: Set<FileID> = []
  private(set) var pages: Set<FileID> = []
  /// The kinds of records of which files differ.
  private(set) var kinds: Set<FactKind> = []
  private(set) var keepsSettings = true
  private(set) var keepsStrings = true
  private(set) var keepsTemplates = true
  private(set) var keepsEditions = true
  let keepsDay: Bool

  /// Nil where files came or went, or are copied to other places: then all is new.
  init?(from old: Build.Input, to new: Build.Input) {
    guard old.files.count == new.files.count, old.skipped == new.skipped, old.assets == new.assets else { return nil }
    keepsDay = old.today == new.today
    for (before, after) in zip(old.files, new.files) {
      guard before.path == after.path, before.id == after.id else { return nil }
      if before.bytes == after.bytes { continue }
      if after.path.hasPrefix("Content/facts/") {
        facts.insert(after.id)
        var log = DiagnosticLog()
        if let kind = FactFile.kind(of: after, log: &log) { kinds.insert(kind) }
      } else if after.path == "Content/briefing.yml" {
        keepsSettings = false
      } else if after.path == "Templates/strings.yml" {
        keepsStrings = false
      } else if after.path.hasPrefix("Templates/") {
        keepsTemplates = false
      } else if Edition.isEdition(after.path) {
        keepsEditions = false
      } else {
        pages.insert(after.id)
      }
    }
  }

  /// Whether the facts, and all that they are checked against, are as they were.
  var keepsFacts: Bool { facts.isEmpty && keepsSettings && keepsStrings && keepsEditions && keepsDay }

  /// Whether nothing changed but facts and prose.
  var keepsFrame: Bool { keepsSettings && keepsStrings && keepsTemplates && keepsEditions }

  /// The records whose text changed, where both have the same records in the same order: what stands from a record's start to that of the next.
  func changedRecords(from old: FactBase, _ oldFiles: [SourceFile], to new: FactBase, _ newFiles: [SourceFile]) -> Set<FactKey> {
    var changed: Set<FactKey> = []
    for kind in kinds {
      let (before, after) = (old.heads(of: kind), new.heads(of: kind))
      for index in after.indices where facts.contains(after[index].head.span.file) {
        guard index < before.count, text(before, index, oldFiles) == text(after, index, newFiles) else {
          changed.insert(after[index].key)
          continue
        }
      }
    }
    return changed
  }

  private func text(_ heads: [(key: FactKey, head: FactHead)], _ index: Int, _ files: [SourceFile]) -> ArraySlice<UInt8> {
    let span = heads[index].head.span
    let bytes = files[Int(span.file.number)].bytes
    let next = index + 1 < heads.count ? heads[index + 1].head.span : nil
    let end = next.map { $0.file == span.file && $0.start > span.start ? $0.start : bytes.count } ?? bytes.count
    return bytes[span.start..<max(end, span.start)]
  }
}
