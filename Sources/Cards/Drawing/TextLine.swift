/// How a text is set.
struct TextStyle {
  let face: Typeface
  /// The em, in pixels.
  let size: Int
  /// What is added after each letter, in thousandths of the em.
  var tracking = 0
}

/// A text on one line: its glyphs, each with its place.
struct TextLine {
  struct Piece {
    let sign: Typeface.Sign
    /// From the start of the line, in 1/256 of a pixel.
    let x: Int
  }

  let style: TextStyle
  private(set) var pieces: [Piece] = []
  /// In 1/256 of a pixel.
  private(set) var width = 0

  /// Characters that cannot be drawn are left out.
  init(_ text: some StringProtocol, _ style: TextStyle) {
    self.style = style
    var last: Typeface.Sign?
    for character in text {
      guard let sign = style.face.sign(of: character.isWhitespace ? " " : character) else {
        last = nil
        continue
      }
      let font = style.face.fonts[sign.font]
      if let last, last.font == sign.font { width += scaled(font.kerning.between(last.glyph, sign.glyph), font) }
      pieces.append(Piece(sign: sign, x: width))
      width += scaled(font.advance(of: sign.glyph), font) + style.size * 256 * style.tracking / 1000
      last = sign
    }
  }

  private func scaled(_ units: Int, _ font: Font) -> Int {
    units * style.size * 256 / font.unitsPerEm
  }

  /// Draws the line so that it begins at x and stands on the pixel row y.
  func draw(on canvas: inout Canvas, x: Int, y: Int, _ ink: Ink) {
    for piece in pieces {
      let font = style.face.fonts[piece.sign.font]
      let contours = font.outline(of: piece.sign.glyph).map { contour in
        flattened(contour) {
          Coverage.Point(x: x * 256 + piece.x + $0 * style.size * 4 / font.unitsPerEm, y: y * 256 - $1 * style.size * 4 / font.unitsPerEm)
        }
      }
      if let shape = Coverage(contours) { canvas.draw(shape, ink) }
    }
  }

  /// The contour as short straight lines.
  private func flattened(_ contour: Contour, _ place: (Int, Int) -> Coverage.Point) -> [Coverage.Point] {
    let points = contour.points
    guard points.count > 1 else { return [] }
    let placed = points.map { place($0.x, $0.y) }
    func middle(_ one: Coverage.Point, _ other: Coverage.Point) -> Coverage.Point {
      Coverage.Point(x: (one.x + other.x) >> 1, y: (one.y + other.y) >> 1)
    }
    // Between two points off the line lies one on it, halfway.
    let start: Coverage.Point
    var rest = Array(points.indices)
    if let first = points.firstIndex(where: \.isOnCurve) {
      start = placed[first]
      rest = Array(points.indices[(first + 1)...]) + Array(points.indices[...first])
    } else {
      start = middle(placed[points.count - 1], placed[0])
    }
    var line = [start]
    var control: Coverage.Point?
    for index in rest {
      let point = placed[index]
      switch (control, points[index].isOnCurve) {
      case (nil, true): line.append(point)
      case (nil, false): control = point
      case (let bend?, true):
        Self.curve(to: point, by: bend, &line)
        control = nil
      case (let bend?, false):
        Self.curve(to: middle(bend, point), by: bend, &line)
        control = point
      }
    }
    if let control { Self.curve(to: start, by: control, &line) }
    return line
  }

  /// A curve from the last point of the line, in as many steps as it takes for none to be off by a sixteenth of a pixel.
  private static func curve(to end: Coverage.Point, by bend: Coverage.Point, _ line: inout [Coverage.Point]) {
    guard let start = line.last else { return }
    var bulge = max(abs(start.x - 2 * bend.x + end.x), abs(start.y - 2 * bend.y + end.y))
    var steps = 1
    while bulge > 64, steps < 64 {
      bulge >>= 2
      steps <<= 1
    }
    for step in 1...steps {
      let left = steps - step
      line.append(
        Coverage.Point(
          x: (left * left * start.x + 2 * left * step * bend.x + step * step * end.x) / (steps * steps),
          y: (left * left * start.y + 2 * left * step * bend.y + step * step * end.y) / (steps * steps)))
    }
  }
}
