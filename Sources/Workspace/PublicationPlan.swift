/// How a planned file stands to what is in the output folder.
enum Standing: Sendable {
  /// No file is there.
  case new
  /// A file with other bytes than these is there.
  case changed([UInt8])
  /// The right bytes are there, in this file, if it was looked at.
  case same(size: Int, Digest, FileStamp?)
}

/// What a publication is going to do, decided before the disk is touched.
struct PublicationPlan: Sendable {
  /// Sorted by path.
  let files: [OutputFile]
  /// For each file.
  let standings: [Standing]
  let old: Manifest?
  let survey: OutputSurvey
  /// Indices of the files that are written.
  let writes: [Int]
  /// Folders to be made, each after the one that holds it.
  let newFolders: [String]
  /// Ours, no longer planned, and in the way of what is planned: as a file where a folder is needed, below a path that becomes a file, or with
  /// a name that differs from a planned one only by case.
  let removedFirst: [String]
  let foldersRemovedFirst: [String]
  /// Ours and no longer planned.
  let removedLast: [String]
  let foldersRemovedLast: [String]
  private let conflicts: [Conflict]

  private struct Conflict: Sendable {
    let path: String
    let words: String
  }

  init(files: [OutputFile], standings: [Standing], old: Manifest?, survey: OutputSurvey) {
    self.files = files
    self.standings = standings
    self.old = old
    self.survey = survey
    writes = files.indices.filter { if case .same = standings[$0] { false } else { true } }

    // Where nothing stands, no path has to be told from what does.
    let planned = old == nil && survey.kinds.isEmpty ? [] : Set(files.map(\.path))
    let plannedFolders = OutputSurvey.folders(of: files.map(\.path))
    let ours = Set(old?.entries.map(\.path) ?? [])
    let gone = (old?.entries ?? []).map(\.path).filter { !planned.contains($0) }
    let removable = gone.filter { survey.kinds[$0] == .file }

    // What is in the way goes before anything is written, the rest after, so that a reader finds a page as long as possible.
    let folded = gone.isEmpty ? [] : Set(planned.map { $0.lowercased() })
    let foldedFolders = gone.isEmpty ? [] : Set(plannedFolders.map { $0.lowercased() })
    func isInTheWay(_ path: String) -> Bool {
      let path = path.lowercased()
      return folded.contains(path) || foldedFolders.contains(path) || OutputPath.folders(above: path).contains { folded.contains($0) }
    }
    removedFirst = removable.filter(isInTheWay)
    let first = Set(removedFirst)
    removedLast = removable.filter { !first.contains($0) }

    // The reverse order of paths has what is inside before what holds it.
    func emptied(_ paths: [String]) -> [String] {
      OutputSurvey.folders(of: paths).filter { !plannedFolders.contains($0) && survey.kinds[$0] == .folder }
        .sorted { OutputPath.precedes($1, $0) }
    }
    foldersRemovedFirst = emptied(gone.filter(isInTheWay))
    foldersRemovedLast = emptied(gone.filter { !isInTheWay($0) })
    newFolders = plannedFolders.filter { survey.kinds[$0] != .folder }.sorted(by: OutputPath.precedes)
    conflicts = Self.conflicts(
      planned: planned, plannedFolders: plannedFolders, ours: ours, differing: writes.map { files[$0].path }, survey: survey)
  }

  /// What is not ours and stands where something is planned.
  private static func conflicts(
    planned: Set<String>, plannedFolders: Set<String>, ours: Set<String>, differing: [String], survey: OutputSurvey
  ) -> [Conflict] {
    if survey.kinds.isEmpty { return [] }
    var conflicts: [Conflict] = []
    func add(_ path: String, _ words: String) { conflicts.append(Conflict(path: path, words: words)) }

    var becomeFiles: Set<String> = []
    for path in differing {
      switch survey.kinds[path] {
      case .file where !ours.contains(path): add(path, "differs from what would be written")
      case .link: add(path, "is a link")
      case .other: add(path, "is a socket, a pipe or a device")
      case .folder: becomeFiles.insert(path)
      case .file, nil: break
      }
    }
    for folder in plannedFolders {
      switch survey.kinds[folder] {
      case .file where !ours.contains(folder): add(folder, "is a file, and a folder is needed")
      case .link: add(folder, "is a link, and a folder is needed")
      case .other: add(folder, "is a socket, a pipe or a device, and a folder is needed")
      case .file, .folder, nil: break
      }
    }
    if !becomeFiles.isEmpty {
      // A folder may become a file if nothing is in it but files of ours and folders of these.
      let ourFolders = OutputSurvey.folders(of: ours)
      for path in becomeFiles where !ourFolders.contains(path) { add(path, "is a folder, and a file is to be written") }
      for (path, kind) in survey.kinds where !(kind == .file && ours.contains(path)) && !(kind == .folder && ourFolders.contains(path)) {
        if OutputPath.folders(above: path).contains(where: becomeFiles.contains) { add(path, "stands where a file is to be written") }
      }
    }
    let new = differing.filter { survey.kinds[$0] == nil }
    if !new.isEmpty {
      var standing: [String: String] = [:]
      for (path, kind) in survey.kinds where kind != .folder && !ours.contains(path) && !planned.contains(path) {
        standing[path.lowercased()] = path
      }
      if !standing.isEmpty {
        for path in new { if let twin = standing[path.lowercased()] { add(twin, "differs from `\(path)` only by case") } }
      }
    }
    return conflicts.sorted { OutputPath.precedes($0.path, $1.path) }
  }

  func refuseConflicts(shown: String) throws(WorkspaceError) {
    if conflicts.isEmpty { return }
    throw WorkspaceError(
      "publish", conflicts.map { "\(shown)/\($0.path)" }, reason: "files that brief did not write stand in the way",
      details: WorkspaceError.listed(conflicts.map { "`\(shown)/\($0.path)` \($0.words)" }),
      help: ["move them away, or name another folder with `--output`"])
  }
}

// MARK: - Manifests and summary

extension PublicationPlan {
  /// While files are written: all paths, without digests where bytes are about to change.
  func openManifest(_ header: ManifestHeader) -> Manifest {
    let entries = zip(files, standings).map { file, standing in
      if case .same(let size, let digest, _) = standing { return Manifest.Entry(path: file.path, size: size, digest: digest) }
      return Manifest.Entry(path: file.path, size: nil, digest: nil)
    }
    guard let old else { return Manifest(header: header, entries: entries) }
    let planned = Set(files.map(\.path))
    let gone = old.entries.filter { !planned.contains($0.path) }
    return Manifest(header: header, entries: (entries + gone).sorted { OutputPath.precedes($0.path, $1.path) })
  }

  var summary: PublicationSummary {
    var kept: [String] = []
    for (file, standing) in zip(files, standings) { if case .same = standing { kept.append(file.path) } }
    return PublicationSummary(
      written: writes.map { files[$0].path }, kept: kept, removed: (removedFirst + removedLast).sorted(by: OutputPath.precedes))
  }
}
