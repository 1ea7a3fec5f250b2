import Diagnostics
import Foundation
import TestKit
import Testing

/// Broken sites, each laid over the smallest one, and the full report that an author gets. `BRIEF_BLESS=1` writes the reports anew.
@Suite struct InvalidTests {
  private static let folder = SiteFolder.tests.appending(path: "Invalid")
  static let cases = SiteFolder.names(in: folder)

  @Test(arguments: cases)
  func reportIsAsExpected(_ name: String) async throws {
    let place = Self.folder.appending(path: name)
    let files = SiteFolder.files(below: place).filter { $0.path != "report.txt" }
    try #require(!files.isEmpty)
    let run = try await withTemporaryFolder { folder in
      try SiteFolder.lay("smallest", in: folder)
      for file in files {
        let text = String(decoding: file.bytes, as: UTF8.self)
        // Bytes that are no text are laid down as they are.
        let isText = Array(text.utf8) == file.bytes
        try folder.write(DiagnosticKind.Example.File(path: file.path, text: text, matter: isText ? .text : .bytes(file.bytes)))
      }
      return try await SiteRun(folder)
    }
    #expect(!run.diagnostics.isEmpty)
    GoldenFile.expect(run.report, at: place.appending(path: "report.txt"))
  }

  @Test func thereAreManyAndEachIsKnown() {
    #expect(Self.cases.count >= 65)
  }

  /// The report of each entry's wrong example: no code without one.
  @Test(arguments: catalogue)
  func everyCodeHasItsReport(_ kind: DiagnosticKind) async throws {
    let run = try await withTemporaryFolder { folder in
      try SiteFolder.lay("smallest", in: folder)
      for file in kind.wrong.files { try folder.write(file) }
      return try await SiteRun(folder)
    }
    GoldenFile.expect(run.report, at: SiteFolder.tests.appending(path: "Golden/reports/\(kind.code).txt"))
  }

  @Test func everyReportHasItsCode() {
    let known = Set(catalogue.map { $0.code + ".txt" })
    let names = Set(SiteFolder.names(in: SiteFolder.tests.appending(path: "Golden/reports")))
    #expect(names.subtracting(known).sorted() == [])
  }

  @Test func blessingIsNoPass() {
    #expect(!GoldenFile.isBlessing, "the expected texts were written anew; look at what changed, then run the tests without BRIEF_BLESS")
  }
}
