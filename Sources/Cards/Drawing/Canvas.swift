import Packing

/// Pixels in the colours of `Ink`, and their way into a PNG file.
struct Canvas {
  let width: Int
  let height: Int
  private var pixels: [UInt8]

  init(width: Int, height: Int) {
    self.width = width
    self.height = height
    pixels = [UInt8](repeating: Ink.paperIndex, count: width * height)
  }

  /// A rectangle in one colour of the palette; what lies outside of the canvas is left out.
  mutating func fill(x: Int, y: Int, width: Int, height: Int, _ colour: UInt8) {
    let columns = max(x, 0)..<max(max(x, 0), min(x + width, self.width))
    for row in max(y, 0)..<max(max(y, 0), min(y + height, self.height)) {
      for column in columns { pixels[row * self.width + column] = colour }
    }
  }

  mutating func fill(x: Int, y: Int, width: Int, height: Int, _ ink: Ink) {
    fill(x: x, y: y, width: width, height: height, ink.index(shade: Ink.shades))
  }

  /// A shape, over what is there.
  mutating func draw(_ shape: Coverage, _ ink: Ink) {
    for row in 0..<shape.height {
      let y = shape.top + row
      guard y >= 0, y < height else { continue }
      shape.row(row) { column, coverage in
        let x = shape.left + column
        guard x >= 0, x < width else { return }
        let shade = (coverage * Ink.shades + 127) / 255
        guard shade > 0 else { return }
        // Where two glyphs of one text touch, the darker pixel stays.
        let new = ink.index(shade: shade)
        let old = pixels[y * width + x]
        pixels[y * width + x] = old > new && old <= ink.index(shade: Ink.shades) ? old : new
      }
    }
  }

  /// The file: a palette image of eight bits a pixel, without time or text (PNG, second edition).
  var png: [UInt8] {
    var rows: [UInt8] = []
    rows.reserveCapacity((width + 1) * height)
    for row in 0..<height {
      rows.append(0)
      rows += pixels[row * width..<(row + 1) * width]
    }
    var file: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]
    Self.add("IHDR", Self.word(width) + Self.word(height) + [8, 3, 0, 0, 0], to: &file)
    Self.add("PLTE", Ink.palette, to: &file)
    Self.add("IDAT", Zlib.pack(rows, effort: 24), to: &file)
    Self.add("IEND", [], to: &file)
    return file
  }

  private static func add(_ name: String, _ content: [UInt8], to file: inout [UInt8]) {
    let body = Array(name.utf8) + content
    var sum = CRC32()
    sum.add(body)
    file += word(content.count) + body + word(Int(sum.value))
  }

  private static func word(_ value: Int) -> [UInt8] {
    (0..<4).map { UInt8(truncatingIfNeeded: value >> (24 - 8 * $0)) }
  }
}
