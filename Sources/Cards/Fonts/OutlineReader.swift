/// Reads `glyf`: outlines that are drawn, and those that are put together of others.
struct OutlineReader: Sendable {
  let bytes: FontBytes
  let glyphs: Range<Int>
  let places: Range<Int>
  let hasLongPlaces: Bool
  let count: Int

  /// How many parts a glyph may have, and how deep parts may have parts of their own.
  private static let partLimit = 128
  private static let depthLimit = 8
  private static let pointLimit = 10_000

  private struct Part {
    let glyph: Int
    let depth: Int
    let transform: Transform
  }

  /// Points in 1/64 of a unit; `a` to `d` are 2.14 fixed-point.
  private struct Transform {
    var a = 1 << 14
    var b = 0
    var c = 0
    var d = 1 << 14
    var x = 0
    var y = 0

    func point(_ x: Int, _ y: Int) -> (x: Int, y: Int) {
      ((x * a + y * c) >> 14 + self.x, (x * b + y * d) >> 14 + self.y)
    }

    /// First the inner one, then this.
    func after(_ inner: Transform) -> Transform {
      let place = point(inner.x, inner.y)
      return Transform(
        a: Self.clipped((inner.a * a + inner.b * c) >> 14), b: Self.clipped((inner.a * b + inner.b * d) >> 14),
        c: Self.clipped((inner.c * a + inner.d * c) >> 14), d: Self.clipped((inner.c * b + inner.d * d) >> 14),
        x: Self.clipped(place.x), y: Self.clipped(place.y))
    }

    private static func clipped(_ value: Int) -> Int {
      min(max(value, -(1 << 28)), 1 << 28)
    }
  }

  func outline(of glyph: Int) -> [Contour] {
    var contours: [Contour] = []
    var pending = [Part(glyph: glyph, depth: 0, transform: Transform())]
    var parts = 0
    while let part = pending.popLast(), parts < Self.partLimit {
      parts += 1
      let range = range(of: part.glyph)
      // Ten bytes hold the number of contours and the bounds.
      guard range.count > 10 else { continue }
      let contourCount = bytes.i16(range.lowerBound)
      if contourCount >= 0 {
        contours += simple(range, contourCount, part.transform)
      } else if part.depth < Self.depthLimit {
        pending += components(range, part).reversed()
      }
    }
    return contours
  }

  private func range(of glyph: Int) -> Range<Int> {
    guard glyph >= 0, glyph < count else { return 0..<0 }
    let start: Int
    let end: Int
    if hasLongPlaces {
      start = bytes.u32(places.lowerBound + 4 * glyph)
      end = bytes.u32(places.lowerBound + 4 * glyph + 4)
    } else {
      start = 2 * bytes.u16(places.lowerBound + 2 * glyph)
      end = 2 * bytes.u16(places.lowerBound + 2 * glyph + 2)
    }
    guard start < end, end <= glyphs.count else { return 0..<0 }
    return glyphs.lowerBound + start..<glyphs.lowerBound + end
  }

  // MARK: Drawn outlines

  private func simple(_ range: Range<Int>, _ contourCount: Int, _ transform: Transform) -> [Contour] {
    var place = range.lowerBound + 10
    var ends: [Int] = []
    for _ in 0..<contourCount where place < range.upperBound {
      ends.append(bytes.u16(place))
      place += 2
    }
    guard let last = ends.last, last < Self.pointLimit, zip(ends, ends.dropFirst()).allSatisfy({ $0 < $1 }) else { return [] }
    place += 2 + bytes.u16(place)
    var flags: [Int] = []
    while flags.count <= last, place < range.upperBound {
      let flag = bytes.u8(place)
      place += 1
      flags.append(flag)
      if flag & 8 != 0 {
        flags += Array(repeating: flag, count: min(bytes.u8(place), last + 1 - flags.count))
        place += 1
      }
    }
    guard flags.count == last + 1 else { return [] }
    let xs = coordinates(flags, isShort: 2, isSame: 16, &place)
    let ys = coordinates(flags, isShort: 4, isSame: 32, &place)
    var contours: [Contour] = []
    var start = 0
    for end in ends {
      contours.append(
        Contour(
          points: (start...end).map { index in
            let point = transform.point(xs[index] << 6, ys[index] << 6)
            return Contour.Point(x: point.x, y: point.y, isOnCurve: flags[index] & 1 != 0)
          }))
      start = end + 1
    }
    return contours
  }

  private func coordinates(_ flags: [Int], isShort: Int, isSame: Int, _ place: inout Int) -> [Int] {
    var value = 0
    return flags.map { flag in
      if flag & isShort != 0 {
        value += flag & isSame != 0 ? bytes.u8(place) : -bytes.u8(place)
        place += 1
      } else if flag & isSame == 0 {
        value += bytes.i16(place)
        place += 2
      }
      return value
    }
  }

  // MARK: Outlines made of others

  private func components(_ range: Range<Int>, _ part: Part) -> [Part] {
    var place = range.lowerBound + 10
    var components: [Part] = []
    while place < range.upperBound, components.count < Self.partLimit {
      let flags = bytes.u16(place)
      let glyph = bytes.u16(place + 2)
      place += 4
      var own = Transform()
      let isWide = flags & 1 != 0
      if flags & 2 != 0 {
        own.x = (isWide ? bytes.i16(place) : bytes.i8(place)) << 6
        own.y = (isWide ? bytes.i16(place + 2) : bytes.i8(place + 1)) << 6
      }
      place += isWide ? 4 : 2
      if flags & 8 != 0 {
        own.a = bytes.i16(place)
        own.d = own.a
        place += 2
      } else if flags & 0x40 != 0 {
        own.a = bytes.i16(place)
        own.d = bytes.i16(place + 2)
        place += 4
      } else if flags & 0x80 != 0 {
        (own.a, own.b, own.c, own.d) = (bytes.i16(place), bytes.i16(place + 2), bytes.i16(place + 4), bytes.i16(place + 6))
        place += 8
      }
      components.append(Part(glyph: glyph, depth: part.depth + 1, transform: part.transform.after(own)))
      if flags & 0x20 == 0 { break }
    }
    return components
  }
}
