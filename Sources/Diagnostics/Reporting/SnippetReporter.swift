/// Diagnostics for people at a terminal: each with the lines that it speaks of, and a count at the end.
///
///     error[fact.unknown-reference]: there is no claim `garantors`
///       --> Content/index.md:12:17
///        |
///     12 | They discussed [a group](claim:garantors).
///        |                          ^^^^^^^^^^^^^^^ no claim has this id
///        |
///        = help: did you mean `guarantors`?
package struct SnippetReporter: Sendable {
  private let files: SourceFiles
  private let paint: Paint
  private let width: Int

  /// - Parameter width: the columns that a line of a source may take with its number; longer ones are shown in part.
  package init(files: SourceFiles, paint: Paint = .none, width: Int = 120) {
    self.files = files
    self.paint = paint
    self.width = width
  }

  /// All of them in the order in which they are given, with the count and the way to an explanation; empty if there are none.
  package func report(_ diagnostics: [Diagnostic]) -> String {
    guard let first = diagnostics.first else { return "" }
    let counts = DiagnosticCounts(diagnostics)
    var text = ""
    var sweeps: [FileID: PositionSweep] = [:]
    for diagnostic in diagnostics { text += snippet(diagnostic, &sweeps) + "\n" }
    if let worst = counts.worst { text += paint("\(worst.rawValue)", .severity(worst)) + paint(": \(counts.text)", .strong) + "\n" }
    text += "To learn more, run `brief explain CODE`, for example `brief explain \(first.code)`.\n"
    return text
  }

  /// One of them, ended by a line end.
  package func snippet(_ diagnostic: Diagnostic) -> String {
    var sweeps: [FileID: PositionSweep] = [:]
    return snippet(diagnostic, &sweeps)
  }

  private func snippet(_ diagnostic: Diagnostic, _ sweeps: inout [FileID: PositionSweep]) -> String {
    let style = Paint.Style.severity(diagnostic.severity)
    let title = paint("\(diagnostic.severity.rawValue)[\(diagnostic.code)]", style)
    var lines = [title + paint(": \(VisibleText.of(diagnostic.message))", .strong)]

    let excerpts = excerpts(of: diagnostic)
    let gutter = excerpts.map(\.lastLine).max().map { String($0).utf8.count } ?? 0
    for (index, excerpt) in excerpts.enumerated() {
      var header = Row()
      header.add(String(repeating: " ", count: gutter) + (index == 0 ? "--> " : "::: "), .frame)
      header.add(place(of: diagnostic, in: excerpt, &sweeps))
      lines.append(paint(header))
      lines.append(paint("\(String(repeating: " ", count: gutter)) |", .frame))
      lines += excerpt.rows(gutter: gutter, width: width).map { paint($0) }
      if index + 1 < excerpts.count || !diagnostic.help.isEmpty {
        lines.append(paint("\(String(repeating: " ", count: gutter)) |", .frame))
      }
    }
    for help in diagnostic.help {
      let margin = String(repeating: " ", count: gutter)
      for (index, line) in VisibleText.of(help, keepsLines: true).split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
        var row = Row()
        row.add(index == 0 ? "\(margin) = " : "\(margin)   ", .frame)
        row.add(index == 0 ? "help: " : "      ", .strong)
        row.add(String(line))
        lines.append(paint(row))
      }
    }
    return lines.joined(separator: "\n") + "\n"
  }

  /// One excerpt for each file, the one in which it is wrong first, the others as they come.
  private func excerpts(of diagnostic: Diagnostic) -> [Excerpt] {
    var groups: [(file: SourceFile, labels: [(label: Label, isPrimary: Bool)])] = []
    let labels = (diagnostic.primary.map { [($0, true)] } ?? []) + diagnostic.others.map { ($0, false) }
    for (label, isPrimary) in labels {
      guard let file = files[label.span.file] else { continue }
      if let index = groups.firstIndex(where: { $0.file.id == file.id }) {
        groups[index].labels.append((label, isPrimary))
      } else {
        groups.append((file, [(label, isPrimary)]))
      }
    }
    return groups.map { Excerpt($0.file, labels: $0.labels, primary: .severity(diagnostic.severity)) }
  }

  private func place(of diagnostic: Diagnostic, in excerpt: Excerpt, _ sweeps: inout [FileID: PositionSweep]) -> String {
    let labels = (diagnostic.primary.map { [$0] } ?? []) + diagnostic.others
    let offset = labels.first { $0.span.file == excerpt.file.id }?.span.start ?? 0
    let position = sweeps[excerpt.file.id, default: PositionSweep(excerpt.file)].position(at: offset)
    return "\(VisibleText.of(excerpt.file.path)):\(position.line):\(position.column)"
  }
}
