/// The quotation marks of a language, as they replace straight ones.
///
/// Which marks open and which close is found by cmark's own rule (a pair is matched like emphasis); the parser then puts these in its place,
/// so that titles, search and pages show the same text. The apostrophe is `’` in every language, dashes are `–` for `--` and `—` for `---`,
/// and `...` becomes `…`.
package struct Quotes: Sendable, Hashable {
  package let openingDouble: String
  package let closingDouble: String
  package let openingSingle: String
  package let closingSingle: String

  package init(openingDouble: String, closingDouble: String, openingSingle: String, closingSingle: String) {
    self.openingDouble = openingDouble
    self.closingDouble = closingDouble
    self.openingSingle = openingSingle
    self.closingSingle = closingSingle
  }

  package static let english = Quotes(openingDouble: "“", closingDouble: "”", openingSingle: "‘", closingSingle: "’")
}
