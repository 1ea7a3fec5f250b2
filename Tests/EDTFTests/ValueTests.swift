import Testing

@testable import EDTF

@Suite struct ValueTests {
  private func date(_ text: String) throws -> EDTFDate {
    guard case .date(let date) = try EDTFParser.parse(text) else {
      throw Failure.notADate
    }
    return date
  }

  private enum Failure: Error { case notADate }

  @Test(
    arguments: [
      ("1984", [Qualification.none, nil, nil], Qualification.none), ("1984?", [.uncertain, nil, nil], .uncertain),
      ("2004-06-11%", [.both, .both, .both], .both), ("2004-06~-11", [.approximate, .approximate, Qualification.none], nil),
      ("2004?-06-11", [.uncertain, Qualification.none, Qualification.none], nil),
      ("?2004-06-~11", [.uncertain, Qualification.none, .approximate], nil),
      ("2004-%06-11", [Qualification.none, .both, Qualification.none], nil), ("2004?-06-11~", [.both, .approximate, .approximate], nil),
      ("2001-21~", [.approximate, .approximate, nil], .approximate), ("?2004-?06", [.uncertain, .uncertain, nil], .uncertain),
      ("2004-~06?-11", [.uncertain, .both, Qualification.none], nil), ("Y17000~", [.approximate, nil, nil], .approximate),
    ] as [(String, [Qualification?], Qualification?)])
  func qualifies(_ text: String, _ parts: [Qualification?], _ uniform: Qualification?) throws {
    let date = try date(text)
    #expect([date.yearQualification, date.monthQualification, date.dayQualification] == parts)
    #expect(date.uniform == uniform)
  }

  @Test(
    arguments: [
      ("2025-08-15T14:30:00Z", .time), ("2025-08-15", .day), ("2025-08~", .month), ("2025-21", .season), ("-0043", .year), ("Y17E7", .year),
      ("201X", .decade), ("20XX", .century), ("2XXX", .millennium), ("XXXX", .otherUnspecified), ("2X1X", .otherUnspecified),
      ("1985-04-XX", .unspecifiedDay), ("1985-XX", .unspecifiedMonth), ("1985-XX-XX", .unspecifiedMonthAndDay),
      ("1950S2", .significantDigits),
      ("156X-12-25", .otherUnspecified), ("1984-1X", .otherUnspecified), ("XXXX-12-XX", .otherUnspecified),
      ("1985-XX-15", .otherUnspecified),
      ("1985-04-1X", .otherUnspecified), ("19XX-21", .otherUnspecified),
    ] as [(String, DatePrecision)])
  func knowsItsPrecision(_ text: String, _ precision: DatePrecision) throws {
    #expect(try date(text).precision == precision)
  }

  @Test(
    arguments: [
      ("2025", "2025"), ("0044", "0044"), ("2025-08", "2025-08"), ("2025-08-15", "2025-08-15"),
      ("1985-04-12T23:20:30", "1985-04-12T23:20:30"),
      ("1985-04-12T23:20:30Z", "1985-04-12T23:20:30Z"), ("1985-04-12T23:20:30+00:00", "1985-04-12T23:20:30Z"),
      ("1985-04-12T23:20:30-04", "1985-04-12T23:20:30-04:00"), ("2025-08-15T14:30:00+05:45", "2025-08-15T14:30:00+05:45"), ("0000", nil),
      ("-0044", nil),
      ("Y12345", nil), ("1984?", nil), ("2004-06-~11", nil), ("201X", nil), ("2025-08-XX", nil), ("2001-21", nil), ("1950S2", nil),
      ("1950S4", nil),
      ("2004/2005", nil), ("[2004]", nil),
    ] as [(String, String?)])
  func saysExactPointsInHTML(_ text: String, _ html: String?) throws {
    #expect(try EDTFParser.parse(text).exactHTML == html)
  }

  @Test func readsTheParts() throws {
    let date = try date("2025-08-15T14:30:05-08:30")
    #expect([date.year, date.month, date.day] == [2025, 8, 15])
    #expect(date.time == EDTFTime(hour: 14, minute: 30, second: 5, offset: -510))
    #expect(try self.date("1985-04-12T23:20:30").time?.offset == nil)
    let pattern = try self.date("1X8X-1X-X3")
    #expect(pattern.year == 1080 && pattern.unspecifiedYear == [.ones, .hundreds])
    #expect(pattern.month == nil && pattern.unspecifiedMonth == .ones)
    #expect(pattern.day == nil && pattern.unspecifiedDay == .tens)
    let season = try self.date("2001-34")
    #expect(season.season == .secondQuarter && season.month == nil)
    let long = try self.date("Y3388E2S3")
    #expect(long.year == 338_800 && long.significantDigits == 3)
    let interval = try EDTFParser.parse("2025-08-15/..")
    guard case .interval(let interval) = interval else { throw Failure.notADate }
    #expect(interval.start.date?.exactHTML == "2025-08-15" && interval.end == .open)
    guard case .set(let set) = try EDTFParser.parse("[..1667,1670..1672,1680~,1690..]") else { throw Failure.notADate }
    #expect(set.kind == .isOneOf && set.members.count == 4)
    #expect(set.bounds == DateBounds(earliest: nil, latest: nil))
  }

  @Test(arguments: [
    ("-198X", "-1989-01-01", "-1980-12-31"), ("-000X", "-0009-01-01", "-0001-12-31"), ("-1985S2", "-1999-01-01", "-1900-12-31"),
    ("156X-02-29", "1560-02-29", "1568-02-29"), ("XX00-02-29", "0000-02-29", "9600-02-29"), ("1984-XX-31", "1984-01-31", "1984-12-31"),
    ("1984-0X-30", "1984-01-30", "1984-09-30"), ("2016-02-XX", "2016-02-01", "2016-02-29"), ("2001-30", "2001-12-01", "2001-12-31"),
    ("2001-41", "2001-07-01", "2001-12-31"), ("Y-17E7", "-170000000-01-01", "-170000000-12-31"),
  ])
  func boundsByHand(_ text: String, _ earliest: String, _ latest: String) throws {
    let bounds = try EDTFParser.parse(text).bounds
    #expect(bounds.earliest?.text == earliest)
    #expect(bounds.latest?.text == latest)
  }

  /// The order of reader and timeline: lower bound, else upper bound; then upper bound; what has no end last.
  @Test func sorts() throws {
    let order = [
      "Y-17E7", "-0043", "../1800", "1860-01-01", "1860-01", "1860~", "1860/1861", "1860/..", "1860-02", "Y17E7", "[..1984,1990..]",
    ]
    let keys = try order.map { try EDTFParser.parse($0).bounds.sortKey }
    for (left, right) in zip(keys, keys.dropFirst()) {
      #expect(left <= right)
      #expect(!(right < left))
    }
    #expect(Array(keys.shuffled().sorted()) == keys)
  }
}
