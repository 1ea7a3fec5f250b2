import Diagnostics
import Facts
import Foundation
import TestKit
import Testing

@testable import Import

/// A file of each tool, in the structure in which that tool writes it, and all that comes of it. `BRIEF_BLESS=1` writes the expected texts anew.
@Suite struct SampleTests {
  static let samples = ((try? FileManager.default.contentsOfDirectory(atPath: ImportFixture.folder.appending(path: "Samples").path)) ?? [])
    .filter { !$0.hasPrefix(".") }.sorted()

  @Test(arguments: samples)
  func comesOutAsExpected(_ name: String) throws {
    let data = try Data(contentsOf: ImportFixture.folder.appending(path: "Samples/\(name)"))
    let (format, kind) = ImportFixture.format(of: name)
    let result = Importer.read(
      SourceFile(id: FileID(0), path: name, bytes: Array(data)), as: format, kind: kind, name: "imported-sample",
      context: ImportFixture.context)
    let actual = ImportFixture.report(result)
    let golden = ImportFixture.folder.appending(path: "Golden/\(name).txt")
    if ProcessInfo.processInfo.environment["BRIEF_BLESS"] == "1" {
      try Data(actual.utf8).write(to: golden)
      Issue.record("written anew: \(name)")
    }
    let expected = (try? Data(contentsOf: golden)).map { String(decoding: $0, as: UTF8.self) }
    #expect(actual == expected)
    #expect(ImportFixture.trouble(in: result) == [])
    #expect(!result.files.isEmpty)
  }

  @Test func everyFormatHasItsSample() {
    #expect(Set(Self.samples.map { ImportFixture.format(of: $0).0 }) == Set(ImportFormat.allCases))
  }
}

/// Every entry's examples: the wrong one raises its code, the right one raises nothing.
@Suite struct ImportCatalogueTests {
  /// What only a look at the whole project can find; it is raised in the tests of the command.
  static let kinds = ImportCatalogue.all.filter { $0.code != "import.does-not-hold" }

  @Test(arguments: kinds.map(\.code))
  func wrongRaisesItsCodeAndRightDoesNot(_ code: String) throws {
    let kind = try #require(Self.kinds.first { $0.code == code })
    for (example, isWrong) in [(kind.wrong, true), (kind.right, false)] {
      let file = try #require(example.files.first)
      let log = ImportFixture.read(file.text, file.path).log.sorted
      #expect(log.contains { $0.code == code } == isWrong, "\(log.map(\.message))")
      if isWrong { #expect(log.first { $0.code == code }?.severity == kind.severity) }
    }
  }

  @Test func codesAreUnique() {
    #expect(Set(ImportCatalogue.all.map(\.code)).count == ImportCatalogue.all.count)
  }
}
