/// Makes anchors of headings by GitHub's rule: letters in lower case, everything but letters, digits, marks, `_`, `-` and spaces left out,
/// spaces as hyphens; a second of the same name gets `-1`, a third `-2`.
struct HeadingIDs {
  private var used: Set<String> = []
  private var counts: [String: Int] = [:]

  /// The anchor of a heading with this text; nil where nothing of the text is left.
  mutating func id(for text: String) -> String? {
    let slug = Self.slug(text)
    guard !slug.isEmpty else { return nil }
    if used.isEmpty { used.reserveCapacity(8) }
    var id = slug
    while !used.insert(id).inserted {
      counts[slug, default: 0] += 1
      id = "\(slug)-\(counts[slug, default: 0])"
    }
    return id
  }

  static func slug(_ text: String) -> String {
    if let slug = plainSlug(Array(text.utf8)) { return slug }
    var slug = ""
    slug.reserveCapacity(text.utf8.count)
    for scalar in text.lowercased().unicodeScalars {
      switch scalar {
      case "a"..."z", "0"..."9", "-", "_": slug.unicodeScalars.append(scalar)
      case " ": slug.unicodeScalars.append("-")
      default: if !scalar.isASCII, isWord(scalar) { slug.unicodeScalars.append(scalar) }
      }
    }
    return slug
  }

  /// The same for text in ASCII alone, as most headings are; nil for any other.
  private static func plainSlug(_ text: [UInt8]) -> String? {
    var slug: [UInt8] = []
    slug.reserveCapacity(text.count)
    for byte in text {
      switch byte {
      case 0x61...0x7A, 0x30...0x39, UInt8(ascii: "-"), UInt8(ascii: "_"): slug.append(byte)
      case 0x41...0x5A: slug.append(byte | 0x20)
      case UInt8(ascii: " "): slug.append(UInt8(ascii: "-"))
      case 0x80...: return nil
      default: break
      }
    }
    return String(decoding: slug, as: UTF8.self)
  }

  private static func isWord(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter, .nonspacingMark, .spacingMark, .enclosingMark,
      .decimalNumber, .connectorPunctuation:
      true
    default: false
    }
  }
}
