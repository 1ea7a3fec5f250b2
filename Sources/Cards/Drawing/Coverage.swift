/// How much of each pixel lies within closed lines: exact areas in whole numbers, so that every machine comes to the same.
///
/// Coordinates are in 1/256 of a pixel, downwards and to the right. An edge adds to each pixel that it crosses the height that it spans there,
/// and twice the area to the left of it; summed along a row, they give what is covered. Lines that go round the other way cut out.
struct Coverage {
  /// The place of the first pixel.
  let left: Int
  let top: Int
  let width: Int
  let height: Int
  private var heights: [Int32]
  private var areas: [Int32]

  /// Pixels of the largest shape that is drawn.
  private static let limit = 4 << 20
  static let one = 256

  /// Nil where there is nothing to draw, or a shape of no sensible size.
  init?(_ contours: [[Point]]) {
    var bounds: (left: Int, top: Int, right: Int, bottom: Int)?
    for point in contours.joined() {
      let old = bounds ?? (point.x, point.y, point.x, point.y)
      bounds = (min(old.left, point.x), min(old.top, point.y), max(old.right, point.x), max(old.bottom, point.y))
    }
    guard let bounds, bounds.left > -Self.limit * 256, bounds.top > -Self.limit * 256 else { return nil }
    left = bounds.left >> 8
    top = bounds.top >> 8
    // A column more, for what ends at the right edge of the last pixel.
    width = bounds.right >> 8 - left + 2
    height = bounds.bottom >> 8 - top + 1
    guard width <= Self.limit, height <= Self.limit, width * height <= Self.limit else { return nil }
    heights = [Int32](repeating: 0, count: width * height)
    areas = heights
    for contour in contours where contour.count > 1 {
      var last = contour[contour.count - 1]
      for point in contour {
        edge(last, point)
        last = point
      }
    }
  }

  struct Point {
    var x: Int
    var y: Int
  }

  /// Hands over each pixel of a row that is covered, with 1 to 255.
  func row(_ row: Int, _ take: (_ column: Int, _ coverage: Int) -> Void) {
    var sum = 0
    let start = row * width
    for column in 0..<width {
      sum += Int(heights[start + column])
      let covered = min(abs(sum * 512 - Int(areas[start + column])) >> 9, 255)
      if covered > 0 { take(column, covered) }
    }
  }

  private mutating func edge(_ from: Point, _ to: Point) {
    guard from.y != to.y else { return }
    let sign = from.y < to.y ? 1 : -1
    let (upper, lower) = from.y < to.y ? (from, to) : (to, from)
    let rise = lower.y - upper.y
    let run = lower.x - upper.x
    for row in upper.y >> 8...(lower.y - 1) >> 8 {
      let start = max(upper.y, row << 8)
      let end = min(lower.y, (row + 1) << 8)
      span(
        row - top, upper.x + run * (start - upper.y) / rise - left << 8, upper.x + run * (end - upper.y) / rise - left << 8,
        height: sign * (end - start))
    }
  }

  /// A piece of an edge within one row, from one x to another.
  private mutating func span(_ row: Int, _ from: Int, _ to: Int, height: Int) {
    let start = min(from, to)
    let end = max(from, to)
    let cells = start >> 8...end >> 8
    guard cells.count > 1 else {
      add(row * width + cells.lowerBound, height, height * (start & 255 + end & 255))
      return
    }
    var spent = 0
    for cell in cells {
      let first = max(start, cell << 8)
      let last = min(end, (cell + 1) << 8)
      let share = height * (last - start) / (end - start) - spent
      spent += share
      add(row * width + cell, share, share * (first - cell << 8 + last - cell << 8))
    }
  }

  private mutating func add(_ index: Int, _ height: Int, _ area: Int) {
    heights[index] += Int32(truncatingIfNeeded: height)
    areas[index] += Int32(truncatingIfNeeded: area)
  }
}
