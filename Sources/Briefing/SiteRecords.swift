import EDTF
import Facts

/// The records of a site as its pages show them: in their orders, and by their names and dates in words. It comes from the facts alone, and is
/// made while the prose is checked.
struct SiteRecords: Sendable {
  let dates: DatePhraser
  /// All events in the timeline's order: first possible day, then last possible day, then `order`, then id.
  let timeline: [Event]
  /// The place of each event in the timeline.
  let timelinePlace: [String: Int]
  /// All claims, oldest first.
  let claimsByDate: [Claim]
  /// The place of each claim among those by date.
  let claimPlace: [String: Int]
  /// Every source in a few words, by its id: who published it, and when.
  let sourceNames: [String: String]
  /// Every actor as claims and events name it, by its id.
  let actorLines: [String: ActorLine]
  /// The dates of events and claims in words, by id: they are shown on many pages.
  let eventDates: [String: DateView]
  let claimDates: [String: DateView]
  /// The days from which statuses of claims hold, in words, by their EDTF: many claims are looked at on one day.
  let statusDates: [String: DateView]
  /// The names of records by their ids, for links: they are asked for more often than the records.
  let names: [FactKind: [String: String]]
  /// The statuses that a claim may bear, in the briefing's order; last, that it bears none.
  let statuses: [StatusView]
  /// Those of them that occur.
  let usedStatuses: [StatusView]
  /// Topics and questions in the editor's order.
  let topics: [Topic]
  let questions: [Question]
  let sourcesByPublisher: [Source]
  /// The terms by the alphabet, and the corrections, latest first.
  let terms: [Term]
  let corrections: [Correction]
  /// How many sources stand on one page of theirs.
  let sourcesPerPage: Int
  /// Where records stand that have no page of their own.
  let places: ListPlaces

  init(_ facts: FactBase, _ back: BackReferences, _ settings: BriefingSettings, _ words: Wording, after earlier: Site.EarlierSite?) {
    let dates = DatePhraser(words)
    self.dates = dates
    // Where records name each other and stand as they did, so do lists and places; what is made of records themselves, if no file of theirs has
    // changed.
    func kept(_ kind: FactKind) -> SiteRecords? { earlier.flatMap { $0.renewed.contains(kind) ? nil : $0.site.records } }
    let standing = earlier.flatMap { $0.keepsBonds ? $0.site.records : nil }
    let old = earlier?.site.records
    timeline =
      standing.map { kept(.events)?.timeline ?? $0.timeline.compactMap { facts.events[$0.id] } }
      ?? Self.inOrder(facts.events.records) {
        $0.date
      } order: {
        $0.order
      }
    timelinePlace = standing?.timelinePlace ?? Self.places(timeline)
    claimsByDate =
      standing.map { kept(.claims)?.claimsByDate ?? $0.claimsByDate.compactMap { facts.claims[$0.id] } }
      ?? Self.inOrder(facts.claims.records) {
        $0.date
      } order: { _ in
        0
      }
    claimPlace = standing?.claimPlace ?? Self.places(claimsByDate)
    sourceNames = Self.byID(facts.sources, keeping: old?.sourceNames, but: earlier) { Self.name(of: $0, words, dates) }
    eventDates = Self.byID(facts.events, keeping: old?.eventDates, but: earlier) { DateView($0.date, dates) }
    claimDates = Self.byID(facts.claims, keeping: old?.claimDates, but: earlier) { DateView($0.date, dates) }
    statusDates = kept(.claims)?.statusDates ?? Self.statusDates(facts.claims, dates)
    names = Self.names(of: facts, after: earlier)
    actorLines =
      kept(.actors)?.actorLines
      ?? Dictionary(uniqueKeysWithValues: facts.actors.records.map { ($0.id, ActorLine($0, facts.side(of: $0), words)) })
    let statuses = StatusView.all(settings, words)
    self.statuses = statuses
    if let standing {
      usedStatuses = standing.usedStatuses
    } else {
      let claims = facts.claims.records
      let used = Set(claims.indices.map { Site.statusPlace(of: claims[$0], settings) })
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
      (.positions, Site.byTopic(facts.positions, topics).map(\.id), Paging.size),
    ])
  }

  private static func places<Record: Fact>(_ records: [Record]) -> [String: Int] {
    Dictionary(uniqueKeysWithValues: records.indices.map { (records[$0].head.id, $0) })
  }

  private static func statusDates(_ claims: FactTable<Claim>, _ dates: DatePhraser) -> [String: DateView] {
    var views: [String: DateView] = [:]
    let claims = claims.records
    for index in claims.indices {
      for entry in claims[index].status where views[entry.asOf.expression.text] == nil {
        views[entry.asOf.expression.text] = DateView(entry.asOf, dates)
      }
    }
    return views
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
    _ table: FactTable<Record>, keeping old: [String: Value]?, but earlier: Site.EarlierSite?, _ value: (Record) -> Value
  ) -> [String: Value] {
    guard var values = old, let earlier else {
      let records = table.records
      return Dictionary(uniqueKeysWithValues: records.indices.map { (records[$0].head.id, value(records[$0])) })
    }
    for key in earlier.changed where key.kind == Record.kind { if let record = table[key.id] { values[key.id] = value(record) } }
    return values
  }

  /// Records by date: lower bound (no known start: upper bound), upper bound, order, id.
  static func inOrder<Record: Fact>(
    _ records: some Sequence<Record>, date: (Record) -> FactDate, order: (Record) -> Int
  ) -> [Record] {
    let records = Array(records)
    let keys = records.indices.map {
      (key: date(records[$0]).expression.bounds.sortKey, order: order(records[$0]), id: records[$0].head.id)
    }
    // Places are sorted, as they are lighter to move than records.
    return keys.indices.sorted { left, right in
      if keys[left].key != keys[right].key { return keys[left].key < keys[right].key }
      return (keys[left].order, keys[left].id) < (keys[right].order, keys[right].id)
    }.map { records[$0] }
  }

  private static func names(of facts: FactBase, after earlier: Site.EarlierSite?) -> [FactKind: [String: String]] {
    func named<Record: Fact>(_ table: FactTable<Record>, _ name: (Record) -> String) -> [String: String] {
      byID(table, keeping: earlier?.site.records.names[Record.kind], but: earlier, name)
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
