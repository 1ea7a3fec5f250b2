import TestKit
import Testing

@testable import EDTF

@Suite struct PropertyTests {
  @Test(arguments: 0..<8 as Range<UInt64>)
  func validExpressionsAreRead(seed: UInt64) {
    var generator = ExpressionGenerator(seed: seed)
    for _ in 0..<1500 {
      let text = generator.expression()
      do {
        let expression = try EDTFParser.parse(text)
        #expect(expression.text == text)
        #expect((0...2).contains(expression.level))
        if let earliest = expression.bounds.earliest, let latest = expression.bounds.latest { #expect(earliest <= latest, "\(text)") }
        if expression.level == 0 { #expect(!text.contains { "?~%X[{Y".contains($0) }, "\(text)") }
        if let html = expression.exactHTML {
          let utc = text.hasSuffix("+00:00") ? text.dropLast(6) + "Z" : text
          #expect(html == utc || html == text + ":00", "\(text)")
        }
      } catch {
        Issue.record("\(text): \(error.message)")
      }
    }
  }

  /// Against a search that tries every day and compares its digits.
  @Test(arguments: 0..<4 as Range<UInt64>)
  func boundsOfUnspecifiedDigits(seed: UInt64) {
    var random = Numbers(state: seed)
    for _ in 0..<60 {
      let pattern = [4, 2, 2].map { width in
        let highest = [2: 31, 4: 9999][width] ?? 0
        let digits = CivilDay.padded(Int.random(in: 0...highest, using: &random), width)
        return digits.enumerated().map { random.chance($0.offset >= width - 2 ? 40 : 0) ? "X" : String($0.element) }.joined()
      }
      let text = pattern.joined(separator: "-")
      let expected = Self.search(pattern)
      let bounds = (try? EDTFParser.parse(text))?.bounds
      #expect(bounds?.earliest == expected?.0, "\(text)")
      #expect(bounds?.latest == expected?.1, "\(text)")
    }
  }

  @Test(arguments: 0..<8 as Range<UInt64>)
  func anythingIsAnswered(seed: UInt64) {
    var random = Numbers(state: seed)
    var generator = ExpressionGenerator(seed: seed ^ 0xFACE)
    let pieces = [
      "2025", "-", "/", "..", "[", "]", "{", "}", ",", "T", "Y", "Y-17E999999", "E9", "S", "X", "XX", "?", "~", "%", " ", "August", "c.",
      "before", "to",
      "15", "8", "12:30", ":00", "Z", "+14", "é", "\u{2013}", "(", ")", "W05", "BC", "s", "u", "open", "unknown",
      "99999999999999999999999999", "\n", "\0", "🗓",
    ]
    for round in 0..<1500 {
      let text: String
      switch round % 3 {
      case 0: text = (0..<Int.random(in: 0...12, using: &random)).map { _ in random.pick(pieces) }.joined()
      case 1:
        text = String(
          decoding: (0..<Int.random(in: 0...40, using: &random)).map { _ in UInt8.random(in: 0...255, using: &random) }, as: UTF8.self)
      default:
        var bytes = Array(generator.expression().utf8)
        for _ in 0..<Int.random(in: 1...3, using: &random) where !bytes.isEmpty {
          let place = Int.random(in: 0..<bytes.count, using: &random)
          bytes.replaceSubrange(place..<place + Int.random(in: 0...1, using: &random), with: random.pick(pieces).utf8)
        }
        text = String(decoding: bytes, as: UTF8.self)
      }
      Self.check(text)
    }
  }

  @Test func longTextsAreAnswered() {
    for piece in ["[", "(", "9", "X", "..", "1999,", "2025-", "T", "?", " ", "a.", "é", "1/"] {
      for count in [99, 333, 1000, 100_000] {
        Self.check(String(repeating: piece, count: count))
        Self.check("Y1E" + String(repeating: piece, count: count))
        Self.check("[1999" + String(repeating: piece, count: count) + "]")
      }
    }
    for text in [
      "Y-17E999999", "Y9223372036854775808", "Y999999999999999999", "Y-999999999999999999", "Y1E17S18", "Y10000S99999999999999999999",
    ] {
      Self.check(text)
    }
  }

  /// Read, or refused with a range inside the text and a proposal that is read.
  private static func check(_ text: String) {
    do {
      let expression = try EDTFParser.parse(text)
      #expect(expression.text == text)
      _ = expression.bounds.earliest?.dayNumber
      _ = expression.bounds.latest?.dayNumber
      if let earliest = expression.bounds.earliest, let latest = expression.bounds.latest { #expect(earliest <= latest, "\(text)") }
    } catch {
      let bytes = Array(text.utf8)
      #expect(error.range.lowerBound >= 0 && error.range.upperBound <= bytes.count, "\(text)")
      for bound in [error.range.lowerBound, error.range.upperBound] where bound < bytes.count {
        #expect(bytes[bound] & 0xC0 != 0x80, "\(text): \(error.range) splits a character")
      }
      if let proposal = error.proposal {
        #expect((try? EDTFParser.parse(proposal))?.text == proposal, "\(text) -> \(proposal)")
      }
    }
  }

  private static func search(_ pattern: [String]) -> (CivilDay, CivilDay)? {
    func fits(_ number: Int, _ part: String) -> Bool {
      zip(CivilDay.padded(number, part.utf8.count).utf8, part.utf8).allSatisfy { $0 == $1 || $1 == UInt8(ascii: "X") }
    }
    var found: (CivilDay, CivilDay)?
    for year in 0...9999 where fits(year, pattern[0]) {
      for month in 1...12 where fits(month, pattern[1]) {
        for number in 1...31 where fits(number, pattern[2]) {
          guard let day = CivilDay(year: year, month: month, day: number) else { continue }
          found = (found?.0 ?? day, day)
        }
      }
    }
    return found
  }
}
