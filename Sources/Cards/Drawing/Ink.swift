/// The colours that cards are drawn in: those of the site's stylesheet on light paper.
package enum Ink: UInt8, Sendable, CaseIterable {
  case ink, quiet, accent, ok, open, against

  static let paper: (UInt8, UInt8, UInt8) = (0xFF, 0xFE, 0xFB)
  static let line: (UInt8, UInt8, UInt8) = (0xDC, 0xD8, 0xCF)

  var rgb: (UInt8, UInt8, UInt8) {
    switch self {
    case .ink: (0x1B, 0x1D, 0x1F)
    case .quiet: (0x54, 0x58, 0x5C)
    case .accent: (0x0B, 0x5A, 0x6E)
    case .ok: (0x1F, 0x6B, 0x3F)
    case .open: (0x7A, 0x56, 0x00)
    case .against: (0x9B, 0x2A, 0x22)
    }
  }

  /// How many shades lie between the paper and the full colour, the latter among them.
  static let shades = 16
  static let paperIndex: UInt8 = 0
  static let lineIndex: UInt8 = 1

  /// The place of a shade, 1 to `shades`, in the palette.
  func index(shade: Int) -> UInt8 {
    2 + rawValue * UInt8(Self.shades) + UInt8(shade - 1)
  }

  /// All colours, red, green and blue, in the order of their places.
  static var palette: [UInt8] {
    var colours = [paper.0, paper.1, paper.2, line.0, line.1, line.2]
    for ink in allCases {
      for shade in 1...shades {
        for (own, ground) in [(ink.rgb.0, paper.0), (ink.rgb.1, paper.1), (ink.rgb.2, paper.2)] {
          colours.append(UInt8((Int(own) * shade + Int(ground) * (shades - shade) + shades / 2) / shades))
        }
      }
    }
    return colours
  }
}
