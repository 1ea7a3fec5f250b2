extension CivilDay {
  /// A day written as EDTF, without doubt and time: `2025-08-15`.
  package init?(written text: String) {
    guard case .date(let date)? = try? EDTFParser.parse(text), date.isExact, date.time == nil, let month = date.month,
      let day = date.day
    else { return nil }
    self.init(year: date.year, month: month, day: day)
  }
}
