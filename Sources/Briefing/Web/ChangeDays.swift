import EDTF
import Facts

/// On which day each record came into the briefing, and on which it last changed, as far as the briefing itself says: the editions, what
/// records say of themselves (`entered`), and corrections. File times and the day of the build say nothing, so that the same content gives the
/// same days everywhere.
///
/// A record of which nothing says otherwise came with the briefing's own publication, those of the first edition among them. One that no edition has
/// although there are some, and that names no day, has none.
struct ChangeDays: Sendable {
  private var added: [FactKey: CivilDay] = [:]
  private var changed: [FactKey: CivilDay] = [:]
  /// The newest day of each kind, removals included.
  private var kinds: [FactKind: CivilDay] = [:]
  /// The days on which pages were corrected.
  private var pages: [String: CivilDay] = [:]
  /// The day on which the briefing was published: its own word, or the day of the first edition if that is earlier.
  let start: CivilDay?
  /// The same; where its day is not known, the first that it may have been: for what must name one.
  let earliestStart: CivilDay?
  private let hasEditions: Bool
  /// The newest of all days.
  private(set) var newest: CivilDay?

  init(_ site: Site) {
    let facts = site.facts
    let steps = site.history.steps
    let first = steps.first?.edition.day
    let start = [site.settings.published.wholeDay, first].compactMap { $0 }.min()
    self.start = start
    newest = start
    hasEditions = !steps.isEmpty
    let earliest = site.settings.published.expression.bounds.earliest
    earliestStart = start ?? earliest.flatMap { (1...9999).contains($0.year) ? $0 : nil }
    for step in steps {
      let day = step.before == nil ? start ?? step.edition.day : step.edition.day
      for change in step.changes {
        newest = Self.later(newest, day)
        guard let key = change.key else { continue }
        switch change.content {
        case .added: (added[key], changed[key]) = (added[key] ?? day, day)
        case .changed: changed[key] = day
        case .removed: kinds[key.kind] = Self.later(kinds[key.kind], day)
        }
      }
    }
    for (key, head) in facts.heads {
      let known = head.entered?.wholeDay ?? added[key] ?? (steps.isEmpty ? start : nil)
      added[key] = known
      raise(key, known)
    }
    for claim in facts.claims.records {
      for entry in claim.status { raise(claim.key, entry.entered?.wholeDay) }
    }
    for correction in facts.corrections.records {
      let day = correction.date.wholeDay
      if let day { added[correction.key] = day }
      raise(correction.key, day)
      if let key = FactKey(link: correction.target.text) {
        raise(key, day)
      } else if case .page(let path, _) = FactLink(correction.target.text, in: "Content/index.md") {
        pages[path] = Self.later(pages[path], day)
      }
    }
    for (key, day) in changed { kinds[key.kind] = Self.later(kinds[key.kind], day) }
  }

  private mutating func raise(_ key: FactKey, _ day: CivilDay?) {
    guard let day else { return }
    changed[key] = Self.later(changed[key], day)
    newest = Self.later(newest, day)
  }

  /// The day on which a record came into the briefing.
  func first(of key: FactKey) -> CivilDay? {
    added[key]
  }

  /// The same for a feed, which must name a day: of what came with a publication whose day is not known, the first that it may have been.
  func firstForFeeds(of key: FactKey) -> CivilDay? {
    added[key] ?? (hasEditions ? nil : earliestStart)
  }

  /// The day on which a record last changed.
  func last(of key: FactKey) -> CivilDay? {
    changed[key]
  }

  /// The day on which what a page shows last changed; nil where that is not known, as of prose alone, which no edition keeps.
  func last(of content: SiteMap.Content, path: String, in site: Site) -> CivilDay? {
    let back = site.back
    let own: CivilDay? =
      switch content {
      case .front, .everything: newest
      case .timeline, .timelineEmbed: kinds[.events]
      case .claims: kinds[.claims]
      case .claim(let id), .claimEmbed(let id): last(of: FactKey(.claims, id))
      case .event(let id): last(of: FactKey(.events, id))
      case .actor(let id, _):
        newest(
          of: FactKey(.actors, id), claims: [back.claimsBy[id], back.claimsOf[id]], events: back.eventsWith[id],
          positions: back.positionsOf[id])
      case .topic(let id, _):
        newest(of: FactKey(.topics, id), claims: [back.claimsOn[id]], events: back.eventsOn[id], positions: back.positionsOn[id])
      case .sources: kinds[.sources]
      case .positions: kinds[.positions]
      case .questions: kinds[.questions]
      case .glossary: kinds[.terms]
      case .corrections: kinds[.corrections] ?? start
      case .changes: site.history.steps.last?.edition.day
      case .asOf(let date, _): site.history.edition(of: date)?.day
      case .notFound, .page: nil
      }
    return Self.later(own, pages[path])
  }

  /// The newest day of a record and of those that stand on its page.
  private func newest(of key: FactKey, claims: [[String]?], events: [String]?, positions: [String]?) -> CivilDay? {
    var day = last(of: key)
    for id in claims.compactMap(\.self).joined() { day = Self.later(day, changed[FactKey(.claims, id)]) }
    for id in events ?? [] { day = Self.later(day, changed[FactKey(.events, id)]) }
    for id in positions ?? [] { day = Self.later(day, changed[FactKey(.positions, id)]) }
    return day
  }

  static func later(_ left: CivilDay?, _ right: CivilDay?) -> CivilDay? {
    guard let left else { return right }
    guard let right else { return left }
    return max(left, right)
  }
}

extension FactDate {
  /// The day that the date names, if it names one day and nothing about it is uncertain, and the year has four digits.
  var wholeDay: CivilDay? {
    guard case .date(let date) = expression, date.day != nil, date.isExact, (1...9999).contains(date.year) else { return nil }
    return date.bounds.earliest
  }
}
