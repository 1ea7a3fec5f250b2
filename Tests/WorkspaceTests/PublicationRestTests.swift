import TestKit
import Testing

@testable import Workspace

/// When a build may take a folder for finished without making anything.
@Suite struct PublicationRestTests {
  private static func publication(_ folder: TemporaryFolder, sources: String = "1", generator: String = "g") -> Publication {
    Publication(
      project: folder.path, folder: folder["Public"],
      header: ManifestHeader(generator: generator, cmark: "c", sources: sources, warnings: 2, reviewBy: "2026-01-31"))
  }

  private static let files = ["a.html", "b/c.html", "b/d.css"].map { OutputFile(path: $0, bytes: Array("It is \($0).".utf8)) }

  /// A folder with a program, and a site that was published after the program had come there.
  private static func withSite(_ body: (TemporaryFolder) async throws -> Void) async throws {
    try await withTemporaryFolder { folder in
      try folder.write("program", "1")
      try await Task.sleep(for: .milliseconds(20))
      _ = try await publication(folder).publish(files)
      try await body(folder)
    }
  }

  @Test func aFolderRestsAsItWasPublished() async throws {
    try await Self.withSite { folder in
      let manifest = try #require(await Self.publication(folder).restingManifest(of: folder["program"]))
      #expect(manifest.entries.map(\.path) == ["a.html", "b/c.html", "b/d.css"])
      #expect(manifest.header.warnings == 2 && manifest.header.reviewBy == "2026-01-31")
      // What is not ours is nobody's business.
      try folder.write("Public/notes.txt", "mine")
      #expect(await Self.publication(folder).restingManifest(of: folder["program"]) != nil)
    }
  }

  @Test func otherSourcesOrAnotherGeneratorWakeIt() async throws {
    try await Self.withSite { folder in
      #expect(await Self.publication(folder, sources: "2").restingManifest(of: folder["program"]) == nil)
      #expect(await Self.publication(folder, generator: "h").restingManifest(of: folder["program"]) == nil)
    }
  }

  @Test func aFileThatIsNotAsItWasWakesIt() async throws {
    let hands: [(TemporaryFolder) throws -> Void] = [
      { try $0.write("Public/b/c.html", "It is b/c.htmL.") }, { try $0.write("Public/a.html", "") }, { $0.remove("Public/b/d.css") },
      { $0.remove("Public/manifest.json") },
      { folder in
        folder.remove("Public/a.html")
        try folder.link("Public/a.html", to: folder["Public/b/c.html"])
      },
    ]
    for hand in hands {
      try await Self.withSite { folder in
        try hand(folder)
        #expect(await Self.publication(folder).restingManifest(of: folder["program"]) == nil)
      }
    }
  }

  /// A build that was cut off leaves paths without sums.
  @Test func aManifestThatIsOpenIsNotTakenForTrue() async throws {
    try await Self.withSite { folder in
      let whole = try Manifest(json: Array((folder.text("Public/manifest.json") ?? "").utf8))
      let open = Manifest(
        header: whole.header, entries: whole.entries.map { Manifest.Entry(path: $0.path, size: nil, digest: nil) })
      try folder.write("Public/manifest.json", String(decoding: open.json, as: UTF8.self))
      #expect(await Self.publication(folder).restingManifest(of: folder["program"]) == nil)
    }
  }

  @Test func aProgramThatCameLaterIsNotBelievedUntilItVouches() async throws {
    try await Self.withSite { folder in
      try await Task.sleep(for: .milliseconds(20))
      try folder.write("program", "2")
      let publication = Self.publication(folder)
      #expect(await publication.restingManifest(of: folder["program"]) == nil)
      #expect(await publication.restingManifest(of: folder["missing"]) == nil)
      #expect(await publication.restingManifest(of: nil) == nil)
      try await Task.sleep(for: .milliseconds(20))
      publication.vouch(for: folder["program"])
      #expect(await publication.restingManifest(of: folder["program"]) != nil)
    }
  }
}
