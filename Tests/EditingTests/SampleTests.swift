import Diagnostics
import Facts
import Testing

@testable import Editing

/// The sample with which a briefing begins.
@Suite struct SampleTests {
  @Test func hasARecordOfEveryKindInCanonicalLayout() throws {
    let files = SampleProject.files(today: "2025-09-10", executable: "/opt/brief").enumerated().map {
      SourceFile(id: FileID($0.offset), path: $0.element.path, text: $0.element.text)
    }
    for kind in FactKind.allCases {
      let file = try #require(files.first { $0.path == "Content/facts/\(kind.rawValue).yml" })
      #expect(try FactFormat.edit(of: file) == nil)
      #expect(file.text(file.wholeSpan).hasPrefix("# "))
    }
    let lines = files.flatMap { $0.text($0.wholeSpan).split(separator: "\n") }
    #expect(lines.allSatisfy { $0.count <= 160 })
  }
}
