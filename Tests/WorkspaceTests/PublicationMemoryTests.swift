import Diagnostics
import TestKit
import Testing

@testable import Workspace

/// Publishing again and again in one process: what is as before is not made, unless somebody has touched it.
@Suite struct PublicationMemoryTests {
  private static let header = ManifestHeader(generator: "brief 1", cmark: "0.30.2", sources: "0")

  private static func publication(_ folder: TemporaryFolder) -> Publication {
    Publication(project: folder.path, folder: folder.path + "/Public", header: header, jobs: 2)
  }

  private static func files(_ texts: [String: String], asBefore: Set<String> = []) -> [OutputFile] {
    texts.sorted { $0.key < $1.key }.map { path, text in
      OutputFile(path: path, isAsBefore: asBefore.contains(path)) { Array(text.utf8) }
    }
  }

  @Test func whatIsAsBeforeIsNotMade() async throws {
    try await withTemporaryFolder { folder in
      var memory = PublicationMemory()
      let publication = Self.publication(folder)
      _ = try await publication.publish(Self.files(["a.html": "A", "b/c.html": "C"]), remembering: &memory)
      // Bytes that must not be asked for say so by being others.
      let again = Self.files(["a.html": "never made", "b/c.html": "new"], asBefore: ["a.html"])
      let summary = try await publication.publish(again, remembering: &memory)
      #expect(summary.kept == ["a.html"])
      #expect(summary.written == ["b/c.html"])
      #expect(folder.text("Public/a.html") == "A")
      #expect(folder.text("Public/b/c.html") == "new")
    }
  }

  @Test(arguments: ["A longer text", "B", nil])
  func whatSomebodyTouchedIsMadeAgain(_ text: String?) async throws {
    try await withTemporaryFolder { folder in
      var memory = PublicationMemory()
      let publication = Self.publication(folder)
      _ = try await publication.publish(Self.files(["a.html": "A", "b.html": "B"]), remembering: &memory)
      if let text { try folder.write("Public/a.html", text) } else { folder.remove("Public/a.html") }
      let summary = try await publication.publish(
        Self.files(["a.html": "A", "b.html": "B"], asBefore: ["a.html", "b.html"]), remembering: &memory)
      #expect(summary.written == ["a.html"])
      #expect(folder.text("Public/a.html") == "A")
    }
  }

  @Test func whatWasForgottenIsCompared() async throws {
    try await withTemporaryFolder { folder in
      let publication = Self.publication(folder)
      _ = try await publication.publish(Self.files(["a.html": "A"]))
      var memory = PublicationMemory()
      let summary = try await publication.publish(Self.files(["a.html": "other"], asBefore: ["a.html"]), remembering: &memory)
      #expect(summary.written == ["a.html"])
    }
  }

  @Test func aManifestThatIsGoneIsWrittenAgain() async throws {
    try await withTemporaryFolder { folder in
      var memory = PublicationMemory()
      let publication = Self.publication(folder)
      _ = try await publication.publish(Self.files(["a.html": "A"]), remembering: &memory)
      let manifest = try #require(folder.text("Public/manifest.json"))
      try folder.write("Public/manifest.json", manifest.replacing("\"size\": 1", with: "\"size\": 2"))
      let summary = try await publication.publish(Self.files(["a.html": "A"], asBefore: ["a.html"]), remembering: &memory)
      #expect(summary.kept == ["a.html"])
      #expect(folder.text("Public/manifest.json") == manifest)
    }
  }
}
