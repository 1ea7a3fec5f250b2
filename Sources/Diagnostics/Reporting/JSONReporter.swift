/// Diagnostics for programs: one JSON document (RFC 8259).
///
/// `line` and `column` count from 1, columns in characters; `offset` and `endOffset` count UTF-8 bytes from the start of the file; an end is the
/// place behind the last character. What has no place has no `file`. `version` grows when a field changes its meaning or goes.
package struct JSONReporter: Sendable {
  private let files: SourceFiles

  package init(files: SourceFiles) {
    self.files = files
  }

  /// The whole document, in the order in which the diagnostics are given.
  package func report(_ diagnostics: [Diagnostic]) -> String {
    let counts = DiagnosticCounts(diagnostics)
    let list = diagnostics.map { "\n    " + object(fields(of: $0)) }.joined(separator: ",")
    let totals = object([
      ("errors", "\(counts.errors)"), ("warnings", "\(counts.warnings)"), ("hints", "\(counts.hints)"), ("files", "\(counts.files)"),
    ])
    return "{\n  \"version\": 1,\n  \"diagnostics\": [\(list)\(list.isEmpty ? "" : "\n  ")],\n  \"counts\": \(totals)\n}\n"
  }

  private func fields(of diagnostic: Diagnostic) -> [(String, String)] {
    var fields = [
      ("code", quoted(diagnostic.code)), ("severity", quoted(diagnostic.severity.rawValue)), ("message", quoted(diagnostic.message)),
    ]
    if let primary = diagnostic.primary {
      fields += place(of: primary.span)
      if !primary.text.isEmpty { fields.append(("label", quoted(primary.text))) }
    }
    let labels = diagnostic.others.map { object(place(of: $0.span) + [("text", quoted($0.text))]) }
    fields.append(("labels", "[" + labels.joined(separator: ", ") + "]"))
    fields.append(("help", "[" + diagnostic.help.map(quoted).joined(separator: ", ") + "]"))
    return fields
  }

  private func place(of span: SourceSpan) -> [(String, String)] {
    guard let file = files[span.file] else { return [] }
    let start = file.position(at: span.start)
    let end = file.position(at: span.end)
    return [
      ("file", quoted(file.path)), ("line", "\(start.line)"), ("column", "\(start.column)"), ("endLine", "\(end.line)"),
      ("endColumn", "\(end.column)"), ("offset", "\(span.start)"), ("endOffset", "\(span.end)"),
    ]
  }

  private func object(_ fields: [(String, String)]) -> String {
    "{" + fields.map { "\"\($0.0)\": \($0.1)" }.joined(separator: ", ") + "}"
  }

  private func quoted(_ text: String) -> String {
    var bytes: [UInt8] = []
    JSONText.append(text, to: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }
}
