import Diagnostics
import YAML

/// Holds what an edit made against what was there: whatever the layout of a file, a value or a comment is never lost without a word.
struct EditCheck {
  private let file: SourceFile
  private let after: SourceFile

  init(_ file: SourceFile, edits: [TextEdit]) {
    self.init(file, after: edits.applied(to: file))
  }

  init(_ file: SourceFile, after: [UInt8]) {
    self.file = file
    self.after = SourceFile(id: file.id, path: file.path, bytes: after)
  }

  /// - Throws: If anything but one record differs, or if a comment is gone.
  func expectOnlyChange(of id: String) throws(EditRefusal) {
    let old = try read(file)
    let new = try read(after)
    guard without(id, old.value) == without(id, new.value), Self.holds(new.comments, all: old.comments) else { throw unsafe }
  }

  /// Whether every value and every comment is the same; the order of keys is none of a value's.
  var hasSameValues: Bool {
    guard let old = try? read(file), let new = try? read(after) else { return false }
    return old.value == new.value && old.comments == new.comments
  }

  private func read(_ file: SourceFile) throws(EditRefusal) -> (value: FieldValue, comments: [String]) {
    var log = DiagnosticLog()
    guard let root = YAMLReader.read(file, log: &log) else {
      if log.hasErrors { throw unsafe }
      return (.record([]), [])
    }
    if log.hasErrors { throw unsafe }
    return (FieldValue(root).unordered, Comments(file, root).texts)
  }

  private func without(_ id: String, _ value: FieldValue) -> FieldValue {
    if case .record(let entries) = value { .record(entries.filter { $0.name != id }) } else { value }
  }

  /// Whether one sorted list has all texts of another.
  private static func holds(_ texts: [String], all wanted: [String]) -> Bool {
    var rest = texts[...]
    for text in wanted {
      guard let found = rest.firstIndex(of: text) else { return false }
      rest = rest[(found + 1)...]
    }
    return true
  }

  private var unsafe: EditRefusal {
    EditRefusal(.content, "`\(file.path)` is laid out in a way that cannot be edited safely", help: ["change it by hand"])
  }
}
