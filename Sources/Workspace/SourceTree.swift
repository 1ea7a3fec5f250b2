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
  /// What was found and read, for reading a part of it again.
  private let survey: Survey

  package init(
    files: [SourceFile], refused: Set<FileID> = [], assets: [AssetFile] = [], fonts: [String: FontFile] = [:], digest: String = ""
  ) {
    self.init(files: files, refused: refused, assets: assets, fonts: fonts, digest: digest, survey: Survey(disk: .real))
  }

  private init(
    files: [SourceFile], refused: Set<FileID>, assets: [AssetFile], fonts: [String: FontFile], digest: String, survey: Survey
  ) {
    self.files = files
    self.refused = refused
    self.assets = assets
    self.fonts = fonts
    self.digest = digest
    self.survey = survey
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

    async let twins = SourceWalk.caseTwins(among: found)
    var texts = 0
    let ids = found.map { file in
      defer { if file.isText { texts += 1 } }
      return FileID(texts)
    }
    let loaded = try await Workers.map(found.count, jobs: jobs, run: 16) { (index: Int) throws(WorkspaceError) -> Loaded in
      load(found[index], id: ids[index], disk)
    }
    var said = walk.log
    said.append(await twins)
    return try SourceTree(Survey(disk: disk, found: found, loaded: loaded, log: said), log: &log)
  }

  /// Reads again what may have changed in files that are there as before, and takes over the rest.
  ///
  /// - Parameter paths: Files that may have changed, from the project's folder.
  /// - Returns: Nil if any of them is not one that was read before, or is not a file any more: then all has to be read.
  /// - Throws: If one of them cannot be read.
  package func readAgain(_ paths: Set<String>, log: inout DiagnosticLog) throws(WorkspaceError) -> SourceTree? {
    var survey = survey
    let disk = survey.disk
    var places: [Int] = []
    for path in paths.sorted() where !Self.passesOver(path) {
      guard let place = survey.place(of: path), survey.found[place].location.hasSuffix("/" + path),
        (try? disk.status(survey.found[place].location, false))?.kind == .file
      else { return nil }
      survey.loaded[place] = Self.load(survey.found[place], id: survey.loaded[place].file?.id ?? FileID(0), disk)
      places.append(place)
    }
    if let again = SourceTree(self, survey, renewed: places) { return again }
    return try SourceTree(survey, log: &log)
  }

  /// The same tree with some texts read again; nil where there is more to it than their bytes.
  private init?(_ before: SourceTree, _ survey: Survey, renewed places: [Int]) {
    guard before.refused.isEmpty, before.survey.isSilent else { return nil }
    var files = before.files
    for place in places {
      let (found, loaded) = (survey.found[place], survey.loaded[place])
      guard found.isText, let file = loaded.file, loaded.problem == nil, loaded.fault == nil, before.survey.loaded[place].file != nil
      else { return nil }
      files[Int(file.id.number)] = file
    }
    var digest = Fingerprint()
    for place in survey.loaded.indices { digest.add(survey.loaded[place].fingerprint) }
    self.init(files: files, refused: [], assets: before.assets, fonts: before.fonts, digest: digest.hex, survey: survey)
  }

  private init(_ survey: Survey, log: inout DiagnosticLog) throws(WorkspaceError) {
    log.append(survey.log)
    let faults = zip(survey.found, survey.loaded).compactMap { found, loaded in loaded.fault.map { (found.path, $0) } }
    if let first = faults.first {
      let details = faults.count == 1 ? [] : faults.map { "`\($0.0)`: \($0.1.reason)" }
      throw WorkspaceError("read", faults.map(\.0), reason: first.1.reason, details: details, help: first.1.help)
    }
    var files: [SourceFile] = []
    var refused: Set<FileID> = []
    var assets: [AssetFile] = []
    var fonts: [String: FontFile] = [:]
    var digest = Fingerprint()
    var hasWords = false
    for (found, loaded) in zip(survey.found, survey.loaded) {
      digest.add(loaded.fingerprint)
      if let output = found.outputPath {
        assets.append(AssetFile(path: found.path, outputPath: output, size: loaded.size, location: found.location))
        continue
      }
      if let name = found.fontName { fonts[name] = FontFile(location: found.location, disk: survey.disk) }
      guard let file = loaded.file else { continue }
      if let problem = loaded.problem {
        refused.insert(file.id)
        log.add(problem.diagnostic(in: file))
      } else if found.path.hasSuffix(".yaml") {
        log.add(SourceNames.yamlEnding(file))
        hasWords = true
      }
      files.append(file)
    }
    var survey = survey
    survey.isSilent = survey.log.isEmpty && !hasWords
    self.init(files: files, refused: refused, assets: assets, fonts: fonts, digest: digest.hex, survey: survey)
  }

  /// All files of a project, found and read.
  private struct Survey: Sendable {
    let disk: Disk
    /// Sorted by path.
    var found: [FoundFile] = []
    /// Each at the place of what was found.
    var loaded: [Loaded] = []
    /// What was said of files that are not read.
    var log = DiagnosticLog()
    /// Whether nothing is said of any file.
    var isSilent = false

    func place(of path: String) -> Int? {
      var range = found.indices
      while !range.isEmpty {
        let middle = range.lowerBound + range.count / 2
        if found[middle].path == path { return middle }
        let isBefore = ByteSearch.precedes(found[middle].path, path)
        range = isBefore ? middle + 1..<range.upperBound : range.lowerBound..<middle
      }
      return nil
    }
  }

  /// What a worker brings back.
  private struct Loaded: Sendable {
    /// Nil for what is copied.
    var file: SourceFile?
    /// In bytes.
    var size = 0
    var fingerprint = Fingerprint()
    var problem: SourceProblem?
    var fault: DiskFault?
  }

  private static func load(_ found: FoundFile, id: FileID, _ disk: Disk) -> Loaded {
    var loaded = Loaded()
    let isText = found.isText
    do throws(DiskFault) {
      loaded.size = try disk.status(found.location, false).size
      if isText, loaded.size > sizeLimit {
        loaded.problem = .tooLarge(loaded.size)
        loaded.file = SourceFile(id: id, path: found.path, bytes: [])
        return loaded
      }
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
