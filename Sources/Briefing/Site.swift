import Cards
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
  /// Every actor as claims and events name it, by its id.
  let actorLines: [String: ActorLine]
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
  /// What was published, and what changed from edition to edition.
  let history: EditionHistory
  /// The place of each claim among those by date.
  let claimPlace: [String: Int]
  /// The statuses that a claim may bear, in the briefing's order; last, that it bears none.
  let statuses: [StatusView]
  /// Those of them that occur.
  let usedStatuses: [StatusView]
  /// The names of records by their ids, for links: they are asked for more often than the records.
  private let names: [FactKind: [String: String]]
  /// The paths of pages that are made from the facts, whether or not an author introduces them.
  let generatedPaths: Set<String>
  /// The terms by the alphabet, and the corrections, latest first.
  let terms: [Term]
  let corrections: [Correction]
  /// Where records stand that have no page of their own.
  let places: ListPlaces
  /// How many sources stand on one page of theirs.
  let sourcesPerPage: Int
  /// How the writer of HTML is set for this site.
  let htmlOptions: HTMLOptions
  /// Where pages find stylesheet and script.
  let theme: NamedTheme
  /// The images that go with links.
  let cards: SiteCards

  init(
    settings: BriefingSettings, facts: FactBase, back: BackReferences, pages: [Page], prose: [SourceSpan: [Inline]], words: Wording,
    library: TemplateLibrary, assets: Set<String>, proseUses: [String: [String]], generatedPaths: Set<String>, history: EditionHistory,
    cardFonts: CardFonts? = nil, theme: NamedTheme? = nil, after earlier: EarlierSite? = nil
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
    // Where records name each other and stand as they did, so do lists and places; what is made of records themselves, if no file of theirs has
    // changed.
    func kept(_ kind: FactKind) -> Site? { earlier.flatMap { $0.renewed.contains(kind) ? nil : $0.site } }
    let standing = earlier.flatMap { $0.keepsBonds ? $0.site : nil }
    self.back = back
    timeline =
      standing.map { kept(.events)?.timeline ?? $0.timeline.compactMap { facts.events[$0.id] } }
      ?? Self.inOrder(facts.events.records) {
        $0.date
      } order: {
        $0.order
      }
    htmlOptions = HTMLOptions(
      alertLabels: Dictionary(uniqueKeysWithValues: AlertKind.allCases.map { ($0, words("alert.\($0.rawValue)")) }),
      scrollsTables: true, tableLabel: words("table.label"))
    names = Self.names(of: facts, after: earlier)
    self.history = history
    self.generatedPaths = generatedPaths
    timelinePlace = standing?.timelinePlace ?? Dictionary(uniqueKeysWithValues: timeline.enumerated().map { ($1.id, $0) })
    let dates = dates
    sourceNames = Self.byID(facts.sources, keeping: earlier?.site.sourceNames, but: earlier) { Self.name(of: $0, words, dates) }
    eventDates = Self.byID(facts.events, keeping: earlier?.site.eventDates, but: earlier) { DateView($0.date, dates) }
    claimDates = Self.byID(facts.claims, keeping: earlier?.site.claimDates, but: earlier) { DateView($0.date, dates) }
    actorLines =
      kept(.actors)?.actorLines
      ?? Dictionary(uniqueKeysWithValues: facts.actors.records.map { ($0.id, ActorLine($0, facts.side(of: $0), words)) })
    claimsByDate =
      standing.map { kept(.claims)?.claimsByDate ?? $0.claimsByDate.compactMap { facts.claims[$0.id] } }
      ?? Self.inOrder(facts.claims.records) {
        $0.date
      } order: { _ in
        0
      }
    claimPlace = standing?.claimPlace ?? Dictionary(uniqueKeysWithValues: claimsByDate.enumerated().map { ($1.id, $0) })
    let statuses = StatusView.all(settings, words)
    self.statuses = statuses
    if let standing {
      usedStatuses = standing.usedStatuses
    } else {
      let used = Set(facts.claims.records.map { Self.statusPlace(of: $0, settings) })
      usedStatuses = statuses.filter { used.contains($0.rank) }
    }
    topics =
      kept(.topics)?.topics
      ?? facts.topics.records.enumerated().sorted { ($0.element.order ?? .max, $0.offset) < ($1.element.order ?? .max, $1.offset) }
      .map(\.element)
    questions =
      kept(.questions)?.questions
      ?? facts.questions.records.enumerated().sorted {
        ($0.element.order ?? .max, $0.offset) < ($1.element.order ?? .max, $1.offset)
      }
      .map(\.element)
    sourcesByPublisher = kept(.sources)?.sourcesByPublisher ?? Self.byPublisher(facts.sources)
    terms = facts.terms.sorted { ($0.term.lowercased(), $0.id) < ($1.term.lowercased(), $1.id) }
    corrections = Self.inOrder(facts.corrections) {
      $0.date
    } order: { _ in
      0
    }.reversed()
    sourcesPerPage = back.sourcesPerPage(facts)
    places = ListPlaces([
      (.sources, sourcesByPublisher.map(\.id), sourcesPerPage), (.questions, questions.map(\.id), Paging.size),
      (.terms, terms.map(\.id), Paging.size), (.corrections, corrections.map(\.id), Paging.size),
      (.positions, Self.byTopic(facts.positions, topics).map(\.id), Paging.size),
    ])
    self.proseUses = proseUses
    self.theme = theme ?? NamedTheme(settings, digest: nil)
    cards =
      settings.baseURL == nil
      ? .none
      : SiteCards(
        CardSubject(settings: settings, facts: facts, words: words, dates: dates, statuses: statuses), fonts: cardFonts,
        after: earlier?.site.cards)
    navigationTargets = Self.navigationTargets(facts, pages, generatedPaths, settings, words)
  }

  /// A site of which only facts and prose have changed since, and in which the same records are.
  struct EarlierSite {
    let site: Site
    /// The kinds of records of which files have changed.
    let renewed: Set<FactKind>
    /// Whether all records name each other and are dated and sorted as they were.
    let keepsBonds: Bool
    /// The records that changed.
    let changed: Set<FactKey>
  }

  private static func byPublisher(_ sources: FactTable<Source>) -> [Source] {
    let sorted = inOrder(sources.records) {
      $0.date ?? .unknown
    } order: { _ in
      0
    }
    let publishers = sorted.map { $0.publisher.lowercased() }
    return sorted.indices.sorted { (publishers[$0], $0) < (publishers[$1], $1) }.map { sorted[$0] }
  }

  /// What is shown of each record, by its id; what an earlier site had is taken over where the record has not changed.
  private static func byID<Record: Fact, Value>(
    _ table: FactTable<Record>, keeping old: [String: Value]?, but earlier: EarlierSite?, _ value: (Record) -> Value
  ) -> [String: Value] {
    guard var values = old, let earlier else { return Dictionary(uniqueKeysWithValues: table.records.map { ($0.id, value($0)) }) }
    for key in earlier.changed where key.kind == Record.kind { if let record = table[key.id] { values[key.id] = value(record) } }
    return values
  }

  /// Records by date: lower bound (no known start: upper bound), upper bound, order, id.
  static func inOrder<Record: Fact>(
    _ records: some Sequence<Record>, date: (Record) -> FactDate, order: (Record) -> Int
  ) -> [Record] {
    let records = Array(records)
    let keys = records.map { (key: date($0).expression.bounds.sortKey, order: order($0), id: $0.id) }
    // Places are sorted, as they are lighter to move than records.
    return keys.indices.sorted { left, right in
      if keys[left].key != keys[right].key { return keys[left].key < keys[right].key }
      return (keys[left].order, keys[left].id) < (keys[right].order, keys[right].id)
    }.map { records[$0] }
  }

  /// Where a claim's status stands among the statuses.
  func statusPlace(of claim: Claim) -> Int {
    Self.statusPlace(of: claim, settings)
  }

  static func statusPlace(of claim: Claim, _ settings: BriefingSettings) -> Int {
    guard let entry = claim.status.last else { return settings.statuses.count }
    return settings.statuses.firstIndex { $0.id == entry.value.text } ?? settings.statuses.count
  }

  /// The short name by which a record is called where a link has no text of its own.
  package func name(of key: FactKey) -> String {
    switch key.kind {
    case .sources: sourceNames[key.id] ?? key.id
    case .positions: facts.positions[key.id].map { "\(name(of: $0.actor.key)): \(name(of: $0.topic.key))" } ?? key.id
    default: names[key.kind]?[key.id] ?? key.id
    }
  }

  private static func names(of facts: FactBase, after earlier: EarlierSite?) -> [FactKind: [String: String]] {
    func named<Record: Fact>(_ table: FactTable<Record>, _ name: (Record) -> String) -> [String: String] {
      byID(table, keeping: earlier?.site.names[Record.kind], but: earlier, name)
    }
    return [
      .actors: named(facts.actors) { $0.name }, .topics: named(facts.topics) { $0.label }, .events: named(facts.events) { $0.title },
      .claims: named(facts.claims) { $0.text }, .questions: named(facts.questions) { $0.text }, .terms: named(facts.terms) { $0.term },
    ]
  }

  private static func name(of source: Source, _ words: Wording, _ dates: DatePhraser) -> String {
    guard let date = source.date else { return words("source.name-undated", ["publisher": source.publisher]) }
    return words("source.name", ["publisher": source.publisher, "date": dates.phrase(date.expression).text])
  }
}
