import Testing

@testable import EDTF

/// The examples of the specification, and the traps that other readers fall into.
@Suite struct CorpusTests {
  @Test(arguments: Corpus.valid)
  func reads(_ row: Corpus.Valid) throws {
    let expression = try EDTFParser.parse(row.text)
    #expect(expression.text == row.text)
    #expect(expression.level == row.level)
    #expect(expression.bounds.earliest == (try bound(row.lower)), "lower bound")
    #expect(expression.bounds.latest == (try bound(row.upper)), "upper bound")
    if case .interval(let interval) = expression {
      #expect((interval.start == .open) == (row.lower == "-inf"))
      #expect((interval.start == .unknown) == (row.lower == "unknown"))
      #expect((interval.end == .open) == (row.upper == "+inf"))
      #expect((interval.end == .unknown) == (row.upper == "unknown"))
    }
  }

  @Test(arguments: Corpus.bad)
  func refuses(_ text: String) {
    #expect(throws: EDTFError.self) { try EDTFParser.parse(text) }
  }

  private func bound(_ text: String) throws -> CivilDay? {
    if ["-inf", "+inf", "unknown"].contains(text) { return nil }
    let sign = text.hasPrefix("-") ? -1 : 1
    let parts = text.split(separator: "-").compactMap { Int($0) }
    try #require(parts.count == 3)
    let day = try #require(CivilDay(year: sign * parts[0], month: parts[1], day: parts[2]))
    #expect(day.text == text)
    return day
  }
}
