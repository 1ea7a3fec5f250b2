import TestKit
import Testing

@testable import Workspace

/// A build that is cut off, at every call to the disk in turn: no half file is ever to be seen, and the next build makes the folder what a
/// clean one makes it.
@Suite struct HealingTests {
  /// From a folder that a build left behind to another site, with all that may happen to a path.
  static let before = [
    "index.html": "old index", "gone.html": "gone", "a": "a file", "b/c.html": "in a folder", "kept.html": "kept", "P.html": "p",
    "same-size.html": "54321",
  ]
  static let after = [
    "index.html": "new index, a longer one", "a/x.html": "now in a folder", "b": "now a file", "kept.html": "kept", "p.html": "p",
    "new/deep/page.html": "new", "same-size.html": "12345",
  ]

  @Test(arguments: [FaultyDisk.Way.fails, .dies], [true, false])
  func everyCutHeals(way: FaultyDisk.Way, startsEmpty: Bool) async throws {
    var call = 0
    var reachedTheEnd = false
    while !reachedTheEnd {
      try await withTemporaryFolder { folder in
        try folder.write("Public/.gitignore", "*\n")
        if !startsEmpty { _ = try await publish(Self.before, in: folder) }
        let faulty = FaultyDisk(at: call, way)
        var failed = false
        do { _ = try await publish(Self.after, in: folder, jobs: 1, disk: faulty.disk) } catch { failed = true }
        reachedTheEnd = !faulty.wasReached
        if reachedTheEnd { #expect(!failed) }
        expectWholeFiles(folder, call)

        _ = try await publish(Self.after, in: folder)
        try await expectClean(Self.after, folder, "call \(call)")
      }
      call += 1
    }
    #expect(call > 20)
  }

  /// After a cut the author may change the site before building again, also back to what it was.
  @Test func aCutHealsIntoAnySite() async throws {
    var call = 0
    var reachedTheEnd = false
    while !reachedTheEnd {
      for next in [Self.before, ["index.html": "new index, a longer on!", "same-size.html": "54321"], [:]] {
        try await withTemporaryFolder { folder in
          try folder.write("Public/.gitignore", "*\n")
          _ = try await publish(Self.before, in: folder)
          let faulty = FaultyDisk(at: call, .dies)
          _ = try? await publish(Self.after, in: folder, jobs: 1, disk: faulty.disk)
          reachedTheEnd = !faulty.wasReached
          _ = try await publish(next, in: folder)
          try await expectClean(next, folder, "call \(call), next \(next.keys.sorted())")
        }
      }
      call += 1
    }
  }

  /// Cut off twice in a row, and with several tasks writing.
  @Test(arguments: 0..<40)
  func aCutHealingHeals(seed: Int) async throws {
    try await withTemporaryFolder { folder in
      try folder.write("Public/.gitignore", "*\n")
      _ = try await publish(Self.before, in: folder)
      for cut in [seed, (seed * 7 + 3) % 40, (seed * 13 + 5) % 40] {
        _ = try? await publish(cut % 2 == 0 ? Self.after : Self.before, in: folder, jobs: 4, disk: FaultyDisk(at: cut, .dies).disk)
        expectWholeFiles(folder, cut)
      }
      _ = try await publish(Self.after, in: folder)
      try await expectClean(Self.after, folder, "seed \(seed)")
    }
  }

  /// What a reader could come upon is whole: a text of the one site or of the other.
  private func expectWholeFiles(_ folder: TemporaryFolder, _ call: Int) {
    for (path, item) in folder.tree("Public") {
      guard case .file(let bytes) = item, path != ".gitignore", !path.contains(".brief-") else { continue }
      if path == "manifest.json" {
        #expect(throws: Never.self, "call \(call)") { try Manifest(json: bytes) }
      } else {
        let text = String(decoding: bytes, as: UTF8.self)
        #expect(text == Self.before[path] || text == Self.after[path], "\(path) at call \(call)")
      }
    }
  }

  private func expectClean(_ files: [String: String], _ folder: TemporaryFolder, _ comment: String) async throws {
    var tree = folder.tree("Public")
    #expect(tree.removeValue(forKey: ".gitignore") == .file(Array("*\n".utf8)))
    let wanted = try await clean(files, in: folder)
    #expect(tree == wanted, Comment(rawValue: comment))
  }
}
