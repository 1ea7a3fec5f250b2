/// What a run has to say so far. A value: each task fills its own, and the logs are joined.
package struct DiagnosticLog: Sendable {
  package private(set) var diagnostics: [Diagnostic] = []

  package init() {}

  package var hasErrors: Bool {
    diagnostics.contains { $0.severity == .error }
  }

  package var isEmpty: Bool {
    diagnostics.isEmpty
  }

  /// Adds one.
  package mutating func add(_ diagnostic: Diagnostic) {
    diagnostics.append(diagnostic)
  }

  /// Adds all of another log behind its own.
  package mutating func append(_ other: DiagnosticLog) {
    diagnostics.append(contentsOf: other.diagnostics)
  }

  /// All of them in their order, each once.
  package var sorted: [Diagnostic] {
    var result: [Diagnostic] = []
    for diagnostic in diagnostics.sorted() where result.last != diagnostic { result.append(diagnostic) }
    return result
  }

  /// The log with warnings as errors: all of them, or those of some codes.
  package func raisingWarnings(all: Bool, codes: Set<String>) -> DiagnosticLog {
    map { diagnostic in
      var diagnostic = diagnostic
      if diagnostic.severity == .warning, all || codes.contains(diagnostic.code) { diagnostic.severity = .error }
      return diagnostic
    }
  }

  /// Replaces each diagnostic by what the closure makes of it; nil drops it.
  package func map(_ transform: (Diagnostic) -> Diagnostic?) -> DiagnosticLog {
    var log = DiagnosticLog()
    log.diagnostics = diagnostics.compactMap(transform)
    return log
  }
}
