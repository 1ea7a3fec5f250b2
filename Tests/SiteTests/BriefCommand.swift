import Foundation
import TestKit

/// The built executable `brief`, run as a process of its own.
struct BriefCommand {
  struct Outcome {
    let status: Int32
    let output: String
    let errors: String
  }

  struct NotFound: Error, CustomStringConvertible {
    let description: String
  }

  /// Beside the test bundle: SwiftPM puts all products of a configuration into one folder.
  static func executable() throws -> URL {
    var places: [URL] = Bundle.allBundles.map(\.bundleURL) + [Bundle.main.bundleURL]
    places += ProcessInfo.processInfo.arguments.map { URL(filePath: $0) }
    let tried =
      places.flatMap { [$0, $0.deletingLastPathComponent(), $0.deletingLastPathComponent().deletingLastPathComponent()] }
      .map { $0.appending(path: "brief") } + [SiteFolder.repository.appending(path: ".build/debug/brief")]
    for place in tried where FileManager.default.isExecutableFile(atPath: place.path) && !isFolder(place) { return place }
    throw NotFound(description: "the executable `brief` stands beside none of: " + places.map(\.path).joined(separator: ", "))
  }

  private static func isFolder(_ place: URL) -> Bool {
    (try? FileManager.default.contentsOfDirectory(atPath: place.path)) != nil
  }

  /// Runs it, waits for its end and gives back all that it wrote.
  static func run(
    _ arguments: [String], in folder: String, environment: [String: String] = [:]
  ) throws -> Outcome {
    // Files and no pipes: nothing waits for anybody who reads.
    let place = FileManager.default.temporaryDirectory.appending(path: "brief-run-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: place, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: place) }
    let output = place.appending(path: "output")
    let errors = place.appending(path: "errors")
    for file in [output, errors] { try Data().write(to: file) }
    let process = Process()
    process.executableURL = try executable()
    process.arguments = arguments
    process.currentDirectoryURL = URL(filePath: folder)
    process.environment = ["PATH": "/usr/bin:/bin", "HOME": place.path, "TERM": "xterm-256color"].merging(environment) { $1 }
    process.standardOutput = try FileHandle(forWritingTo: output)
    process.standardError = try FileHandle(forWritingTo: errors)
    process.standardInput = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    return Outcome(
      status: process.terminationStatus, output: String(decoding: try Data(contentsOf: output), as: UTF8.self),
      errors: String(decoding: try Data(contentsOf: errors), as: UTF8.self))
  }
}
