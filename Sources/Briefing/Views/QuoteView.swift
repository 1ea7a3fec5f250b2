import Facts
import Templates

/// Words as somebody said them, with what a reader must know of their making.
package final class QuoteView: RecordView {
  let text: String
  let language: String?
  let direction: String?
  let original: String?
  let originalLanguage: String?
  let translation: String?
  let isElided: Bool
  let variants: [Variant]

  struct Variant: Sendable {
    let text: String
    let citation: CitationMark

    static let table = ViewTable<Variant>(
      "variant", "The same words as another outlet printed them.",
      [
        .text("text", "The words.") { $0.text },
        .record("citation", CitationMark.table, "Where they stand so.") { $0.citation },
      ])
  }

  package static let table = ViewTable<QuoteView>(
    "quote", "Words as somebody said them.",
    [
      .text("text", "The words, as they were printed.") { $0.text },
      .optionalText("language", "Their language, where it is not the page's (BCP 47).") { $0.language },
      .optionalText("direction", "Their direction, where it is not the page's.") { $0.direction },
      .optionalText("original", "The words in the language that was spoken.") { $0.original },
      .optionalText("original-language", "That language (BCP 47).") { $0.originalLanguage },
      .optionalText("translation", "That it is a translation, from which language and by whom.") { $0.translation },
      .flag("elided", "Whether words were left out.") { $0.isElided },
      .list("variants", Variant.table, "The same words as other outlets printed them.") { $0.variants },
    ])

  init(_ quote: Quote, _ writer: inout ProseWriter) {
    let site = writer.site
    let page = site.settings.language
    text = quote.text.text
    language = quote.language == page ? nil : quote.language
    let isRightToLeft = LanguageTag.isRightToLeft(quote.language ?? page)
    direction = isRightToLeft == LanguageTag.isRightToLeft(page) ? nil : isRightToLeft ? "rtl" : "ltr"
    original = quote.original
    originalLanguage = quote.translatedFrom
    translation = quote.translatedFrom.map { from in
      let name = site.words.language(from)
      guard let translator = quote.translator else { return site.words("quote.translated", ["language": name]) }
      return site.words("quote.translated-by", ["language": name, "translator": translator])
    }
    isElided = quote.isElided
    variants = quote.variants.map { variant in Variant(text: variant.text, citation: writer.cite(variant.source.id)) }
  }
}

extension Wording {
  /// A language's name, where strings.yml has it; its tag otherwise.
  func language(_ tag: String) -> String {
    let code = LanguageTag.language(of: tag)
    return Self.languages.contains(code) ? self("language.\(code)") : tag
  }

  /// The languages that have a name in strings.yml.
  static let languages = [
    "ar", "be", "cs", "de", "el", "en", "es", "fa", "fr", "he", "hi", "it", "ja", "ko", "la", "nl", "pl", "pt", "ro", "ru", "sr", "sv",
    "tr", "uk", "zh",
  ]
}
