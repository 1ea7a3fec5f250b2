import EDTF
import Testing

@testable import Briefing

/// Whole small strips as tables of text; see `StripPicture`.
struct StripPictureTests {
  /// One day is drawn with the days around it.
  @Test func oneDayIsAWeek() throws {
    let strip = try StripFixture.strip(["2025-08-15"])
    #expect(
      StripPicture.text(strip) == """
        height 63
        heading 12 August 2025 to 18 August 2025, by day [w]
        heading 12 Aug 2025 to 18 Aug 2025, by day [nw]
        line 0.00% to 100.00% at 37
        tick 0.00% 12 Aug
        tick 14.28% 13 [w]
        tick 28.57% 14
        tick 42.85% 15
        tick 57.14% 16
        tick 71.42% 17
        tick 85.71% 18
        point 50.00% 28 #e0
        period August 2025: 1
        """)
    #expect(strip.notes == [.oneScale(pieces: 1, events: 1)])
  }

  /// A break, names, bars known in part, boxes, an open end.
  @Test func breaksNamesAndBars() throws {
    let strip = Strip(
      [
        try StripFixture.event("invasion", "2022-02-24", "Invasion", key: true),
        try StripFixture.event("talks", "2022-03-29/2022-05", "Talks", key: true),
        try StripFixture.event("march", "2022-03", "A month"),
        try StripFixture.event("maybe", "2022-04-10?", "Possibly a day"),
        try StripFixture.event("summit", "2025-08-15", "Summit in the north", key: true),
        try StripFixture.event("since", "2025-08-20/..", "Since then"),
        try StripFixture.event("same", "2025-08-15", "The same day"),
      ], words: StripFixture.words)
    #expect(
      StripPicture.text(strip) == """
        height 114
        heading 23 February 2022 to 23 August 2025, by week [w]
        heading 23 Feb 2022 to 23 Aug 2025, by month [nw]
        line 0.00% to 84.72% at 64
        line 89.72% to 100.00% at 64
        break 87.22% gap(from: "2 June 2022", to: "11 August 2025")
        tick 0.00% 23 Feb 2022 [w]
        tick 11.98% 9 Mar [w]
        tick 17.97% 16 [w]
        tick 23.96% 23 [w]
        tick 29.95% 30 [w]
        tick 35.94% 6 Apr [w]
        tick 41.93% 13 [w]
        tick 47.92% 20 [w]
        tick 53.91% 27 [w]
        tick 59.90% 4 May [w]
        tick 65.89% 11 [w]
        tick 71.88% 18 [w]
        tick 77.87% 25 [w]
        tick 83.86% 1 Jun [w]
        tick 89.72% 12 Aug 2025 [w]
        tick 0.00% Feb 2022 [nw]
        tick 31.66% Apr [nw]
        tick 57.33% May [nw]
        tick 83.86% Jun [nw]
        name 1.28% 33 start Invasion
        name 92.71% 33 end Summit in the north
        name 83.86% 80 start Talks [w]
        key 1.28% 55 #invasion
        point 92.71% 44 #same
        key 92.71% 55 #summit
        bar 5.13% + 26.53% 84 #march
        bar 29.09% + 29.10% 72 #talks
        hatched 58.19% + 25.67% 72 #talks
        hatched box 39.79% 84 #maybe
        hatched 96.57% + 3.43% 72 #since
        arrow to the end #since
        period February 2022: 1
        period March 2022: 2
        period April 2022: 1
        period August 2025: 3
        """)
    #expect(strip.notes == [.oneScale(pieces: 2, events: 7), .gap(from: "2 June 2022", to: "11 August 2025"), .stacked])
  }

  /// The second line holds what is too dense for the first.
  @Test func aDenseStretchIsEnlarged() throws {
    let strip = try StripFixture.strip(
      ["2020-01-15", "2020-07-01", "2021-02-03", "2021-09-09", "2022-06-06"] + (1...9).map { "2022-11-0\($0)" })
    #expect(
      StripPicture.text(strip) == """
        height 146
        heading January 2020 to November 2022, by quarter [w]
        heading Jan 2020 to Nov 2022, by year [nw]
        line 0.00% to 100.00% at 37
        enlarged 97.18% + 0.84% 9 events, enlarged below
        tick 0.00% Jan 2020 [w]
        tick 8.54% Apr [w]
        tick 17.08% Jul [w]
        tick 25.72% Oct [w]
        tick 34.36% Jan 2021 [w]
        tick 42.81% Apr [w]
        tick 51.36% Jul [w]
        tick 60.00% Oct [w]
        tick 68.63% Jan 2022 [w]
        tick 77.08% Apr [w]
        tick 85.63% Jul [w]
        tick 94.27% Oct [w]
        tick 0.00% 2020 [nw]
        tick 34.36% 2021 [nw]
        tick 68.63% 2022 [nw]
        point 1.36% 28 #e0
        point 17.13% 28 #e1
        point 37.51% 28 #e2
        point 57.98% 28 #e3
        point 83.33% 28 #e4
        heading 1 November 2022 to 9 November 2022, by day [w]
        heading 1 Nov 2022 to 9 Nov 2022, by week [nw]
        line 0.00% to 100.00% at 120
        tick 0.00% 1 Nov
        tick 11.11% 2 [w]
        tick 22.22% 3 [w]
        tick 33.33% 4 [w]
        tick 44.44% 5 [w]
        tick 55.55% 6 [w]
        tick 66.66% 7 [w]
        tick 77.77% 8
        tick 88.88% 9 [w]
        point 5.55% 111 #e5
        point 16.66% 111 #e6
        point 27.77% 111 #e7
        point 38.88% 111 #e8
        point 50.00% 111 #e9
        point 61.11% 111 #e10
        point 72.22% 111 #e11
        point 83.33% 111 #e12
        point 94.44% 111 #e13
        period January 2020: 1
        period July 2020: 1
        period February 2021: 1
        period September 2021: 1
        period June 2022: 1
        period November 2022: 9
        """)
    #expect(strip.notes == [.oneScale(pieces: 1, events: 5), .enlarged(range: "1 November 2022 to 9 November 2022", events: 9)])
  }

  /// Round years before our era too, and a century of which only the hundreds are known.
  @Test func centuriesBeforeAndAfter() throws {
    let strip = try StripFixture.strip(["-0099", "-0043-03-15", "0014-08-19", "14XX", "1789-07-14", "1914-07-28/1918-11-11"])
    #expect(
      StripPicture.text(strip) == """
        height 75
        heading 106 BCE to 1924, by 20 years [w]
        heading 106 BCE to 1924, by 100 years [nw]
        line 0.00% to 29.76% at 37
        line 34.76% to 61.42% at 37
        line 66.42% to 100.00% at 37
        break 32.26% gap(from: "20", to: "1393")
        break 63.92% gap(from: "1506", to: "1783")
        tick 0.00% 106 BCE
        tick 10.95% 60 BCE [w]
        tick 20.47% 20 BCE [w]
        tick 34.76% 1394
        tick 40.94% 1420 [w]
        tick 45.70% 1440 [w]
        tick 50.47% 1460 [w]
        tick 55.23% 1480 [w]
        tick 59.99% 1500 [w]
        tick 66.42% 1784
        tick 74.99% 1820 [w]
        tick 79.75% 1840 [w]
        tick 84.51% 1860 [w]
        tick 89.28% 1880 [w]
        tick 94.04% 1900 [w]
        tick 25.23% 1 [nw]
        point 14.80% 28 #e1
        point 28.48% 28 #e2
        point 67.73% 28 #e4
        box 1.54% 45 #e0
        hatched 36.18% + 23.81% 45 #e3
        bar 97.51% + 1.02% 45 #e5 [w]
        box 98.02% 45 #e5 [nw]
        period 100 BCE: 1
        period 44 BCE: 1
        period 14: 1
        period 1400 to 1499: 1
        period 1789: 1
        period 1914: 1
        """)
    #expect(strip.notes == [.oneScale(pieces: 3, events: 6), .gap(from: "20", to: "1393"), .gap(from: "1506", to: "1783")])
  }

  /// Eight marks a stack; the rest is a number above it.
  @Test func whatFindsNoRoomIsCounted() throws {
    let strip = try StripFixture.strip((0..<20).map { _ in "2025-08-15" })
    #expect(
      StripPicture.text(strip) == """
        height 156
        heading 12 August 2025 to 18 August 2025, by day [w]
        heading 12 Aug 2025 to 18 Aug 2025, by day [nw]
        line 0.00% to 100.00% at 130
        tick 0.00% 12 Aug
        tick 14.28% 13 [w]
        tick 28.57% 14
        tick 42.85% 15
        tick 57.14% 16
        tick 71.42% 17
        tick 85.71% 18
        point 50.00% 121 #e0
        point 50.00% 110 #e1
        point 50.00% 99 #e10
        point 50.00% 88 #e11
        point 50.00% 77 #e12
        point 50.00% 66 #e13
        point 50.00% 55 #e14
        point 50.00% 44 #e15
        more 50.00% 34 +12 #e16
        period August 2025: 20
        """)
    #expect(strip.notes == [.oneScale(pieces: 1, events: 20), .stacked, .more(events: 12)])
  }
}
