/// One closed line around a part of a glyph: points on it, and points off it that draw it to themselves (quadratic Bézier curves).
struct Contour: Sendable, Hashable {
  struct Point: Sendable, Hashable {
    var x: Int
    var y: Int
    var isOnCurve: Bool
  }

  var points: [Point]
}
