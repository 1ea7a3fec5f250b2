import Diagnostics
import TestKit
import Testing

@testable import Workspace

/// Publishing the same paths again in one process, where only the files themselves are looked at: what comes out is what a clean build makes.
@Suite struct PublicationAgainTests {
  private static func publication(_ folder: TemporaryFolder, _ output: String = "Public", disk: Disk = .real, jobs: Int = 2) -> Publication
  {
    Publication(
      project: folder.path, folder: folder.path + "/" + output,
      header: ManifestHeader(generator: "brief 1", cmark: "0.30.2", sources: "0"), rootPaths: [], adopt: false, jobs: jobs, disk: disk)
  }

  /// Files whose bytes are as before say so by making others, which must not be asked for.
  private static func files(_ texts: [String: String], asBefore: Set<String> = []) -> [OutputFile] {
    texts.sorted { $0.key < $1.key }.map { path, text in
      OutputFile(path: path, isAsBefore: asBefore.contains(path)) { Array(text.utf8) }
    }
  }

  private static let start = [
    "index.html": "the index", "a/one.html": "one", "a/two.html": "two", "a/deep/three.html": "three", "a.html": "beside", "z": "last",
  ]

  /// Edits, files that come and go, and somebody who touches what stands there.
  @Test(arguments: 0..<30)
  func anyRowOfPublicationsEndsClean(seed: UInt64) async throws {
    var numbers = Numbers(state: seed)
    try await withTemporaryFolder { folder in
      var texts = Self.start
      var published: [String: String] = [:]
      var memory = PublicationMemory()
      for round in 0..<12 {
        let path = numbers.pick(texts.keys.sorted())
        switch numbers.pick([0, 0, 0, 0, 1, 2]) {
        case 0: texts[path] = "\(texts[path] ?? "") and \(round)"
        case 1: texts["a/new-\(round).html"] = "new"
        default: if texts.count > 2 { texts[path] = nil }
        }
        let touched = numbers.pick(texts.keys.sorted())
        switch numbers.pick([0, 0, 0, 1, 2, 3, 4]) {
        case 1: if published[touched] != nil { try folder.write("Public/\(touched)", "touched") }
        case 2: if published[touched] != nil { folder.remove("Public/\(touched)") }
        case 3: if round > 0 { folder.remove("Public/manifest.json") }
        case 4: if round > 0 { try folder.write("Public/.brief-\(round % 7)", "left by a build that was killed") }
        default: break
        }
        let same = Set(texts.keys.filter { published[$0] == texts[$0] })
        do {
          _ = try await Self.publication(folder).publish(Self.files(texts, asBefore: same), remembering: &memory)
        } catch {
          // Without the manifest nothing there is known to be ours.
          #expect(folder.text("Public/manifest.json") == nil)
          folder.remove("Public")
          _ = try await Self.publication(folder).publish(Self.files(texts, asBefore: same), remembering: &memory)
        }
        published = texts
        folder.remove("Clean")
        _ = try await Self.publication(folder, "Clean").publish(Self.files(texts))
        let clean = folder.tree("Clean")
        let tree = folder.tree("Public").filter { !$0.key.hasPrefix(".brief-") }
        #expect(tree == clean, "seed \(seed), round \(round)")
      }
    }
  }

  /// Cut off at every call to the disk in turn; then a new process builds.
  @Test(arguments: [FaultyDisk.Way.fails, .dies])
  func everyCutHeals(way: FaultyDisk.Way) async throws {
    var after = Self.start
    after["index.html"] = "an index"
    after["a/two.html"] = "owt"
    var call = 0
    var reachedTheEnd = false
    while !reachedTheEnd {
      try await withTemporaryFolder { folder in
        var memory = PublicationMemory()
        _ = try await Self.publication(folder).publish(Self.files(Self.start), remembering: &memory)
        let faulty = FaultyDisk(at: call, way)
        let same = Set(Self.start.keys).subtracting(["index.html", "a/two.html"])
        _ = try? await Self.publication(folder, disk: faulty.disk, jobs: 1)
          .publish(Self.files(after, asBefore: same), remembering: &memory)
        reachedTheEnd = !faulty.wasReached
        for (path, item) in folder.tree("Public") where Self.start[path] != nil {
          guard case .file(let bytes) = item else { continue }
          let text = String(decoding: bytes, as: UTF8.self)
          #expect(text == Self.start[path] || text == after[path], "\(path) at call \(call)")
        }
        // The same process goes on, or another one.
        if call.isMultiple(of: 2) { memory = PublicationMemory() }
        _ = try await Self.publication(folder).publish(Self.files(after), remembering: &memory)
        _ = try await Self.publication(folder, "Clean").publish(Self.files(after))
        let clean = folder.tree("Clean")
        #expect(folder.tree("Public") == clean, "call \(call)")
      }
      call += 1
    }
    #expect(call > 8)
  }

  @Test func aFolderThatBecameALinkIsNotFollowed() async throws {
    try await withTemporaryFolder { folder in
      var memory = PublicationMemory()
      _ = try await Self.publication(folder).publish(Self.files(Self.start), remembering: &memory)
      try folder.makeFolder("elsewhere")
      try folder.write("elsewhere/one.html", "foreign")
      folder.remove("Public/a")
      try folder.link("Public/a", to: folder.path + "/elsewhere")
      var texts = Self.start
      texts["a/one.html"] = "one more"
      var isRefused = false
      do {
        _ = try await Self.publication(folder).publish(Self.files(texts), remembering: &memory)
      } catch {
        isRefused = true
      }
      #expect(isRefused)
      #expect(folder.text("elsewhere/one.html") == "foreign")
    }
  }
}

/// A manifest's text in which lines are replaced is the text of the manifest with these entries.
@Suite struct ManifestTextTests {
  @Test(arguments: 0..<40)
  func replacedLinesAreThoseOfTheManifest(seed: UInt64) {
    var numbers = Numbers(state: seed)
    func entry(_ path: String) -> Manifest.Entry {
      guard numbers.chance(70) else { return Manifest.Entry(path: path, size: nil, digest: nil) }
      let size = Int.random(in: 0..<1_000_000, using: &numbers)
      return Manifest.Entry(path: path, size: size, digest: SHA256.digest([UInt8(size % 256)]))
    }
    var entries = (0..<Int.random(in: 0..<12, using: &numbers)).map { entry("page \"\($0)\".html") }
    var text = ManifestText(Manifest(header: ManifestHeader(generator: "a", cmark: "b", sources: "c"), entries: entries))
    for round in 0..<4 {
      let changed = entries.indices.filter { _ in numbers.chance(30) }.map { ($0, entry(entries[$0].path)) }
      for (place, entry) in changed { entries[place] = entry }
      let header = ManifestHeader(generator: String(repeating: "x", count: round * 3), cmark: "b\n", sources: "\(round)")
      text = text.replacing(header, changed.map { (place: $0.0, entry: $0.1) })
      #expect(text.bytes == Manifest(header: header, entries: entries).json)
    }
  }
}
