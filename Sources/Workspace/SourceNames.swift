package import Diagnostics

/// What a path under `Content` or `Templates` says of its file.
enum SourceNames {
  static let rootFolder = "Content/root/"
  /// The folders whose files are copied, and where to.
  private static let copied = [("Content/assets/", "assets/"), (rootFolder, ""), ("Templates/assets/", "theme/")]

  enum Role: Equatable, Sendable {
    case text
    /// Copied to this path of the output.
    case asset(String)
    /// A font that cards are set in; its name without the ending.
    case font(String)
    /// Words beside the fonts, such as their licence.
    case note
    case unknown
  }

  static func role(of path: String) -> Role {
    for (folder, output) in copied where path.hasPrefix(folder) { return .asset(output + path.dropFirst(folder.count)) }
    if path.hasSuffix(".yml") || path.hasSuffix(".yaml") { return .text }
    if path.hasPrefix(cards) { return beside(String(path.dropFirst(cards.count))) }
    if path.hasPrefix("Templates/") { return path.hasSuffix(".mustache") ? .text : .unknown }
    if path.hasSuffix(".md") { return .text }
    return path.hasPrefix("Content/editions/") && path.hasSuffix(".json") ? .text : .unknown
  }

  private static let cards = "Templates/cards/"
  private static let fontNames: Set<String> = ["headline", "text", "strong", "signs"]

  private static func beside(_ name: String) -> Role {
    if name.hasSuffix(".txt") { return .note }
    let stem = name.prefix { $0 != "." }
    // Fonts of another kind are taken too, so that whoever reads them can say what is wrong.
    let isFont = [".ttf", ".otf", ".ttc", ".woff", ".woff2"].contains { name == stem + $0 }
    return isFont && fontNames.contains(String(stem)) ? .font(String(stem)) : .unknown
  }

  /// Whether a name is passed over: hidden, or what an editor or the system leaves behind. Below `Content/root`, hidden names count.
  static func isIgnored(_ name: String, inRootFolder: Bool) -> Bool {
    if name.hasPrefix(".") {
      guard inRootFolder else { return true }
      if litter.contains(name) || name.hasPrefix("._") || name.hasPrefix(".#") { return true }
    }
    if name == "Thumbs.db" || name == "desktop.ini" || name.hasSuffix("~") { return true }
    if name.hasPrefix("#"), name.hasSuffix("#") { return true }
    return backupEndings.contains { name.hasSuffix($0) }
  }

  private static let litter: Set<String> = [".DS_Store", ".git", ".gitkeep", ".gitignore", ".directory", ".hg", ".svn"]
  private static let backupEndings = [".swp", ".swo", ".swx", ".bak", ".orig", ".rej", ".tmp"]

  /// Names that would do harm in a path, an address or a message.
  static func isBad(_ name: String) -> Bool {
    name.utf8.contains { $0 < 0x20 || $0 == 0x7F || $0 == UInt8(ascii: "\\") }
  }
}

// MARK: - What is said of names

extension SourceNames {
  static func unknownFile(_ path: String) -> Diagnostic {
    var help: [String] = []
    let ending = path.split(separator: "/").last?.split(separator: ".", omittingEmptySubsequences: false).dropFirst().last ?? ""
    let known = path.hasPrefix("Templates/") ? ["mustache", "yml"] : ["md", "yml"]
    let meant = ["markdown": "md", "mdown": "md", "text": "md", "txt": "md"][ending.lowercased()]
    if let better = meant ?? Suggestion.nearest(to: String(ending), among: known), known.contains(better) {
      help.append("did you mean `\(path.dropLast(ending.count))\(better)`?")
    }
    let assets = path.hasPrefix("Templates/") ? "Templates/assets/" : "Content/assets/"
    help.append("a file that is to be copied as it is belongs under `\(assets)`")
    return Diagnostic(.unknownFile, "`\(path)` is no kind of file that is read here, and is left out", help: help)
  }

  static func yamlEnding(_ file: SourceFile) -> Diagnostic {
    Diagnostic(
      .yamlEnding, "`\(file.path)` ends in `.yaml`", at: file.span(0..<0), label: "the ending here is `.yml`",
      help: ["name it `\(file.path.dropLast(5)).yml`"])
  }

  static func badName(_ folder: String, _ name: String) -> Diagnostic {
    let shown = name.unicodeScalars.map { $0.value < 0x20 || $0.value == 0x7F ? "\\u{\(String($0.value, radix: 16))}" : String($0) }
    return Diagnostic(
      .badName, "the name `\(shown.joined())` in `\(folder)` cannot be read",
      help: ["rename it: a name is UTF-8, without control characters and backslashes"])
  }

  static func sameButForCase(_ first: String, _ second: String) -> Diagnostic {
    Diagnostic(
      .sameButForCase, "`\(second)` and `\(first)` differ only by case",
      help: ["rename one of them: on macOS and Windows they are one file"])
  }
}

extension DiagnosticKind {
  package static let unknownFile = DiagnosticKind(
    "workspace.unknown-file", .warning,
    meaning: """
      Content holds `.md` and `.yml` files, Templates `.mustache` and `.yml` files. Anything else is left out unless it stands under an \
      assets folder or `Content/root`.
      """,
    wrong: .init("Content/notes.markdown", "# Notes\n"),
    right: .init("Content/notes.md", "# Notes\n"))

  package static let yamlEnding = DiagnosticKind(
    "workspace.yaml-ending",
    meaning: "Facts and settings are looked for in files that end in `.yml`. One that ends in `.yaml` would be overlooked.",
    wrong: .init("Content/facts/topics/more.yaml", "{}\n"),
    right: .init("Content/facts/topics/more.yml", "{}\n"))

  package static let badName = DiagnosticKind(
    "workspace.bad-name",
    meaning: "A file's name becomes part of an address. One that is not UTF-8, or has control characters or a backslash, is refused.",
    wrong: .init("Content/assets/a\\b.txt", "b\n"),
    right: .init("Content/assets/a-b.txt", "b\n"))

  package static let sameButForCase = DiagnosticKind(
    "workspace.same-but-for-case", .warning,
    meaning: "Two names that differ only by case are one file on macOS and Windows: there the project could not be checked out whole.",
    wrong: .init([("Content/assets/Map.txt", "a\n"), ("Content/assets/map.txt", "b\n")]),
    right: .init([("Content/assets/map-1.txt", "a\n"), ("Content/assets/map-2.txt", "b\n")]))
}
