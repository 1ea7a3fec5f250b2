import Testing

@testable import EDTF

/// What is named as wrong, and where.
@Suite struct ErrorTests {
  @Test(
    arguments: [
      ("", .empty, ""), ("not a date", .notADate, "not a date"), ("May 2016", .ordinaryForm, "May 2016"),
      ("since 2022", .ordinaryBound, "since 2022"),
      (" 2016", .whitespace, " "), ("2016\t-05", .whitespace, "\t"), ("[1667, 1668]", .whitespace, " "), ("1984u", .draftForm, "u"),
      ("2004-06-uu", .draftForm, "u"), ("2004-06-01/open", .draftForm, "open"), ("2004-(06)?-11", .draftForm, "("),
      ("201x", .lowercase, "x"),
      ("2016/05/02", .slashesInDate, "/"), ("20160502", .basicFormat, "20160502"), ("2016-W05-1", .weekDate, "W05-1"),
      ("2016-123", .ordinalDate, "123"), ("193", .yearDigits(3), "193"), ("12345", .yearDigits(5), "12345"),
      ("-0000", .negativeZero, "-0000"),
      ("2025-8-5", .notTwoDigits, "8"), ("2016-13", .impossibleMonth(13), "13"), ("2016-21-05", .dayOfSeason, "05"),
      ("2016-13-01", .impossibleMonth(13), "13"), ("2016-42", .impossibleSubYear(42), "42"), ("2016-00", .impossibleMonth(0), "00"),
      ("2015-02-29", .impossibleDay(day: 29, month: 2, year: 2015), "29"),
      ("2016-04-31/2017", .impossibleDay(day: 31, month: 4, year: 2016), "31"),
      ("[2015,2015-02-29]", .impossibleDay(day: 29, month: 2, year: 2015), "29"), ("156X-11-31", .impossibleUnspecified, "31"),
      ("2016-2X-XX", .impossibleUnspecified, "2X"), ("2016-02-3X", .impossibleUnspecified, "3X"),
      ("XXX1-02-29", .impossibleUnspecified, "29"),
      ("2015-02-29T12:00:00", .impossibleDay(day: 29, month: 2, year: 2015), "29"), ("Y17E7-12-26", .yearAlone, "-12-26"),
      ("1950S2-05", .yearAlone, "-05"), ("Y9999", .yearNotLong, "Y9999"), ("Y1E3", .yearNotLong, "Y1E3"),
      ("Y00001", .leadingZeros, "00001"),
      ("Y-17E999999", .yearTooLarge(digits: 18), "Y-17E999999"), ("Y17000E0", .exponent, "E0"), ("1950S5", .significantDigits, "S5"),
      ("1950S0", .significantDigits, "S0"), ("195XS2", .significantDigits, "S"), ("1984?~", .twoQualifiers, "?~"),
      ("2016-05T12:00:00", .timeNeedsDay, "T12:00:00"),
      ("2016-05-02T12", .malformedTime, "12"), ("2016-05-02T16:54", .missingSeconds, "16:54"),
      ("2016-05-02T16:54:59.042Z", .fractionalSeconds, ".042"),
      ("2016-05-02T24:00:01", .impossibleHour(24), "24"), ("2016-05-02T12:60:00", .impossibleMinute(60), "60"),
      ("2016-05-02T01:01:60", .impossibleSecond(60), "60"), ("2016-05-02T01:01:01+0430", .malformedOffset, "+0430"),
      ("2016-05-02T12:00:00+14:01", .impossibleOffset, "+14:01"), ("2016-05-02T12:00:00-00:00", .negativeZeroOffset, "-00:00"),
      ("2016-05-02~T12:00:00", .timeOfUncertainDay, "T12:00:00"), ("2016-05-02T12:00:00~", .timeOfUncertainDay, "~"),
      ("2008/2004", .reversedInterval, "2008/2004"), ("/", .noKnownEnd, "/"), ("../", .noKnownEnd, "../"),
      ("1985-04-12T23:20:30/1985-04-13", .timeInInterval, "T23:20:30"),
      ("P3D/2004", .duration, "P3D"), ("[1999", .unclosedSet, "["), ("[1999}", .bracketMismatch, "}"), ("[]", .missingMember, ""),
      ("[1999,,2000]", .missingMember, ""), ("[1999,..2000]", .misplacedDots, ".."), ("[1672..1670]", .reversedRange, "1672..1670"),
      ("[2004/2006]", .intervalInSet, "/"), ("[1999-01-01T00:00:00Z]", .timeInSet, "T00:00:00Z"), ("[1999]x", .unexpectedText, "x"),
      ("2016é", .unexpectedText, "é"), ("2004-", .ordinaryBound, "2004-"), ("?1984~", .twoQualifiers, "?1984~"),
      ("~2004?-06", .twoQualifiers, "~2004?"),
    ] as [(String, EDTFReason, String)])
  func names(_ text: String, _ reason: EDTFReason, _ part: String) {
    do {
      let expression = try EDTFParser.parse(text)
      Issue.record("\(text) was read as \(expression)")
    } catch {
      #expect(error.reason == reason)
      #expect(String(decoding: Array(text.utf8)[error.range], as: UTF8.self) == part)
      #expect(!error.message.isEmpty && !error.message.hasSuffix("."))
    }
  }

  @Test func refusesLongTexts() {
    let text = "[" + String(repeating: "1999,", count: 300) + "2000]"
    let error = #expect(throws: EDTFError.self) { try EDTFParser.parse(text) }
    #expect(error?.reason == .tooLong(limit: 1000))
    #expect(error?.range == 1000..<text.utf8.count)
    #expect(throws: Never.self) { try EDTFParser.parse("[" + String(repeating: "1999,", count: 198) + "2000]") }
  }

  @Test func saysWhyInPlainWords() {
    let error = #expect(throws: EDTFError.self) { try EDTFParser.parse("2015-02-29") }
    #expect(error?.message == "February 2015 has 28 days, so there is no 29 February")
  }
}
