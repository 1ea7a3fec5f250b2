/// The sizes that the strip's geometry counts with. Heights are pixels; widths are pixels at the narrowest width of a class of pages, where marks stand
/// closest: what is apart there is apart at every greater width, since the places are per cent.
enum StripMetrics {
  /// The narrowest drawing, on a page of 320 px.
  static let narrow = 288
  /// The narrowest drawing on a wide page (from 61em on).
  static let wide = 896
  /// The whole width, in 1/100 per cent.
  static let whole = 10_000

  /// What a break takes of the width, in 1/100 per cent.
  static let breakWidth = 500
  static let breakLimit = 4

  /// From the middle of a point to the next one's: its diameter is 6.1 px on narrow pages, and 11 px on wide ones, where 7 px have become 21.
  static let pointDistance = 7
  /// The half width of the small box that stands for a stretch of time too short to be drawn.
  static let boxHalf = 4
  /// A stretch narrower than this is drawn as a box.
  static let barMinimum = 8
  static let pointRows = 8
  static let barRows = 5

  static let pointRow = 11
  static let barRow = 12
  static let labelRow = 16
  static let labelRows = 3
  static let heading = 22
  static let laneGap = 20

  /// So many pixels in 1/100 per cent of a drawing of that width, rounded up.
  static func hundredths(_ pixels: Int, at width: Int = narrow) -> Int {
    (pixels * whole + width - 1) / width
  }
}
