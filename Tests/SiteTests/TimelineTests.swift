import Briefing
import TestKit
import Testing

/// Timelines of every size and span: one event to 300, one week to two thousand years before our era.
@Suite struct TimelineTests {
  struct Fixture: Sendable, CustomTestStringConvertible {
    let name: String
    let dates: [String]

    var testDescription: String { name }

    /// So many events, evenly over days from a first one on, a gap of 11 days where they are more than ten.
    static func days(_ count: Int, over days: Int) -> Fixture {
      let dates = (0..<count).map { index -> String in
        let day = index * days / max(count, 1)
        return "2025-\(two(1 + day / 28 % 12))-\(two(1 + day % 28))"
      }
      return Fixture(name: "\(count) events over \(days) days", dates: dates)
    }

    /// So many events from one year to another, by turns exact, uncertain, open and long.
    static func years(_ count: Int, from first: Int, to last: Int) -> Fixture {
      let dates = (0..<count).map { index -> String in
        let year = first + index * (last - first) / max(count - 1, 1)
        let text = four(year)
        return switch index % 6 {
        case 0: text
        case 1: text + "~"
        case 2: text + "-05"
        case 3: text + "/" + four(year + 3)
        case 4: text + "-05-12"
        default: text + "/.."
        }
      }
      return Fixture(name: "\(count) events from \(first) to \(last)", dates: dates)
    }

    private static func two(_ number: Int) -> String {
      number < 10 ? "0\(number)" : "\(number)"
    }

    private static func four(_ year: Int) -> String {
      let digits = String(year.magnitude)
      return (year < 0 ? "-" : "") + String(repeating: "0", count: max(0, 4 - digits.utf8.count)) + digits
    }
  }

  static let fixtures: [Fixture] = [
    .days(1, over: 1), .days(10, over: 7), .days(10, over: 300), .days(300, over: 7), .days(300, over: 330),
    .years(1, from: -1999, to: -1999),
    .years(10, from: -1999, to: -1), .years(10, from: -1999, to: 2024), .years(300, from: -1999, to: -1),
    .years(300, from: -1999, to: 2024),
    Fixture(name: "no date that could be drawn", dates: ["[..1990]", "../1985", "-0043/.."]),
    Fixture(name: "one day, and two thousand years before", dates: ["-1999", "2025-08-15", "2025-08-15", "2025-08-15"]),
  ]

  @Test(arguments: fixtures)
  func timelineShowsEveryEventInOrder(_ fixture: Fixture) async throws {
    let run = try await withTemporaryFolder { folder in
      try SiteFolder.lay("smallest", in: folder)
      var events = "first-meeting: {date: \"-2500\", title: The council meets, sources: [first-paper]}\n"
      for (index, date) in fixture.dates.enumerated() {
        events += "event-\(index): {date: \"\(date)\", title: Happening number \(index), key: \(index % 5 == 0), sources: [first-paper]}\n"
      }
      try folder.write("Content/facts/events.yml", events)
      let briefing = (folder.text("Content/briefing.yml") ?? "").replacing("published: 2025-09-01", with: "published: 2031-01-01")
      try folder.write("Content/briefing.yml", briefing)
      return try await SiteRun(folder)
    }
    try #require(run.plan.site != nil, "\(run.report)")
    #expect(run.codes == [])
    let pages = Dictionary(uniqueKeysWithValues: await run.pages())
    let ids = Self.eventIDs(try #require(pages["timeline.html"]))
    #expect(ids.count == fixture.dates.count + 1)
    #expect(Set(ids).count == ids.count)
    #expect(Self.eventIDs(try #require(pages["timeline-latest.html"])) == ids.reversed())
    for path in ["timeline.html", "timeline-latest.html", "index.html"] { #expect(HTMLPage(pages[path] ?? "").faults == [], "\(path)") }
  }

  /// The ids of the events' own entries, in their order: `event-7`.
  private static func eventIDs(_ text: String) -> [String] {
    HTMLPage(text).ids.filter { $0.hasPrefix("event-") || $0 == "first-meeting" }
  }
}
