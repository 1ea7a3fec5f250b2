import Facts
import Templates

/// How a claim stands to another.
struct RelationView: Sendable {
  let type: String
  let claim: LinkView

  static let table = ViewTable<RelationView>(
    "relation", "How a claim stands to another.",
    [
      .text("type", "In which way.") { $0.type },
      .record("claim", LinkView.table, "The other claim.") { $0.claim },
    ])
}
