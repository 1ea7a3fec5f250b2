package import Diagnostics

/// One line of strings.yml.
package struct StringsEntry: Sendable {
  package let key: String
  package let keySpan: SourceSpan
  package let text: String
  /// The way from the text back to the file.
  package let map: TextMap

  package init(key: String, keySpan: SourceSpan, text: String, map: TextMap) {
    self.key = key
    self.keySpan = keySpan
    self.text = text
    self.map = map
  }
}

/// A key that the program itself asks for. Templates take keys without places through the record `words`, and declare nothing.
package struct StringDeclaration: Sendable {
  package let key: String
  /// What must be in the text, each as `{name}`.
  package let places: [String]
  /// What may be in it.
  package let optionalPlaces: [String]
  /// Whether it is written once for each plural category of the language: `shown.one`, `shown.other`. It then has the place `count`.
  package let isPlural: Bool
  /// What the text says and where it is shown, in one sentence.
  package let meaning: String

  package init(_ key: String, places: [String] = [], optional: [String] = [], plural: Bool = false, _ meaning: String) {
    self.key = key
    self.places = plural && !places.contains("count") ? ["count"] + places : places
    optionalPlaces = optional
    isPlural = plural
    self.meaning = meaning
  }
}

/// What fills a place.
package enum StringValue: Sendable {
  case text(String)
  case number(Int)

  var words: String {
    switch self {
    case .text(let text): text
    case .number(let number): String(number)
    }
  }
}

/// Every word of the interface, from Templates/strings.yml. It never changes, and all that writes words holds on to it.
package final class Strings: Sendable {
  /// The language as a BCP 47 tag.
  package let language: String
  package let rule: PluralRule
  /// The record `words` that templates see: a text for each key that has no dot and is not declared with places or plurals.
  package let shape: ViewShape
  package let view: View
  let entries: [StringsEntry]
  let declarations: [StringDeclaration]
  private let patterns: [String: StringPattern]
  /// The texts of all keys, places left as they are written.
  private let texts: [String: String]

  package init(entries: [StringsEntry], language: String, declarations: [StringDeclaration]) {
    self.language = language
    self.entries = entries
    self.declarations = declarations
    rule = PluralRule(language: language)
    var patterns: [String: StringPattern] = [:]
    let hidden = Set(declarations.filter { $0.isPlural || !$0.places.isEmpty || !$0.optionalPlaces.isEmpty }.map(\.key))
    var words: [(key: String, text: String)] = []
    for entry in entries where patterns[entry.key] == nil {
      let pattern = StringPattern(entry.text)
      patterns[entry.key] = pattern
      if !hidden.contains(entry.key), !entry.key.utf8.contains(UInt8(ascii: ".")) { words.append((entry.key, pattern.filled { _ in nil })) }
    }
    self.patterns = patterns
    texts = patterns.mapValues { $0.filled { _ in nil } }
    shape = ViewShape(
      "words", "The words of the interface, from Templates/strings.yml.", words.map { ViewField($0.key, .text, "“\($0.text)”") })
    let values = words.map { View.text($0.text) }
    view = .record(ComputedRecord(shape) { values[$0] })
  }

  /// The text of a key. A key that is not there gives its own name: `StringsCheck` is what refuses that.
  package func text(_ key: String) -> String {
    texts[key] ?? key
  }

  /// The text with its places filled in.
  package func format(_ key: String, _ values: (String) -> String?) -> String {
    patterns[key]?.filled(values) ?? key
  }

  /// The form that goes with a count, which fills the place `count` unless the values do: a count written with words or separators.
  package func plural(_ key: String, _ count: Int, _ values: (String) -> String?) -> String {
    let category = rule.category(count)
    let pattern = patterns["\(key).\(category.rawValue)"] ?? patterns["\(key).other"]
    return pattern?.filled { values($0) ?? ($0 == "count" ? String(count) : nil) } ?? key
  }

  /// The same with values by name.
  package func format(_ key: String, _ values: [String: StringValue]) -> String {
    format(key) { values[$0]?.words }
  }

  /// The same with values by name.
  package func plural(_ key: String, _ count: Int, _ values: [String: StringValue] = [:]) -> String {
    plural(key, count) { values[$0]?.words }
  }

  /// The forms of a plural with their places unfilled, for a program that counts later: the site's own script.
  package func forms(_ key: String) -> [(category: PluralCategory, text: String)] {
    PluralCategory.allCases.compactMap { category in patterns["\(key).\(category.rawValue)"].map { (category, $0.filled { _ in nil }) } }
  }

  func pattern(_ key: String) -> StringPattern? {
    patterns[key]
  }
}
