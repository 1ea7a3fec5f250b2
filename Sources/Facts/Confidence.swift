import YAML

/// How sure an assessment is, by the sources and the reasoning behind it; never a probability.
package struct Confidence: Sendable {
  package enum Level: String, Sendable, CaseIterable {
    case low, moderate, high
  }

  package var level = Level.low
  /// What the level rests on; empty where a claim gives the level alone.
  package var why = ""

  package init() {}

  static let table = FieldTable<Confidence>(
    "confidence", "How sure an assessment is, and why.",
    [
      .required("level", .choice, "Low, moderate or high.") { $0.level = $1 },
      .required("why", .text, "What the level rests on.") { $0.why = $1 },
    ])
}

extension FieldType where Value == Confidence {
  /// The level alone, or a mapping with `level` and `why`.
  static var levelOrConfidence: FieldType<Confidence> {
    let record = FieldType<Confidence>.record(Confidence.table) { Confidence() }
    let level = FieldType<Confidence.Level>.choice
    return FieldType(.either([level.shape, record.shape])) { node, reader in
      guard node.scalar != nil else { return record.read(node, &reader) }
      return level.read(node, &reader).map { level in
        var confidence = Confidence()
        confidence.level = level
        return confidence
      }
    }
  }
}
