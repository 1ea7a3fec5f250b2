import Briefing
import Diagnostics

/// What the editor was told of each file, so that it is told of a file only what is new.
struct PublishedDiagnostics: Sendable {
  /// By the files' paths.
  private var published: [String: [JSONValue]] = [:]

  /// What was found last, in all files.
  private(set) var found: [Diagnostic] = []

  init() {}

  /// The parameters of `textDocument/publishDiagnostics` for the files of which something else is to be said than before.
  mutating func news(of plan: Build.Plan, _ files: [SourceFile], _ session: Session) -> [JSONValue] {
    var log = session.disk?.log ?? DiagnosticLog()
    let open = Set(files.filter { session.open[$0.path] != nil }.map(\.id))
    // What was said of a file on the disk is not true of a text in the editor.
    log = log.map { diagnostic in diagnostic.primary.map { open.contains($0.span.file) } == true ? nil : diagnostic }
    log.append(plan.log)
    log = log.raisingWarnings(all: false, codes: Set(plan.strictCodes))
    let report = DiagnosticsReport(address: { session.address($0) }, unit: session.unit, showsRelated: session.showsRelated)
    self.found = log.sorted
    let found = report.byFile(self.found, SourceFiles(files))
    var news: [JSONValue] = []
    for path in Set(found.keys).union(published.keys).sorted() {
      let diagnostics = found[path] ?? []
      guard diagnostics != published[path] ?? [] else { continue }
      news.append(
        .members([
          "uri": .string(session.address(path)), "version": session.open[path]?.version.map(JSONValue.integer),
          "diagnostics": .array(diagnostics),
        ]))
      published[path] = diagnostics.isEmpty ? nil : diagnostics
    }
    return news
  }
}
