import Facts

// What several kinds of records have parts of.

extension Citation {
  static let data = DataTable<Citation>(
    "citation", "A source, and where in it.",
    [.reference("source") { $0.source }, .optionalText("locator") { $0.locator }, .markdown("note") { $0.note }])
}

extension Quote {
  static let data = DataTable<Quote>(
    "quote", "Words as somebody said or wrote them, printed as typed.",
    [
      .text("text") { $0.text.text }, .optionalText("language", as: .language) { $0.language },
      .optionalText("translated_from", as: .language) { $0.translatedFrom }, .optionalText("translator") { $0.translator },
      .optionalText("original") { $0.original }, .flag("elided") { $0.isElided }, .list("variants", Variant.data) { $0.variants },
    ])
}

extension Quote.Variant {
  static let data = DataTable<Quote.Variant>(
    "variant", "The same words as another outlet printed them.", [.text("text") { $0.text }, .reference("source") { $0.source }])
}

extension Confidence {
  static let data = DataTable<Confidence>(
    "confidence", "How sure an assessment is, and why.",
    [.choice("level") { $0.level }, .optionalText("why") { $0.why.isEmpty ? nil : $0.why }])
}

extension BriefingSettings.Person {
  static let data = DataTable<BriefingSettings.Person>(
    "person", "Who stands for the briefing.", [.text("name") { $0.name }, .optionalText("url", as: .address) { $0.url }])
}
