package import Diagnostics

/// A file that was found, before it is read.
struct FoundFile: Sendable, Hashable {
  /// Relative to the project's root.
  let path: String
  /// The absolute path to read, without links.
  let location: String
  /// Where it is copied to; nil for what is not copied.
  let outputPath: String?
  /// Of a font: its name. It is read only when something is set in it.
  var fontName: String?

  var isText: Bool {
    outputPath == nil && fontName == nil
  }
}

/// The way through `Content` and `Templates`: what is there, by the order of paths' bytes, and what is not taken.
///
/// A link is read as what it stands for, if that lies in the two folders. A link to a folder inside a linked folder is refused: that bounds
/// the walk, and no circle can be closed without one.
struct SourceWalk {
  let disk: Disk
  private(set) var log = DiagnosticLog()
  private var found: [FoundFile] = []
  private var pending: [Folder] = []
  /// The real paths of the two folders.
  private var roots: [String] = []
  private var unreadable: [(path: String, fault: DiskFault)] = []

  /// Folders within folders, at most.
  static let depthLimit = 32

  private struct Folder {
    let path: String
    let location: String
    let depth: Int
    let isLinked: Bool
  }

  init(disk: Disk) {
    self.disk = disk
  }

  mutating func all(in project: String) throws(WorkspaceError) -> [FoundFile] {
    for name in ["Content", "Templates"] {
      do throws(DiskFault) {
        let location = try disk.realPath(project + "/" + name)
        roots.append(location)
        pending.append(Folder(path: name, location: location, depth: 1, isLinked: false))
      } catch .notFound {
        throw WorkspaceError(
          "read", [name], reason: "there is no folder `\(name)` in `\(project)`",
          help: ["run `brief` in a project's folder, or name it with `--project DIR`"])
      } catch {
        throw WorkspaceError("read", name, error)
      }
    }
    while let folder = pending.popLast() { enter(folder) }
    unreadable.sort { $0.path < $1.path }
    if let first = unreadable.first {
      let details = unreadable.count == 1 ? [] : unreadable.map { "`\($0.path)`: \($0.fault.reason)" }
      throw WorkspaceError("read", unreadable.map(\.path), reason: first.fault.reason, details: details, help: first.fault.help)
    }
    found.sort { ByteSearch.precedes($0.path, $1.path) }
    return found
  }

  private mutating func enter(_ folder: Folder) {
    do throws(DiskFault) {
      for entry in try disk.entries(folder.location) { try take(entry, in: folder) }
    } catch {
      unreadable.append((folder.path, error))
    }
  }

  private mutating func take(_ entry: FolderEntry, in folder: Folder) throws(DiskFault) {
    let path = folder.path + "/" + entry.name
    let inRoot = path.hasPrefix(SourceNames.rootFolder)
    if SourceNames.isIgnored(entry.name, inRootFolder: inRoot) { return }
    guard entry.isUTF8, !SourceNames.isBad(entry.name) else {
      log.add(SourceNames.badName(folder.path, entry.name))
      return
    }
    let location = folder.location + "/" + entry.name
    switch entry.kind {
    case .file: add(path, location)
    case .folder: descend(path, location, from: folder, isLinked: folder.isLinked)
    case .link: follow(path, location, in: folder)
    case .other: log.add(Self.notAFile(path))
    }
  }

  private mutating func add(_ path: String, _ location: String) {
    var output: String?
    var font: String?
    switch SourceNames.role(of: path) {
    case .text: break
    case .asset(let place): output = place
    case .font(let name): font = name
    case .note: return
    case .unknown:
      log.add(SourceNames.unknownFile(path))
      return
    }
    found.append(FoundFile(path: path, location: location, outputPath: output, fontName: font))
  }

  private mutating func descend(_ path: String, _ location: String, from folder: Folder, isLinked: Bool) {
    guard folder.depth < Self.depthLimit else {
      log.add(Self.tooDeep(path))
      return
    }
    pending.append(Folder(path: path, location: location, depth: folder.depth + 1, isLinked: isLinked))
  }

  private mutating func follow(_ path: String, _ link: String, in folder: Folder) {
    do throws(DiskFault) {
      let target = try disk.realPath(link)
      guard roots.contains(where: { target == $0 || target.hasPrefix($0 + "/") }) else {
        log.add(Self.linkLeaves(path, target))
        return
      }
      switch try disk.status(target, false).kind {
      case .file: add(path, target)
      case .folder where folder.isLinked: log.add(Self.linkBroken(path, "it leads from a linked folder to another folder"))
      case .folder where (folder.location + "/").hasPrefix(target + "/"):
        log.add(Self.linkBroken(path, "it leads back to a folder that holds it"))
      case .folder: descend(path, target, from: folder, isLinked: true)
      case .link, .other: log.add(Self.notAFile(path))
      }
    } catch {
      log.add(Self.linkBroken(path, error == .notFound ? "what it stands for is not there" : error.reason))
    }
  }

  /// What is said of files whose paths differ only by case.
  static func caseTwins(among found: [FoundFile]) -> DiagnosticLog {
    var log = DiagnosticLog()
    var firsts: [String: String] = [:]
    firsts.reserveCapacity(found.count)
    for file in found {
      let folded = file.path.lowercased()
      if let first = firsts[folded] { log.add(SourceNames.sameButForCase(first, file.path)) } else { firsts[folded] = file.path }
    }
    return log
  }
}

// MARK: - What is said of what is found

extension SourceWalk {
  private static func notAFile(_ path: String) -> Diagnostic {
    Diagnostic(
      .notAFile, "`\(path)` is a socket, a pipe or a device, and is left out", help: ["move it away: only files and folders are read here"])
  }

  private static func tooDeep(_ path: String) -> Diagnostic {
    Diagnostic(
      .tooDeep, "`\(path)` lies more than \(depthLimit) folders deep, and is not read",
      help: ["move its files to a folder nearer to the top"])
  }

  private static func linkLeaves(_ path: String, _ target: String) -> Diagnostic {
    Diagnostic(
      .linkLeaves, "the link `\(path)` leads out of the project's Content and Templates, to `\(target)`",
      help: ["replace the link by a copy of the file"])
  }

  private static func linkBroken(_ path: String, _ why: String) -> Diagnostic {
    Diagnostic(.linkBroken, "the link `\(path)` cannot be followed: \(why)", help: ["replace the link by a copy, or remove it"])
  }
}

extension DiagnosticKind {
  package static let notAFile = DiagnosticKind(
    "workspace.not-a-file", .warning,
    meaning: "Only files and folders are read. A socket, a pipe or a device among them is left out.",
    wrong: .init("Content/assets/feed", .pipe, shownAs: "(a named pipe)"),
    right: .init("Content/assets/feed", "A file.\n"))

  package static let tooDeep = DiagnosticKind(
    "workspace.too-deep",
    meaning: "Folders are read 32 deep, which is more than a briefing needs: deeper ones come of a mistake.",
    wrong: .init("Content/assets/" + String(repeating: "a/", count: SourceWalk.depthLimit) + "a.txt", "Deep.\n"),
    right: .init("Content/assets/a/a.txt", "Not deep.\n"))

  package static let linkLeaves = DiagnosticKind(
    "workspace.link-leaves",
    meaning: """
      A symbolic link is read as the file that it stands for, if that lies in Content or Templates. One that leads elsewhere could publish \
      what nobody meant to publish, and breaks in another's clone.
      """,
    wrong: .init("Content/assets/elsewhere.txt", .link("/"), shownAs: "(a symbolic link to /)"),
    right: .init("Content/assets/elsewhere.txt", "A copy.\n"))

  package static let linkBroken = DiagnosticKind(
    "workspace.link-broken",
    meaning: "A symbolic link whose file is not there, or that leads round in a circle, stands for nothing that could be read.",
    wrong: .init("Content/assets/nothing.txt", .link("not-there.txt"), shownAs: "(a symbolic link to a file that is not there)"),
    right: .init("Content/assets/nothing.txt", "A copy.\n"))
}
