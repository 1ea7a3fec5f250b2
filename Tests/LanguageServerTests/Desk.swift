import Briefing
import Diagnostics
import Foundation
import Synchronization
import TestKit

@testable import LanguageServer

/// A server with a project in memory, and all that it says.
final class Desk: Sendable {
  private let said = Mutex<(messages: [String], statuses: [Int32])>(([], []))
  private let files: [SourceFile]

  /// - Parameter texts: The project's content; it is that of the folder `/desk`, with the repository's own templates.
  init(_ texts: [(path: String, text: String)]) {
    let sorted = (texts + Self.templates).sorted { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
    files = sorted.enumerated().map { SourceFile(id: FileID($0.offset), path: $0.element.path, text: $0.element.text) }
  }

  /// Says all of it to a new server, one message after another, each when the one before has had all its effects; and gives what was
  /// answered, a line each, those of the server marked with `<`.
  func transcript(_ messages: [String]) async -> String {
    let server = EditorServer(
      project: ProjectAccess(
        load: { [files] folder in
          folder == "/desk" ? .project(Build.Input(files: files, assets: [], today: nil, jobs: 1), DiagnosticLog()) : .missing("nothing")
        }, write: { bytes in self.said.withLock { $0.messages.append(Self.body(bytes)) } },
        exit: { status in self.said.withLock { $0.statuses.append(status) } }), version: "1.2.3")
    var lines: [String] = []
    for message in messages {
      lines.append("> " + message)
      await server.receive(MessageFraming.framed(Array(message.utf8)))
      await server.settle()
      let (answers, statuses) = said.withLock { said in
        defer { said = ([], []) }
        return said
      }
      lines += answers.map { "< " + $0 } + statuses.map { "ends with \($0)" }
    }
    return lines.joined(separator: "\n")
  }

  private static let templates: [(path: String, text: String)] = {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    let names = FileManager.default.enumerator(atPath: root.appending(path: "Templates").path)?.compactMap { $0 as? String } ?? []
    return names.filter { $0.hasSuffix(".mustache") || $0.hasSuffix(".yml") }.compactMap { name in
      (try? String(contentsOf: root.appending(path: "Templates/" + name), encoding: .utf8)).map { ("Templates/" + name, $0) }
    }
  }()

  private static func body(_ bytes: [UInt8]) -> String {
    var framing = MessageFraming()
    return framing.receive(bytes).map { event in
      if case .message(let body) = event { String(decoding: body, as: UTF8.self) } else { "what was sent is not framed" }
    }.joined()
  }
}
