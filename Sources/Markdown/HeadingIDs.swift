/// Makes anchors of headings by GitHub's rule: letters in lower case, everything but letters, digits, marks, `_`, `-` and spaces left out,
/// spaces as hyphens; a second of the same name gets `-1`, a third `-2`.
struct HeadingIDs {
  private var used: Set<String> = []
  private var counts: [String: Int] = [:]

  /// The anchor of a heading with this text; nil where nothing of the text is left.
  mutating func id(for text: String) -> String? {
    let slug = Self.slug(text)
    guard !slug.isEmpty else { return nil }
    var id = slug
    while used.contains(id) {
      counts[slug, default: 0] += 1
      id = "\(slug)-\(counts[slug, default: 0])"
    }
    used.insert(id)
    return id
  }

  static func slug(_ text: String) -> String {
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

  private static func isWord(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter, .nonspacingMark, .spacingMark, .enclosingMark,
      .decimalNumber, .connectorPunctuation:
      true
    default: false
    }
  }
}
