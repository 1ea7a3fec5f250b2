import Facts
package import Templates

/// How a claim stands: a word, a glyph, and what it means.
package struct StatusView: Sendable {
  let id: String
  let label: String
  let meaning: String
  let glyph: String
  let isRated: Bool

  package static let table = ViewTable<StatusView>(
    "status", "How a claim stands.",
    [
      .text("id", "The status's id, for a class: `not-rated` where the claim is none that can be true or false.") { $0.id },
      .text("label", "The word.") { $0.label },
      .text("meaning", "What the word means.") { $0.meaning },
      .text("glyph", "The sign before the word, for the eye alone.") { $0.glyph },
      .flag("rated", "Whether the claim bears a status at all.") { $0.isRated },
    ])

  init(_ definition: StatusDefinition, _ words: Wording) {
    id = definition.id
    label = definition.label ?? words("status.\(definition.id)")
    meaning = definition.meaning ?? words("status.\(definition.id).meaning")
    glyph = definition.glyph
    isRated = true
  }

  /// Of a claim that is none that can be true or false.
  private init(notRated words: Wording) {
    id = "not-rated"
    label = words("status.not-rated")
    meaning = words("status.not-rated.meaning")
    glyph = "–"
    isRated = false
  }

  /// Of a claim as it stands now.
  init(_ claim: Claim, _ site: Site) {
    if let entry = claim.status.last, let definition = site.settings.status(entry.value.text) {
      self.init(definition, site.words)
    } else {
      self.init(notRated: site.words)
    }
  }
}
