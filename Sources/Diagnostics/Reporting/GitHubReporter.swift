/// Diagnostics as workflow commands of GitHub Actions, which become annotations beside the changed lines.
package struct GitHubReporter: Sendable {
  private let files: SourceFiles
  private let folder: String

  /// - Parameter folder: the project's folder within the repository, with `/` at its end; empty where they are the same.
  package init(files: SourceFiles, folder: String = "") {
    self.files = files
    self.folder = folder
  }

  /// One command a line, in the order in which they are given.
  package func report(_ diagnostics: [Diagnostic]) -> String {
    diagnostics.map { command($0) + "\n" }.joined()
  }

  private func command(_ diagnostic: Diagnostic) -> String {
    var properties: [(String, String)] = []
    if let span = diagnostic.primary?.span, let file = files[span.file] {
      let start = file.position(at: span.start)
      let end = file.position(at: max(span.start, span.end - 1))
      properties += [("file", folder + file.path), ("line", "\(start.line)"), ("col", "\(start.column)"), ("endLine", "\(end.line)")]
      // An end column means something to GitHub only within one line.
      if start.line == end.line { properties.append(("endColumn", "\(end.column)")) }
    }
    properties.append(("title", diagnostic.code))
    let label = diagnostic.primary?.text ?? ""
    let message = [diagnostic.message] + (label.isEmpty ? [] : [label]) + diagnostic.help.map { "help: " + $0 }
    let list = properties.map { "\($0.0)=\(Self.escapedProperty($0.1))" }.joined(separator: ",")
    return "::\(Self.command(for: diagnostic.severity)) \(list)::\(Self.escaped(message.joined(separator: "\n")))"
  }

  private static func command(for severity: Severity) -> String {
    switch severity {
    case .error: "error"
    case .warning: "warning"
    case .hint: "notice"
    }
  }

  private static func escaped(_ text: String, also others: [Unicode.Scalar: String] = [:]) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "%": result += "%25"
      case "\r": result += "%0D"
      case "\n": result += "%0A"
      default: result += others[scalar] ?? String(scalar)
      }
    }
    return result
  }

  private static func escapedProperty(_ text: String) -> String {
    escaped(text, also: [":": "%3A", ",": "%2C"])
  }
}
