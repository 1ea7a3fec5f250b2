import Foundation

/// The repository that these tests stand in, as texts.
enum Repository {
  /// The top folder, found from where this file stands.
  static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  struct File: Sendable {
    /// The path from the top folder.
    let path: String
    let text: String
    /// The text without its comments and string literals.
    let code: String

    init(path: String, text: String) {
      self.path = path
      self.text = text
      code = path.hasSuffix(".swift") ? SwiftText.code(of: text) : text
    }

    /// The folder within `Sources` or `Tests`.
    var room: String {
      let parts = path.split(separator: "/")
      return parts.count > 2 ? String(parts[1]) : ""
    }

    /// The file's name without its ending.
    var stem: String {
      let name = path.split(separator: "/").last.map { String($0) } ?? path
      return name.split(separator: ".").first.map { String($0) } ?? name
    }
  }

  static let sources = files(below: "Sources").filter { $0.path.hasSuffix(".swift") }
  static let tests = files(below: "Tests").filter { $0.path.hasSuffix(".swift") }

  static func text(_ path: String) -> String {
    (try? String(contentsOf: root.appending(path: path), encoding: .utf8)) ?? ""
  }

  static func entries(of folder: String = "") -> [String] {
    ((try? FileManager.default.contentsOfDirectory(atPath: root.appending(path: folder).path)) ?? []).sorted()
  }

  /// All files below a folder that are UTF-8, in the order of their paths; what is hidden is left out.
  static func files(below folder: String) -> [File] {
    let start = root.appending(path: folder)
    guard let all = FileManager.default.enumerator(atPath: start.path) else { return [] }
    var files: [File] = []
    for case let path as String in all {
      if path.split(separator: "/").contains(where: { $0.hasPrefix(".") }) { continue }
      guard let text = try? String(contentsOf: start.appending(path: path), encoding: .utf8) else { continue }
      files.append(File(path: folder + "/" + path, text: text))
    }
    return files.sorted { $0.path < $1.path }
  }
}
