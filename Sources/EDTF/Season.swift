/// A part of a year that is no month: EDTF's sub-year groupings 21 to 41, by their numbers.
package enum Season: Int, Hashable, Sendable, CaseIterable {
  /// Seasons without a place; their bounds are those of the northern hemisphere.
  case spring = 21
  case summer, autumn, winter
  case northernSpring, northernSummer, northernAutumn, northernWinter
  case southernSpring, southernSummer, southernAutumn, southernWinter
  case firstQuarter, secondQuarter, thirdQuarter, fourthQuarter
  case firstQuadrimester, secondQuadrimester, thirdQuadrimester
  case firstHalf, secondHalf

  /// The months it covers, within its year. EDTF leaves the bounds open. A season that runs over the new year is taken to be December of the year
  /// named, so that a date never leaves its year.
  package var months: ClosedRange<Int> {
    switch self {
    case .spring, .northernSpring, .southernAutumn: 3...5
    case .summer, .northernSummer, .southernWinter: 6...8
    case .autumn, .northernAutumn, .southernSpring: 9...11
    case .winter, .northernWinter, .southernSummer: 12...12
    case .firstQuarter: 1...3
    case .secondQuarter: 4...6
    case .thirdQuarter: 7...9
    case .fourthQuarter: 10...12
    case .firstQuadrimester: 1...4
    case .secondQuadrimester: 5...8
    case .thirdQuadrimester: 9...12
    case .firstHalf: 1...6
    case .secondHalf: 7...12
    }
  }

  /// 21 to 24 belong to level 1, the others to level 2.
  var level: Int { rawValue <= Season.winter.rawValue ? 1 : 2 }
}
