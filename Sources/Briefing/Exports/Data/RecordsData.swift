import Facts

// The kinds of records but claims, which have a file of their own.

extension Actor {
  static let data = DataTable<Actor>([
    .text("name") { $0.name }, .choice("kind") { $0.kind }, .list("roles", Role.data, "The roles, each with its time.") { $0.roles },
    .optionalReference("side") { $0.side }, .references("members") { $0.members }, .texts("aka") { $0.alsoKnownAs },
    .optionalText("wikidata") { $0.wikidata }, .markdown("note") { $0.note },
  ])
}

extension Role {
  static let data = DataTable<Role>(
    "role", "What an actor was, and when.",
    [.text("title") { $0.title }, .optionalDate("from") { $0.from }, .optionalDate("to") { $0.to }])
}

extension Topic {
  static let data = DataTable<Topic>([
    .text("label") { $0.label }, .markdown("description") { $0.description }, .optionalNumber("order") { $0.order },
  ])
}

extension Source {
  static let data = DataTable<Source>([
    .text("title") { $0.title }, .choice("title_from") { $0.titleFrom }, .text("publisher") { $0.publisher },
    .optionalDate("date") { $0.date }, .optionalText("url", as: .address) { $0.url?.text },
    .optionalText("document", "A copy of it in this site, seen from its top.", as: .path) { $0.document.map { "assets/\($0.text)" } },
    .optionalText("unlinked") { $0.unlinked }, .choice("kind") { $0.kind }, .texts("author") { $0.authors },
    .optionalText("container") { $0.container }, .optionalText("language", as: .language) { $0.language },
    .optionalDate("accessed") { $0.accessed }, .optionalText("archive_url", as: .address) { $0.archiveURL?.text },
    .optionalDate("archive_date") { $0.archiveDate }, .optionalChoice("tier") { $0.tier },
    .optionalChoice("attribution") { $0.attribution }, .optionalText("origin") { $0.origin }, .flag("copy") { $0.isCopy },
    .optionalRecord("fragment", TextFragment.data) { $0.fragment }, .markdown("note") { $0.note },
  ])
}

extension TextFragment {
  static let data = DataTable<TextFragment>(
    "fragment", "A passage of a page.",
    [.text("exact") { $0.exact }, .optionalText("prefix") { $0.prefix }, .optionalText("suffix") { $0.suffix }])
}

extension Event {
  static let data = DataTable<Event>([
    .date("date") { $0.date }, .text("title") { $0.title }, .markdown("summary") { $0.summary }, .optionalText("place") { $0.place },
    .optionalText("timezone") { $0.timezone }, .references("actors") { $0.actors }, .references("topics") { $0.topics },
    .choice("kind") { $0.kind }, .choice("state") { $0.state }, .optionalDate("effective") { $0.effective },
    .optionalDate("published") { $0.published }, .optionalReference("part_of") { $0.partOf }, .flag("key") { $0.isKey },
    .list("figures", Figure.data) { $0.figures }, .optionalNumber("order") { $0.order == 0 ? nil : $0.order },
    .all("sources", Citation.data) { $0.sources },
  ])
}

extension Event.Figure {
  static let data = DataTable<Event.Figure>(
    "figure", "One reading of a number that changed from day to day.",
    [
      .text("label") { $0.label }, .text("value") { $0.value }, .optionalReference("by") { $0.by }, .date("as_of") { $0.asOf },
      .reference("source") { $0.source },
    ])
}

extension Position {
  static let data = DataTable<Position>([
    .reference("actor") { $0.actor }, .reference("topic") { $0.topic }, .list("stances", Stance.data) { $0.stances },
    .edtf("then") { $0.then }, .edtf("now") { $0.now },
  ])
}

extension Stance {
  static let data = DataTable<Stance>(
    "stance", "A position on one day.",
    [
      .date("date") { $0.date }, .text("summary", as: .markdown) { $0.summary.text }, .list("sources", Citation.data) { $0.sources },
      .references("claims") { $0.claims }, .optionalChoice("change") { $0.change }, .edtf("compared_to") { $0.comparedTo },
      .markdown("change_note") { $0.changeNote },
    ])
}

extension Question {
  static let data = DataTable<Question>([
    .text("text") { $0.text }, .markdown("answer") { $0.answer }, .choice("state") { $0.state }, .references("claims") { $0.claims },
    .references("events") { $0.events },
  ])
}

extension Term {
  static let data = DataTable<Term>([
    .text("term") { $0.term }, .text("definition", as: .markdown) { $0.definition.text }, .optionalReference("source") { $0.source },
    .texts("aka") { $0.alsoKnownAs },
  ])
}

extension Correction {
  static let data = DataTable<Correction>([
    .date("date") { $0.date }, .choice("class") { $0.class },
    .text("target", "What was wrong: `claim:id`, `event:id` or the file of a page.") { $0.target.text }, .text("was") { $0.was },
    .text("now") { $0.now }, .markdown("why") { $0.why },
  ])
}
