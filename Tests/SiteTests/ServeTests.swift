import Foundation
import TestKit
import Testing

/// The editor's loop from outside: whatever is done to the sources, the site becomes the one that a clean build makes, byte for byte.
@Suite struct ServeTests {
  /// Serves a smallest site, does something, and ends it.
  private func serving(
    _ arguments: [String] = [], laid: (TemporaryFolder) throws -> Void = { _ in }, _ body: (ServedSite) async throws -> Void
  ) async throws {
    try await withTemporaryFolder { folder in
      try SiteFolder.lay("smallest", in: folder)
      try laid(folder)
      let served = try await ServedSite(folder, arguments)
      defer { served.kill() }
      try await body(served)
    }
  }

  /// Builds into another folder, and waits until the served one is the same.
  private func becomesRight(_ served: ServedSite, _ step: String, _ place: SourceLocation = #_sourceLocation) async throws {
    let folder = served.folder
    let clean = try BriefCommand.run(["build", "--output", folder["Clean"], "--today", "2025-09-10"], in: folder.path)
    #expect(clean.status == 0, "\(step): \(clean.errors)", sourceLocation: place)
    let wanted = folder.tree("Clean")
    var found = folder.tree("Public")
    // Minutes, on a machine that is busy with all the other tests.
    var tries = 0
    while found != wanted, tries < 6000 {
      try await Task.sleep(for: .milliseconds(50))
      found = folder.tree("Public")
      tries += 1
    }
    let differing = Set(wanted.keys).union(found.keys).filter { wanted[$0] != found[$0] }.sorted()
    #expect(differing == [], "\(step)\n\(served.errors)", sourceLocation: place)
    #expect(!wanted.isEmpty)
    folder.remove("Clean")
  }

  private func move(_ folder: TemporaryFolder, _ old: String, _ new: String) throws {
    // As rename(2): a file of the new name is replaced.
    if unsafe rename(folder[old], folder[new]) != 0 { throw ServedSite.Failure(description: "cannot rename \(old)") }
  }

  @Test func everyWayOfSavingEndsInTheRightSite() async throws {
    try await serving { served in
      let folder = served.folder
      func page(_ words: String) -> String { "# About\n\n\(words)\n" }

      try folder.write("Content/about.md", page("A new page."))
      try await becomesRight(served, "a new page")

      try folder.write("Content/about.md~new", page("Saved by rename."))
      try move(folder, "Content/about.md~new", "Content/about.md")
      try await becomesRight(served, "a save by rename")

      for count in 1...20 { try folder.write("Content/about.md", page("Saved twice and more: \(count).")) }
      try await becomesRight(served, "saves in a row")

      // As vim does it: a swap file, a probe, the old file under another name, a new one, and the old one removed.
      try folder.write("Content/.about.md.swp", "b0VIM")
      try folder.write("Content/4913", "")
      folder.remove("Content/4913")
      try move(folder, "Content/about.md", "Content/about.md~")
      try folder.write("Content/about.md", page("Saved with a swap file."))
      folder.remove("Content/about.md~")
      folder.remove("Content/.about.md.swp")
      try await becomesRight(served, "a save with a swap file")

      try move(folder, "Content/about.md", "Content/method.md")
      try await becomesRight(served, "a file moved")

      try folder.write("Content/more/deep/one.md", page("In new folders."))
      try folder.write("Content/assets/map.txt", "a map")
      try await becomesRight(served, "new folders")

      try move(folder, "Content/more", "Content/less")
      try await becomesRight(served, "a folder moved")
      try folder.write("Content/less/deep/one.md", page("After its folder was moved."))
      try await becomesRight(served, "a save in a folder that was moved")

      try move(folder, "Content/less", "aside")
      try await becomesRight(served, "a folder gone")
      try move(folder, "aside", "Content/less")
      try await becomesRight(served, "a folder back")

      folder.remove("Content/less")
      folder.remove("Content/assets")
      try await becomesRight(served, "folders removed")

      let strings = try #require(folder.text("Templates/strings.yml"))
      try folder.write("Templates/strings.yml", strings.replacing("nav.front: ", with: "nav.front: X"))
      try await becomesRight(served, "another word of the interface")
      try folder.write("Templates/assets/brief.css", "main { color: red }\n")
      try await becomesRight(served, "another stylesheet")

      try folder.write("Content/about.md", page("And the last one."))
      try await becomesRight(served, "the last save")
      #expect(served.interrupt() == 0)
    }
  }

  @Test func aFolderOfFactsThatIsGoneLeavesTheLastGoodSite() async throws {
    try await serving { served in
      let folder = served.folder
      let before = folder.tree("Public")
      let events = try await served.events()
      try move(folder, "Content/facts", "aside")
      let problems = try await events.until("\n\n")
      #expect(problems.hasPrefix("event: problems\ndata: [{\"place\":\"Content/index.md:1\",\"title\":"))
      #expect(folder.tree("Public") == before)
      #expect(try await served.get("/").hasPrefix("HTTP/1.1 200 OK"))
      #expect(try await served.get("/.brief/state/").contains("\"place\":\"Content/index.md:1\""))
      // Even all of Content.
      try move(folder, "Content", "aside-too")
      try await events.until("there is no folder `Content`")
      #expect(folder.tree("Public") == before)
      try move(folder, "aside-too", "Content")
      try move(folder, "aside", "Content/facts")
      try await events.until("event: problems\ndata: []\n\n")
      try await becomesRight(served, "the folder is back")
      #expect(try await served.get("/.brief/state/").contains("\"problems\":[]"))
      await events.close()
    }
  }

  /// Five hundred files by git, which removes and makes them one by one.
  @Test func aCheckoutOfManyFilesEndsInTheRightSite() async throws {
    func git(_ folder: TemporaryFolder, _ arguments: String...) throws {
      let process = Process()
      process.executableURL = URL(filePath: "/usr/bin/env")
      process.arguments =
        ["git", "-c", "user.name=T", "-c", "user.email=t@example.org", "-c", "init.defaultBranch=main", "-c", "gc.auto=0"] + arguments
      process.currentDirectoryURL = URL(filePath: folder.path)
      process.standardOutput = FileHandle.nullDevice
      process.standardError = FileHandle.nullDevice
      try process.run()
      process.waitUntilExit()
      #expect(process.terminationStatus == 0, "git \(arguments)")
    }
    try await serving(laid: { folder in
      try folder.write(".gitignore", "/Public\n/served-*\n/Clean\n")
      try git(folder, "init", "-q")
      for version in ["one", "two"] {
        for number in 0..<500 {
          // Half of them stand in both versions, in folders that come and go.
          let name = number % 2 == 0 ? "page-\(number)" : "\(version)-\(number)"
          try folder.write("Content/\(number % 5 == 0 ? version : "all")/\(name).md", "# \(name)\n\nOf version \(version).\n")
        }
        try git(folder, "checkout", "-q", "-b", version)
        try git(folder, "add", "-A")
        try git(folder, "commit", "-q", "-m", version)
        for part in ["all", version] { folder.remove("Content/\(part)") }
      }
      try git(folder, "checkout", "-q", "-f", "one")
    }) { served in
      #expect(served.folder.tree("Public").keys.count { $0.hasSuffix(".html") && $0.contains("page-") } == 250)
      try git(served.folder, "checkout", "-q", "two")
      try await becomesRight(served, "another branch")
      try git(served.folder, "checkout", "-q", "one")
      try await becomesRight(served, "and back")
    }
  }

  @Test func onlyWhatChangedIsTold() async throws {
    try await serving { served in
      let folder = served.folder
      try folder.write("Content/about.md", "# About\n\nWords.\n")
      try await becomesRight(served, "a page")
      let events = try await served.events()
      try folder.write("Content/about.md", "# About\n\nOther words.\n")
      #expect(try await events.until("\n\n") == "event: changed\ndata: [\"about.html\"]\n\n")
      let style = try #require(folder.text("Templates/assets/brief.css"))
      try folder.write("Templates/assets/brief.css", style + "main { color: red }\n")
      #expect(try await events.until("\n\n") == "event: changed\ndata: [\"theme/brief.css\"]\n\n")
      // What changes no byte is not told; the next change is.
      try folder.write("Content/about.md", "# About\n\nOther words.\n\n")
      try folder.write("Content/about.md", "# About\n\nThird words.\n")
      #expect(try await events.until("\n\n") == "event: changed\ndata: [\"about.html\"]\n\n")
      await events.close()
      #expect(served.interrupt() == 0)
    }
  }

  @Test func whatIsSentIsNotWhatIsOnTheDisk() async throws {
    try await serving { served in
      let page = try await served.get("/index.html")
      #expect(page.contains("/.brief/client.js"))
      #expect(page.contains("connect-src"))
      let stored = served.folder.tree("Public").values.filter { item in
        if case .file(let bytes) = item { return String(decoding: bytes, as: UTF8.self).contains(".brief/") }
        return false
      }
      #expect(stored.isEmpty)
    }
  }

  @Test func nothingOutsideTheSiteIsSent() async throws {
    try await serving(laid: { folder in
      try folder.write("secret.txt", "secret")
      try folder.write("Content/root/open.txt", "open")
    }) { served in
      let folder = served.folder
      // Links that somebody laid into the output folder, of a file and of a folder.
      try folder.link("Public/link.txt", to: folder["secret.txt"])
      try folder.link("Public/out", to: folder.path)
      #expect(try await served.get("/open.txt").hasSuffix("\r\n\r\nopen"))
      for target in [
        "/../secret.txt", "/%2e%2e/secret.txt", "/..%2fsecret.txt", "/theme/../../secret.txt", "/link.txt", "/out/secret.txt",
        "/secret.txt%00.html",
        "//secret.txt", "/./../secret.txt", "/\(folder.path)/secret.txt", "/%2fetc/passwd",
      ] {
        let answer = try await served.get(target)
        #expect(answer.hasPrefix("HTTP/1.1 404"), "\(target)")
        #expect(!answer.contains("\r\n\r\nsecret"), "\(target)")
      }
      let rebound = try await served.send("GET / HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n")
      #expect(rebound.hasPrefix("HTTP/1.1 403"))
      #expect(try await served.send("nonsense\r\n\r\n").hasPrefix("HTTP/1.1 400"))
      // Several requests on one connection, the last of which ends it.
      let both = try await served.send(
        "HEAD / HTTP/1.1\r\nHost: localhost\r\n\r\nGET /open.txt HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n")
      #expect(both.matches(of: /HTTP\/1\.1 200 OK/).count == 2)
      #expect(both.hasSuffix("open"))
    }
  }

  @Test func aPortThatIsTakenIsSaidAloud() async throws {
    try await serving { first in
      try await withTemporaryFolder { folder in
        try SiteFolder.lay("smallest", in: folder)
        let second = try await ServedSite(folder, ["--port", "\(first.port)"])
        defer { second.kill() }
        #expect(second.port > first.port)
        #expect(second.errors.contains("port \(first.port) is taken, so that it is \(second.port)\n"))
        #expect(second.interrupt() == 0)
      }
    }
  }

  @Test func aSiteWithErrorsIsServedToShowThem() async throws {
    try await serving(laid: { try $0.write("Content/about.md", "# About\n\n[An offer](claim:no-such-offer).\n") }) { served in
      let page = try await served.get("/")
      #expect(page.hasPrefix("HTTP/1.1 404"))
      #expect(page.contains("data-page=\"index.html\""))
      #expect(try await served.get("/.brief/state/").contains("Content/about.md:3"))
      let events = try await served.events()
      served.folder.remove("Content/about.md")
      #expect(try await events.until("event: changed\n").hasPrefix("event: problems\ndata: []\n\n"))
      #expect(try await served.get("/").hasPrefix("HTTP/1.1 200"))
      await events.close()
    }
  }

  #if os(Linux)
    @Test func theBrowserIsOpened() async throws {
      try await serving(
        ["--open"],
        laid: { folder in
          try folder.write(
            "bin/xdg-open", "#!/bin/sh\nprintf '%s' \"$1\" > \"$HOME/opened.new\" && mv \"$HOME/opened.new\" \"$HOME/opened\"\n")
          try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: folder["bin/xdg-open"])
        }
      ) { served in
        while served.folder.text("opened") == nil { try await Task.sleep(for: .milliseconds(10)) }
        #expect(served.folder.text("opened") == "http://127.0.0.1:\(served.port)/")
      }
    }
  #endif

  @Test func withoutItsSiblingBriefSaysWhatToDo() async throws {
    try await withTemporaryFolder { folder in
      try FileManager.default.copyItem(at: BriefCommand.executable(), to: URL(filePath: folder["brief"]))
      let process = Process()
      let errors = Pipe()
      process.executableURL = URL(filePath: folder["brief"])
      process.arguments = ["serve"]
      process.standardError = errors
      try process.run()
      let said = String(decoding: errors.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
      process.waitUntilExit()
      #expect(process.terminationStatus == 3)
      #expect(said.contains("there is no `\(folder["brief-preview"])`, which serves the site"))
      #expect(said.contains("make serve"))
    }
  }
}
