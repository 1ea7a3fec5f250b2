import Briefing
import EDTF
import Testing

/// EDTF in words, at the precision that is known: `<time>` around exact points, and around nothing else.
@Suite struct DatePhraseTests {
  private static let exact: [(edtf: String, text: String, value: String)] = [
    ("2025", "2025", "2025"), ("2025-08", "August 2025", "2025-08"), ("2025-08-15", "15 August 2025", "2025-08-15"),
    ("0987-01-02", "2 January 987 CE", "0987-01-02"),
  ]

  @Test(arguments: exact)
  func exactPointsAreTimes(_ edtf: String, _ text: String, _ value: String) throws {
    let phrase = DatePhraser(BriefingFixture.words).phrase(try EDTFParser.parse(edtf))
    #expect(phrase.text == text)
    #expect(phrase.markup == "<time datetime=\"\(value)\">\(text)</time>")
  }

  private static let uncertain: [(edtf: String, text: String)] = [
    ("1860~", "about 1860"), ("1860?", "possibly 1860"), ("1860%", "possibly about 1860"), ("2025-08~", "about August 2025"),
    ("2025-08-15?", "possibly 15 August 2025"), ("2025-08?-15", "15 August 2025 (partly uncertain)"), ("-0043", "44 BCE"),
    ("0000", "1 BCE"), ("0009?", "possibly 9 CE"), ("0999", "999 CE"), ("1000", "1000"), ("0079-08-24", "24 August 79 CE"),
    ("0117/0138", "117 CE to 138 CE"), ("007X", "between 70 CE and 79 CE"), ("-004X", "between 50 BCE and 41 BCE"),
    ("01XX", "between 100 CE and 199 CE"), ("0070-21", "spring 70 CE"),
    ("-0043-03-15", "15 March 44 BCE"), ("198X", "the 1980s"), ("19XX", "between 1900 and 1999"), ("1XXX", "between 1000 and 1999"),
    ("2025-XX", "in an unknown month of 2025"), ("2025-08-XX", "on an unknown day in August 2025"),
    ("2025-XX-15", "on day 15 of an unknown month in 2025"), ("2025-21", "spring 2025"), ("2025-33", "first quarter 2025"),
    ("1950S2", "about 1950, between 1900 and 1999"), ("Y-17000", "17001 BCE"), ("2025-08-1X", "at a date known only in part (2025-08-1X)"),
    ("[2025-08-15..2025-08-17]", "some time between 15 August 2025 and 17 August 2025"),
    ("[2025-08-15,2025-08-17]", "either 15 August 2025 or 17 August 2025"),
    ("{2025-08-15,2025-08-17}", "15 August 2025 and 17 August 2025"),
    ("{2025..2027}", "2025 to 2027"), ("[2025,2026,2027]", "either 2025, 2026 or 2027"), ("[..1860]", "on or before 1860"),
    ("[1860..]", "on or after 1860"), ("2022/2025", "2022 to 2025"), ("2022/..", "since 2022"), ("2022/", "from 2022 to an unknown end"),
    ("../2022", "until 2022"), ("/2022", "from an unknown start to 2022"), ("1860~/1865?", "about 1860 to possibly 1865"),
  ]

  @Test(arguments: uncertain)
  func wordsKeepThePrecision(_ edtf: String, _ text: String) throws {
    let phrase = DatePhraser(BriefingFixture.words).phrase(try EDTFParser.parse(edtf))
    #expect(phrase.text == text)
    #expect(Self.plain(phrase.markup) == text)
  }

  @Test(arguments: ["1860~", "1860?", "19XX", "2025-XX", "2025-08-XX", "2025-21", "Y-17000", "1950S2"])
  func whatIsUncertainIsNoTime(_ edtf: String) throws {
    #expect(!DatePhraser(BriefingFixture.words).phrase(try EDTFParser.parse(edtf)).markup.contains("<"))
  }

  @Test func theEndsOfAnIntervalAreTimes() throws {
    let phrase = DatePhraser(BriefingFixture.words).phrase(try EDTFParser.parse("2022/2025-08-15"))
    #expect(phrase.markup == "<time datetime=\"2022\">2022</time> to <time datetime=\"2025-08-15\">15 August 2025</time>")
  }

  @Test(arguments: [
    ("2025-08-15T10:30:00Z", "15 August 2025, 10:30 UTC"), ("2025-08-15T10:30:00+03:00", "15 August 2025, 10:30 UTC+3"),
    ("2025-08-15T10:30:00-02:30", "15 August 2025, 10:30 UTC−2:30"), ("2025-08-15T09:05:00", "15 August 2025, 09:05"),
  ])
  func timesNameTheirOffset(_ edtf: String, _ text: String) throws {
    #expect(DatePhraser(BriefingFixture.words).phrase(try EDTFParser.parse(edtf)).text == text)
  }

  private static func plain(_ markup: String) -> String {
    markup.replacing(/<[^>]*>/, with: "")
  }
}
