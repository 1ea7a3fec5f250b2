/// What stands in the output folder, as far as it concerns a publication: the folders of what is planned, of what is ours, and of the files of
/// `Content/root`. Links are seen and never followed.
struct OutputSurvey: Sendable {
  /// By path relative to the output folder. Without the manifest and what a killed build left half written.
  private(set) var kinds: [String: FileKind] = [:]
  /// What a killed build left half written; sorted.
  private(set) var temporaries: [String] = []
  /// Folders that a killed build was filling, each before the one that holds it.
  private(set) var temporaryFolders: [String] = []
  /// The output folder as messages show it.
  let shown: String

  /// - Parameters:
  ///   - location: The output folder's real path.
  ///   - shown: The output folder as messages show it.
  init(
    disk: Disk, location: String, shown: String, files: [String], ours: [String], rootPaths: Set<String>
  ) throws(WorkspaceError) {
    self.shown = shown
    let wanted = Self.folders(of: files).union(Self.folders(of: ours)).union(Self.folders(of: rootPaths))
    var pending = [""]
    var unfinished: Set<String> = []
    while let folder = pending.popLast() {
      let entries: [FolderEntry]
      do throws(DiskFault) {
        entries = try disk.entries(location + "/" + folder)
      } catch {
        throw WorkspaceError("read the folder", shown + (folder.isEmpty ? "" : "/" + folder), error)
      }
      for entry in entries {
        let path = folder.isEmpty ? entry.name : folder + "/" + entry.name
        if path == Manifest.fileName { continue }
        let isLeft = unfinished.contains(folder)
        if entry.kind == .file, isLeft || entry.name.hasPrefix(OutputPath.temporaryPrefix) {
          temporaries.append(path)
          continue
        }
        if entry.kind == .folder, isLeft || entry.name.hasPrefix(FoldersApart.prefix) {
          unfinished.insert(path)
          pending.append(path)
          continue
        }
        kinds[path] = entry.kind
        if entry.kind == .folder, wanted.contains(path) { pending.append(path) }
      }
    }
    temporaries.sort(by: OutputPath.precedes)
    temporaryFolders = unfinished.sorted { OutputPath.precedes($1, $0) }
  }

  /// All folders above these paths.
  static func folders(of paths: some Sequence<String>) -> Set<String> {
    var folders: Set<String> = []
    // Mostly a path stands right beside the one before it.
    var last: String?
    for path in paths {
      if let last, OutputPath.isRight(in: last, path) { continue }
      var current = OutputPath.folder(of: path)
      last = current
      while let folder = current, folders.insert(folder).inserted { current = OutputPath.folder(of: folder) }
    }
    return folders
  }

  /// A folder that we have not written yet must hold only hidden files and files of `Content/root`.
  func refuseForeign(rootPaths: Set<String>) throws(WorkspaceError) {
    let rootFolders = Self.folders(of: rootPaths)
    let foreign = kinds.filter { path, kind in
      if path.hasPrefix(".") || path.contains("/.") { return false }
      return !(kind == .file && rootPaths.contains(path)) && !(kind == .folder && rootFolders.contains(path))
    }
    if foreign.isEmpty { return }
    let paths = foreign.keys.sorted(by: OutputPath.precedes)
    throw WorkspaceError(
      "publish to", [shown], reason: "it holds files that brief did not write, and no manifest of an earlier build",
      details: WorkspaceError.listed(paths.map { "`\(shown)/\($0)`" }),
      help: ["name another folder with `--output`, or use this one with `--adopt`, which leaves those files as they are"])
  }
}

extension WorkspaceError {
  /// The first twelve lines, and how many more there are.
  static func listed(_ lines: [String]) -> [String] {
    lines.count <= 12 ? lines : lines.prefix(11) + ["and \(lines.count - 11) more"]
  }
}
