import Facts

/// Statistics as a table for people and as JSON for programs.
struct StatsReport {
  let statistics: Statistics
  /// The conditions that were set, and in JSON whether each holds.
  let conditions: [StatsCondition]

  /// Lines in two columns, the numbers to the right.
  var table: String {
    var result = "Claims\n" + row("in all", "\(statistics.claims)")
    for status in statistics.statuses { result += row(status.id, "\(status.count)") }
    if statistics.unrated > 0 { result += row("not rated", "\(statistics.unrated)") }
    result += row("independent origins", "\(statistics.distinctOrigins)")
    result += "\nShares\n"
    for measure in Statistics.Measure.allCases {
      guard let share = statistics.shares[measure] else { continue }
      let percent = share.percent.map { "\($0)%" } ?? "none"
      result += row(measure.rawValue, percent, "\(share.part) of \(share.whole) \(measure.meaning)")
    }
    result += list("Reviews overdue", statistics.stale) + list("Unused", statistics.unused)
    return result
  }

  private func row(_ name: String, _ number: String, _ meaning: String = "") -> String {
    let left = "  " + name + String(repeating: " ", count: max(1, 24 - name.count))
    let right = String(repeating: " ", count: max(0, 5 - number.count)) + number
    return left + right + (meaning.isEmpty ? "" : "  " + meaning) + "\n"
  }

  private func list(_ title: String, _ keys: [FactKey]) -> String {
    keys.isEmpty ? "" : "\n\(title)\n" + keys.map { "  \($0.text)\n" }.joined()
  }

  /// One JSON document; `version` grows when a member changes its meaning or goes. A share's `percent` is rounded down, and absent where
  /// there is nothing to count.
  var json: String {
    let shares = Statistics.Measure.allCases.compactMap { measure in
      statistics.shares[measure].map { share in
        FactMember(
          measure.rawValue,
          .record(
            [FactMember("part", .number(share.part)), FactMember("whole", .number(share.whole))]
              + (share.percent.map { [FactMember("percent", .number($0))] } ?? [])))
      }
    }
    let value = FactValue.record([
      FactMember("version", .number(1)),
      FactMember(
        "claims",
        .record([
          FactMember("count", .number(statistics.claims)),
          FactMember("statuses", .record(statistics.statuses.map { FactMember($0.id, .number($0.count)) })),
          FactMember("unrated", .number(statistics.unrated)), FactMember("origins", .number(statistics.distinctOrigins)),
        ])), FactMember("shares", .record(shares)), FactMember("stale", .list(statistics.stale.map { .text($0.text) })),
      FactMember("unused", .list(statistics.unused.map { .text($0.text) })),
      FactMember(
        "conditions",
        .list(
          conditions.map { condition in
            .record([
              FactMember("measure", .text(condition.measure.rawValue)), FactMember("percent", .number(condition.percent)),
              FactMember("holds", .flag(statistics.reaches(condition.measure, percent: condition.percent))),
            ])
          })),
    ])
    return String(decoding: FactJSON.bytes(of: value), as: UTF8.self)
  }
}
