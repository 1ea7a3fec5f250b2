/// A font and, for signs that it lacks, others.
struct Typeface: Sendable {
  let fonts: [Font]
  /// Whether all letters and signs of ASCII can be drawn.
  private let coversASCII: Bool

  init(fonts: [Font]) {
    self.fonts = fonts
    coversASCII = (0x20...0x7E).allSatisfy { value in fonts.contains { $0.glyph(of: Unicode.Scalar(UInt8(value))) != nil } }
  }

  /// A glyph, and which of the fonts has it.
  struct Sign: Hashable {
    let font: Int
    let glyph: Int
  }

  /// The first character that cannot be drawn; nil where all can.
  func missing(in text: String) -> Character? {
    if coversASCII, text.utf8.allSatisfy({ (0x20...0x7E).contains($0) }) { return nil }
    return text.first { !Self.isLeftOut($0) && !$0.isWhitespace && sign(of: $0) == nil }
  }

  /// A character's glyph; letters with marks are looked for as one, however they are written.
  func sign(of character: Character) -> Sign? {
    let all = character.unicodeScalars
    guard let first = all.first else { return nil }
    if all.index(after: all.startIndex) == all.endIndex {
      return Self.needsJoining(first) || Self.isLeftOut(first) ? nil : sign(of: first)
    }
    let scalars = all.filter { !Self.isLeftOut($0) }
    guard let first = scalars.first, !Self.needsJoining(first) else { return nil }
    if scalars.count == 1 { return sign(of: first) }
    guard scalars.dropFirst().allSatisfy({ $0.properties.canonicalCombiningClass != .notReordered }) else { return nil }
    return Self.composed(character).flatMap { sign(of: $0) }
  }

  private func sign(of scalar: Unicode.Scalar) -> Sign? {
    for (index, font) in fonts.enumerated() { if let glyph = font.glyph(of: scalar) { return Sign(font: index, glyph: glyph) } }
    return nil
  }

  /// The one scalar that is the same character: Swift compares characters by what they are, not by how they are written.
  private static func composed(_ character: Character) -> Unicode.Scalar? {
    for block in [0xC0...0x24F, 0x386...0x3CE, 0x400...0x4FF, 0x1E00...0x1FFF] as [ClosedRange<UInt32>] {
      for value in block { if let scalar = Unicode.Scalar(value), Character(scalar) == character { return scalar } }
    }
    return nil
  }

  // MARK: What can be set letter by letter

  /// Signs that say how others are shown, and are none themselves.
  static func isLeftOut(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0xAD, 0x200B...0x200F, 0x2060, 0xFE00...0xFE0F, 0xFEFF: true
    default: false
    }
  }

  private static func isLeftOut(_ character: Character) -> Bool {
    character.unicodeScalars.allSatisfy(isLeftOut)
  }

  /// Whether a letter belongs to a script that runs from right to left, or whose letters change or move beside others.
  private static func needsJoining(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x590...0x10FF where !(0x10A0...0x10FF).contains(scalar.value): true
    case 0x1100...0x11FF, 0x1680...0x1CFF, 0x202A...0x202E, 0x2066...0x2069, 0xA800...0xABFF, 0xD7B0...0xD7FF: true
    case 0xFB1D...0xFDFF, 0xFE70...0xFEFC, 0x10800...0x11FFF, 0x1E800...0x1EFFF: true
    default: false
    }
  }
}
