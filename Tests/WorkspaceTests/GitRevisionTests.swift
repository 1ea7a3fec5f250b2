import Diagnostics
import TestKit
import Testing

@testable import Workspace

/// Content as git keeps it, read from a repository made for the test.
@Suite struct GitRevisionTests {
  private static let identity = [
    "GIT_AUTHOR_NAME": "A", "GIT_AUTHOR_EMAIL": "a@example.org", "GIT_COMMITTER_NAME": "A", "GIT_COMMITTER_EMAIL": "a@example.org",
    "GIT_AUTHOR_DATE": "2025-09-01T00:00:00Z", "GIT_COMMITTER_DATE": "2025-09-01T00:00:00Z", "GIT_CONFIG_GLOBAL": "/dev/null",
    "GIT_CONFIG_SYSTEM": "/dev/null",
  ]

  private func git(_ folder: TemporaryFolder, _ arguments: String...) throws {
    let answer = try ChildProcess.run("git", ["-C", folder.path] + arguments, environment: Self.identity)
    #expect(answer.status == 0, "\(arguments): \(String(decoding: answer.errors, as: UTF8.self))")
  }

  private func commit(_ folder: TemporaryFolder) throws {
    try git(folder, "add", "-A")
    try git(folder, "commit", "-q", "-m", "A state")
  }

  private func texts(_ name: String, _ project: String) throws -> [String] {
    try GitRevision(name, project: project).files(first: 3, shownAs: name).map { "\($0.id.number) \($0.path): \($0.text($0.wholeSpan))" }
  }

  private func failure(_ name: String, _ project: String) -> WorkspaceError? {
    do throws(WorkspaceError) {
      _ = try GitRevision(name, project: project).files(shownAs: name)
      return nil
    } catch {
      return error
    }
  }

  @Test func filesAreReadAsTheyWere() async throws {
    try await withTemporaryFolder { folder in
      try git(folder, "init", "-q", "-b", "main")
      try folder.write("Content/briefing.yml", "title: One\n")
      try folder.write("Content/facts/topics.yml", "one: 1\n")
      try folder.write("Content/facts/claims/été 1.yml", "é: ä\r\n")
      try folder.write("Content/index.md", "# Prose is not read\n")
      try folder.write("Content/facts/notes.txt", "Nor this.\n")
      try folder.link("Content/facts/link.yml", to: "topics.yml")
      try commit(folder)
      try git(folder, "tag", "first")
      try folder.write("Content/briefing.yml", "title: Two\n")
      folder.remove("Content/facts/topics.yml")
      try commit(folder)
      try folder.write("Content/briefing.yml", "title: Not committed\n")

      let first = [
        "3 Content/briefing.yml: title: One\n", "4 Content/facts/claims/été 1.yml: é: ä\r\n", "5 Content/facts/topics.yml: one: 1\n",
      ]
      for name in ["first", "HEAD~1", "main^", "refs/tags/first"] { #expect(try texts(name, folder.path) == first, "\(name)") }
      #expect(try texts("HEAD", folder.path) == ["3 Content/briefing.yml: title: Two\n", "4 Content/facts/claims/été 1.yml: é: ä\r\n"])
      let commit = try GitRevision("first", project: folder.path).commit
      #expect(commit.count == 40)
      #expect(try texts(commit, folder.path) == first)
      #expect(try texts(String(commit.prefix(8)), folder.path) == first)
    }
  }

  @Test func aProjectMayLieWithinARepository() async throws {
    try await withTemporaryFolder { folder in
      try git(folder, "init", "-q")
      try folder.write("talks/[x]/Content/briefing.yml", "title: Inner\n")
      try folder.write("Content/briefing.yml", "title: Outer\n")
      try commit(folder)
      #expect(try texts("HEAD", folder["talks/[x]"]) == ["3 Content/briefing.yml: title: Inner\n"])
    }
  }

  /// More than a pipe holds, both ways.
  @Test func manyFilesAreNoTrouble() async throws {
    try await withTemporaryFolder { folder in
      try git(folder, "init", "-q")
      try folder.write("Content/briefing.yml", "title: Many\n")
      for number in 0..<2500 {
        try folder.write("Content/facts/topics/\(number).yml", "t\(number): \(String(repeating: "x", count: 200))\n")
      }
      try commit(folder)
      let files = try GitRevision("HEAD", project: folder.path).files(shownAs: "HEAD")
      #expect(files.count == 2501)
      #expect(files.map(\.path) == files.map(\.path).sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) })
      for file in files.dropFirst() {
        let number = file.path.dropFirst("Content/facts/topics/".count).dropLast(".yml".count)
        #expect(file.text(file.wholeSpan) == "t\(number): \(String(repeating: "x", count: 200))\n")
      }
    }
  }

  @Test func whatCannotBeReadIsSaid() async throws {
    try await withTemporaryFolder { folder in
      try folder.write("Content/briefing.yml", "title: One\n")
      let outside = failure("HEAD", folder.path)
      #expect(outside?.description == "cannot compare with git in `\(folder.path)`: it lies in no git repository")
      #expect(outside?.help.isEmpty == false)

      try git(folder, "init", "-q")
      let unknown = "git knows no such revision here"
      #expect(failure("HEAD", folder.path)?.reason == unknown, "nothing is committed yet")
      try folder.write("other.txt", "x")
      folder.remove("Content")
      try commit(folder)
      #expect(failure("HEAD", folder.path)?.reason == "there is no `Content/briefing.yml` in it")
      for name in ["no-such-branch", "HEAD~9", "HEAD:other.txt", "2025-09-01", "*", "HEAD^{tree}"] {
        #expect(failure(name, folder.path)?.reason == unknown, "\(name)")
      }
      for name in ["", "--help", "-p", "HEAD\n", "--output=stolen"] {
        #expect(failure(name, folder.path)?.reason == "this is no name of a revision", "\(name)")
      }
      #expect(folder.text("stolen") == nil)
      #expect(failure("HEAD", folder["nowhere"]) != nil)
    }
  }

  // MARK: Child processes

  @Test func aProgramThatIsNotThereIsSaid() {
    #expect(throws: DiskFault.notFound) { try ChildProcess.run("no-such-program-anywhere", []) }
  }

  @Test func inputAndBothOutputsRunAtOnce() throws {
    let input = Array(repeating: UInt8(ascii: "x"), count: 3 << 20)
    #expect(try ChildProcess.run("cat", [], input: input).output == input)
    let both = try ChildProcess.run("sh", ["-c", "cat >&2; echo done; exit 3"], input: input)
    #expect(both.errors == input)
    #expect(both.output == Array("done\n".utf8))
    #expect(both.status == 3)
    // It need not read what it is given.
    #expect(try ChildProcess.run("true", [], input: input).status == 0)
    #expect(try ChildProcess.run("sh", ["-c", "kill -9 $$"]).status == 128 + 9)
    #expect(
      try ChildProcess.run("sh", ["-c", "printf %s \"$BRIEF_TEST\""], environment: ["BRIEF_TEST": "a b"]).output == Array("a b".utf8))
  }
}
