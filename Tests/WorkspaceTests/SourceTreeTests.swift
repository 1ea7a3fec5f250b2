import Diagnostics
import TestKit
import Testing

@testable import Workspace

@Suite struct SourceTreeTests {
  /// What is read of these files laid over a small project: paths of texts, outputs of assets, and the log.
  private func read(
    jobs: Int = 2, _ lay: (TemporaryFolder) throws -> Void
  ) async throws -> (tree: SourceTree, log: [Diagnostic]) {
    try await withTemporaryFolder { folder in
      try folder.write("Content/index.md", "# Index\n")
      try folder.write("Templates/page.mustache", "{{title}}\n")
      try lay(folder)
      var log = DiagnosticLog()
      let tree = try await SourceTree.read(project: folder.path, jobs: jobs, log: &log)
      return (tree, log.sorted)
    }
  }

  @Test func allIsReadInTheOrderOfBytes() async throws {
    let (tree, log) = try await read { folder in
      try folder.write("Content/briefing.yml", "title: x\r\n")
      try folder.write("Content/facts/claims.yml", [0xEF, 0xBB, 0xBF] + Array("a:\n".utf8))
      try folder.write("Content/facts-old.md", "x")
      try folder.write("Content/é.md", "x")
      try folder.write("Content/editions/2025-09-12.json", "{}")
      try folder.write("Content/assets/map.svg", "<svg/>")
      try folder.write("Content/assets/table.md", "copied")
      try folder.write("Content/root/.well-known/x", "x")
      try folder.write("Content/root/CNAME", "example.org")
      try folder.write("Templates/assets/style.css", "a{}")
      try folder.write("Templates/strings.yml", "a: b\n")
    }
    #expect(log.isEmpty)
    #expect(
      tree.files.map(\.path) == [
        "Content/briefing.yml", "Content/editions/2025-09-12.json", "Content/facts-old.md", "Content/facts/claims.yml", "Content/index.md",
        "Content/é.md", "Templates/page.mustache", "Templates/strings.yml",
      ])
    #expect(tree.files.map(\.id) == tree.files.indices.map { FileID($0) })
    #expect(tree.files[0].text(0..<10) == "title: x\r\n")
    #expect(
      tree.assets.map(\.path) == [
        "Content/assets/map.svg", "Content/assets/table.md", "Content/root/.well-known/x", "Content/root/CNAME",
        "Templates/assets/style.css",
      ])
    #expect(tree.assets.map(\.outputPath) == ["assets/map.svg", "assets/table.md", ".well-known/x", "CNAME", "theme/style.css"])
    #expect(tree.assets.map(\.size) == [6, 6, 1, 11, 3])
    #expect(tree.assets.map(\.isRootFile) == [false, false, true, true, false])
  }

  @Test(arguments: [
    ".hidden.md", ".git/config", "a.md~", "#a.md#", ".#a.md", "a.md.swp", ".a.md.swp", "a.yml.bak", "a.md.orig", ".DS_Store", "Thumbs.db",
    "root/.DS_Store", "root/.git/x", "root/a~", "root/.gitkeep", "assets/.x",
  ])
  func whatIsHiddenOrLeftBehindIsPassedOver(name: String) async throws {
    let (tree, log) = try await read { try $0.write("Content/" + name, "x") }
    #expect(tree.files.count == 2 && tree.assets.isEmpty && log.isEmpty)
  }

  /// The catalogue's examples: the wrong one raises its code and no other, the right one nothing.
  @Test(arguments: WorkspaceCatalogue.all)
  func examples(kind: DiagnosticKind) async throws {
    let wrong = try await read { folder in for file in kind.wrong.files { try folder.write(file) } }
    #expect(wrong.log.map(\.code) == [kind.code])
    #expect(wrong.log.map(\.severity) == [kind.severity])
    #expect(wrong.log.allSatisfy { !$0.help.isEmpty })
    let right = try await read { folder in for file in kind.right.files { try folder.write(file) } }
    #expect(right.log.isEmpty)
  }

  @Test func theFirstWrongByteIsShown() async throws {
    let (tree, log) = try await read { try $0.write("Content/a.md", Array("é\nCaf".utf8) + [0xE9, 0x0A, 0xFF]) }
    let span = try #require(log.first?.primary?.span)
    #expect(span.range == 6..<7)
    #expect(tree.files[span.file.number == 0 ? 0 : 1].path == "Content/a.md")
    #expect(log.first?.primary?.text == "the byte E9 cannot stand here")
    #expect(tree.refused == [span.file])
    #expect(tree.readable.map(\.path) == ["Content/index.md", "Templates/page.mustache"])
  }

  @Test func aFileOfUTF16SaysSo() async throws {
    let (_, log) = try await read { try $0.write("Content/a.md", [0xFF, 0xFE, 0x23, 0x00]) }
    #expect(log.map(\.message) == ["`Content/a.md` is UTF-16, not UTF-8"])
  }

  /// Ill-formed sequences of Unicode's table 3-7, and where each begins.
  @Test(arguments: [
    ([0x80], 0), ([0x61, 0xC0, 0x80], 1), ([0xE0, 0x80, 0x80], 0), ([0xED, 0xA0, 0x80], 0), ([0xF0, 0x80, 0x80, 0x80], 0),
    ([0xF4, 0x90, 0x80, 0x80], 0), ([0xF5], 0), ([0xC3, 0xA9, 0xE2, 0x82], 2), ([0xE2, 0x82, 0x41], 0), ([0xF0, 0x9F, 0x98, 0x41], 0),
  ])
  func wrongBytes(bytes: [UInt8], offset: Int) {
    #expect(SourceProblem(of: bytes) == .notUTF8(offset))
  }

  /// The slow search for the first wrong byte finds one exactly where the standard library finds the whole wrong.
  @Test func bothUTF8ChecksAgree() {
    var state: UInt64 = 7
    for _ in 0..<20_000 {
      var bytes: [UInt8] = []
      for _ in 0..<5 {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        let pool: [UInt8] = [0x41, 0x7F, 0x80, 0x8F, 0x90, 0x9F, 0xA0, 0xBF, 0xC1, 0xC2, 0xE0, 0xE1, 0xED, 0xEF, 0xF0, 0xF1, 0xF4, 0xF5]
        bytes.append(pool[Int(state >> 33) % pool.count])
      }
      let isValid = String(validating: bytes, as: UTF8.self) != nil
      #expect((SourceProblem.firstWrongByte(in: bytes) == bytes.count) == isValid, "\(bytes)")
    }
  }

  @Test func linksWithinTheTreeAreReadAsWhatTheyStandFor() async throws {
    let (tree, log) = try await read { folder in
      try folder.write("Content/facts/claims.yml", "a: b\n")
      try folder.link("Content/more.yml", to: "facts/claims.yml")
      try folder.link("Templates/assets", to: "../Content/assets")
      try folder.write("Content/assets/a.txt", "a")
    }
    #expect(log.isEmpty)
    #expect(tree.files.map(\.path) == ["Content/facts/claims.yml", "Content/index.md", "Content/more.yml", "Templates/page.mustache"])
    #expect(tree.files[2].bytes == Array("a: b\n".utf8))
    #expect(tree.assets.map(\.outputPath) == ["assets/a.txt", "theme/a.txt"])
  }

  @Test func circlesOfLinksEnd() async throws {
    let (tree, log) = try await read { folder in
      try folder.write("Content/a/x.md", "x")
      try folder.link("Content/a/self", to: ".")
      try folder.link("Content/a/up", to: "..")
      try folder.write("Content/b/y.md", "y")
      try folder.link("Content/b/across", to: "../c")
      try folder.write("Content/c/z.md", "z")
      try folder.link("Content/c/back", to: "../b")
      try folder.link("Content/loop", to: "loop")
    }
    #expect(Set(log.map(\.code)) == ["workspace.link-broken"])
    #expect(
      log.map(\.message) == [
        "the link `Content/a/self` cannot be followed: it leads back to a folder that holds it",
        "the link `Content/a/up` cannot be followed: it leads back to a folder that holds it",
        "the link `Content/b/across/back` cannot be followed: it leads from a linked folder to another folder",
        "the link `Content/c/back/across` cannot be followed: it leads from a linked folder to another folder",
        "the link `Content/loop` cannot be followed: a link stands there, or links lead round in a circle",
      ])
    #expect(tree.files.count == 7)
  }

  @Test func aMissingFolderIsNamed() async throws {
    try await withTemporaryFolder { folder in
      try folder.makeFolder("Content")
      var log = DiagnosticLog()
      let error = await #expect(throws: WorkspaceError.self) { try await SourceTree.read(project: folder.path, jobs: 1, log: &log) }
      #expect(error?.description == "cannot read `Templates`: there is no folder `Templates` in `\(folder.path)`")
      #expect(error?.help == ["run `brief` in a project's folder, or name it with `--project DIR`"])
    }
  }

  /// A disk that fails at any call is an error, never a site without the file.
  @Test func aFaultIsNeverSilent() async throws {
    try await withTemporaryFolder { folder in
      for name in ["Content/index.md", "Content/a/b.md", "Content/assets/c.txt", "Templates/d.mustache"] { try folder.write(name, "x") }
      var call = 0
      while true {
        let faulty = FaultyDisk(at: call, .fails)
        var log = DiagnosticLog()
        let tree = try? await SourceTree.read(project: folder.path, jobs: 2, log: &log, disk: faulty.disk)
        #expect((tree == nil) == faulty.wasReached)
        if !faulty.wasReached { break }
        call += 1
      }
      #expect(call > 10)
    }
  }

  @Test func theDigestIsTheSameForAnyNumberOfJobsAndTellsEveryChange() async throws {
    func digest(jobs: Int = 1, _ lay: (TemporaryFolder) throws -> Void) async throws -> String {
      try await read(jobs: jobs) { folder in
        for number in 0..<100 { try folder.write("Content/p\(number).md", String(repeating: "x", count: number * 37)) }
        try folder.write("Content/assets/a.bin", [1, 2, 3])
        try lay(folder)
      }.tree.digest
    }
    let plain = try await digest { _ in }
    #expect(plain.utf8.count == 32)
    for jobs in [2, 3, 16] { #expect(try await digest(jobs: jobs) { _ in } == plain) }
    var others: Set<String> = [plain]
    others.insert(try await digest { try $0.write("Content/assets/a.bin", [1, 2, 4]) })
    others.insert(try await digest { try $0.write("Content/assets/a.bin", [1, 2, 3, 0]) })
    others.insert(try await digest { try $0.write("Content/p7.md", "y") })
    others.insert(try await digest { try $0.write("Content/q.md", "") })
    #expect(others.count == 5)
  }
}
