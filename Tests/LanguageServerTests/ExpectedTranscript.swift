import Foundation
import Testing

/// Transcripts that are kept in files. With `BRIEF_BLESS=1` they are written anew from what comes out now, and the run fails, so that nobody
/// takes it for a pass.
enum ExpectedTranscript {
  private static let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Transcripts")

  /// Compares a conversation with its file, whole.
  static func expect(_ actual: String, _ name: String, sourceLocation: SourceLocation = #_sourceLocation) {
    let file = folder.appending(path: name + ".txt")
    let expected = (try? Data(contentsOf: file)).map { String(decoding: $0, as: UTF8.self) }
    if ProcessInfo.processInfo.environment["BRIEF_BLESS"] == "1", expected != actual + "\n" {
      do {
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        try Data((actual + "\n").utf8).write(to: file)
        Issue.record("written anew: \(name)", sourceLocation: sourceLocation)
      } catch {
        Issue.record("\(name) cannot be written: \(error)", sourceLocation: sourceLocation)
      }
      return
    }
    #expect(actual + "\n" == expected, sourceLocation: sourceLocation)
  }
}
