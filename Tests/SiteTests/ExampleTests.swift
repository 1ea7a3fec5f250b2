import Briefing
import Diagnostics
import Facts
import Markdown
import Templates
import TestKit
import Testing
import Workspace
import YAML

/// Everything that can be found wrong, of all rooms.
let catalogue =
  WorkspaceCatalogue.all + YAMLCatalogue.all + MarkdownCatalogue.all + TemplatesCatalogue.all + FactsCatalogue.all + BriefingCatalogue.all

/// Every entry's examples, laid over the smallest site: the wrong one raises its code and nothing else, the right one raises nothing at all.
@Suite struct ExampleTests {
  @Test(arguments: catalogue)
  func wrongRaisesItsCodeAlone(_ kind: DiagnosticKind) async throws {
    let run = try await run(kind.wrong)
    #expect(Set(run.codes) == [kind.code], "\(run.report)")
    #expect(run.diagnostics.allSatisfy { $0.severity == kind.severity })
  }

  @Test(arguments: catalogue)
  func rightRaisesNothing(_ kind: DiagnosticKind) async throws {
    let run = try await run(kind.right)
    #expect(run.codes == [], "\(run.report)")
    #expect(run.plan.site != nil)
  }

  @Test(arguments: catalogue)
  func meaningIsASentence(_ kind: DiagnosticKind) {
    #expect(kind.meaning.count >= 40)
    #expect(kind.meaning.hasSuffix(".") || kind.meaning.hasSuffix("`."))
    #expect(kind.meaning.first.map { $0.isUppercase || "`\"".contains($0) || $0.isNumber } ?? false)
    #expect(kind.wrong != kind.right)
  }

  @Test func codesAreUnique() {
    let counts = Dictionary(grouping: catalogue, by: \.code).filter { $0.value.count > 1 }
    #expect(counts.keys.sorted() == [])
    #expect(catalogue.count > 100)
  }

  @Test func theSmallestSiteIsClean() async throws {
    let run = try await run(nil)
    #expect(run.report == "")
    #expect(run.plan.accepted.isEmpty)
  }

  private func run(_ example: DiagnosticKind.Example?) async throws -> SiteRun {
    try await withTemporaryFolder { folder in
      try SiteFolder.lay("smallest", in: folder)
      for file in example?.files ?? [] { try folder.write(file) }
      return try await SiteRun(folder)
    }
  }
}

extension DiagnosticKind: CustomTestStringConvertible {
  /// The code.
  public var testDescription: String { code }
}
