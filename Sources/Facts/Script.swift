/// Writing systems, as far as they tell that a text is not in the language of the page (ISO 15924, by Unicode blocks).
enum Script: String {
  case latin = "Latin", cyrillic = "Cyrillic", greek = "Greek", arabic = "Arabic", hebrew = "Hebrew"
  case devanagari = "Devanagari", han = "Chinese or Japanese", hangul = "Korean", thai = "Thai"

  /// The script that most letters of a text belong to; nil where it has none that is known.
  static func main(of text: String) -> Script? {
    var counts: [Script: Int] = [:]
    for scalar in text.unicodeScalars { if let script = Script(scalar) { counts[script, default: 0] += 1 } }
    return counts.max { ($0.value, $1.key.rawValue) < ($1.value, $0.key.rawValue) }?.key
  }

  /// The script in which a language is usually written; nil where that cannot be told from the tag.
  static func usual(for language: String) -> Script? {
    switch LanguageTag.language(of: language) {
    case "ru", "uk", "be", "bg", "mk", "kk", "ky", "mn", "tg": .cyrillic
    case "el": .greek
    case "ar", "fa", "ur", "ps": .arabic
    case "he", "yi": .hebrew
    case "hi", "mr", "ne": .devanagari
    case "zh", "ja": .han
    case "ko": .hangul
    case "th": .thai
    case "sr", "uz", "az", "bs": nil
    default: .latin
    }
  }

  private init?(_ scalar: Unicode.Scalar) {
    switch scalar.value {
    case 0x41...0x5A, 0x61...0x7A, 0xC0...0x24F, 0x1E00...0x1EFF: self = .latin
    case 0x370...0x3FF, 0x1F00...0x1FFF: self = .greek
    case 0x400...0x52F: self = .cyrillic
    case 0x590...0x5FF: self = .hebrew
    case 0x600...0x6FF, 0x750...0x77F: self = .arabic
    case 0x900...0x97F: self = .devanagari
    case 0xE00...0xE7F: self = .thai
    case 0x3040...0x30FF, 0x3400...0x4DBF, 0x4E00...0x9FFF: self = .han
    case 0xAC00...0xD7AF, 0x1100...0x11FF: self = .hangul
    default: return nil
    }
  }
}
