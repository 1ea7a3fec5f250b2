import Diagnostics
import Facts
import Markdown
import Templates

/// What was parsed in an earlier build of the same process: a file whose bytes and number did not change is not parsed again.
///
/// The number counts because places in what was parsed name it; a file that comes or goes moves the numbers of those behind it.
struct ParsedMemory: Sendable {
  var facts = KeptByFile<FactFile>()
  var editions = KeptByFile<EditionReading>()
  var pages = KeptByFile<PageReading>()
  var settings = KeptByFile<SettingsReading>()
  var strings = KeptByFile<StringsReading>()
  /// The quotation marks with which the pages were read.
  var quotes: Quotes?
  private var templates: (files: [SourceFile], library: TemplateLibrary, log: DiagnosticLog)?

  init() {}

  /// An edition, or nil where it is broken, and what was said of it.
  struct EditionReading: Sendable {
    let edition: Edition?
    let log: DiagnosticLog
  }

  /// A page, or nil if its front matter takes it away, and what was said of it.
  struct PageReading: Sendable {
    let page: Page?
    let log: DiagnosticLog
  }

  struct SettingsReading: Sendable {
    let settings: BriefingSettings?
    let log: DiagnosticLog
  }

  struct StringsReading: Sendable {
    let entries: [StringsEntry]?
    let log: DiagnosticLog
  }

  /// All templates. They are compiled together, so that a change of one is one of all.
  mutating func library(_ files: [SourceFile], log: inout DiagnosticLog) -> TemplateLibrary {
    if let templates, templates.files.count == files.count, zip(templates.files, files).allSatisfy({ $0.isSame(as: $1) }) {
      log.append(templates.log)
      return templates.library
    }
    var own = DiagnosticLog()
    let library = TemplateLibrary(files: files, log: &own)
    templates = (files, library, own)
    log.append(own)
    return library
  }
}

/// What was read of files.
struct KeptByFile<Value: Sendable>: Sendable {
  private var files: [SourceFile] = []
  /// Each at the place of its file.
  private(set) var values: [Value] = []

  init() {}

  /// Reads files, or finds what was read of them; what was read of others is forgotten. The results are in the order of the files.
  func reading(
    _ files: [SourceFile], jobs: Int, chunk: Int, _ read: @escaping @Sendable (SourceFile) -> Value
  ) async -> KeptByFile<Value> {
    var kept = self
    if self.files.count == files.count, files.indices.allSatisfy({ self.files[$0].path == files[$0].path }) {
      let changed = files.indices.filter { !self.files[$0].isSame(as: files[$0]) }
      for (index, value) in zip(changed, await concurrentMap(changed.map { files[$0] }, jobs: jobs, chunk: chunk, read)) {
        kept.values[index] = value
      }
    } else {
      let places = Dictionary(self.files.enumerated().map { ($1.path, $0) }) { first, _ in first }
      var results = files.map { file in
        places[file.path].flatMap { self.files[$0].isSame(as: file) ? values[$0] : nil }
      }
      let missing = results.indices.filter { results[$0] == nil }
      for (index, value) in zip(missing, await concurrentMap(missing.map { files[$0] }, jobs: jobs, chunk: chunk, read)) {
        results[index] = value
      }
      kept.values = results.compactMap { $0 }
    }
    kept.files = files
    return kept
  }

  /// The same of one file.
  mutating func read(_ file: SourceFile, _ read: (SourceFile) -> Value) -> Value {
    if let kept = files.first, kept.isSame(as: file), let value = values.first { return value }
    let value = read(file)
    (files, values) = ([file], [value])
    return value
  }
}

extension SourceFile {
  /// Whether what was made of the one can be used for the other.
  fileprivate func isSame(as other: SourceFile) -> Bool {
    id == other.id && path == other.path && bytes == other.bytes
  }
}
