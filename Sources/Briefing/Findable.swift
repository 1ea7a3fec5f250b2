import Facts

/// Something that a reader may look for: the search and the page of everything list the same.
struct Findable {
  /// The kinds, in the order in which they are shown.
  enum Kind: String, CaseIterable {
    case claims, events, actors, topics, terms, questions, pages, sources

    /// Whether the search finds it; sources have so many words of no use to it that they are only listed.
    var isSearched: Bool { self != .sources }
  }

  let title: String
  /// A path in the site, with the anchor if it has one.
  let path: String
  /// What is shown beside the title: who and when.
  let note: String
  /// By which other words it is found, though they are not shown.
  let hidden: String

  /// - Parameters:
  ///   - title: As it was typed, like the note: both are set as pages show them.
  ///   - language: The title's, where it is not the briefing's.
  init(title: String, in language: String? = nil, path: String, note: String, hidden: String, _ words: Wording) {
    self.title = words.set(title, in: language)
    self.path = path
    self.note = words.set(note)
    self.hidden = hidden
  }
}

extension Findable {
  /// How many there are in all.
  ///
  /// - Parameter pages: How many pages are prose alone.
  static func count(_ facts: FactBase, pages: Int) -> Int {
    let listed = [FactKind.claims, .events, .actors, .topics, .terms, .questions, .sources].reduce(0) { $0 + facts.count(of: $1) }
    // The front page, that of corrections, and the general ones that there are.
    let general = [FactKind.events, .claims, .positions, .questions, .sources, .terms].count { facts.count(of: $0) > 0 }
    return listed + 2 + general + pages
  }
}

extension Site {
  /// All that can be found, by kind; kinds without any are left out.
  func findables() -> [(kind: Findable.Kind, items: [Findable])] {
    Findable.Kind.allCases.compactMap { kind in
      let items = findables(of: kind)
      return items.isEmpty ? nil : (kind, items)
    }
  }

  /// The same of a site of which records have changed: what says nothing of them is taken over.
  func findables(after earlier: [(kind: Findable.Kind, items: [Findable])], _ reach: Reach) -> [(kind: Findable.Kind, items: [Findable])] {
    // Actors are named with what they said and did.
    let keepsNames = !reach.kinds.contains(.actors) && !reach.movesPlaces
    return Findable.Kind.allCases.compactMap { kind in
      let old = earlier.first { $0.kind == kind }?.items ?? []
      let items: [Findable]
      switch kind {
      case .pages: items = old
      case .claims where keepsNames: items = claimsByDate.enumerated().map { kept(old, at: $0, $1.key, reach) ?? findable($1) }
      case .events where keepsNames: items = timeline.enumerated().map { kept(old, at: $0, $1.key, reach) ?? findable($1) }
      case .sources where keepsNames && !reach.kinds.contains(.sources): items = old
      default: items = findables(of: kind)
      }
      return items.isEmpty ? nil : (kind, items)
    }
  }

  /// What stands at this place already, if it is of that record and the record is as it was.
  private func kept(_ old: [Findable], at place: Int, _ key: FactKey, _ reach: Reach) -> Findable? {
    guard old.indices.contains(place), !reach.changed.contains(key), old[place].path == SitePath.of(key) else { return nil }
    return old[place]
  }

  private func findables(of kind: Findable.Kind) -> [Findable] {
    switch kind {
    case .claims: claimsByDate.map(findable)
    case .events: timeline.map(findable)
    case .actors:
      facts.actors.sorted { ($0.name.lowercased(), $0.id) < ($1.name.lowercased(), $1.id) }.map { actor in
        Findable(
          title: actor.name, path: SitePath.of(actor.key), note: actor.roles.last?.title ?? words("actor.kind.\(actor.kind.rawValue)"),
          hidden: actor.alsoKnownAs.joined(separator: " "), words)
      }
    case .topics:
      topics.map { topic in
        Findable(title: topic.label, path: SitePath.of(topic.key), note: "", hidden: topic.description.map(plainText) ?? "", words)
      }
    case .terms:
      terms.map { term in
        Findable(title: term.term, path: places.path(of: term.key), note: "", hidden: term.alsoKnownAs.joined(separator: " "), words)
      }
    case .questions:
      questions.map { question in
        Findable(
          title: question.text, path: places.path(of: question.key), note: words("question.\(question.state.rawValue)"), hidden: "", words)
      }
    case .pages: generalPages + ownPages
    case .sources:
      sourcesByPublisher.map { source in
        Findable(
          title: source.title, in: source.language == settings.language ? nil : source.language, path: places.path(of: source.key),
          note: name(of: source.key), hidden: "", words)
      }
    }
  }

  private func findable(_ claim: Claim) -> Findable {
    var who = words.list(claim.claimant.actors.map { name(of: $0.key) })
    if case .unnamed(let unnamed) = claim.claimant { who = unnamed.description }
    let hidden =
      claim.attributedTo.map { name(of: $0.key) } + [claim.quote?.text.text, claim.quote?.original, claim.venue].compactMap { $0 }
    return Findable(
      title: claim.text, path: SitePath.of(claim.key),
      note: words("list.comma", ["first": who, "second": phrase(claimDates[claim.id], claim.date)]), hidden: hidden.joined(separator: " "),
      words)
  }

  private func findable(_ event: Event) -> Findable {
    let hidden = event.actors.map { name(of: $0.key) } + [event.place].compactMap { $0 }
    return Findable(
      title: event.title, path: SitePath.of(event.key), note: phrase(eventDates[event.id], event.date),
      hidden: hidden.joined(separator: " "), words)
  }

  private func phrase(_ view: DateView?, _ date: FactDate) -> String {
    view?.phrase.text ?? dates.phrase(date.expression).text
  }

  /// The pages that every site has, by the names of the navigation, with what they hold.
  private var generalPages: [Findable] {
    let described = [
      SitePath.timeline: "timeline", SitePath.claims: "claims", SitePath.positions: "positions", SitePath.questions: "questions",
      SitePath.sources: "sources", SitePath.glossary: "glossary",
    ]
    return navigationTargets.filter { described[$0.path] != nil || $0.path == SitePath.index }.map { target in
      Findable(
        title: target.label, path: target.path, note: "",
        hidden: described[target.path].map { words("\($0).description") } ?? settings.question, words)
    } + [Findable(title: words("corrections.title"), path: SitePath.corrections, note: "", hidden: words("corrections.description"), words)]
  }

  /// The pages of prose alone.
  private var ownPages: [Findable] {
    pageOrder.filter { !generatedPaths.contains($0.path) }.map { page in
      Findable(title: page.title ?? page.path, path: page.path, note: "", hidden: page.head.description ?? "", words)
    }
  }
}
