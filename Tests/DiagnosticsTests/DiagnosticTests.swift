import Diagnostics
import TestKit
import Testing

@Suite struct DiagnosticTests {
  @Test func sortsByPlaceThenCodeAndKeepsEachOnce() {
    let file = source("abc", id: 0)
    let other = source("abc", id: 1)
    let late = Diagnostic(Sample.kind, "late", at: other.span(0..<1))
    let early = Diagnostic(Sample.kind, "early", at: file.span(1..<2))
    let same = Diagnostic(Sample.hint, "same place", at: file.span(1..<2))
    let placeless = Diagnostic(Sample.kind, "placeless")
    var log = DiagnosticLog()
    for diagnostic in [late, early, placeless, same, early] { log.add(diagnostic) }
    #expect(log.sorted == [placeless, same, early, late])
    #expect(log.hasErrors)
    #expect(!log.map { $0.severity == .error ? nil : $0 }.hasErrors)
    #expect(DiagnosticLog().isEmpty)
  }

  @Test(
    arguments: [
      ("garantors", "guarantors"), ("claim", "claims"), ("cliams", "claims"), ("CLAIMS", "claims"), ("xyz", nil), ("c", nil), ("", nil),
    ] as [(String, String?)])
  func proposesTheNearestName(wrong: String, right: String?) {
    #expect(Suggestion.nearest(to: wrong, among: ["sources", "claims", "guarantors"]) == right)
  }

  @Test func givesEqualDistancesToTheFirstInTheAlphabet() {
    #expect(Suggestion.nearest(to: "ab", among: ["ac", "aa"]) == "aa")
    #expect(Suggestion.didYouMean("ab", among: ["aa"]) == ["did you mean `aa`?"])
    #expect(Suggestion.didYouMean("ab", among: []) == [])
  }
}
