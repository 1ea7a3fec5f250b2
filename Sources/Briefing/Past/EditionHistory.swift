import Facts

/// What was published, edition by edition, and what changed from each to the next. It takes one pass over the editions.
struct EditionHistory: Sendable {
  /// One edition, and how it differs from the one before; the first differs from nothing.
  struct Step: Sendable {
    let edition: Edition
    let before: Edition?
    let changes: [FactChange]
  }

  /// Oldest first.
  let steps: [Step]
  /// The changes of each claim: the step's place and the change, oldest first.
  private(set) var ofClaim: [String: [(step: Int, change: FactChange)]] = [:]
  /// On how many pages they are told, and where.
  let parts: PastParts
  /// The place of each day's edition.
  private let places: [String: Int]
  /// Of records that are in the newest edition no more, the place of the last one that had them.
  private var lastPlaces: [FactKey: Int] = [:]

  init(_ editions: [Edition]) {
    var steps: [Step] = []
    for edition in editions {
      let before = steps.last?.edition
      let diff = FactDiff(from: before?.ledger ?? FactLedger(), to: edition.ledger)
      steps.append(Step(edition: edition, before: before, changes: diff.changes))
      for change in diff.changes {
        guard let key = change.key else { continue }
        if key.kind == .claims { ofClaim[key.id, default: []].append((steps.count - 1, change)) }
        if case .removed = change.content { lastPlaces[key] = steps.count - 2 } else { lastPlaces[key] = nil }
      }
    }
    self.steps = steps
    parts = PastParts(steps)
    places = Dictionary(steps.enumerated().map { ($1.edition.date, $0) }) { first, _ in first }
  }

  /// Where the changes with an edition are told.
  func path(ofChangesWith edition: Edition) -> String {
    "\(Paging.path(SitePath.changes, part: parts.ofChanges[edition.date] ?? 1))#edition-\(edition.date)"
  }

  /// Where a record stands in an edition: its place there if it is a claim or an event, else the edition's first page.
  func path(of key: FactKey, in edition: Edition) -> String {
    let first = SitePath.asOf(edition.date)
    guard key.kind == .claims || key.kind == .events else { return first }
    return "\(Paging.path(first, part: parts.part(of: key, in: edition)))#\(key.kind.singular)-\(key.id)"
  }

  /// The edition of a day.
  func edition(of date: String) -> Edition? {
    places[date].map { steps[$0].edition }
  }

  /// The newest edition that has a record.
  func last(with key: FactKey) -> Edition? {
    if let place = lastPlaces[key] { return steps[place].edition }
    return steps.last.flatMap { $0.edition.facts.has(key) ? $0.edition : nil }
  }
}
