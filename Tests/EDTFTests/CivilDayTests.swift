import Testing

@testable import EDTF

@Suite struct CivilDayTests {
  @Test(arguments: [
    (0, "1970-01-01"), (-1, "1969-12-31"), (20_315, "2025-08-15"), (11_016, "2000-02-29"), (-719_468, "0000-03-01"),
    (-719_528, "0000-01-01"),
    (-719_529, "-0001-12-31"), (2_932_896, "9999-12-31"), (2_932_897, "10000-01-01"),
  ])
  func counts(_ number: Int, _ text: String) {
    let day = CivilDay(dayNumber: number)
    #expect(day.text == text)
    #expect(day.dayNumber == number)
  }

  @Test func followsTheCalendarDayByDay() throws {
    var day = try #require(CivilDay(year: -401, month: 12, day: 31))
    var number = day.dayNumber
    while day.year < 402 {
      number += 1
      let next = CivilDay(dayNumber: number)
      let isNextDay = next.year == day.year && next.month == day.month && next.day == day.day + 1
      let isNextMonth = next.day == 1 && (next.month == day.month + 1 || next.year == day.year + 1 && next.month == 1)
      guard isNextDay || isNextMonth, next.dayNumber == number, CivilDay(year: next.year, month: next.month, day: next.day) == next,
        day < next
      else {
        Issue.record("\(day.text) is followed by \(next.text)")
        return
      }
      day = next
    }
  }

  @Test func saturates() throws {
    #expect(try #require(CivilDay(year: Int.max, month: 12, day: 31)).dayNumber == Int.max)
    #expect(try #require(CivilDay(year: Int.min, month: 1, day: 1)).dayNumber == Int.min)
    for number in [Int.min, Int.min + 1, Int.max - 1, Int.max] {
      #expect((1...12).contains(CivilDay(dayNumber: number).month))
    }
  }

  @Test func refusesDaysThatAreNone() {
    #expect(CivilDay(year: 2015, month: 2, day: 29) == nil)
    #expect(CivilDay(year: 1900, month: 2, day: 29) == nil)
    #expect(CivilDay(year: 2016, month: 13, day: 1) == nil)
    #expect(CivilDay(year: 2016, month: 1, day: 0) == nil)
    #expect(CivilDay(year: 2000, month: 2, day: 29) != nil)
  }
}
