package import Diagnostics

/// All of `Content` and `Templates`, read once, in the order of their paths' bytes.
package struct SourceTree: Sendable {
  /// The text files. The file at index n has the number n; refused files are among them, so that messages can point into them.
  package let files: [SourceFile]
  /// Files that are not to be parsed, since they are too large or not UTF-8; the log says why. Those too large have no bytes.
  package let refused: Set<FileID>
  /// What is copied as it is, sorted by path.
  package let assets: [AssetFile]
  /// Where the fonts of cards lie, by their names.
  package let fonts: [String: FontFile]
  /// A fingerprint of every path and byte that was read, texts and assets; see `Fingerprint`.
  package let digest: String

  package init(
    files: [SourceFile], refused: Set<FileID> = [], assets: [AssetFile] = [], fonts: [String: FontFile] = [:], digest: String = ""
  ) {
    self.files = files
    self.refused = refused
    self.assets = assets
    self.fonts = fonts
    self.digest = digest
  }

  /// The files to be parsed.
  package var readable: [SourceFile] {
    refused.isEmpty ? files : files.filter { !refused.contains($0.id) }
  }

  /// Whether a path from the project's folder is passed over in silence, since a name in it is hidden, or is what an editor leaves behind.
  package static func passesOver(_ path: String) -> Bool {
    let inRoot = path.hasPrefix(SourceNames.rootFolder)
    return path.split(separator: "/").contains { SourceNames.isIgnored(String($0), inRootFolder: inRoot) }
  }

  /// The largest text file that is read, in bytes.
  package static let sizeLimit = 16 << 20
}

// MARK: - Reading

extension SourceTree {
  /// Reads the two folders of a project.
  ///
  /// - Parameters:
  ///   - project: The path of the folder that holds `Content` and `Templates`.
  ///   - jobs: How many tasks read at a time.
  ///   - log: Is told of files that are refused or not known.
  /// - Throws: If a folder is missing, or anything cannot be read: one error that names all such.
  package static func read(project: String, jobs: Int, log: inout DiagnosticLog) async throws(WorkspaceError) -> SourceTree {
    try await read(project: project, jobs: jobs, log: &log, disk: .real)
  }

  static func read(project: String, jobs: Int, log: inout DiagnosticLog, disk: Disk) async throws(WorkspaceError) -> SourceTree {
    var walk = SourceWalk(disk: disk)
    let found = try walk.all(in: project)
    log.append(walk.log)

    // The largest first, so that no worker is left alone with it at the end.
    let order = found.indices.sorted { (found[$1].size, $0) < (found[$0].size, $1) }
    var texts = 0
    let ids = found.map { file in
      defer { if file.isText { texts += 1 } }
      return FileID(texts)
    }
    let loaded = try await Workers.map(order.count, jobs: jobs, run: 16) { (index: Int) throws(WorkspaceError) -> Loaded in
      load(found[order[index]], id: ids[order[index]], disk)
    }
    var byPlace: [Loaded?] = Array(repeating: nil, count: found.count)
    for (index, file) in zip(order, loaded) { byPlace[index] = file }

    let faults = zip(found, byPlace).compactMap { found, loaded in loaded?.fault.map { (found.path, $0) } }
    if let first = faults.first {
      let details = faults.count == 1 ? [] : faults.map { "`\($0.0)`: \($0.1.reason)" }
      throw WorkspaceError("read", faults.map(\.0), reason: first.1.reason, details: details, help: first.1.help)
    }

    var files: [SourceFile] = []
    var refused: Set<FileID> = []
    var assets: [AssetFile] = []
    var fonts: [String: FontFile] = [:]
    var digest = Fingerprint()
    for (found, loaded) in zip(found, byPlace) {
      guard let loaded else { continue }
      digest.add(loaded.fingerprint)
      if let output = found.outputPath {
        assets.append(AssetFile(path: found.path, outputPath: output, size: found.size, location: found.location))
        continue
      }
      if let name = found.fontName { fonts[name] = FontFile(location: found.location, disk: disk) }
      guard let file = loaded.file else { continue }
      if let problem = loaded.problem {
        refused.insert(file.id)
        log.add(problem.diagnostic(in: file))
      } else if found.path.hasSuffix(".yaml") {
        log.add(SourceNames.yamlEnding(file))
      }
      files.append(file)
    }
    return SourceTree(files: files, refused: refused, assets: assets, fonts: fonts, digest: digest.hex)
  }

  /// What a worker brings back.
  private struct Loaded: Sendable {
    /// Nil for what is copied.
    var file: SourceFile?
    var fingerprint = Fingerprint()
    var problem: SourceProblem?
    var fault: DiskFault?
  }

  private static func load(_ found: FoundFile, id: FileID, _ disk: Disk) -> Loaded {
    var loaded = Loaded()
    if found.fontName != nil {
      // Its bytes count where it is used: in the names of the cards.
      loaded.fingerprint.add(path: found.path, bytes: Array(String(found.size).utf8))
      return loaded
    }
    let isText = found.isText
    if isText, found.size > sizeLimit {
      loaded.problem = .tooLarge(found.size)
      loaded.file = SourceFile(id: id, path: found.path, bytes: [])
      return loaded
    }
    do throws(DiskFault) {
      let bytes = try disk.read(found.location)
      loaded.fingerprint.add(path: found.path, bytes: bytes)
      guard isText else { return loaded }
      loaded.problem = SourceProblem(of: bytes)
      loaded.file = SourceFile(id: id, path: found.path, bytes: bytes)
    } catch {
      loaded.fault = error
    }
    return loaded
  }
}
