/// The plural categories of Unicode CLDR.
package enum PluralCategory: String, Sendable, CaseIterable, Comparable {
  case zero, one, two, few, many, other

  package static func < (left: PluralCategory, right: PluralCategory) -> Bool {
    left.rank < right.rank
  }

  private var rank: Int {
    switch self {
    case .zero: 0
    case .one: 1
    case .two: 2
    case .few: 3
    case .many: 4
    case .other: 5
    }
  }
}

/// Which form of a word goes with a whole number, by CLDR's cardinal rules for a language.
package struct PluralRule: Sendable {
  private let family: Family

  /// The rule of a language by its BCP 47 tag. The region counts only for Portuguese; a language that is not known has one form, `other`, as
  /// CLDR's root has it.
  package init(language: String) {
    let parts = language.lowercased().split(whereSeparator: { $0 == "-" || $0 == "_" }).map(String.init)
    let primary = parts.first ?? ""
    if primary == "pt", parts.dropFirst().contains("pt") {
      family = .oneAndMillions
    } else {
      family = Self.families[primary] ?? .none
    }
  }

  /// The category of a whole number; its sign does not count.
  package func category(_ number: Int) -> PluralCategory {
    family.category(number.magnitude)
  }

  /// The categories that a translation must have: those that whole numbers fall into.
  package var required: [PluralCategory] {
    family.required
  }

  /// The categories that it may have besides: for fractions, which brief does not count, and for whole millions, which fall back to `other`.
  package var optional: [PluralCategory] {
    switch family {
    case .oneAndMillions, .zeroOneAndMillions, .czech, .lithuanian: [.many]
    case .russian, .polish: [.other]
    default: []
    }
  }
}

extension PluralRule {
  private static let families: [String: Family] = {
    var result: [String: Family] = [:]
    let languages: [(Family, String)] = [
      (.none, "id ja ko ms th vi zh"),
      (.one, "az bg da de el en et eu fi gl hu ka kk nb nl nn no sq sv tr"),
      (.oneAndMillions, "ca es it"), (.zeroOneAndMillions, "fr pt"), (.zeroOne, "bn fa hi hy"),
      (.endsInOne, "is mk"), (.russian, "be ru uk"), (.polish, "pl"), (.czech, "cs sk"), (.slovenian, "sl"), (.croatian, "bs hr sr"),
      (.lithuanian, "lt"), (.latvian, "lv"), (.romanian, "ro"), (.hebrew, "he iw"), (.arabic, "ar"), (.irish, "ga"), (.welsh, "cy"),
      (.maltese, "mt"),
    ]
    for (family, codes) in languages {
      for code in codes.split(separator: " ") { result[String(code)] = family }
    }
    return result
  }()

  /// Languages that share a rule, each named by one of them or by what it asks.
  private enum Family {
    case none, one, oneAndMillions, zeroOneAndMillions, zeroOne, endsInOne
    case russian, polish, czech, slovenian, croatian, lithuanian, latvian, romanian, hebrew, arabic, irish, welsh, maltese

    var required: [PluralCategory] {
      switch self {
      case .none: [.other]
      case .one, .oneAndMillions, .zeroOneAndMillions, .zeroOne, .endsInOne: [.one, .other]
      case .russian, .polish: [.one, .few, .many]
      case .czech, .croatian, .lithuanian, .romanian: [.one, .few, .other]
      case .slovenian: [.one, .two, .few, .other]
      case .latvian: [.zero, .one, .other]
      case .hebrew: [.one, .two, .other]
      case .arabic, .welsh: [.zero, .one, .two, .few, .many, .other]
      case .irish, .maltese: [.one, .two, .few, .many, .other]
      }
    }

    func category(_ n: UInt) -> PluralCategory {
      let (ten, hundred) = (n % 10, n % 100)
      let isTeen = (11...19).contains(hundred)
      let isFew = (2...4).contains(ten) && !(12...14).contains(hundred)
      let isOne = ten == 1 && hundred != 11
      switch self {
      case .none: return .other
      case .one: return n == 1 ? .one : .other
      case .oneAndMillions: return n == 1 ? .one : n != 0 && n % 1_000_000 == 0 ? .many : .other
      case .zeroOneAndMillions: return n <= 1 ? .one : n % 1_000_000 == 0 ? .many : .other
      case .zeroOne: return n <= 1 ? .one : .other
      case .endsInOne: return isOne ? .one : .other
      case .russian: return isOne ? .one : isFew ? .few : .many
      case .polish: return n == 1 ? .one : isFew ? .few : .many
      case .czech: return n == 1 ? .one : (2...4).contains(n) ? .few : .other
      case .slovenian: return hundred == 1 ? .one : hundred == 2 ? .two : hundred == 3 || hundred == 4 ? .few : .other
      case .croatian: return isOne ? .one : isFew ? .few : .other
      case .lithuanian: return isTeen || ten == 0 ? .other : ten == 1 ? .one : .few
      case .latvian: return isTeen || ten == 0 ? .zero : ten == 1 ? .one : .other
      case .romanian: return n == 1 ? .one : n == 0 || (1...19).contains(hundred) ? .few : .other
      case .hebrew: return n == 1 ? .one : n == 2 ? .two : .other
      case .arabic:
        return n == 0
          ? .zero : n == 1 ? .one : n == 2 ? .two : (3...10).contains(hundred) ? .few : (11...99).contains(hundred) ? .many : .other
      case .irish: return n == 1 ? .one : n == 2 ? .two : (3...6).contains(n) ? .few : (7...10).contains(n) ? .many : .other
      case .welsh: return n == 0 ? .zero : n == 1 ? .one : n == 2 ? .two : n == 3 ? .few : n == 6 ? .many : .other
      case .maltese:
        return n == 1 ? .one : n == 2 ? .two : n == 0 || (3...10).contains(hundred) ? .few : (11...19).contains(hundred) ? .many : .other
      }
    }
  }
}
