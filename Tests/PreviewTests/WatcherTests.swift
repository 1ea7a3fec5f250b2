import Foundation
import TestKit
import Testing

@testable import Preview

/// The real thing in a folder of its own: what is done there is told, and what is not of the project is not.
@Suite struct WatcherTests {
  /// Watches a folder, does something in it, and gathers what is told until a closing file is.
  private func changes(
    laid files: [String], _ act: (TemporaryFolder) throws -> Void
  ) async throws -> (paths: Set<String>, isAnything: Bool) {
    try await withTemporaryFolder { folder in
      for file in files { try folder.write(file, "before\n") }
      let watcher = try Watcher(project: folder.path, passesOver: { $0.hasSuffix(".swp") }) { Issue.record("\($0)") }
      defer { watcher.close() }
      try act(folder)
      try folder.write("Templates/end.yml", "end\n")
      var all = SourceChanges()
      while !all.paths.contains("Templates/end.yml"), let more = await watcher.next() { all.formUnion(more) }
      return (all.paths.subtracting(["Templates/end.yml"]), all.isAnything)
    }
  }

  private static let laid = ["Content/index.md", "Content/facts/claims.yml", "Templates/strings.yml"]

  @Test func aSaveIsToldOfItsFile() async throws {
    let told = try await changes(laid: Self.laid) { try $0.write("Content/facts/claims.yml", "after\n") }
    #expect(told.paths == ["Content/facts/claims.yml"])
    #expect(!told.isAnything)
  }

  @Test func aSaveByRenameIsToldOfBothNames() async throws {
    let told = try await changes(laid: Self.laid) { folder in
      try folder.write("Content/index.md.new", "after\n")
      try FileManager.default.moveItem(atPath: folder["Content/index.md"], toPath: folder["Content/index.md.old"])
      try FileManager.default.moveItem(atPath: folder["Content/index.md.new"], toPath: folder["Content/index.md"])
    }
    #expect(told.paths == ["Content/index.md", "Content/index.md.new", "Content/index.md.old"])
  }

  @Test func whatEditorsLeaveBehindIsNotTold() async throws {
    let told = try await changes(laid: Self.laid) { folder in
      try folder.write("Content/.index.md.swp", "x")
      folder.remove("Content/.index.md.swp")
    }
    #expect(told.paths == [])
    #expect(!told.isAnything)
  }

  @Test func whatIsBesideTheTwoFoldersIsNotTold() async throws {
    let told = try await changes(laid: Self.laid) { folder in
      try folder.write("README.md", "x")
      try folder.write("Public/index.html", "x")
    }
    #expect(told.paths == [])
    #expect(!told.isAnything)
  }

  @Test func filesInNewFoldersAreNotMissed() async throws {
    let told = try await changes(laid: Self.laid) { try $0.write("Content/new/deep/er/page.md", "x") }
    #expect(told.isAnything)
  }

  /// After each step the watch goes on: a file that is saved where it matters is told.
  @Test(arguments: [
    "new folder", "moved folder", "folder moved out and back", "Content moved out and back", "Content removed and made anew",
  ])
  func theWatchGoesOn(step: String) async throws {
    try await withTemporaryFolder { folder in
      for file in Self.laid { try folder.write(file, "before\n") }
      let watcher = try Watcher(project: folder.path, passesOver: { _ in false }) { Issue.record("\($0)") }
      defer { watcher.close() }
      func move(_ old: String, _ new: String) throws { try FileManager.default.moveItem(atPath: folder[old], toPath: folder[new]) }
      func settle(_ end: String) async throws {
        var all = SourceChanges()
        try folder.write(end, "end\n")
        while !all.paths.contains(end), let more = await watcher.next() { all.formUnion(more) }
      }
      var place = "Content/facts/claims.yml"
      switch step {
      case "new folder":
        try folder.makeFolder("Content/new/deep")
        place = "Content/new/deep/page.md"
      case "moved folder":
        try move("Content/facts", "Content/data")
        place = "Content/data/claims.yml"
      case "folder moved out and back":
        try move("Content/facts", "aside")
        try await settle("Templates/a.yml")
        try move("aside", "Content/facts")
      case "Content moved out and back":
        try move("Content", "aside")
        try await settle("Templates/a.yml")
        try move("aside", "Content")
      default:
        folder.remove("Content")
        try await settle("Templates/a.yml")
        try folder.makeFolder("Content/facts")
      }
      // What comes before this is told, so that the folders are known again.
      try await settle("Templates/b.yml")
      try await settle(place)
    }
  }

  #if os(Linux)
    @Test func lostEventsMeanThatAnythingMayHaveChanged() {
      // As inotify(7) lays it down: watch -1, IN_Q_OVERFLOW, no cookie, no name; then one of a file.
      var bytes: [UInt8] = [0xFF, 0xFF, 0xFF, 0xFF, 0x00, 0x40, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0]
      bytes += [3, 0, 0, 0, 8, 0, 0, 0, 0, 0, 0, 0, 8, 0, 0, 0] + Array("a.md".utf8) + [0, 0, 0, 0]
      let events = InotifyEvent.all(in: bytes)
      #expect(events == [InotifyEvent(watch: -1, mask: 0x4000, name: ""), InotifyEvent(watch: 3, mask: 8, name: "a.md")])
      #expect(InotifyEvent.all(in: Array(bytes.dropLast())).count == 1)
      #expect(InotifyEvent.all(in: []) == [])
    }
  #endif
}
