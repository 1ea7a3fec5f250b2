import TestKit
import Testing

@testable import Workspace

/// Edited sources on their way to the disk: all of them or none, and nobody else's work lost.
@Suite struct ContentEditTests {
  private func change(_ path: String, _ old: String?, _ new: String, from oldPath: String? = nil) -> ContentEdit.Change {
    ContentEdit.Change(oldPath: old == nil ? nil : oldPath ?? path, path: path, old: Array((old ?? "").utf8), new: Array(new.utf8))
  }

  private func lay(_ folder: TemporaryFolder) throws {
    try folder.write("Content/a.md", "A.\n")
    try folder.write("Content/facts/b.yml", "b: 1\n")
  }

  private var changes: [ContentEdit.Change] {
    [
      change("Content/a.md", "A.\n", "A, longer.\n"), change("Content/facts/c.yml", "b: 1\n", "c: 1\n", from: "Content/facts/b.yml"),
      change("Content/new/d.md", nil, "D.\n"),
    ]
  }

  @Test func filesAreReplacedMovedAndMade() async throws {
    try await withTemporaryFolder { folder in
      try lay(folder)
      try ContentEdit(project: folder.path).write(changes)
      #expect(
        folder.tree() == [
          "Content": .folder, "Content/a.md": .file(Array("A, longer.\n".utf8)), "Content/facts": .folder,
          "Content/facts/c.yml": .file(Array("c: 1\n".utf8)), "Content/new": .folder, "Content/new/d.md": .file(Array("D.\n".utf8)),
        ])
    }
  }

  @Test func whatSomebodyElseChangedIsLeftAlone() async throws {
    try await withTemporaryFolder { folder in
      try lay(folder)
      try folder.write("Content/facts/b.yml", "b: 2\n")
      let before = folder.tree()
      #expect {
        try ContentEdit(project: folder.path).write(changes)
      } throws: { error in
        (error as? WorkspaceError)?.reason == "it was changed by somebody else meanwhile"
      }
      #expect(folder.tree() == before)
    }
  }

  @Test func aFileInTheWayIsKept() async throws {
    try await withTemporaryFolder { folder in
      try lay(folder)
      try folder.write("Content/new/d.md", "Mine.\n")
      let before = folder.tree()
      #expect(throws: WorkspaceError.self) { try ContentEdit(project: folder.path).write(changes) }
      #expect(folder.tree() == before)
    }
  }

  @Test func aLinkStaysALink() async throws {
    try await withTemporaryFolder { folder in
      try lay(folder)
      try folder.link("Content/l.md", to: "a.md")
      try ContentEdit(project: folder.path).write([change("Content/l.md", "A.\n", "B.\n")])
      #expect(folder.tree()["Content/l.md"] == .link("a.md"))
      #expect(folder.text("Content/a.md") == "B.\n")
    }
  }

  /// Until all files are there whole, none is changed, whichever call fails; afterwards each is the old or the new one.
  @Test func aDiskThatFailsLeavesWholeFiles() async throws {
    var wasUntouched = 0
    for call in 0..<60 {
      try await withTemporaryFolder { folder in
        try lay(folder)
        let disk = FaultyDisk(at: call, .fails)
        let didThrow: Bool
        do {
          try ContentEdit(project: folder.path, disk: disk.disk).write(changes)
          didThrow = false
        } catch {
          didThrow = true
        }
        let files = folder.tree().filter { $0.value != .folder }
        let allowed: [String: [String]] = [
          "Content/a.md": ["A.\n", "A, longer.\n"], "Content/facts/b.yml": ["b: 1\n"], "Content/facts/c.yml": ["c: 1\n"],
          "Content/new/d.md": ["D.\n"],
        ]
        for (path, item) in files { #expect(allowed[path]?.contains { item == .file(Array($0.utf8)) } == true, "call \(call): \(path)") }
        // Nothing is lost: the old file, or the new one.
        #expect(files["Content/facts/b.yml"] != nil || files["Content/facts/c.yml"] != nil)
        if files["Content/a.md"] == .file(Array("A.\n".utf8)), files["Content/facts/c.yml"] == nil { wasUntouched += 1 }
        if !disk.wasReached { #expect(!didThrow) }
      }
    }
    #expect(wasUntouched > 5)
  }
}

/// A new project's folder.
@Suite struct NewFolderTests {
  private let files = [NewFolder.File(path: "a/b.txt", bytes: Array("B".utf8)), NewFolder.File(path: ".gitignore", bytes: [])]

  @Test func isMadeWithItsFolders() async throws {
    try await withTemporaryFolder { folder in
      try NewFolder(folder["new"]).make(files)
      #expect(folder.tree("new") == ["a": .folder, "a/b.txt": .file(Array("B".utf8)), ".gitignore": .file([])])
    }
  }

  @Test func mayBeEmptyOrHoldGitsOwn() async throws {
    try await withTemporaryFolder { folder in
      try folder.write("new/.git/HEAD", "ref")
      try NewFolder(folder["new"]).make(files)
      #expect(folder.text("new/a/b.txt") == "B")
    }
  }

  @Test(arguments: ["notes.txt", ".hidden", "a/b.txt"])
  func refusesWhatIsNotEmpty(_ name: String) async throws {
    try await withTemporaryFolder { folder in
      try folder.write("new/" + name, "Mine.")
      let before = folder.tree()
      #expect(throws: WorkspaceError.self) { try NewFolder(folder["new"]).make(files) }
      #expect(folder.tree() == before)
    }
  }

  @Test func readsWhatAProjectHolds() async throws {
    try await withTemporaryFolder { folder in
      try folder.write("from/b/c.txt", "C")
      try folder.write("from/a.txt", "A")
      try folder.write("from/.hidden", "H")
      try folder.write("from/a.txt~", "old")
      #expect(try NewFolder.files(below: folder["from"]) == [.init(path: "a.txt", bytes: [0x41]), .init(path: "b/c.txt", bytes: [0x43])])
      #expect(try NewFolder.files(below: folder["nowhere"]) == nil)
    }
  }
}
