extension Publication {
  /// The manifest, if the folder holds what it says, to the byte, and it says so of these sources and of this generator: then a build would
  /// write nothing.
  ///
  /// Every file is read and its SHA-256 held against the manifest's. A program that came to its place after the manifest was written may have
  /// been built anew under the same version, so that nothing is taken on its word; see `vouch`.
  ///
  /// - Parameter program: The path of the program that runs.
  /// - Returns: Nil where anything differs, is missing or cannot be read: the build that follows says what it is.
  package func restingManifest(of program: String?) async -> Manifest? {
    guard let location = try? OutputLocation(project: project, folder: folder, disk: disk).settle(),
      let manifest = try? oldManifest(in: location), manifest.header.isOfTheSame(header), isNewer(location, than: program)
    else { return nil }
    let disk = disk
    let standing = try? await Workers.map(manifest.entries.count, jobs: jobs) { (index: Int) throws(WorkspaceError) -> Bool in
      let entry = manifest.entries[index]
      guard let digest = entry.digest, let bytes = try? disk.read(location + "/" + entry.path), bytes.count == entry.size else {
        return false
      }
      return SHA256.digest(bytes) == digest
    }
    guard let standing, standing.allSatisfy({ $0 }) else { return nil }
    return manifest
  }

  /// Says of a manifest that a build by this program has just found right that it is: if the program is the newer of the two, the manifest's
  /// time becomes the present one.
  package func vouch(for program: String?) {
    guard let location = try? OutputLocation(project: project, folder: folder, disk: disk).settle(), !isNewer(location, than: program)
    else { return }
    // A disk that takes no times only makes the next build slower.
    try? disk.touch(location + "/" + Manifest.fileName)
  }

  /// Whether the manifest was written after the program came to its place; not where either cannot be told.
  private func isNewer(_ location: String, than program: String?) -> Bool {
    guard let program, let placed = try? disk.status(program, true).stamp?.changed,
      let written = try? disk.status(location + "/" + Manifest.fileName, false).stamp?.written
    else { return false }
    return written > placed
  }
}
