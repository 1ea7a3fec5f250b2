import Templates
import Testing

/// CLDR's cardinal rules for whole numbers: for each language, numbers and the category that they take.
struct PluralRuleTests {
  static let cases: [(String, String)] = [
    ("en", "0 other, 1 one, 2 other, 11 other, 21 other, 1000000 other"),
    ("de sv da nb nn no fi nl et hu tr el ka az kk eu gl bg sq", "0 other, 1 one, 2 other, 101 other"),
    ("es it ca", "0 other, 1 one, 2 other, 1000000 many, 1000001 other"), ("fr pt pt-BR", "0 one, 1 one, 2 other, 1000000 many"),
    ("pt-PT", "0 other, 1 one, 2 other, 1000000 many"), ("hi bn fa hy", "0 one, 1 one, 2 other"),
    ("ja zh zh-Hant-TW ko vi th id ms xx", "0 other, 1 other, 2 other"), ("is mk", "0 other, 1 one, 11 other, 21 one, 111 other, 121 one"),
    (
      "ru uk be ru-RU",
      "0 many, 1 one, 2 few, 4 few, 5 many, 11 many, 12 many, 14 many, 21 one, 22 few, 25 many, 111 many, 112 many, 121 one"
    ),
    ("pl", "0 many, 1 one, 2 few, 5 many, 12 many, 21 many, 22 few, 112 many, 122 few"),
    ("cs sk", "0 other, 1 one, 2 few, 4 few, 5 other, 22 other"),
    ("sl", "0 other, 1 one, 2 two, 3 few, 4 few, 5 other, 101 one, 102 two, 104 few, 111 other"),
    ("hr sr bs sr-Latn", "0 other, 1 one, 2 few, 5 other, 11 other, 12 other, 21 one, 24 few"),
    ("lt", "0 other, 1 one, 2 few, 9 few, 10 other, 11 other, 19 other, 21 one, 22 few, 111 other"),
    ("lv", "0 zero, 1 one, 2 other, 10 zero, 11 zero, 19 zero, 20 zero, 21 one, 111 zero"),
    ("ro", "0 few, 1 one, 2 few, 19 few, 20 other, 100 other, 101 few, 119 few, 120 other"),
    ("he", "0 other, 1 one, 2 two, 3 other, 20 other"),
    ("ar", "0 zero, 1 one, 2 two, 3 few, 10 few, 11 many, 99 many, 100 other, 102 other, 103 few, 111 many"),
    ("ga", "0 other, 1 one, 2 two, 3 few, 6 few, 7 many, 10 many, 11 other"),
    ("cy", "0 zero, 1 one, 2 two, 3 few, 4 other, 6 many, 7 other"),
    ("mt", "0 few, 1 one, 2 two, 3 few, 10 few, 11 many, 19 many, 20 other, 103 few, 111 many"), ("EN_us", "1 one, -1 one, -2 other"),
  ]

  @Test(arguments: cases)
  func holds(languages: String, numbers: String) throws {
    for language in languages.split(separator: " ") {
      let rule = PluralRule(language: String(language))
      for pair in numbers.split(separator: ", ") {
        let parts = pair.split(separator: " ")
        let number = try #require(Int(parts[0]))
        #expect(rule.category(number).rawValue == parts[1], "\(language) \(number)")
      }
    }
  }

  /// The categories that a translation must have are just those that whole numbers below a million take.
  @Test func requiresWhatOccurs() {
    for language in Self.cases.flatMap({ $0.0.split(separator: " ") }) {
      let rule = PluralRule(language: String(language))
      #expect(Set(rule.required) == Set((0...1000).map(rule.category)), "\(language)")
      #expect(Set(rule.required).isDisjoint(with: rule.optional))
    }
  }
}
