/// Diagnostics for editors and search: `path:line:col: error: message [code]`, one a line.
package struct LineReporter: Sendable {
  private let files: SourceFiles

  package init(files: SourceFiles) {
    self.files = files
  }

  /// All of them in the order in which they are given; what has no place begins with its severity.
  package func report(_ diagnostics: [Diagnostic]) -> String {
    var text = ""
    var sweeps: [FileID: PositionSweep] = [:]
    for diagnostic in diagnostics {
      if let span = diagnostic.primary?.span, let file = files[span.file] {
        let position = sweeps[file.id, default: PositionSweep(file)].position(at: span.start)
        text += "\(VisibleText.of(file.path)):\(position.line):\(position.column): "
      }
      text += "\(diagnostic.severity.rawValue): \(VisibleText.of(diagnostic.message)) [\(diagnostic.code)]\n"
    }
    return text
  }
}
