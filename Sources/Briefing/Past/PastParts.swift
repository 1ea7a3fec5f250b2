import Facts

/// On how many pages the past is told, and on which of them each thing stands: counted before any page is made.
struct PastParts: Sendable {
  /// The editions' days, oldest first, and how many claims and events each has.
  let editions: [(date: String, entries: Int)]
  /// How many lines the page of changes has: one for each record that changed, and one for an edition of which there is nothing more to tell.
  let changes: Int
  /// The part of the page of changes on which that of an edition begins, by its day.
  let ofChanges: [String: Int]
  /// Of editions that go over several pages, the part of each claim and event that is not on the first.
  private let later: [String: [FactKey: Int]]

  /// Nothing was published.
  static let none = PastParts([])

  init(_ steps: [EditionHistory.Step]) {
    editions = steps.map { ($0.edition.date, $0.edition.entries) }
    var lines = 0
    var ofChanges: [String: Int] = [:]
    for step in steps.reversed() {
      ofChanges[step.edition.date] = Paging.part(of: lines)
      lines += step.told.count
    }
    changes = lines
    self.ofChanges = ofChanges
    var later: [String: [FactKey: Int]] = [:]
    for edition in steps.map(\.edition) where edition.entries > Paging.size {
      let keys = edition.claimsInOrder.map(\.key) + edition.eventsInOrder.map(\.key)
      later[edition.date] = Dictionary(uniqueKeysWithValues: keys.enumerated().dropFirst(Paging.size).map { ($1, Paging.part(of: $0)) })
    }
    self.later = later
  }

  /// The first pages alone, for what asks only whether there are any.
  init(firstOf editions: [Edition]) {
    self.editions = editions.map { ($0.date, 0) }
    (changes, ofChanges, later) = (0, [:], [:])
  }

  /// The page of an edition on which a claim or an event stands.
  func part(of key: FactKey, in edition: Edition) -> Int {
    later[edition.date]?[key] ?? 1
  }
}

extension EditionHistory.Step {
  /// What the page of changes tells of it, line by line: each change, or nil where only the edition is told of.
  var told: [FactChange?] {
    before == nil || changes.isEmpty ? [nil] : changes
  }
}

extension Edition {
  /// How many entries its pages have: claims, then events.
  var entries: Int { facts.claims.count + facts.events.count }

  /// Its claims, oldest first.
  var claimsInOrder: [Claim] {
    SiteRecords.inOrder(facts.claims) {
      $0.date
    } order: { _ in
      0
    }
  }

  /// Its timeline, oldest first.
  var eventsInOrder: [Event] {
    SiteRecords.inOrder(facts.events) {
      $0.date
    } order: {
      $0.order
    }
  }

  /// What stands on one of its pages: the timeline follows the claims.
  func entries(_ part: Int) -> (claims: [Claim], events: [Event]) {
    let (claims, events) = (claimsInOrder, eventsInOrder)
    let places = Paging.part(part, of: [Array(claims.indices), Array(events.indices)])
    return (places[0].map { claims[$0] }, places[1].map { events[$0] })
  }
}
