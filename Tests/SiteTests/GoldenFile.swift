import Foundation
import Testing

/// Expected texts that are kept in files. With `BRIEF_BLESS=1` they are written anew from what comes out now, and the run fails, so that
/// nobody takes it for a pass.
enum GoldenFile {
  static let isBlessing = ProcessInfo.processInfo.environment["BRIEF_BLESS"] == "1"

  /// Compares a text with a file, whole.
  static func expect(_ actual: String, at file: URL, sourceLocation: SourceLocation = #_sourceLocation) {
    let expected = (try? Data(contentsOf: file)).map { String(decoding: $0, as: UTF8.self) }
    guard actual.utf8.elementsEqual((expected ?? "").utf8), expected != nil else {
      let name = file.pathComponents.suffix(3).joined(separator: "/")
      if isBlessing {
        do {
          try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
          try Data(actual.utf8).write(to: file)
          Issue.record("written anew: \(name)", sourceLocation: sourceLocation)
        } catch {
          Issue.record("\(name) cannot be written: \(error)", sourceLocation: sourceLocation)
        }
      } else if let expected {
        Issue.record("\(name) differs:\n\(difference(expected, actual))", sourceLocation: sourceLocation)
      } else {
        Issue.record("\(name) is not there; `make bless` writes it:\n\(actual)", sourceLocation: sourceLocation)
      }
      return
    }
  }

  /// The lines from the first to the last that differ.
  static func difference(_ expected: String, _ actual: String) -> String {
    let old = expected.split(separator: "\n", omittingEmptySubsequences: false)
    let new = actual.split(separator: "\n", omittingEmptySubsequences: false)
    var start = 0
    while start < min(old.count, new.count), old[start] == new[start] { start += 1 }
    var end = 0
    while end < min(old.count, new.count) - start, old[old.count - 1 - end] == new[new.count - 1 - end] { end += 1 }
    let removed = old[start..<(old.count - end)].prefix(40).map { "- \($0)" }
    let added = new[start..<(new.count - end)].prefix(40).map { "+ \($0)" }
    return "from line \(start + 1):\n" + (removed + added).joined(separator: "\n")
  }
}
