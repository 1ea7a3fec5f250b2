import TestKit
import Testing

@testable import Workspace

@Suite struct PublicationCheckTests {
  @Test func everyDifferenceIsFound() async throws {
    try await withTemporaryFolder { folder in
      func publication(_ sources: String = "1") -> Publication {
        Publication(
          project: folder.path, folder: folder["Public"], header: ManifestHeader(generator: "g", cmark: "c", sources: sources))
      }
      func file(_ path: String, _ text: String) -> OutputFile { OutputFile(path: path, bytes: Array(text.utf8)) }
      try folder.write("Content/assets/map.txt", "map")
      let copy = AssetFile(
        path: "Content/assets/map.txt", outputPath: "assets/map.txt", size: 3, location: folder["Content/assets/map.txt"])
      let files = [file("a.html", "a"), file("b.html", "b"), file("c/d.html", "d"), OutputFile(copying: copy)]
      _ = try await publication().publish(files)
      #expect(try publication().differences(from: files) == [])
      #expect(try publication("2").differences(from: files) == ["manifest.json"])
      #expect(try publication().differences(from: Array(files.dropFirst())) == ["a.html"])
      #expect(try publication().differences(from: files + [file("e.html", "")]) == ["e.html"])
      try folder.write("b.html", "b")
      try folder.write("Public/b.html", "B")
      folder.remove("Public/c/d.html")
      try folder.write("Content/assets/map.txt", "mop")
      #expect(try publication().differences(from: files) == ["assets/map.txt", "b.html", "c/d.html"])
    }
  }
}
