/// Diagnostics as a SARIF 2.1.0 log (OASIS, Static Analysis Results Interchange Format), for code scanning services and viewers.
///
/// Lines and columns count from 1, columns in UTF-16 units, as `columnKind` says; an end is the place behind the last character. What stands
/// in the log depends on the diagnostics alone: no times, no machine.
package struct SARIFReporter: Sendable {
  private let files: SourceFiles
  private let rules: [DiagnosticKind]
  private let version: String
  private let folder: String

  /// - Parameters:
  ///   - rules: The catalogue: what may be found, sorted by code.
  ///   - version: The version of brief.
  ///   - folder: The project's folder within the repository, with `/` at its end; empty where they are the same.
  package init(files: SourceFiles, rules: [DiagnosticKind], version: String, folder: String = "") {
    self.files = files
    self.rules = rules
    self.version = version
    self.folder = folder
  }

  /// The whole log, in the order in which the diagnostics are given.
  package func report(_ diagnostics: [Diagnostic]) -> String {
    let places = Dictionary(rules.enumerated().map { ($1.code, $0) }) { first, _ in first }
    let driver = JSONValue.members([
      "name": "brief", "version": .string(version), "semanticVersion": .string(version), "rules": .array(rules.map(rule)),
    ])
    let run = JSONValue.members([
      "tool": .members(["driver": driver]),
      "columnKind": "utf16CodeUnits",
      "originalUriBaseIds": .members(["%SRCROOT%": .members(["description": text("The folder that the paths are relative to.")])]),
      "results": .array(diagnostics.map { result($0, ruleIndex: places[$0.code]) }),
    ])
    let log = JSONValue.members([
      "$schema": "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json", "version": "2.1.0",
      "runs": .array([run]),
    ])
    return String(decoding: log.indented, as: UTF8.self)
  }

  private func rule(_ kind: DiagnosticKind) -> JSONValue {
    .members([
      "id": .string(kind.code), "shortDescription": text(CatalogueReporter.firstSentence(of: kind.meaning)),
      "fullDescription": text(kind.meaning), "help": text("brief explain \(kind.code) shows a wrong and a right example."),
      "defaultConfiguration": .members(["level": .string(Self.level(kind.severity))]),
    ])
  }

  private func result(_ diagnostic: Diagnostic, ruleIndex: Int?) -> JSONValue {
    let label = diagnostic.primary?.text ?? ""
    let words = [diagnostic.message] + (label.isEmpty ? [] : [label]) + diagnostic.help.map { "help: " + $0 }
    let place = diagnostic.primary.flatMap(location)
    let related = diagnostic.others.compactMap(location)
    return .members([
      "ruleId": .string(diagnostic.code), "ruleIndex": ruleIndex.map(JSONValue.integer),
      "level": .string(Self.level(diagnostic.severity)), "message": text(words.joined(separator: "\n")),
      "locations": place.map { JSONValue.array([$0]) }, "relatedLocations": related.isEmpty ? nil : JSONValue.array(related),
      "fixes": diagnostic.mending.flatMap(fix).map { JSONValue.array([$0]) },
    ])
  }

  /// A replacement that a viewer may carry out.
  private func fix(_ mending: Mending) -> JSONValue? {
    guard let file = files[mending.span.file], mending.fits(file) else { return nil }
    let replacement = JSONValue.members([
      "deletedRegion": region(mending.span, in: file), "insertedContent": text(mending.right),
    ])
    return .members([
      "description": text(mending.title),
      "artifactChanges": .array([.members(["artifactLocation": address(file), "replacements": .array([replacement])])]),
    ])
  }

  /// A place, and what is said of it.
  private func location(_ label: Label) -> JSONValue? {
    guard let file = files[label.span.file] else { return nil }
    let place = JSONValue.members(["artifactLocation": address(file), "region": region(label.span, in: file)])
    return .members(["physicalLocation": place, "message": label.text.isEmpty ? nil : text(label.text)])
  }

  private func address(_ file: SourceFile) -> JSONValue {
    .members(["uri": .string(PercentEncoding.encoded(folder + file.path)), "uriBaseId": "%SRCROOT%"])
  }

  private func region(_ span: SourceSpan, in file: SourceFile) -> JSONValue {
    let start = position(span.start, in: file)
    let end = position(span.end, in: file)
    return .members([
      "startLine": .integer(start.line), "startColumn": .integer(start.column), "endLine": .integer(end.line),
      "endColumn": .integer(end.column),
    ])
  }

  /// Counted from 1; a byte order mark is no character of the first line.
  private func position(_ offset: Int, in file: SourceFile) -> SourcePosition {
    let place = file.editorPosition(at: offset, in: .utf16)
    let mark = place.line == 0 && file.hasByteOrderMark && place.column > 0 ? 1 : 0
    return SourcePosition(line: place.line + 1, column: place.column + 1 - mark)
  }

  private func text(_ text: String) -> JSONValue {
    .members(["text": .string(text)])
  }

  private static func level(_ severity: Severity) -> String {
    switch severity {
    case .error: "error"
    case .warning: "warning"
    case .hint: "note"
    }
  }
}
