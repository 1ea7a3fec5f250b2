import Briefing
import Diagnostics

/// What the editor said of itself and of the project when it began, and what is open in it.
struct Session: Sendable {
  enum Phase: Sendable {
    case created, running, shutDown
  }

  var phase = Phase.created
  var unit = ColumnUnit.utf16
  var showsRelated = false
  var showsMarkdown = false
  var showsNesting = false
  var canWatch = false
  var canRenameFiles = false
  var canChangeDocuments = false
  /// The project's folder, without a slash at its end.
  var root = ""
  /// The project as it is on the disk; nil where there is none yet.
  var disk: (input: Build.Input, log: DiagnosticLog)?
  /// The texts that are open, by their paths in the project.
  var open: [String: OpenDocument] = [:]

  /// Reads the parameters of `initialize`.
  mutating func begin(_ params: JSONNode?) {
    let capabilities = params?["capabilities"]
    let encodings = capabilities?["general"]?["positionEncodings"]?.list?.compactMap(\.text) ?? []
    unit = encodings.contains(ColumnUnit.utf8.rawValue) ? .utf8 : .utf16
    showsRelated = capabilities?["textDocument"]?["publishDiagnostics"]?["relatedInformation"]?.flag ?? false
    showsMarkdown = capabilities?["textDocument"]?["hover"]?["contentFormat"]?.list?.contains { $0.text == "markdown" } ?? false
    showsNesting = capabilities?["textDocument"]?["documentSymbol"]?["hierarchicalDocumentSymbolSupport"]?.flag ?? false
    let workspace = capabilities?["workspace"]
    canWatch = workspace?["didChangeWatchedFiles"]?["dynamicRegistration"]?.flag ?? false
    canChangeDocuments = workspace?["workspaceEdit"]?["documentChanges"]?.flag ?? false
    canRenameFiles = workspace?["workspaceEdit"]?["resourceOperations"]?.list?.contains { $0.text == "rename" } ?? false
    phase = .running
  }

  /// The folders that may be the project's, the likeliest first.
  static func folders(_ params: JSONNode?) -> [String] {
    let folders = params?["workspaceFolders"]?.list?.compactMap { $0["uri"]?.text } ?? []
    let addresses = folders + [params?["rootUri"]?.text].compactMap { $0 }
    var paths = addresses.compactMap(FileAddress.path) + [params?["rootPath"]?.text].compactMap { $0 }
    paths = paths.map { $0.count > 1 && $0.hasSuffix("/") ? String($0.dropLast()) : $0 }
    return paths.enumerated().filter { index, path in !paths[..<index].contains(path) }.map(\.element)
  }

  /// The folder of the project to which a document seems to belong.
  static func folder(around path: String) -> String? {
    let parts = path.split(separator: "/", omittingEmptySubsequences: false)
    guard let index = parts.dropLast().lastIndex(where: { $0 == "Content" || $0 == "Templates" }) else { return nil }
    return parts[..<index].joined(separator: "/")
  }

  // MARK: Paths

  /// The path within the project of a document; nil for those that are none of it.
  func path(_ address: String?) -> String? {
    guard let address, let path = FileAddress.path(address), path.hasPrefix(root + "/") else { return nil }
    let inner = String(path.dropFirst(root.count + 1))
    return inner.hasPrefix("Content/") || inner.hasPrefix("Templates/") ? inner : nil
  }

  /// The address of a path, in the editor's own spelling where it is open.
  func address(_ path: String) -> String {
    open[path]?.address ?? FileAddress.address(root + "/" + path)
  }

  /// A place as the protocol has it.
  func location(_ file: SourceFile, _ span: SourceSpan) -> JSONValue {
    .members(["uri": .string(address(file.path)), "range": file.range(span, in: unit)])
  }

  // MARK: Files

  /// The project's files with the open texts in the place of those on the disk. A text that is not on the disk yet comes last, so that the
  /// numbers of the others stay what they are.
  func input() -> Build.Input? {
    guard let disk = disk?.input else { return nil }
    guard !open.isEmpty else { return disk }
    var skipped = disk.skipped
    var left = open
    var files = disk.files.map { file in
      guard let document = left.removeValue(forKey: file.path) else { return file }
      skipped.remove(file.id)
      return document.file.bytes == file.bytes ? file : SourceFile(id: file.id, path: file.path, bytes: document.file.bytes)
    }
    for document in left.values.sorted(by: { $0.file.path < $1.file.path }) where Self.isRead(document.file.path) {
      files.append(SourceFile(id: FileID(files.count), path: document.file.path, bytes: document.file.bytes))
    }
    return Build.Input(files: files, skipping: skipped, assets: disk.assets, today: disk.today, jobs: disk.jobs)
  }

  /// Whether a build would read a new file of that path.
  private static func isRead(_ path: String) -> Bool {
    let isCopied = ["Content/assets/", "Content/root/", "Templates/assets/"].contains { path.hasPrefix($0) }
    let endings = path.hasPrefix("Templates/") ? [".mustache", ".yml"] : [".md", ".yml"]
    return !isCopied && endings.contains { path.hasSuffix($0) } && !path.split(separator: "/").contains { $0.hasPrefix(".") }
  }
}
