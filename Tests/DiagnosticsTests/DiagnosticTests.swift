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

  /// A name that is passed over without a look at the order of its letters is too far by that order as well.
  @Test(arguments: 1...20 as ClosedRange<UInt64>)
  func proposesWhatIsNearEnoughByTheSmallestEdit(seed: UInt64) {
    var numbers = Numbers(state: seed)
    func name() -> String {
      String((0..<Int.random(in: 1...9, using: &numbers)).map { _ in numbers.pick(Array("aAbcde-_é")) })
    }
    for _ in 0..<200 {
      let (wanted, candidate) = (name(), name())
      let (left, right) = (Array(wanted.lowercased().unicodeScalars), Array(candidate.lowercased().unicodeScalars))
      let isNear = smallestEdit(left, right) <= max(1, max(left.count, right.count) / 3)
      #expect(Suggestion.nearest(to: wanted, among: [candidate]) == (isNear ? candidate : nil), "\(wanted) \(candidate)")
    }
  }

  /// Insertions, deletions, replacements and transpositions of neighbours that make one of the other.
  private func smallestEdit(_ left: [Unicode.Scalar], _ right: [Unicode.Scalar]) -> Int {
    var table = Array(repeating: Array(repeating: 0, count: right.count + 1), count: left.count + 1)
    for row in 0...left.count {
      for column in 0...right.count {
        guard row > 0, column > 0 else {
          table[row][column] = row + column
          continue
        }
        let isSame = left[row - 1] == right[column - 1]
        table[row][column] = min(
          table[row - 1][column] + 1, table[row][column - 1] + 1, table[row - 1][column - 1] + (isSame ? 0 : 1))
        if row > 1, column > 1, left[row - 1] == right[column - 2], left[row - 2] == right[column - 1] {
          table[row][column] = min(table[row][column], table[row - 2][column - 2] + 1)
        }
      }
    }
    return table[left.count][right.count]
  }

  @Test func givesEqualDistancesToTheFirstInTheAlphabet() {
    #expect(Suggestion.nearest(to: "ab", among: ["ac", "aa"]) == "aa")
    #expect(Suggestion.didYouMean("ab", among: ["aa"]) == ["did you mean `aa`?"])
    #expect(Suggestion.didYouMean("ab", among: []) == [])
  }
}
