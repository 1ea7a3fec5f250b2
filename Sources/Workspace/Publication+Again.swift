extension Publication {
  /// Publishes files of which none has come or gone since the last publication of the same process, to a folder that is as that one left it.
  ///
  /// Then all that stands there is known: only the files are looked at, of which somebody may have touched one. The manifest takes in what is
  /// going to be written as ever, but only the lines that change are made.
  ///
  /// - Returns: Nil, before anything is written, if that is not so: then the whole folder has to be looked at.
  func publishAgain(
    _ files: [OutputFile], after known: PublicationMemory.Published, in location: String
  ) async throws(WorkspaceError) -> Outcome? {
    let layout = known.layout
    guard layout.isThat(of: files), try manifestIs(known, in: location),
      let statuses = try await statuses(known, in: location)
    else { return nil }

    let order = layout.order
    let doubtful = layout.turns.filter { place in
      let (file, status, entry) = (files[order[place]], statuses[place], known.manifest.entries[place])
      return !(file.isAsBefore && entry.digest != nil && known.stamps[place] == status.stamp && entry.size == status.size)
    }
    let standings = try await Workers.map(doubtful.count, jobs: jobs, run: 1) { (index: Int) throws(WorkspaceError) -> Standing in
      let place = doubtful[index]
      return try compare(files[order[place]], with: known.manifest.entries[place], in: location)
    }

    var changes: [(place: Int, bytes: [UInt8])] = []
    var entries: [(place: Int, entry: Manifest.Entry)] = []
    var stamps = known.stamps
    for (place, standing) in zip(doubtful, standings) {
      let path = known.manifest.entries[place].path
      switch standing {
      case .same(let size, let digest, _):
        entries.append((place, Manifest.Entry(path: path, size: size, digest: digest)))
        stamps[place] = statuses[place].stamp
      case .changed(let bytes): changes.append((place, bytes))
      case .new: return nil
      }
    }
    let written = try await replace(changes, kept: entries, known, in: location)
    for (place, _) in changes { stamps[place] = stamp(of: known.manifest.entries[place].path, in: location)?.stamp }

    let isWritten = Set(changes.map(\.place))
    let paths = known.manifest.entries.map(\.path)
    let summary = PublicationSummary(
      written: isWritten.sorted().map { paths[$0] }, kept: paths.indices.filter { !isWritten.contains($0) }.map { paths[$0] }, removed: [])
    let memory = PublicationMemory.Published(
      manifest: written.manifest, text: written.text, stamps: stamps, layout: layout, folders: known.folders)
    return (summary, PublicationMemory(memory))
  }

  /// Writes the files that changed, between the open manifest and the closed one.
  private func replace(
    _ changes: [(place: Int, bytes: [UInt8])], kept: [(place: Int, entry: Manifest.Entry)], _ known: PublicationMemory.Published,
    in location: String
  ) async throws(WorkspaceError) -> (manifest: Manifest, text: ManifestText) {
    let old = known.manifest
    func text(_ changed: [(place: Int, entry: Manifest.Entry)]) -> ManifestText {
      known.text.replacing(header, (kept + changed).sorted { $0.place < $1.place })
    }
    if !changes.isEmpty {
      let open = changes.map { ($0.place, Manifest.Entry(path: old.entries[$0.place].path, size: nil, digest: nil)) }
      try replace(Manifest.fileName, with: text(open).bytes, number: 0, in: location)
    }
    let written = try await Workers.map(changes.count, jobs: jobs, run: 1) { (index: Int) throws(WorkspaceError) -> Manifest.Entry in
      let (place, bytes) = changes[index]
      let path = old.entries[place].path
      try replace(path, with: bytes, number: place + 1, in: location)
      return Manifest.Entry(path: path, size: bytes.count, digest: SHA256.digest(bytes))
    }
    let changed = zip(changes, written).map { (place: $0.place, entry: $1) }
    var entries = old.entries
    for (place, entry) in kept + changed { entries[place] = entry }
    let manifest = Manifest(header: header, entries: entries)
    guard !changes.isEmpty || manifest != old else { return (old, known.text) }
    let closed = text(changed)
    try replace(Manifest.fileName, with: closed.bytes, number: 0, in: location)
    return (manifest, closed)
  }

  /// Whether the manifest on the disk is the one that was written last, with all files and nothing else.
  private func manifestIs(_ known: PublicationMemory.Published, in location: String) throws(WorkspaceError) -> Bool {
    do throws(DiskFault) {
      return try disk.holds(location + "/" + Manifest.fileName, known.text.bytes)
    } catch .notFound {
      return false
    } catch {
      throw WorkspaceError("read", folder + "/" + Manifest.fileName, error)
    }
  }

  /// What stands where the files were, by their sorted places; nil if anything but files in folders stands there.
  private func statuses(_ known: PublicationMemory.Published, in location: String) async throws(WorkspaceError) -> [FileStatus]? {
    for folder in known.folders.all where !folder.path.isEmpty {
      for path in [folder.path] + OutputPath.folders(above: folder.path) {
        guard (try? disk.status(location + "/" + path, false))?.kind == .folder else { return nil }
      }
    }
    let portions = known.folders.portions(of: 512)
    let found = try await Workers.map(portions.count, jobs: jobs, run: 1) { (index: Int) throws(WorkspaceError) -> [FileStatus?] in
      let (folder, range) = portions[index]
      return (try? disk.statuses(location + "/" + folder.path, folder.names[range])) ?? []
    }
    var statuses = [FileStatus](repeating: FileStatus(kind: .other, size: 0), count: known.layout.order.count)
    for (portion, found) in zip(portions, found) {
      guard found.count == portion.range.count else { return nil }
      for (index, status) in zip(portion.range, found) {
        guard let status, status.kind == .file else { return nil }
        statuses[portion.folder.places[index]] = status
      }
    }
    return statuses
  }
}
