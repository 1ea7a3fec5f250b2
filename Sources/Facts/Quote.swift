import Diagnostics

/// Words as somebody said or wrote them. They are printed as typed.
package struct Quote: Sendable {
  package var text = LocatedText(text: "", span: SourceSpan(file: FileID(0), start: 0, end: 0))
  /// The language of `text` (BCP 47); nil where it is the page's.
  package var language: String?
  /// The language that was spoken, where `text` is a translation.
  package var translatedFrom: String?
  package var translator: String?
  /// The words in the language that was spoken.
  package var original: String?
  package var isElided = false
  package var variants: [Variant] = []

  package init() {}

  /// The same words as another outlet printed them.
  package struct Variant: Sendable {
    package var text = ""
    package var source = Reference<Source>(id: "", span: SourceSpan(file: FileID(0), start: 0, end: 0))

    package init() {}

    static let table = FieldTable<Variant>(
      "variant", "The same words as another outlet printed them.",
      [
        .required("text", .text, "The words as that outlet printed them.") { $0.text = $1 },
        .required("source", .reference(Source.self), "Where they stand so.") { $0.source = $1 },
      ])
  }

  static let table = FieldTable<Quote>(
    "quote", "Words as somebody said or wrote them, printed as typed.",
    [
      .required("text", .located, "The words.") { $0.text = $1 },
      .optional("language", .language, "The language of the words, where it is not the page's.") { $0.language = $1 },
      .optional("translated_from", .language, "The language that was spoken.") { $0.translatedFrom = $1 },
      .optional("translator", .text, "Who translated.") { $0.translator = $1 },
      .optional("original", .text, "The words in the language that was spoken.") { $0.original = $1 },
      .optional("elided", .flag, "Whether words were left out.") { $0.isElided = $1 },
      .optional("variants", .list(of: .record(Variant.table) { Variant() }), "The same words as other outlets printed them.") {
        $0.variants = $1
      },
    ])
}
