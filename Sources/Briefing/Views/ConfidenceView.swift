import Facts
import Templates

/// How sure an assessment is, and why.
package struct ConfidenceView: Sendable {
  let levelID: String
  let level: String
  let why: String?

  package static let table = ViewTable<ConfidenceView>(
    "confidence", "How sure an assessment is, and why.",
    [
      .choice("level-id", of: Confidence.Level.allCases.map(\.rawValue), "The level's id, for a class.") { $0.levelID },
      .text("level", "The level.") { $0.level },
      .optionalText("why", "What it rests on.") { $0.why },
    ])

  init(_ confidence: Confidence, _ words: Wording) {
    levelID = confidence.level.rawValue
    level = words("confidence.\(confidence.level.rawValue)")
    why = confidence.why.isEmpty ? nil : words.set(confidence.why)
  }
}
