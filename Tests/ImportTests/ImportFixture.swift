import Diagnostics
import EDTF
import Facts
import Foundation
import TestKit
import Testing

@testable import Import

/// What the tests of imports share: a project with a few ids, and files that are kept beside the tests.
enum ImportFixture {
  static let folder = URL(filePath: #filePath).deletingLastPathComponent()

  static let context = ImportContext(
    ids: [
      FactKey(.sources, "first-paper"), FactKey(.actors, "council"), FactKey(.actors, "envoy"), FactKey(.topics, "truce"),
      FactKey(.claims, "ceasefire-offer"), FactKey(.events, "first-meeting"),
    ],
    names: [
      ImportContext.Name(.actors, "The council"): "council", ImportContext.Name(.topics, "Truce"): "truce",
      ImportContext.Name(.sources, "https://gazette.example/known"): "first-paper",
    ], today: CivilDay(dayNumber: 20_341), published: CivilDay(dayNumber: 20_332))

  /// The format that a sample or an example is in, by its name.
  static func format(of path: String) -> (ImportFormat, FactKind?) {
    let stem = String(path.split(separator: "/").last?.split(separator: ".").first ?? "")
    if let format = ImportFormat(rawValue: String(stem.split(separator: "-").first ?? "")) { return (format, nil) }
    return (.csv, FactKind(rawValue: stem))
  }

  static func read(_ text: String, _ path: String) -> ImportResult {
    let (format, kind) = format(of: path)
    return Importer.read(SourceFile(path: path, text: text), as: format, kind: kind, name: "imported-sample", context: context)
  }

  /// All that came of it: the files, then the questions.
  static func report(_ result: ImportResult) -> String {
    result.files.map { "### \($0.path)\n\n\($0.text)\n" }.joined()
      + "### Questions\n\n" + SnippetReporter(files: SourceFiles([result.source])).report(result.log.sorted)
  }

  /// The errors and warnings that a build would have with the files.
  static func trouble(in result: ImportResult) -> [String] {
    result.files.flatMap { file in
      FactFile(file.kind, SourceFile(path: file.path, text: file.text)).log.sorted.map { "\(file.path): \($0.message)" }
    }
  }
}
