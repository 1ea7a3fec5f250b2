import Diagnostics

/// Diagnostics as the protocol wants them, file by file.
struct DiagnosticsReport {
  /// The address under which a path of the project is known to the editor.
  let address: (_ path: String) -> String
  let unit: ColumnUnit
  /// Whether the editor shows places that explain a problem beside it.
  let showsRelated: Bool

  /// What is to be said of each file, by path. What has no place is said of `Content/briefing.yml`, at its beginning.
  func byFile(_ diagnostics: [Diagnostic], _ files: SourceFiles) -> [String: [JSONValue]] {
    var result: [String: [JSONValue]] = [:]
    for diagnostic in diagnostics {
      let file = diagnostic.primary.flatMap { files[$0.span.file] }
      result[file?.path ?? "Content/briefing.yml", default: []].append(json(diagnostic, in: file, files))
    }
    return result
  }

  private func json(_ diagnostic: Diagnostic, in file: SourceFile?, _ files: SourceFiles) -> JSONValue {
    let start = EditorPosition(line: 0, column: 0).json
    let range = diagnostic.primary.flatMap { label in file?.range(label.span, in: unit) } ?? .members(["start": start, "end": start])
    let related = diagnostic.others.compactMap { label in
      files[label.span.file].map { (place: $0, label: label) }
    }
    var words = [diagnostic.message]
    if let label = diagnostic.primary?.text, !label.isEmpty { words.append(label) }
    words += diagnostic.help.map { "help: " + $0 }
    if !showsRelated { words += related.map { "\($0.place.path):\($0.place.line(at: $0.label.span.start)): \($0.label.text)" } }
    let others = related.map { place, label in
      JSONValue.members([
        "location": .members(["uri": .string(address(place.path)), "range": place.range(label.span, in: unit)]),
        "message": .string(label.text.isEmpty ? "here" : label.text),
      ])
    }
    return .members([
      "range": range, "severity": .integer(Self.severity(diagnostic.severity)), "code": .string(diagnostic.code), "source": "brief",
      "message": .string(words.joined(separator: "\n")),
      "tags": diagnostic.code == "source.unused" ? .array([1]) : nil,
      "relatedInformation": showsRelated && !others.isEmpty ? .array(others) : nil,
    ])
  }

  private static func severity(_ severity: Severity) -> Int {
    switch severity {
    case .error: 1
    case .warning: 2
    case .hint: 4
    }
  }
}
