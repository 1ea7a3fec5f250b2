import Synchronization
import TestKit
import Testing

@testable import Workspace

let header = ManifestHeader(generator: "1.0", cmark: "0.30.2", sources: "abc")

func outputs(_ files: [String: String]) -> [OutputFile] {
  files.map { OutputFile(path: $0.key, bytes: Array($0.value.utf8)) }
}

func publish(
  _ files: [String: String], in folder: TemporaryFolder, to name: String = "Public", rootPaths: Set<String> = [], adopt: Bool = false,
  jobs: Int = 2, disk: Disk = .real
) async throws(WorkspaceError) -> PublicationSummary {
  try await Publication(
    project: folder.path, folder: folder[name], header: header, rootPaths: rootPaths, adopt: adopt, jobs: jobs, disk: disk
  ).publish(outputs(files))
}

/// The error of a publication, with the temporary folder's own path taken out.
func failure(
  _ files: [String: String], in folder: TemporaryFolder, to name: String = "Public", rootPaths: Set<String> = [], adopt: Bool = false
) async -> [String] {
  do {
    _ = try await publish(files, in: folder, to: name, rootPaths: rootPaths, adopt: adopt)
    return []
  } catch {
    return ([error.description] + error.details).map { line in
      line.split(separator: folder.path + "/", omittingEmptySubsequences: false).joined()
    }
  }
}

@Suite struct PublicationTests {
  /// What stands under a path that changes with it is made once, and again where it is not what the manifest says.
  @Test func settledFilesAreMadeOnce() async throws {
    try await withTemporaryFolder { folder in
      let made = Mutex(0)
      func publish(_ text: String, at path: String) async throws -> PublicationSummary {
        let file = OutputFile(
          path: path,
          settling: {
            made.withLock { $0 += 1 }
            return Array(text.utf8)
          })
        return try await Publication(project: folder.path, folder: folder["Public"], header: header, jobs: 1).publish([file])
      }
      #expect(try await publish("one", at: "cards/1.png").written == ["cards/1.png"])
      let first = made.withLock { $0 }
      #expect(try await publish("one", at: "cards/1.png").kept == ["cards/1.png"])
      #expect(made.withLock { $0 } == first)
      // Cut off, or gone.
      try folder.write("Public/cards/1.png", "on")
      #expect(try await publish("one", at: "cards/1.png").written == ["cards/1.png"])
      #expect(folder.text("Public/cards/1.png") == "one")
      let other = try await publish("two", at: "cards/2.png")
      #expect(other == PublicationSummary(written: ["cards/2.png"], kept: [], removed: ["cards/1.png"]))
      // A comparison with what a build from nothing comes to looks at every byte.
      try folder.write("Public/cards/2.png", "two")
      let publication = Publication(project: folder.path, folder: folder["Public"], header: header)
      #expect(try publication.differences(from: [OutputFile(path: "cards/2.png", settling: { Array("owt".utf8) })]) == ["cards/2.png"])
    }
  }

  @Test func aFirstPublicationIsWholeAndASecondTouchesNothing() async throws {
    try await withTemporaryFolder { folder in
      let files = ["index.html": "one", "claims/a.html": "two", "data/x/y.json": ""]
      let first = try await publish(files, in: folder)
      #expect(first == PublicationSummary(written: ["claims/a.html", "data/x/y.json", "index.html"], kept: [], removed: []))
      #expect(
        folder.text("Public/manifest.json") == """
          {
            "schema_version": 1,
            "generator": "1.0",
            "cmark": "0.30.2",
            "sources": "abc",
            "files": [
              {"path": "claims/a.html", "size": 3, "sha256": "3fc4ccfe745870e2c0d99f71f30ff0656c8dedd41cc1d7d3d376b0dbe685e2f3"},
              {"path": "data/x/y.json", "size": 0, "sha256": "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"},
              {"path": "index.html", "size": 3, "sha256": "7692c3ad3540bb803c020b3aee66cd8887123234ea0c6e7143c0add73ff431ed"}
            ]
          }

          """)
      let names = ["Public", "Public/index.html", "Public/claims", "Public/claims/a.html", "Public/manifest.json"]
      let before = names.map(folder.identity)
      let second = try await publish(files, in: folder)
      #expect(second == PublicationSummary(written: [], kept: ["claims/a.html", "data/x/y.json", "index.html"], removed: []))
      #expect(names.map(folder.identity) == before)
    }
  }

  @Test func onlyWhatChangedIsReplacedAndOnlyOursIsRemoved() async throws {
    try await withTemporaryFolder { folder in
      try folder.write("Public/.gitignore", "*\n")
      _ = try await publish(["a.html": "a", "b.html": "b", "old/c.html": "c", "old/d.html": "d"], in: folder)
      try folder.write("Public/mine.txt", "mine")
      try folder.write("Public/old/mine.txt", "mine")
      let kept = folder.identity("Public/a.html")
      let summary = try await publish(["a.html": "a", "b.html": "B", "e.html": "e"], in: folder)
      #expect(summary == PublicationSummary(written: ["b.html", "e.html"], kept: ["a.html"], removed: ["old/c.html", "old/d.html"]))
      #expect(folder.identity("Public/a.html") == kept)
      var tree = folder.tree("Public")
      tree["manifest.json"] = nil
      #expect(
        tree == [
          ".gitignore": .file(Array("*\n".utf8)), "a.html": .file(Array("a".utf8)), "b.html": .file(Array("B".utf8)),
          "e.html": .file(Array("e".utf8)), "mine.txt": .file(Array("mine".utf8)), "old": .folder,
          "old/mine.txt": .file(Array("mine".utf8)),
        ])
    }
  }

  @Test func emptiedFoldersOfOursGoAndOthersStay() async throws {
    try await withTemporaryFolder { folder in
      _ = try await publish(["a/b/c/d.html": "x", "e.html": "e"], in: folder)
      try folder.makeFolder("Public/empty")
      _ = try await publish(["e.html": "e"], in: folder)
      #expect(Set(folder.tree("Public").keys) == ["e.html", "empty", "manifest.json"])
    }
  }

  @Test func whatIsNotOursIsAdoptedIfEqualAndElseNamedWhole() async throws {
    try await withTemporaryFolder { folder in
      _ = try await publish(["index.html": "i"], in: folder)
      try folder.write("Public/same.html", "same")
      try folder.write("Public/other.html", "theirs")
      try folder.write("Public/sub", "a file")
      try folder.makeFolder("Public/page.html")
      try folder.link("Public/link.html", to: "index.html")
      try folder.link("Public/linked", to: ".")
      try folder.write("Public/ABOUT.html", "theirs")
      let before = folder.tree("Public")
      let error = await failure(
        [
          "index.html": "I", "same.html": "same", "other.html": "ours", "sub/x.html": "x", "page.html": "p", "link.html": "i",
          "linked/y.html": "y", "about.html": "a",
        ], in: folder)
      #expect(
        error == [
          "cannot publish `Public/ABOUT.html`: files that brief did not write stand in the way",
          "`Public/ABOUT.html` differs from `about.html` only by case",
          "`Public/link.html` is a link",
          "`Public/linked` is a link, and a folder is needed",
          "`Public/other.html` differs from what would be written",
          "`Public/page.html` is a folder, and a file is to be written",
          "`Public/sub` is a file, and a folder is needed",
        ])
      #expect(folder.tree("Public") == before)
      let summary = try await publish(["index.html": "i", "same.html": "same"], in: folder)
      #expect(summary.kept == ["index.html", "same.html"])
      // Adopted, it is ours.
      #expect(try await publish(["index.html": "i"], in: folder).removed == ["same.html"])
    }
  }

  @Test func filesAndFoldersOfOursChangePlaces() async throws {
    try await withTemporaryFolder { folder in
      _ = try await publish(["a": "file", "b/c/d.html": "in a folder", "Page.html": "p", "t.html": "t"], in: folder)
      let files = ["a/x.html": "in a folder", "b": "file", "page.html": "p", "t.html": "t"]
      let summary = try await publish(files, in: folder)
      #expect(summary.removed == ["Page.html", "a", "b/c/d.html"])
      #expect(folder.tree("Public") == (try await clean(files, in: folder)))
      try folder.write("Public/a/mine.txt", "mine")
      #expect(
        await failure(["a": "file"], in: folder) == [
          "cannot publish `Public/a/mine.txt`: files that brief did not write stand in the way",
          "`Public/a/mine.txt` stands where a file is to be written",
        ])
    }
  }

  @Test func aFolderWithoutManifestIsTakenOnlyIfItHoldsNothingOfOthers() async throws {
    try await withTemporaryFolder { folder in
      try folder.write("Public/.gitignore", "*\n")
      try folder.write("Public/CNAME", "example.org\n")
      try folder.write("Public/.well-known/x.txt", "x")
      try folder.write("Public/files/a.txt", "a")
      let rootPaths: Set<String> = ["CNAME", ".well-known/x.txt", "files/a.txt"]
      let files = ["CNAME": "example.org\n", ".well-known/x.txt": "x", "files/a.txt": "a", "index.html": "i"]
      #expect(
        await failure(files, in: folder, rootPaths: ["CNAME"]) == [
          "cannot publish to `Public`: it holds files that brief did not write, and no manifest of an earlier build", "`Public/files`",
          "`Public/files/a.txt`",
        ])
      #expect(try await publish(files, in: folder, rootPaths: rootPaths).written == ["index.html"])
      folder.remove("Public/manifest.json")
      #expect(
        await failure(files, in: folder, rootPaths: rootPaths) == [
          "cannot publish to `Public`: it holds files that brief did not write, and no manifest of an earlier build", "`Public/index.html`",
        ])
      #expect(try await publish(files, in: folder, rootPaths: rootPaths, adopt: true).written == [])
    }
  }

  @Test(arguments: [
    ("", "it is empty"), ("/a", "it is absolute"), ("a//b", "a name in it is empty"), ("a/", "it names a folder"),
    ("../a", "it has `..` in it"), ("a/./b", "it has `.` in it"), ("manifest.json", "the manifest stands there"),
    ("Manifest.json", "it differs from `manifest.json` only by case"), ("a\u{0}b", "it has a control character or a backslash in it"),
    (".brief-1", "names that begin with `.brief-` are kept for files that are being written"),
    (String(repeating: "a", count: 256), "a name in it is longer than 255 bytes"),
  ])
  func badPaths(path: String, words: String) async throws {
    try await withTemporaryFolder { folder in
      #expect(await failure([path: "x", "index.html": "i"], in: folder) == ["cannot publish `\(path)`: \(words)"])
      #expect(folder.tree().isEmpty)
    }
  }

  @Test func pathsThatCannotStandBesideEachOther() async throws {
    try await withTemporaryFolder { folder in
      #expect(
        await failure(["a": "1", "A/b": "2", "x.html": "3", "X.html": "4"], in: folder) == [
          "cannot publish `a`: another path needs it to be a folder", "`a`: another path needs it to be a folder",
          "`x.html`: it differs from `X.html` only by case",
        ])
    }
  }

  @Test(arguments: [
    (".", "the project lies in it"), ("..", "the project lies in it"), ("Content", "the project's `Content` lies in it"),
    ("Content/out/deep", "it lies in the project's `Content`"), ("Templates/x", "it lies in the project's `Templates`"),
    ("Public/../Content", "a folder in it is missing, and `..` follows"), ("link/new", "it lies in the project's `Content`"),
  ])
  func theSourcesAreNotWrittenOver(name: String, words: String) async throws {
    try await withTemporaryFolder { folder in
      try folder.write("Content/index.md", "x")
      try folder.write("Templates/page.mustache", "x")
      try folder.link("link", to: "Content")
      let before = folder.tree()
      let error = await failure(["index.html": "i"], in: folder, to: name)
      #expect(error.count == 1 && error[0].contains(words), "\(error)")
      #expect(folder.tree() == before)
    }
  }

  @Test func aManifestThatCannotBeReadStopsIt() async throws {
    try await withTemporaryFolder { folder in
      try folder.write("Public/manifest.json", "{\"schema_version\": 1, \"files\": [{\"path\": \"../x\"}]}")
      #expect(
        await failure([:], in: folder, adopt: true) == [
          "cannot read `Public/manifest.json`: it is not a manifest that brief wrote: a file has no proper `path` (at byte 32)"
        ])
    }
  }

  @Test func twoBuildsAtOnceAreRefused() async throws {
    try await withTemporaryFolder { folder in
      try folder.makeFolder("Public")
      let lock = try Disk.real.lock(folder["Public"])
      #expect(await failure(["a": "a"], in: folder) == ["cannot publish to `Public`: another build is writing there"])
      Disk.real.unlock(lock)
      #expect(await failure(["a": "a"], in: folder) == [])
    }
  }

  @Test func assetsAreCopiedFromTheDisk() async throws {
    try await withTemporaryFolder { folder in
      try folder.write("Content/assets/a.bin", [0, 255, 1])
      let asset = AssetFile(path: "Content/assets/a.bin", outputPath: "assets/a.bin", size: 3, location: folder["Content/assets/a.bin"])
      let publication = Publication(project: folder.path, folder: folder["Public"], header: header)
      #expect(try await publication.publish([OutputFile(copying: asset)]).written == ["assets/a.bin"])
      #expect(folder.read("Public/assets/a.bin") == [0, 255, 1])
      #expect(try await publication.publish([OutputFile(copying: asset)]).kept == ["assets/a.bin"])
    }
  }
}

/// What a clean build makes of these files, beside the folder in question.
func clean(_ files: [String: String], in folder: TemporaryFolder) async throws -> [String: TemporaryFolder.Item] {
  folder.remove("Clean")
  _ = try await publish(files, in: folder, to: "Clean", jobs: 1)
  return folder.tree("Clean")
}
