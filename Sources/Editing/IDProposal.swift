import Facts

/// Ids made from titles.
package enum IDProposal {
  private static let length = 40

  /// The first words of a title in small letters with hyphens between; nil where no valid id comes of it.
  package static func of(_ title: String) -> String? {
    var words: [String] = []
    var count = 0
    for word in plain(title).split(whereSeparator: { !$0.isASCII || !($0.isLetter || $0.isNumber) }) {
      guard words.isEmpty || count + 1 + word.count <= length else { break }
      words.append(String(word.prefix(length)))
      count += word.count + 1
    }
    return FactID.proposal(for: words.joined(separator: "-"))
  }

  /// Several parts, each of which may be an id already.
  static func joined(_ parts: [String?]) -> String? {
    let known = parts.compactMap { $0 }
    return known.count == parts.count ? FactID.proposal(for: plain(known.joined(separator: "-"))) : nil
  }

  /// Small letters without marks. Letters that are none of Latin's are left out; such a title needs an id that somebody chose.
  private static func plain(_ title: String) -> String {
    var result = ""
    for character in title.lowercased() {
      if let letters = letters[character] {
        result += letters
      } else if "'’ʼ".contains(character) {
        // `council's` is one word.
      } else {
        result.append(character)
      }
    }
    return result
  }

  private static let letters: [Character: String] = {
    let rows: [(String, String)] = [
      ("a", "àáâãåāăą"), ("c", "çćĉċč"), ("d", "ďđð"), ("e", "èéêëēĕėęě"), ("g", "ĝğġģ"), ("h", "ĥħ"), ("i", "ìíîïĩīĭįı"), ("j", "ĵ"),
      ("k", "ķ"),
      ("l", "ĺļľŀł"), ("n", "ñńņňŋ"), ("o", "òóôõōŏőø"), ("r", "ŕŗř"), ("s", "śŝşšș"), ("t", "ţťŧț"), ("u", "ùúûũūŭůűų"), ("w", "ŵ"),
      ("y", "ýÿŷ"),
      ("z", "źżž"), ("ae", "äæ"), ("oe", "öœ"), ("ue", "ü"), ("ss", "ß"), ("th", "þ"),
    ]
    var letters: [Character: String] = [:]
    for (plain, marked) in rows { for letter in marked { letters[letter] = plain } }
    return letters
  }()
}
