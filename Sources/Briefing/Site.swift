package import Diagnostics
import EDTF
package import Facts
package import Markdown
package import Templates

/// Everything that pages are made from, read and checked: prose, facts, words and templates.
///
/// It never changes once it is made, and every page and every piece of prose holds on to it: one reference, where a copy of the value would
/// count some thirty.
package final class Site: Sendable {
  package let settings: BriefingSettings
  package let facts: FactBase
  /// The pages written by hand, by the path of the page that they become or introduce.
  package let pages: [String: Page]
  /// The same, in the order of their sources.
  package let pageOrder: [Page]
  /// The Markdown of facts' fields, read; found by where it stands.
  package let prose: [SourceSpan: [Inline]]
  package let words: Wording
  package let library: TemplateLibrary
  package let back: BackReferences
  /// Paths of files that are copied: `assets/map.png`, `theme/brief.css`.
  package let assets: Set<String>
  package let dates: DatePhraser
  /// All events in the timeline's order: first possible day, then last possible day, then `order`, then id.
  package let timeline: [Event]
  /// The place of each event in the timeline.
  let timelinePlace: [String: Int]
  /// Every source in a few words, by its id: who published it, and when.
  let sourceNames: [String: String]
  /// The dates of events and claims in words, by id: they are shown on many pages.
  let eventDates: [String: DateView]
  let claimDates: [String: DateView]
  /// All claims, oldest first.
  package let claimsByDate: [Claim]
  /// Topics and questions in the editor's order.
  let topics: [Topic]
  let questions: [Question]
  let sourcesByPublisher: [Source]
  /// The pages written by hand that cite a source, by the source's id.
  let proseUses: [String: [String]]
  let navigationTargets: [(label: String, path: String)]

  init(
    settings: BriefingSettings, facts: FactBase, pages: [Page], prose: [SourceSpan: [Inline]], words: Wording, library: TemplateLibrary,
    assets: Set<String>, proseUses: [String: [String]]
  ) {
    self.settings = settings
    self.facts = facts
    pageOrder = pages
    self.pages = Dictionary(pages.map { ($0.path, $0) }) { first, _ in first }
    self.prose = prose
    self.words = words
    self.library = library
    self.assets = assets
    dates = DatePhraser(words)
    back = BackReferences(facts)
    timeline = Self.inOrder(facts.events) {
      $0.date
    } order: {
      $0.order
    }
    timelinePlace = Dictionary(uniqueKeysWithValues: timeline.enumerated().map { ($1.id, $0) })
    let dates = dates
    sourceNames = Dictionary(uniqueKeysWithValues: facts.sources.map { ($0.id, Self.name(of: $0, words, dates)) })
    eventDates = Dictionary(uniqueKeysWithValues: facts.events.map { ($0.id, DateView($0.date, dates)) })
    claimDates = Dictionary(uniqueKeysWithValues: facts.claims.map { ($0.id, DateView($0.date, dates)) })
    claimsByDate = Self.inOrder(facts.claims) {
      $0.date
    } order: { _ in
      0
    }
    topics = facts.topics.enumerated().sorted { ($0.element.order ?? .max, $0.offset) < ($1.element.order ?? .max, $1.offset) }.map(
      \.element)
    questions = facts.questions.enumerated().sorted { ($0.element.order ?? .max, $0.offset) < ($1.element.order ?? .max, $1.offset) }
      .map(\.element)
    sourcesByPublisher = Self.inOrder(facts.sources) {
      $0.date ?? .unknown
    } order: { _ in
      0
    }
    .enumerated().sorted { ($0.element.publisher.lowercased(), $0.offset) < ($1.element.publisher.lowercased(), $1.offset) }.map(\.element)
    self.proseUses = proseUses
    navigationTargets = Self.navigationTargets(facts, pages, settings, words)
  }

  /// Records by date: lower bound (no known start: upper bound), upper bound, order, id.
  static func inOrder<Record: Fact>(
    _ records: some Sequence<Record>, date: (Record) -> FactDate, order: (Record) -> Int
  ) -> [Record] {
    records.map { (record: $0, key: date($0).expression.bounds.sortKey, order: order($0)) }
      .sorted { left, right in
        if left.key != right.key { return left.key < right.key }
        return (left.order, left.record.id) < (right.order, right.record.id)
      }
      .map(\.record)
  }

  /// The short name by which a record is called where a link has no text of its own.
  package func name(of key: FactKey) -> String {
    switch key.kind {
    case .actors: facts.actors[key.id]?.name ?? key.id
    case .topics: facts.topics[key.id]?.label ?? key.id
    case .sources: sourceNames[key.id] ?? key.id
    case .events: facts.events[key.id]?.title ?? key.id
    case .claims: facts.claims[key.id]?.text ?? key.id
    case .positions:
      facts.positions[key.id].map { "\(name(of: $0.actor.key)): \(name(of: $0.topic.key))" } ?? key.id
    case .questions: facts.questions[key.id]?.text ?? key.id
    case .terms: facts.terms[key.id]?.term ?? key.id
    case .corrections: key.id
    }
  }

  private static func name(of source: Source, _ words: Wording, _ dates: DatePhraser) -> String {
    guard let date = source.date else { return words("source.name-undated", ["publisher": source.publisher]) }
    return words("source.name", ["publisher": source.publisher, "date": dates.phrase(date.expression).text])
  }

  /// The role that an actor had on a day, if one is known: the role whose time holds the day, else a role without dates.
  package func role(of actor: Actor, on date: FactDate?) -> String? {
    let undated = actor.roles.first { $0.from == nil && $0.to == nil }
    guard let day = date?.expression.bounds.earliest ?? date?.expression.bounds.latest else { return undated?.title }
    let fitting = actor.roles.first { role in
      guard role.from != nil || role.to != nil else { return false }
      let from = role.from?.expression.bounds.earliest
      let to = role.to?.expression.bounds.latest
      return (from.map { $0 <= day } ?? true) && (to.map { day <= $0 } ?? true)
    }
    return (fitting ?? undated)?.title
  }

  /// The party for which an actor speaks in the end: the last of the chain of `side`, if it is another.
  package func side(of actor: Actor) -> Actor? {
    var current = actor
    for _ in 0..<32 {
      guard let side = current.side, let next = facts.actors[side], next.id != actor.id else { break }
      current = next
    }
    return current.id == actor.id ? nil : current
  }
}
