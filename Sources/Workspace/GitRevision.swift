package import Diagnostics

/// The content of a project as git keeps it at one revision. This is the only place that starts another program.
///
/// Git is asked for objects alone: nothing of the working tree, the index or the configuration's filters takes part, and nothing is written.
package struct GitRevision: Sendable {
  /// The commit's full name, in hexadecimal digits.
  package let commit: String
  private let project: String

  /// Finds the commit that a name stands for: a hash, a branch, a tag, `HEAD~3`.
  ///
  /// - Throws: If git is not installed, the project lies in no repository, or the name stands for no commit.
  package init(_ name: String, project: String) throws(WorkspaceError) {
    self.project = project
    guard !name.isEmpty, !name.hasPrefix("-"), !name.utf8.contains(where: { $0 < 0x20 || $0 == 0x7F }) else {
      throw WorkspaceError("read", ["revision \(name)"], reason: "this is no name of a revision")
    }
    let answer = try Self.git(["rev-parse", "--verify", "--quiet", "--end-of-options", name + "^{commit}"], project)
    let commit = String(decoding: answer.output, as: UTF8.self).trimmingPrefix { $0.isNewline }.prefix { $0.isHexDigit }
    guard answer.status == 0, commit.utf8.count >= 40 else {
      throw WorkspaceError(
        "read", ["revision \(name)"], reason: "git knows no such revision here",
        help: ["name a commit, a branch or a tag of this repository; a shallow clone holds only its newest (`git fetch --unshallow`)"])
    }
    self.commit = String(commit)
  }

  /// The files of facts at that revision, `Content/briefing.yml` and all below `Content/facts`, sorted by path. Their numbers count up from
  /// `first`; their paths are shown with the revision before them.
  ///
  /// - Throws: If git fails, or the revision has no `Content/briefing.yml`.
  package func files(first: Int = 0, shownAs name: String) throws(WorkspaceError) -> [SourceFile] {
    let listing = try Self.need(["ls-tree", "-r", "-z", "-l", commit, "--", "Content/briefing.yml", "Content/facts"], project)
    var found: [(path: String, hash: String)] = []
    for entry in listing.split(separator: 0) {
      // "<mode> SP <type> SP <object> SP+ <size> TAB <path>"; links and submodules have no text of their own.
      let parts = entry.split(separator: UInt8(ascii: "\t"), maxSplits: 1)
      let fields = parts.first?.split(separator: UInt8(ascii: " ")).map { String(decoding: $0, as: UTF8.self) } ?? []
      guard parts.count == 2, fields.count == 4, fields[0].hasPrefix("100"), let path = String(validating: parts[1], as: UTF8.self) else {
        continue
      }
      guard path.hasSuffix(".yml"), let size = Int(fields[3]), size <= SourceTree.sizeLimit else { continue }
      found.append((path, fields[2]))
    }
    guard found.contains(where: { $0.path == "Content/briefing.yml" }) else {
      throw WorkspaceError("read", ["revision \(name)"], reason: "there is no `Content/briefing.yml` in it")
    }
    found.sort { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
    let wanted = found.map { $0.hash + "\n" }.joined()
    let answer = try Self.need(["cat-file", "--batch"], project, input: Array(wanted.utf8))
    return try texts(in: answer, count: found.count, name).enumerated().map { index, bytes in
      SourceFile(id: FileID(first + index), path: found[index].path, bytes: bytes)
    }
  }

  /// The objects of a batch: each "<object> SP blob SP <size> LF <bytes> LF".
  private func texts(in answer: [UInt8], count: Int, _ name: String) throws(WorkspaceError) -> [[UInt8]] {
    var texts: [[UInt8]] = []
    var offset = 0
    while texts.count < count {
      let end = answer[offset...].firstIndex(of: UInt8(ascii: "\n")) ?? answer.count
      let head = answer[offset..<end].split(separator: UInt8(ascii: " ")).map { String(decoding: $0, as: UTF8.self) }
      guard head.count == 3, let size = Int(head[2]), end + 1 + size < answer.count else {
        throw WorkspaceError("read", ["revision \(name)"], reason: "git does not have all of its files")
      }
      texts.append(Array(answer[end + 1..<end + 1 + size]))
      offset = end + 1 + size + 1
    }
    return texts
  }

  // MARK: Git

  private static func need(_ arguments: [String], _ project: String, input: [UInt8] = []) throws(WorkspaceError) -> [UInt8] {
    let answer = try git(arguments, project, input: input)
    guard answer.status == 0 else { throw failure(answer, project) }
    return answer.output
  }

  private static func git(_ arguments: [String], _ project: String, input: [UInt8] = []) throws(WorkspaceError) -> ChildProcess {
    let answer: ChildProcess
    do throws(DiskFault) {
      answer = try ChildProcess.run(
        "git", ["--no-pager", "--literal-pathspecs", "-C", project] + arguments, input: input,
        environment: ["LC_ALL": "C", "GIT_OPTIONAL_LOCKS": "0", "GIT_TERMINAL_PROMPT": "0", "GIT_NO_LAZY_FETCH": "1"])
    } catch .notFound {
      throw WorkspaceError("run", ["git"], reason: "it is not installed, or not on the PATH")
    } catch {
      throw WorkspaceError("run", ["git"], reason: error.reason)
    }
    if answer.status == 128 { throw failure(answer, project) }
    return answer
  }

  private static func failure(_ answer: ChildProcess, _ project: String) -> WorkspaceError {
    let said = String(decoding: answer.errors, as: UTF8.self).split(separator: "\n").map(String.init)
    if said.contains(where: { $0.contains("not a git repository") }) {
      return WorkspaceError(
        "compare with git in", [project], reason: "it lies in no git repository",
        help: ["name editions by their dates instead; `brief publish` makes them"])
    }
    let fatal = said.first { $0.hasPrefix("fatal: ") }?.dropFirst("fatal: ".count)
    return WorkspaceError("compare with git in", [project], reason: fatal.map(String.init) ?? "git ended with \(answer.status)")
  }
}
