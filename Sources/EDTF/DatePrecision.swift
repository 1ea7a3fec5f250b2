/// How much of a date is stated: what decides its wording.
package enum DatePrecision: Hashable, Sendable, CaseIterable {
  /// `2025-08-15T14:30:00Z`
  case time
  /// `2025-08-15`
  case day
  /// `2025-08`
  case month
  /// `2025-21`; see `EDTFDate.season`
  case season
  /// `2025`
  case year
  /// `201X`
  case decade
  /// `20XX`
  case century
  /// `2XXX`
  case millennium
  /// `1985-04-XX`: some day of a known month
  case unspecifiedDay
  /// `1985-XX`: some month of a known year
  case unspecifiedMonth
  /// `1985-XX-XX`: some day of a known year
  case unspecifiedMonthAndDay
  /// `1950S2`: an estimated year, of which only the first digits count; see `EDTFDate.significantDigits`
  case significantDigits
  /// Unspecified digits anywhere else: `156X-12-25`, `1984-1X`, `XXXX-12-XX`
  case otherUnspecified
}
