import Facts

extension Site {
  /// The whole of `data/briefing.json`.
  static let data = DataTable<Site>(
    "data", "A briefing as data: what it is, and every record with its ids, its dates in EDTF and their bounds.",
    [
      .text("$schema", "The schema that this file meets.", as: .only(DataJSON.schemaName)) { _ in DataJSON.schemaName },
      .number("schema_version", "Raised whenever a name or a meaning changes, not when members are added.", is: DataJSON.schemaVersion),
      .record("briefing", briefingData, "What the briefing is.") { $0 },
      .all("actors", Actor.data, "Who acts or speaks.") { $0.facts.actors.records },
      .all("topics", Topic.data, "What claims, events and positions are about.") { $0.facts.topics.records },
      .all("sources", Source.data, "What the briefing rests on.") { $0.facts.sources.records },
      .all("events", Event.data, "What happened, in the timeline's order.") { $0.timeline },
      .all("claims", Claim.data, "What was said, oldest first.") { $0.claimsByDate },
      .all("positions", Position.data, "What actors wanted on the topics.") { $0.facts.positions.records },
      .all("questions", Question.data, "What is asked and not, or not yet, answered.") { $0.questions },
      .all("terms", Term.data, "Words that readers may not know.") { $0.facts.terms.records },
      .all("corrections", Correction.data, "What the briefing had wrong.") { $0.facts.corrections.records },
    ])

  private static let briefingData = DataTable<Site>(
    "briefing", "What a briefing is.",
    [
      .text("title") { $0.settings.title }, .text("question") { $0.settings.question },
      .text("answer", as: .markdown) { $0.settings.answer.text },
      .optionalRecord("confidence", Confidence.data) { $0.settings.confidence }, .date("as_of") { $0.settings.asOf },
      .date("published") { $0.settings.published }, .optionalDate("checked") { $0.settings.checked },
      .optionalDate("review_by") { $0.settings.reviewBy }, .choice("state") { $0.settings.state },
      .text("language", as: .language) { $0.settings.language }, .optionalText("base_url", as: .address) { $0.settings.baseURL },
      .optionalRecord("publisher", BriefingSettings.Person.data) { $0.settings.publisher },
      .list("authors", BriefingSettings.Person.data) { $0.settings.authors }, .optionalText("licence") { $0.settings.licence },
      .optionalText("data_licence") { $0.settings.dataLicence },
      .list("statuses", StatusView.data, "The statuses that claims can have.") { site in
        site.settings.statuses.map { StatusView($0, site.words) }
      },
      .list("points", Point.data) { $0.settings.points }, .list("phases", BriefingSettings.Phase.data) { $0.settings.phases },
    ])
}

extension StatusView {
  static let data = DataTable<StatusView>(
    "status", "A status that a claim can have.",
    [
      .text("id", "The word by which claims name it.", as: .status) { $0.id }, .text("label") { $0.label },
      .text("meaning") { $0.meaning }, .text("glyph") { $0.glyph },
    ])
}

extension Point {
  static let data = DataTable<Point>(
    "point", "One key point.",
    [
      .choice("section") { $0.section }, .text("text", as: .markdown) { $0.text.text }, .references("claims") { $0.claims },
      .references("events") { $0.events }, .references("questions") { $0.questions },
    ])
}

extension BriefingSettings.Phase {
  static let data = DataTable<BriefingSettings.Phase>(
    "phase", "A heading of the timeline.",
    [.text("title") { $0.title }, .date("from") { $0.from }, .optionalDate("to") { $0.to }])
}
