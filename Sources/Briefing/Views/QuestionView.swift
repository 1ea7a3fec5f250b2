import Facts
import Templates

/// What is asked, and what is known so far.
package struct QuestionView: Sendable {
  let id: String
  let href: String
  let text: String
  let stateID: String
  let state: String
  let answer: [UInt8]?
  let claims: [LinkView]
  let events: [LinkView]

  package static let table = ViewTable<QuestionView>(
    "question", "What is asked, and what is known so far.",
    [
      .text("id", "The question's id: its anchor.") { $0.id },
      .url("href", "The question on the page of questions.") { $0.href },
      .text("text", "The question.") { $0.text },
      .choice("state-id", of: Question.State.allCases.map(\.rawValue), "The state's id, for a class.") { $0.stateID },
      .text("state", "Whether it is open, partly answered or answered.") { $0.state },
      .optionalMarkup("answer", "What is known so far.") { $0.answer },
      .list("claims", LinkView.table, "The claims that bear on it.") { $0.claims },
      .list("events", LinkView.table, "The events that bear on it.") { $0.events },
    ])

  init(_ question: Question, _ writer: inout ProseWriter) {
    id = question.id
    href = writer.viewpoint.href(question.key)
    text = writer.site.words.set(question.text)
    stateID = question.state.rawValue
    state = writer.site.words("question.\(question.state.rawValue)")
    answer = writer.inline(question.answer)
    claims = writer.links(to: question.claims)
    events = writer.links(to: question.events)
  }
}

/// A word of the glossary.
package struct TermView: Sendable {
  let id: String
  let term: String
  let alsoKnownAs: String?
  let definition: [UInt8]
  let source: CitationMark?

  package static let table = ViewTable<TermView>(
    "term", "A word of the glossary.",
    [
      .text("id", "The term's id: its anchor.") { $0.id },
      .text("term", "The word.") { $0.term },
      .optionalText("aka", "Other forms of the word.") { $0.alsoKnownAs },
      .markup("definition", "What it means.") { $0.definition },
      .optionalRecord("source", CitationMark.table, "Where the definition comes from.") { $0.source },
    ])

  init(_ term: Term, _ writer: inout ProseWriter) {
    id = term.id
    self.term = writer.site.words.set(term.term)
    alsoKnownAs = term.alsoKnownAs.isEmpty ? nil : writer.site.words.set(writer.site.words.list(term.alsoKnownAs))
    definition = writer.inline(term.definition)
    source = term.source.map { writer.cite($0.id) }
  }
}

/// Something that was wrong, and what is said now.
package struct CorrectionView: Sendable {
  let id: String
  let date: DateView
  let classID: String
  let className: String
  let target: LinkView?
  let was: String
  let now: String
  let why: [UInt8]?

  package static let table = ViewTable<CorrectionView>(
    "correction", "Something that was wrong, and what is said now.",
    [
      .text("id", "The correction's id: its anchor.") { $0.id },
      .record("date", DateView.table, "When it was mended.") { $0.date },
      .choice("class-id", of: Correction.Class.allCases.map(\.rawValue), "The class's id.") { $0.classID },
      .text("class", "How much it matters, in words.") { $0.className },
      .optionalRecord("target", LinkView.table, "What was wrong.") { $0.target },
      .text("was", "What it said.") { $0.was },
      .text("now", "What it says now.") { $0.now },
      .optionalMarkup("why", "How it came to light.") { $0.why },
    ])

  init(_ correction: Correction, _ writer: inout ProseWriter) {
    let site = writer.site
    id = correction.id
    date = DateView(correction.date, site.dates)
    classID = correction.class.rawValue
    className = site.words("correction.\(correction.class.rawValue)")
    if let key = FactKey(link: correction.target.text) {
      // What was corrected may be gone.
      target = site.facts.has(key) ? writer.link(to: key) : site.goneLink(key, writer.viewpoint)
    } else if case .page(let path, _) = FactLink(correction.target.text, in: "Content/index.md") {
      target = LinkView(label: site.words.set(site.pages[path]?.title ?? path), href: writer.viewpoint.href(path))
    } else {
      target = nil
    }
    was = site.words.set(correction.was)
    now = site.words.set(correction.now)
    why = writer.inline(correction.why)
  }
}

/// One key point.
package struct PointView: Sendable {
  let text: [UInt8]
  let claims: [LinkView]
  let events: [LinkView]
  let questions: [LinkView]

  package static let table = ViewTable<PointView>(
    "point", "One key point.",
    [
      .markup("text", "The point.") { $0.text },
      .list("claims", LinkView.table, "The claims that it rests on.") { $0.claims },
      .list("events", LinkView.table, "The events that it rests on.") { $0.events },
      .list("questions", LinkView.table, "The questions that it leaves.") { $0.questions },
      .flag("linked", "Whether there are any claims, events or questions.") {
        !($0.claims.isEmpty && $0.events.isEmpty && $0.questions.isEmpty)
      },
    ])

  init(_ point: Point, _ writer: inout ProseWriter) {
    text = writer.inline(point.text)
    claims = writer.links(to: point.claims)
    events = writer.links(to: point.events)
    questions = writer.links(to: point.questions)
  }
}

/// The key points under one heading.
package struct PointGroup: Sendable {
  let id: String
  let title: String
  let points: [PointView]

  package static let table = ViewTable<PointGroup>(
    "point-group", "The key points under one heading.",
    [
      .choice("id", of: Point.Section.allCases.map(\.rawValue), "Known, disputed, unknown or next.") { $0.id },
      .text("title", "The heading.") { $0.title },
      .list("points", PointView.table, "The points.") { $0.points },
    ])
}
