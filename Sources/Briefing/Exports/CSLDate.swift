import EDTF

/// A date as CSL-JSON 1.0 takes it. Its schema knows parts of dates, seasons and `circa`, no EDTF: what goes beyond is given in words.
enum CSLDate: Equatable {
  /// One date, or the two ends of a stretch, each as year, month and day as far as they are known.
  case parts([[Int]], season: Int?, isCirca: Bool)
  case literal(String)

  /// - Parameter words: The date in words.
  init(_ expression: EDTFExpression, words: String) {
    self = Self.parts(of: expression) ?? .literal(words)
  }

  private static func parts(of expression: EDTFExpression) -> CSLDate? {
    switch expression {
    case .date(let date):
      guard let parts = parts(of: date) else { return nil }
      return .parts([parts], season: date.season?.rawValue.advanced(by: -20), isCirca: date.uniform != Qualification.none)
    case .interval(let interval):
      guard let from = interval.start.date, let to = interval.end.date, from.season == nil, to.season == nil,
        let first = parts(of: from), let last = parts(of: to)
      else { return nil }
      return .parts([first, last], season: nil, isCirca: from.uniform != Qualification.none || to.uniform != Qualification.none)
    case .set: return nil
    }
  }

  /// The parts that are known, from the year on. Years before 1 are left to words: CSL does not say whether there is a year 0.
  private static func parts(of date: EDTFDate) -> [Int]? {
    guard date.year > 0, date.unspecifiedYear.isEmpty, date.significantDigits == nil else { return nil }
    if let season = date.season { return season.rawValue <= 24 ? [date.year] : nil }
    guard let month = date.month else { return date.day == nil ? [date.year] : nil }
    guard date.unspecifiedDay.isEmpty || date.unspecifiedDay == [.ones, .tens] else { return nil }
    return [date.year, month] + (date.day.map { [$0] } ?? [])
  }

  func write(_ json: inout JSONWriter) {
    json.object { json in
      switch self {
      case .parts(let dates, let season, let isCirca):
        json.key("date-parts")
        json.array(dates) { json, date in json.array(date) { $0.number($1) } }
        json.member("season", season)
        json.member("circa", if: isCirca)
      case .literal(let text): json.member("literal", text)
      }
    }
  }
}
