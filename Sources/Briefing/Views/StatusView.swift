import Facts
import Templates

/// How a claim stands: a word, a glyph, and what it means.
package final class StatusView: RecordView {
  let id: String
  let label: String
  let meaning: String
  let glyph: String
  let isRated: Bool
  /// Its place in the briefing's order of statuses, for sorting.
  let rank: Int

  package static let table = ViewTable<StatusView>(
    "status", "How a claim stands.",
    [
      .text("id", "The status's id, for a class: `not-rated` where the claim is none that can be true or false.") { $0.id },
      .text("label", "The word.") { $0.label },
      .text("meaning", "What the word means.") { $0.meaning },
      .text("glyph", "The sign before the word, for the eye alone.") { $0.glyph },
      .flag("rated", "Whether the claim bears a status at all.") { $0.isRated },
      .text("rank", "Its place in the briefing's order of statuses, for sorting.") { String($0.rank) },
    ])

  init(_ definition: StatusDefinition, _ words: Wording, rank: Int = 0) {
    id = definition.id
    label = definition.label.map(words.set) ?? words("status.\(definition.id)")
    meaning = definition.meaning.map(words.set) ?? words("status.\(definition.id).meaning")
    glyph = definition.glyph
    isRated = true
    self.rank = rank
  }

  /// Of a claim that is none that can be true or false.
  private init(notRated words: Wording, rank: Int) {
    id = "not-rated"
    label = words("status.not-rated")
    meaning = words("status.not-rated.meaning")
    glyph = "–"
    isRated = false
    self.rank = rank
  }

  /// All that a briefing has, in its order, and last that of claims that bear none.
  static func all(_ settings: BriefingSettings, _ words: Wording) -> [StatusView] {
    settings.statuses.enumerated().map { StatusView($1, words, rank: $0) }
      + [StatusView(notRated: words, rank: settings.statuses.count)]
  }
}

extension Site {
  /// The status of that id; nil where the briefing has none.
  func status(_ id: String) -> StatusView? {
    settings.statuses.firstIndex { $0.id == id }.map { statuses[$0] }
  }

  /// How a claim stands now.
  func status(of claim: Claim) -> StatusView {
    statuses[statusPlace(of: claim)]
  }
}
