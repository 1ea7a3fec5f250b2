import Diagnostics

/// The way of rendered files into the output folder.
///
/// Ours is what stands in the manifest, and nothing else is ever changed or removed. A file is compared first and left alone if it is right
/// already; if not, it is written under a temporary name beside its place and then renamed, so that it is there whole or not at all; a new
/// folder is filled under such a name and renamed with all that is in it. Before
/// the first file is written the manifest takes in all paths that are going to be, and after the last one it is closed: wherever a build is
/// cut off, the next one knows what is ours and brings the folder to the same bytes as an uninterrupted one.
package struct Publication: Sendable {
  /// The folder of the project, whose sources must not be written over.
  package let project: String
  /// The output folder; made if it is missing. Messages show it as it is given here.
  package let folder: String
  package let header: ManifestHeader
  /// Paths of files of `Content/root`, relative to the output folder: a folder without our manifest may hold these and hidden files.
  package let rootPaths: Set<String>
  /// Whether to take a folder that has no manifest of ours and holds other files. These stay as they are all the same.
  package let adopt: Bool
  /// How many tasks compare and write at a time.
  package let jobs: Int
  let disk: Disk

  package init(project: String, folder: String, header: ManifestHeader, rootPaths: Set<String> = [], adopt: Bool = false, jobs: Int = 1) {
    self.init(project: project, folder: folder, header: header, rootPaths: rootPaths, adopt: adopt, jobs: jobs, disk: .real)
  }

  init(project: String, folder: String, header: ManifestHeader, rootPaths: Set<String>, adopt: Bool, jobs: Int, disk: Disk) {
    self.project = project
    self.folder = folder
    self.header = header
    self.rootPaths = rootPaths
    self.adopt = adopt
    self.jobs = jobs
    self.disk = disk
  }

  /// Makes the folder hold exactly these files of ours, and touches nothing else in it. If nothing differs, nothing at all is touched.
  ///
  /// - Throws: Before anything is written, if a path cannot be written, the folder is not fit, or files that are not ours stand in the way
  ///   (all of them in one error); later, if the disk fails. Then every file is whole, and the next run brings the rest.
  ///
  /// Files are compared and written in the order in which they are given, several at a time: those that take long had better be first.
  package func publish(_ files: [OutputFile]) async throws(WorkspaceError) -> PublicationSummary {
    try await publish(files, after: nil).summary
  }

  /// The same, again and again in one process: a file that is as before, and that nobody has touched since, is not made to be compared.
  ///
  /// - Parameter memory: What the last publication to the same folder left. After an error it is empty, so that the next one compares all.
  package func publish(
    _ files: [OutputFile], remembering memory: inout PublicationMemory
  ) async throws(WorkspaceError) -> PublicationSummary {
    let known = memory
    memory = PublicationMemory()
    let outcome = try await publish(files, after: known)
    memory = outcome.memory
    return outcome.summary
  }

  typealias Outcome = (summary: PublicationSummary, memory: PublicationMemory)

  /// - Parameter known: Nil where nothing is to be remembered.
  private func publish(_ files: [OutputFile], after known: PublicationMemory?) async throws(WorkspaceError) -> Outcome {
    // Where the same files were published before, their paths were found to be good then.
    let before = known?.published?.layout
    let layout: OutputLayout
    if let before, before.isThat(of: files) { layout = before } else { layout = try OutputLayout(files) }
    let location = try OutputLocation(project: project, folder: folder, disk: disk).settle()
    let lock: Int32?
    do throws(DiskFault) {
      lock = try disk.lock(location)
    } catch .busy {
      throw WorkspaceError("publish to", folder, .busy)
    } catch {
      // Some network disks have no locks; two builds at once are then the user's affair.
      lock = nil
    }
    defer { if let lock { disk.unlock(lock) } }
    if let published = known?.published, let outcome = try await publishAgain(files, after: published, in: location) { return outcome }
    return try await publish(layout.order.map { files[$0] }, layout, after: known, in: location)
  }

  private func publish(
    _ files: [OutputFile], _ layout: OutputLayout, after known: PublicationMemory?, in location: String
  ) async throws(WorkspaceError) -> Outcome {
    let turns = layout.turns
    let old = try oldManifest(in: location, known)
    let survey = try OutputSurvey(
      disk: disk, location: location, shown: folder, files: files.map(\.path), ours: old?.entries.map(\.path) ?? [], rootPaths: rootPaths)
    if old == nil, !adopt { try survey.refuseForeign(rootPaths: rootPaths) }

    let places = Dictionary((old?.entries ?? []).enumerated().map { ($1.path, $0) }, uniquingKeysWith: { first, _ in first })
    let standings = try await Workers.map(turns, jobs: jobs) { (index: Int) throws(WorkspaceError) -> Standing in
      let file = files[index]
      guard survey.kinds[file.path] == .file else { return .new }
      let place = places[file.path]
      if file.isAsBefore, let place, let standing = unchanged(file, place, known, in: location) { return standing }
      return try compare(file, with: place.flatMap { old?.entries[$0] }, in: location)
    }
    let plan = PublicationPlan(files: files, standings: standings, old: old, survey: survey)
    try plan.refuseConflicts(shown: folder)
    let (manifest, text) = try await carryOut(plan, turns, in: location)
    guard known != nil else { return (plan.summary, PublicationMemory()) }
    let stamps = try await Workers.map(files.count, jobs: jobs) { (index: Int) throws(WorkspaceError) -> FileStamp? in
      if case .same(_, _, let stamp?) = standings[index] { return stamp }
      return stamp(of: files[index].path, in: location)?.stamp
    }
    let published = PublicationMemory.Published(
      manifest: manifest, text: text ?? ManifestText(manifest), stamps: stamps, layout: layout, folders: layout.folders)
    return (plan.summary, PublicationMemory(published))
  }

  /// How a file stands that the last publication left with these bytes; nil if somebody has touched it since.
  private func unchanged(_ file: OutputFile, _ place: Int, _ known: PublicationMemory?, in location: String) -> Standing? {
    guard let known, let (entry, stamp) = known.file(place), entry.path == file.path, let size = entry.size, let digest = entry.digest,
      let found = self.stamp(of: file.path, in: location), found.stamp == stamp, found.size == size
    else { return nil }
    return .same(size: size, digest, stamp)
  }

  func stamp(of path: String, in location: String) -> (size: Int, stamp: FileStamp)? {
    guard let status = try? disk.status(location + "/" + path, false), status.kind == .file, let stamp = status.stamp else { return nil }
    return (status.size, stamp)
  }

  /// The manifest of the build before; nil if there is none.
  ///
  /// - Parameter known: What is remembered of it: if the file holds the same bytes it is not read once more.
  func oldManifest(in location: String, _ known: PublicationMemory? = nil) throws(WorkspaceError) -> Manifest? {
    let shown = folder + "/" + Manifest.fileName
    let bytes: [UInt8]
    do throws(DiskFault) {
      bytes = try disk.read(location + "/" + Manifest.fileName)
    } catch .notFound {
      return nil
    } catch {
      throw WorkspaceError("read", shown, error)
    }
    if let known = known?.manifest(of: bytes) { return known }
    do throws(JSONFault) {
      return try Manifest(json: bytes)
    } catch {
      throw WorkspaceError(
        "read", [shown], reason: "it is not a manifest that brief wrote: \(error.reason) (at byte \(error.offset))",
        help: ["move it away and build again; if other files stand in the folder, with `--adopt`, or into an empty folder"])
    }
  }

  /// Whether the file that stands there has the right bytes, and their digest if so.
  func compare(_ file: OutputFile, with old: Manifest.Entry?, in location: String) throws(WorkspaceError) -> Standing {
    if case .settled = file.content, let old, let size = old.size, let digest = old.digest {
      let status = try? disk.status(location + "/" + file.path, false)
      if status?.size == size { return .same(size: size, digest, nil) }
    }
    let bytes = try bytes(of: file)
    do throws(DiskFault) {
      guard try disk.holds(location + "/" + file.path, bytes) else { return .changed(bytes) }
    } catch {
      throw WorkspaceError("read", folder + "/" + file.path, error)
    }
    if let old, old.size == bytes.count, let digest = old.digest { return .same(size: bytes.count, digest, nil) }
    return .same(size: bytes.count, SHA256.digest(bytes), nil)
  }

  func bytes(of file: OutputFile) throws(WorkspaceError) -> [UInt8] {
    try bytes(of: file.content)
  }

  private func bytes(of content: OutputFile.Content) throws(WorkspaceError) -> [UInt8] {
    switch content {
    case .made(let make), .settled(let make): return make()
    case .changed(let other, let change): return change(try bytes(of: other))
    case .copy(let source):
      do throws(DiskFault) {
        return try disk.read(source)
      } catch {
        throw WorkspaceError("read", source, error)
      }
    }
  }
}

// MARK: - Writing

extension Publication {
  /// Returns the new manifest, and how it is written if it was.
  private func carryOut(
    _ plan: PublicationPlan, _ turns: [Int], in location: String
  ) async throws(WorkspaceError) -> (manifest: Manifest, text: ManifestText?) {
    for path in plan.survey.temporaries { try remove(path, in: location) }
    for path in plan.survey.temporaryFolders { try removeFolder(path, in: location) }
    if !plan.writes.isEmpty { try replace(Manifest.fileName, with: plan.openManifest(header).json, number: 0, in: location) }
    for path in plan.removedFirst { try remove(path, in: location) }
    for path in plan.foldersRemovedFirst { try removeFolder(path, in: location) }
    let apart = try makeFolders(plan.newFolders, in: location)

    let written = try await Workers.map(turns, jobs: jobs) { (index: Int) throws(WorkspaceError) -> Manifest.Entry in
      let file = plan.files[index]
      let bytes: [UInt8]
      switch plan.standings[index] {
      case .same(let size, let digest, _): return Manifest.Entry(path: file.path, size: size, digest: digest)
      case .changed(let changed): bytes = changed
      case .new: bytes = try self.bytes(of: file)
      }
      if let place = apart.place(of: file.path) {
        try create(place, bytes, for: file.path, in: location)
      } else {
        try replace(file.path, with: bytes, number: index + 1, in: location)
      }
      return Manifest.Entry(path: file.path, size: bytes.count, digest: SHA256.digest(bytes))
    }
    for (path, apart) in apart.tops { try put(apart, at: path, in: location) }
    for path in plan.removedLast { try remove(path, in: location) }
    for path in plan.foldersRemovedLast { try removeFolder(path, in: location) }

    let manifest = Manifest(header: header, entries: written)
    guard manifest != plan.old else { return (manifest, nil) }
    let text = ManifestText(manifest)
    try replace(Manifest.fileName, with: text.bytes, number: 0, in: location)
    return (manifest, text)
  }

  /// Writes a file whole beside its place, and renames it. The number makes the temporary name its own in this run.
  func replace(_ path: String, with bytes: [UInt8], number: Int, in location: String) throws(WorkspaceError) {
    let folder = OutputPath.folder(of: path).map { location + "/" + $0 } ?? location
    let temporary = folder + "/" + OutputPath.temporaryPrefix + String(number)
    do throws(DiskFault) {
      do throws(DiskFault) {
        try disk.create(temporary, bytes)
      } catch .exists {
        // The folder is locked, so that it was left by a build that was killed.
        try disk.removeFile(temporary)
        try disk.create(temporary, bytes)
      }
      try disk.rename(temporary, location + "/" + path)
    } catch {
      try? disk.removeFile(temporary)
      throw WorkspaceError("write", self.folder + "/" + path, error)
    }
  }

  /// Writes a file of a folder that is filled apart.
  private func create(_ place: String, _ bytes: [UInt8], for path: String, in location: String) throws(WorkspaceError) {
    do throws(DiskFault) {
      try disk.create(location + "/" + place, bytes)
    } catch {
      throw WorkspaceError("write", folder + "/" + path, error)
    }
  }

  private func remove(_ path: String, in location: String) throws(WorkspaceError) {
    do throws(DiskFault) {
      try disk.removeFile(location + "/" + path)
    } catch .notFound {
    } catch {
      throw WorkspaceError("remove", folder + "/" + path, error)
    }
  }

  /// Removes a folder if it is empty.
  private func removeFolder(_ path: String, in location: String) throws(WorkspaceError) {
    do throws(DiskFault) {
      try disk.removeFolder(location + "/" + path)
    } catch  where error == .notEmpty || error == .exists || error == .notFound {
    } catch {
      throw WorkspaceError("remove", folder + "/" + path, error)
    }
  }

  /// Makes new folders, each after the one that holds it.
  private func makeFolders(_ paths: [String], in location: String) throws(WorkspaceError) -> FoldersApart {
    var apart = FoldersApart()
    for path in paths {
      if let place = apart.add(within: path) {
        _ = try makeFolder(place, for: path, in: location)
      } else if try makeFolder(path, for: path, in: location) {
        _ = try makeFolder(apart.add(path), for: path, in: location)
      }
    }
    return apart
  }

  /// - Returns: Whether it was not there.
  private func makeFolder(_ place: String, for path: String, in location: String) throws(WorkspaceError) -> Bool {
    do throws(DiskFault) {
      try disk.makeFolder(location + "/" + place)
      return true
    } catch  where error == .exists && (try? disk.status(location + "/" + place, false))?.kind == .folder {
      // A disk that takes upper and lower case as one had it under another spelling.
      return false
    } catch {
      throw WorkspaceError("make the folder", folder + "/" + path, error)
    }
  }

  /// Puts a folder that was filled apart in the place of the empty one that keeps it.
  private func put(_ apart: String, at path: String, in location: String) throws(WorkspaceError) {
    do throws(DiskFault) {
      try disk.rename(location + "/" + apart, location + "/" + path)
    } catch {
      throw WorkspaceError("make the folder", folder + "/" + path, error)
    }
  }
}
