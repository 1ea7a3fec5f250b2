import Diagnostics

extension Quotes {
  /// Plain text with its straight quotation marks and apostrophes as the language sets them, so that a title reads like the prose beside it.
  ///
  /// The rule is cmark's for prose: marks are paired like emphasis, by what stands on their two sides; a single one without a partner is an
  /// apostrophe. Dashes and dots stay as they were typed, and so does a text without straight marks.
  package func set(_ text: String) -> String {
    guard ByteSearch.first(of: 0x22, 0x27, in: text) < text.utf8.count else { return text }
    let scalars = Array(text.unicodeScalars)
    var set = scalars.map { String($0) }
    /// Marks that may open, not yet closed.
    var doubles: [Int] = []
    var singles: [Int] = []
    var opening: Set<Int> = []
    for (index, scalar) in scalars.enumerated() where scalar == "\"" || scalar == "'" {
      let previous = index > 0 ? scalars[index - 1] : "\n"
      let before = Side(previous)
      let after = Side(index + 1 < scalars.count ? scalars[index + 1] : "\n")
      let isLeft = after != .space && (after != .punctuation || before != .word)
      let isRight = before != .space && (before != .punctuation || after != .word)
      let opens = isLeft && (!isRight || previous == "(" || previous == "[") && previous != "]" && previous != ")"
      if scalar == "\"" {
        set[index] = isRight ? closingDouble : openingDouble
        if isRight, let opener = doubles.popLast() { set[opener] = openingDouble } else if opens { doubles.append(index) }
      } else if isRight, let opener = singles.popLast() {
        opening.insert(opener)
      } else if opens {
        singles.append(index)
      }
    }
    var depth = 0
    for index in scalars.indices where scalars[index] == "'" {
      let isWithin = index > 0 && scalars[index - 1].isInWord && index + 1 < scalars.count && scalars[index + 1].isInWord
      if opening.contains(index) {
        depth += 1
        set[index] = openingSingle
      } else if depth > 0, !isWithin {
        depth -= 1
        set[index] = closingSingle
      } else {
        set[index] = "’"
      }
    }
    return set.joined()
  }

  /// What stands beside a mark.
  private enum Side {
    case space, punctuation, word

    init(_ scalar: Unicode.Scalar) {
      switch scalar {
      case "\t", "\n", "\u{C}", "\r": self = .space
      case "!"..."/", ":"..."@", "["..."`", "{"..."~": self = .punctuation
      case _ where scalar.isASCII: self = scalar == " " ? .space : .word
      default:
        switch scalar.properties.generalCategory {
        case .spaceSeparator: self = .space
        case .connectorPunctuation, .dashPunctuation, .openPunctuation, .closePunctuation, .initialPunctuation, .finalPunctuation,
          .otherPunctuation:
          self = .punctuation
        default: self = .word
        }
      }
    }
  }

  /// The marks of a language by its tag (BCP 47), as CLDR has them and, in French, with the spaces that go with them; nil of one that is not listed.
  package static func of(_ language: String) -> Quotes? {
    switch language.prefix(while: { $0 != "-" }).lowercased() {
    case "en", "ga", "ko", "nl", "pt", "tr", "zh": .english
    case "bg", "cs", "de", "et", "is", "lt", "lv", "sk", "sl":
      Quotes(openingDouble: "„", closingDouble: "“", openingSingle: "‚", closingSingle: "‘")
    case "hr", "hu", "pl", "ro": Quotes(openingDouble: "„", closingDouble: "”", openingSingle: "‚", closingSingle: "’")
    case "be", "kk", "ru", "uk": Quotes(openingDouble: "«", closingDouble: "»", openingSingle: "„", closingSingle: "“")
    case "ca", "el", "es", "it": Quotes(openingDouble: "«", closingDouble: "»", openingSingle: "“", closingSingle: "”")
    case "nb", "nn", "no": Quotes(openingDouble: "«", closingDouble: "»", openingSingle: "‘", closingSingle: "’")
    case "fr":
      Quotes(openingDouble: "«\u{A0}", closingDouble: "\u{A0}»", openingSingle: "“", closingSingle: "”")
    case "da", "fi", "sv": Quotes(openingDouble: "”", closingDouble: "”", openingSingle: "’", closingSingle: "’")
    case "ja": Quotes(openingDouble: "「", closingDouble: "」", openingSingle: "『", closingSingle: "』")
    default: nil
    }
  }
}

extension Unicode.Scalar {
  /// A letter, a digit, or anything beyond ASCII.
  fileprivate var isInWord: Bool {
    switch self {
    case "a"..."z", "A"..."Z", "0"..."9": true
    default: !isASCII
    }
  }
}
