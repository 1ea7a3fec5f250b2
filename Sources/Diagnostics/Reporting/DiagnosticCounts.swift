/// How many diagnostics of each severity there are, and in how many files.
package struct DiagnosticCounts: Sendable, Equatable {
  package let errors: Int
  package let warnings: Int
  package let hints: Int
  /// The files in which they begin; what has no place counts for none.
  package let files: Int

  package init(_ diagnostics: [Diagnostic]) {
    errors = diagnostics.count { $0.severity == .error }
    warnings = diagnostics.count { $0.severity == .warning }
    hints = diagnostics.count { $0.severity == .hint }
    files = Set(diagnostics.compactMap { $0.primary?.span.file }).count
  }

  /// The worst of them, or nil if there are none.
  package var worst: Severity? {
    errors > 0 ? .error : warnings > 0 ? .warning : hints > 0 ? .hint : nil
  }

  /// `3 errors, 1 warning in 2 files`; empty if there are none.
  package var text: String {
    let parts = [(errors, "error"), (warnings, "warning"), (hints, "hint")].filter { $0.0 > 0 }.map { Self.number($0.0, $0.1) }
    return parts.joined(separator: ", ") + (files > 0 ? " in " + Self.number(files, "file") : "")
  }

  private static func number(_ count: Int, _ noun: String) -> String {
    "\(count) \(noun)\(count == 1 ? "" : "s")"
  }
}
