import Cards
import Facts

/// What cards say, taken from the facts.
struct CardSubject {
  let settings: BriefingSettings
  let facts: FactBase
  let words: Wording
  let statuses: [StatusView]
  private let day: String

  init(settings: BriefingSettings, facts: FactBase, words: Wording, dates: DatePhraser, statuses: [StatusView]) {
    self.settings = settings
    self.facts = facts
    self.words = words
    self.statuses = statuses
    day = words("card.as-of", ["as-of": dates.phrase(settings.asOf.expression).text])
  }

  /// The briefing's own: its question, and how many claims stand how.
  var card: Card {
    var counts: [Int: Int] = [:]
    for claim in facts.claims { counts[Site.statusPlace(of: claim, settings), default: 0] += 1 }
    return Card(
      title: words.set(settings.title), asOf: day, headline: words.set(settings.question),
      tallies: statuses.compactMap { status in counts[status.rank].map { Card.Tally(mark: mark(status), count: $0) } })
  }

  /// A claim's: how it stands, what was said, by whom and of whom.
  func card(of claim: Claim) -> Card {
    let claimant =
      switch claim.claimant {
      case .unnamed(let unnamed): words.set(unnamed.description)
      default: names(claim.claimant.actors)
      }
    var parties = [Card.Party(part: words("card.said-by"), name: claimant)]
    if !claim.attributedTo.isEmpty { parties.append(Card.Party(part: words("card.said-of"), name: names(claim.attributedTo))) }
    return Card(
      title: words.set(settings.title), asOf: day, mark: mark(statuses[Site.statusPlace(of: claim, settings)]),
      headline: words.set(claim.text), parties: parties)
  }

  private func names(_ actors: [Reference<Actor>]) -> String {
    words.set(words.list(actors.compactMap { facts.actors[$0]?.name }))
  }

  /// The colour and the border that the stylesheet gives to a status.
  private func mark(_ status: StatusView) -> Card.Mark {
    let (ink, border): (Ink, Card.Border) =
      switch status.id {
      case "confirmed": (.ok, .solid)
      case "partly-confirmed": (.ok, .dashed)
      case "unconfirmed": (.open, .dotted)
      case "disputed": (.open, .double)
      case "denied": (.against, .heavy)
      case "contradicted": (.against, .both)
      case "withdrawn": (.quiet, .thinDashed)
      case "outdated": (.quiet, .thin)
      case "not-rated": (.quiet, .none)
      default: (.ink, .solid)
      }
    return Card.Mark(glyph: status.glyph, label: status.label, ink: ink, border: border)
  }
}
