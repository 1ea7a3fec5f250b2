import Foundation
import TestKit

/// The folders that the tests of whole sites are made from: this repository's own, found from where this file stands.
enum SiteFolder {
  static let tests = URL(filePath: #filePath).deletingLastPathComponent()
  static let repository = tests.deletingLastPathComponent().deletingLastPathComponent()

  /// All files below a folder of the repository, by path relative to it; what is hidden is left out.
  static func files(below folder: URL) -> [(path: String, bytes: [UInt8])] {
    guard let all = FileManager.default.enumerator(atPath: folder.path) else { return [] }
    var files: [(path: String, bytes: [UInt8])] = []
    for case let path as String in all {
      if path.split(separator: "/").contains(where: { $0.hasPrefix(".") }) { continue }
      // A folder has no data.
      guard let data = try? Data(contentsOf: folder.appending(path: path)) else { continue }
      files.append((path, Array(data)))
    }
    return files.sorted { $0.path < $1.path }
  }

  static func names(in folder: URL) -> [String] {
    ((try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []).filter { !$0.hasPrefix(".") }.sorted()
  }

  /// The project's own templates, from which every site of these tests is built.
  static let templates = files(below: repository.appending(path: "Templates"))

  static func site(_ name: String) -> URL {
    tests.appending(path: "Sites/\(name)")
  }

  private static let smallest = files(below: site("smallest"))

  /// The files of a site of `Sites`, with the project's templates; where the site has a file of its own, that one counts.
  static func allFiles(of name: String) -> [(path: String, bytes: [UInt8])] {
    templates.map { (path: "Templates/" + $0.path, bytes: $0.bytes) } + (name == "smallest" ? smallest : files(below: site(name)))
  }

  /// Lays a site of `Sites` down in a folder.
  static func lay(_ name: String, in folder: TemporaryFolder) throws {
    for file in allFiles(of: name) { try folder.write(file.path, file.bytes) }
  }
}
