import Diagnostics
import TestKit

/// A kind and some helpers for the reporters' tests.
enum Sample {
  static let kind = DiagnosticKind(
    "fact.unknown-reference",
    meaning: "Something refers to a record that does not exist. Nothing can be shown in its place, so the build stops.",
    wrong: .init("Content/index.md", "[a group](claim:garantors)\n"),
    right: .init([("Content/index.md", "[a group](claim:guarantors)\n"), ("Content/facts/claims.yml", "guarantors:\n\n  text: A group.\n")])
  )
  static let warning = DiagnosticKind("fact.single-origin", .warning, meaning: "M.", wrong: .init("a", "b"), right: .init("a", "c"))
  static let hint = DiagnosticKind("fact.no-archive", .hint, meaning: "M.", wrong: .init("a", "b"), right: .init("a", "c"))

  /// The span of the first place in a file where a text stands.
  static func span(_ file: SourceFile, _ text: String) -> SourceSpan {
    let wanted = Array(text.utf8)
    let start = file.bytes.indices.first { file.bytes[$0...].starts(with: wanted) }
    precondition(start != nil, "\(text) is not in the file")
    return file.span((start ?? 0)..<(start ?? 0) + wanted.count)
  }

  static func snippet(_ diagnostic: Diagnostic, _ files: SourceFile..., paint: Paint = .none) -> String {
    SnippetReporter(files: SourceFiles(files), paint: paint, width: 60).snippet(diagnostic)
  }
}
