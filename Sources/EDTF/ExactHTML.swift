extension EDTFDate {
  /// The value of `datetime` in HTML's `<time>`, at the date's own precision: `2025`, `2025-08`, `2025-08-15`, `2025-08-15T14:30:00-08:00`.
  ///
  /// Nil for everything that HTML cannot say or would read as something else: uncertain and unspecified dates, seasons, and years outside 1 to 9999
  /// (`-0044` would be a time zone, year 0 is none).
  package var exactHTML: String? {
    guard isExact, season == nil, (1...9999).contains(year) else { return nil }
    var result = CivilDay.padded(year, 4)
    guard let month else { return result }
    result += "-" + CivilDay.padded(month, 2)
    guard let day else { return result }
    result += "-" + CivilDay.padded(day, 2)
    guard let time else { return result }
    return result + "T" + time.html
  }
}

extension EDTFTime {
  /// The time with its zone in HTML's grammar, which wants the minutes of an offset.
  fileprivate var html: String {
    let clock = [hour, minute, second].map { CivilDay.padded($0, 2) }.joined(separator: ":")
    guard let offset else { return clock }
    guard offset != 0 else { return clock + "Z" }
    let magnitude = abs(offset)
    return clock + (offset < 0 ? "-" : "+") + CivilDay.padded(magnitude / 60, 2) + ":" + CivilDay.padded(magnitude % 60, 2)
  }
}
