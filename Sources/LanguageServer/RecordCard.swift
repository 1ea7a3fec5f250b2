import Briefing
import Facts

/// A record in a few lines of Markdown, as it is shown where its id is pointed at.
struct RecordCard {
  private let briefing: BriefingAtHand
  private let dates: DatePhraser

  init(_ briefing: BriefingAtHand) {
    self.briefing = briefing
    dates = DatePhraser(briefing.words)
  }

  private var facts: FactBase { briefing.facts }

  /// The card of a record; nil where there is none that could be read.
  func markdown(of key: FactKey) -> String? {
    guard let title = facts.title(of: key) else { return nil }
    let lines = ["**\(Self.escaped(title))**", "*\(key.kind.singular)* `\(key.id)`"] + details(of: key)
    return lines.filter { !$0.isEmpty }.joined(separator: "\n\n")
  }

  private func details(of key: FactKey) -> [String] {
    switch key.kind {
    case .actors: facts.actors[key.id].map(details) ?? []
    case .topics: [text(facts.topics[key.id]?.description)]
    case .sources: facts.sources[key.id].map(details) ?? []
    case .events: facts.events[key.id].map(details) ?? []
    case .claims: facts.claims[key.id].map(details) ?? []
    case .positions: facts.positions[key.id].map(details) ?? []
    case .questions: facts.questions[key.id].map { [$0.state.rawValue, text($0.answer)] } ?? []
    case .terms: [text(facts.terms[key.id]?.definition)]
    case .corrections:
      facts.corrections[key.id].map { [Self.joined([$0.class.rawValue, date($0.date), Self.escaped($0.target.text)]), text($0.why)] } ?? []
    }
  }

  private func details(of actor: Actor) -> [String] {
    let side = actor.side.map { "for " + name($0) }
    return [Self.joined([actor.kind.rawValue] + actor.roles.map { Self.escaped($0.title) } + [side ?? ""]), text(actor.note)]
  }

  private func details(of source: Source) -> [String] {
    [
      Self.joined([
        source.kind.rawValue, source.date.map(date) ?? "undated", source.tier?.rawValue ?? "",
        source.origin.map { "origin: " + Self.escaped($0) } ?? "",
      ]),
      source.url.map { "<\($0.text)>" } ?? source.document.map { "`assets/\($0.text)`" } ?? source.unlinked.map(Self.escaped) ?? "",
      source.archiveURL.map { "archived: <\($0.text)>" } ?? "", text(source.note),
    ]
  }

  private func details(of event: Event) -> [String] {
    [
      Self.joined([
        event.kind.rawValue, date(event.date), event.place.map(Self.escaped) ?? "", event.state == .happened ? "" : event.state.rawValue,
      ]),
      text(event.summary), sources(event.sources),
    ]
  }

  private func details(of claim: Claim) -> [String] {
    let claimant: String
    switch claim.claimant {
    case .actors(let actors): claimant = actors.map(name).joined(separator: ", ")
    case .unnamed(let unnamed): claimant = Self.escaped(unnamed.description)
    }
    return [
      Self.joined([claim.kind.rawValue, claimant, date(claim.date), claim.venue.map(Self.escaped) ?? ""]),
      claim.status.last.map { entry in
        "**\(label(entry.value.text))** as of \(date(entry.asOf)): \(text(entry.why))"
      } ?? (claim.kind.isRated ? "" : "not rated"), sources(claim.sources),
    ]
  }

  private func details(of position: Position) -> [String] {
    guard let last = position.stances.last else { return [] }
    return ["\(date(last.date)): \(text(last.summary))"]
  }

  // MARK: Parts

  private func date(_ date: FactDate) -> String {
    Self.escaped(dates.phrase(date.expression).text)
  }

  private func text(_ text: MarkdownText?) -> String {
    text?.text ?? ""
  }

  private func name(_ actor: Reference<Actor>) -> String {
    Self.escaped(facts.actors[actor]?.name ?? actor.id)
  }

  private func label(_ status: String) -> String {
    guard let definition = briefing.settings.status(status) else { return Self.escaped(status) }
    return definition.glyph + " " + Self.escaped(definition.label ?? briefing.words("status.\(status)"))
  }

  private func sources(_ citations: [Citation]) -> String {
    guard !citations.isEmpty else { return "no source" }
    let lines = citations.map { citation in
      let place = citation.locator.map { ", " + Self.escaped($0) } ?? ""
      return "- " + Self.escaped(facts.title(of: citation.source.key) ?? citation.source.id) + place
    }
    return "Sources:\n" + lines.joined(separator: "\n")
  }

  private static func joined(_ parts: [String]) -> String {
    parts.filter { !$0.isEmpty }.joined(separator: " · ")
  }

  /// A text that is no Markdown.
  private static func escaped(_ text: String) -> String {
    var result = ""
    for character in text {
      if "\\`*_[]<>#|".contains(character) { result.append("\\") }
      result.append(character.isNewline ? " " : character)
    }
    return result
  }
}
