import Diagnostics
import Facts

/// The files of a project by what is in them, each kind in the order of the paths.
struct SortedFiles: Sendable {
  private(set) var settings: SourceFile?
  private(set) var strings: SourceFile?
  private(set) var templates: [SourceFile] = []
  private(set) var facts: [SourceFile] = []
  /// What a file of facts holds.
  private(set) var kinds: [FileID: FactKind] = [:]
  private(set) var editions: [SourceFile] = []
  private(set) var pages: [SourceFile] = []

  /// - Parameter log: Is told of files whose names say no kind of facts.
  init(_ input: Build.Input, log: inout DiagnosticLog) {
    for file in input.files {
      if file.path.hasPrefix("Templates/") { templates.append(file) }
      if input.skipped.contains(file.id) { continue }
      if file.path == "Content/briefing.yml" {
        settings = file
      } else if file.path == "Templates/strings.yml" {
        strings = file
      } else if file.path.hasPrefix("Content/facts/"), file.path.hasSuffix(".yml") {
        if let kind = FactFile.kind(of: file, log: &log) {
          facts.append(file)
          kinds[file.id] = kind
        }
      } else if Edition.isEdition(file.path) {
        editions.append(file)
      } else if file.path.hasPrefix("Content/"), file.path.hasSuffix(".md") {
        pages.append(file)
      }
    }
  }
}
