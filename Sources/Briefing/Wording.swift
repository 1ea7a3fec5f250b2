package import Markdown
package import Templates

/// The interface's words, as Swift asks for them. Templates take theirs through `words`; both stand in `Templates/strings.yml`.
package struct Wording: Sendable {
  package let strings: Strings
  /// The quotation marks of the briefing's language.
  package let quotes: Quotes

  package init(_ strings: Strings) {
    self.strings = strings
    quotes = Quotes(
      openingDouble: strings.text("quotes.open"), closingDouble: strings.text("quotes.close"),
      openingSingle: strings.text("quotes.inner-open"), closingSingle: strings.text("quotes.inner-close"))
  }

  /// A field that is no Markdown, as pages show it: straight quotation marks and apostrophes are set like those of prose. Data, addresses and
  /// quotations keep what was typed.
  package func set(_ text: String) -> String {
    quotes.set(text)
  }

  /// The same of what is in a language of its own; of one whose marks are not known, what was typed.
  package func set(_ text: String, in language: String?) -> String {
    guard let language else { return set(text) }
    return Quotes.of(language)?.set(text) ?? text
  }

  /// The words of a key without places.
  package func callAsFunction(_ key: String) -> String {
    strings.text(key)
  }

  /// The words of a key, its places filled.
  package func callAsFunction(_ key: String, _ places: KeyValuePairs<String, String>) -> String {
    strings.format(key) { name in places.first { $0.key == name }?.value }
  }

  /// The same for places that are gathered by a program.
  package func callAsFunction(_ key: String, filling places: [String: String]) -> String {
    strings.format(key) { places[$0] }
  }

  /// A count in digits, with the language's mark between the thousands: `2,000`. Years are no counts.
  package func number(_ number: Int) -> String {
    guard number.magnitude >= 1000 else { return String(number) }
    let mark = self("number.thousands")
    var digits = ""
    for (index, digit) in String(number.magnitude).reversed().enumerated() {
      if index > 0, index.isMultiple(of: 3) { digits = mark + digits }
      digits = String(digit) + digits
    }
    return (number < 0 ? "-" : "") + digits
  }

  /// A year as it is written within a date. Its era is said before year 1 (year 0 is 1 BCE), and before year 1000, where a number alone does not
  /// look like a year.
  package func year(_ year: Int) -> String {
    if year < 1 { return self("date.bce", ["year": String(1 - year)]) }
    return year < 1000 ? self("date.ce", ["year": String(year)]) : String(year)
  }

  /// The form of a phrase for a number, which fills the place `count`.
  package func count(_ key: String, _ number: Int, _ places: KeyValuePairs<String, String> = [:]) -> String {
    strings.plural(key, number) { name in places.first { $0.key == name }?.value ?? (name == "count" ? self.number(number) : nil) }
  }

  /// Several phrases as a list: "a, b and c".
  package func list(_ items: [String], _ joiner: String = "list.and") -> String {
    guard let last = items.last else { return "" }
    let first = items.dropLast()
    guard let head = first.first else { return last }
    let joined = first.dropFirst().reduce(head) { self("list.comma", ["first": $0, "second": $1]) }
    return self(joiner, ["first": joined, "second": last])
  }
}
