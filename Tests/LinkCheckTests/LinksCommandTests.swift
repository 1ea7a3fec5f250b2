import Foundation
import TestKit
import Testing

/// `brief-preview links` from outside, against a server on this machine.
@Suite(.serialized) struct LinksCommandTests {
  private struct Outcome {
    let status: Int32
    let output: String
    let errors: String
  }

  private static func executable() throws -> URL {
    let places = [Bundle.main.bundleURL] + Bundle.allBundles.map(\.bundleURL) + ProcessInfo.processInfo.arguments.map { URL(filePath: $0) }
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    let tried =
      places.flatMap { [$0, $0.deletingLastPathComponent(), $0.deletingLastPathComponent().deletingLastPathComponent()] }
      .map { $0.appending(path: "brief-preview") } + [root.appending(path: ".build/debug/brief-preview")]
    return try #require(tried.first { FileManager.default.isExecutableFile(atPath: $0.path) && !isFolder($0) })
  }

  private static func isFolder(_ place: URL) -> Bool {
    (try? FileManager.default.contentsOfDirectory(atPath: place.path)) != nil
  }

  private static func run(_ arguments: [String], in folder: TemporaryFolder) throws -> Outcome {
    for name in ["output", "errors"] { try folder.write(name, "") }
    let process = Process()
    process.executableURL = try executable()
    process.arguments = ["links"] + arguments
    process.currentDirectoryURL = URL(filePath: folder.path)
    process.environment = ["PATH": "/usr/bin:/bin", "HOME": folder.path, "XDG_CACHE_HOME": folder["cache"]]
    process.standardOutput = try FileHandle(forWritingTo: URL(filePath: folder["output"]))
    process.standardError = try FileHandle(forWritingTo: URL(filePath: folder["errors"]))
    process.standardInput = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    return Outcome(status: process.terminationStatus, output: folder.text("output") ?? "", errors: folder.text("errors") ?? "")
  }

  private static func source(_ id: String, _ address: String, _ more: String = "") -> String {
    "\(id):\n  title: T\n  publisher: P\n  kind: report\n  date: 2025-08-24\n  url: \(address)\n\(more)"
  }

  @Test func deadLinksFailAndArchivesAreProposed() async throws {
    let server = try MisbehavingServer { _, path in
      let rest = "Content-Length: 0\r\nConnection: close\r\n\r\n"
      return switch path {
      case "/good": .send("HTTP/1.1 200 OK\r\n\(rest)")
      case "/moved": .send("HTTP/1.1 301 Moved\r\nLocation: /good\r\n\(rest)")
      case "/members": .send("HTTP/1.1 401 Who\r\n\(rest)")
      default: .send("HTTP/1.1 404 Not Found\r\n\(rest)")
      }
    }
    defer { server.stop() }
    try await withTemporaryFolder { folder in
      let dead = server.address("/dead")
      try folder.write(
        "Content/facts/sources.yml",
        Self.source("good-one", server.address("/good")) + Self.source("moved-one", server.address("/moved"))
          + Self.source("members-only", server.address("/members")) + Self.source("dead-one", dead)
          + Self.source("same-again", dead, "  archive_url: \(server.address("/good"))\n  draft: true\n"))
      try folder.write("Templates/strings.yml", "")
      let before = folder.tree("Content")
      let arguments = ["--spacing", "0", "--today", "2025-09-10", "--hints"]
      let first = try Self.run(arguments, in: folder)
      #expect(first.status == 1, "\(first)")
      #expect(first.output == "4 addresses: 2 dead, 1 unclear, 1 moved; 0 known from earlier runs\n")
      #expect(
        first.errors.contains(
          "error[links.dead]: the source `dead-one` is dead: its server has nothing there (404)\n  --> Content/facts/sources.yml:24:8"))
      #expect(first.errors.contains("= help: https://web.archive.org/web/20250824/\(dead) leads to the copy nearest to that day"))
      #expect(first.errors.contains("hint[links.moved]: the source `moved-one` has moved for good"))
      #expect(first.errors.contains("warning[links.unsure]: nobody can tell from here whether the source `members-only` is there"))
      #expect(folder.tree("Content") == before)
      // Each address was asked for once with HEAD, and once more with GET where HEAD said nothing good; the redirect's end as well.
      #expect(server.requests.count == 7, "\(server.requests)")

      // On the same day only what could not be told is asked for again, and a week later all of it.
      let second = try Self.run(arguments, in: folder)
      #expect(second.status == 1)
      #expect(second.output == "4 addresses: 2 dead, 1 unclear, 1 moved; 3 known from earlier runs\n")
      #expect(server.requests.count == 9)
      #expect(try Self.run(["--spacing", "0", "--today", "2025-09-17"], in: folder).output.hasSuffix("; 0 known from earlier runs\n"))
      #expect(try Self.run(arguments + ["--fresh"], in: folder).output.hasSuffix("; 0 known from earlier runs\n"))
      #expect(folder.text("cache/brief/links.json")?.contains("\"verdict\": \"dead\"") == true)
    }
  }

  @Test func nothingToAskForIsGood() async throws {
    try await withTemporaryFolder { folder in
      try folder.write("Content/facts/sources.yml", "one-one:\n  title: T\n  publisher: P\n  kind: report\n  unlinked: printed\n")
      try folder.write("Templates/strings.yml", "")
      let outcome = try Self.run([], in: folder)
      #expect(outcome.status == 0)
      #expect(outcome.output == "0 addresses: 0 dead, 0 unclear, 0 moved; 0 known from earlier runs\n")
      #expect(folder.tree("cache").isEmpty)
    }
  }

  @Test(arguments: [
    (["--hosts", "0"], 2), (["--spacing", "-1"], 2), (["--explain", "links.ded"], 2), (["--explain", "links.dead"], 0), (["--help"], 0),
    (["--project", "no"], 3),
  ])
  func statusSaysHowItEnded(_ arguments: [String], _ status: Int) async throws {
    try await withTemporaryFolder { folder in
      let outcome = try Self.run(arguments, in: folder)
      #expect(outcome.status == Int32(status), "\(outcome)")
    }
  }
}
