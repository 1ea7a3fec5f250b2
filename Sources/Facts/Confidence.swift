/// How sure an assessment is, by the sources and the reasoning behind it; never a probability.
package struct Confidence: Sendable {
  package enum Level: String, Sendable, CaseIterable {
    case low, moderate, high
  }

  package var level = Level.low
  package var why = ""

  package init() {}

  static let table = FieldTable<Confidence>(
    "confidence", "How sure an assessment is, and why.",
    [
      .required("level", .choice, "Low, moderate or high.") { $0.level = $1 },
      .required("why", .text, "What the level rests on.") { $0.why = $1 },
    ])
}
