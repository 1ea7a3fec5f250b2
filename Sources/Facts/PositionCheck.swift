package import Diagnostics
import EDTF

/// The checks of positions.
enum PositionCheck {
  static func check(_ facts: FactBase, log: inout DiagnosticLog) {
    var seen: [String: Position] = [:]
    for position in facts.positions {
      checkOrder(position, log: &log)
      checkDates(position, log: &log)
      let key = "\(position.actor.id) \(position.topic.id)"
      if let earlier = seen[key] {
        log.add(
          Diagnostic(
            .positionTwice, "a second position of `\(position.actor.id)` on `\(position.topic.id)`", at: position.head.idSpan,
            label: "the same cell of the matrix", others: [Label(earlier.head.idSpan, "the first one")],
            help: ["put its stances into the first one"]))
      }
      seen[key] = seen[key] ?? position
    }
  }

  private static func checkOrder(_ position: Position, log: inout DiagnosticLog) {
    for (earlier, later) in zip(position.stances, position.stances.dropFirst())
    where later.date.expression.bounds.sortKey < earlier.date.expression.bounds.sortKey {
      log.add(
        Diagnostic(
          .positionOrder, "the stances of `\(position.id)` are not in the order of their dates", at: later.date.span, label: "earlier than",
          others: [Label(earlier.date.span, "this one")], help: ["put the oldest first"]))
    }
  }

  private static func checkDates(_ position: Position, log: inout DiagnosticLog) {
    let dates = position.stances.map(\.date.expression.text)
    let named = [position.then, position.now].compactMap { $0 } + position.stances.compactMap(\.comparedTo)
    for date in named where !dates.contains(date.expression.text) {
      log.add(
        Diagnostic(
          .positionUnknownDate, "`\(position.id)` has no stance of \(date.expression.text)", at: date.span, label: "no such stance",
          help: Suggestion.didYouMean(date.expression.text, among: dates) + [
            "its dates are " + dates.map { "`\($0)`" }.joined(separator: ", ")
          ]))
    }
  }
}

extension DiagnosticKind {
  private static func position(_ fields: String) -> DiagnosticKind.Example {
    .init("Content/facts/positions.yml", "council-truce:\n  actor: council\n  topic: truce\n" + fields)
  }

  package static let positionTwice = DiagnosticKind(
    "position.twice",
    meaning: "An actor has one position on a topic, with as many dated stances as there were; two would fight for one cell.",
    wrong: .init(
      "Content/facts/positions.yml",
      "council-truce:\n  actor: council\n  topic: truce\n  stances: [{date: 2024, summary: Against it.}]\ncouncil-truce-now:\n  actor: council\n  topic: truce\n  stances: [{date: 2025, summary: For it.}]\n"
    ),
    right: position("  stances:\n    - {date: 2024, summary: Against it.}\n    - {date: 2025, summary: For it.}\n"))

  package static let positionOrder = DiagnosticKind(
    "position.order",
    meaning: "Stances stand oldest first, so that what changed can be read from top to bottom.",
    wrong: position("  stances:\n    - {date: 2025, summary: For it.}\n    - {date: 2024, summary: Against it.}\n"),
    right: position("  stances:\n    - {date: 2024, summary: Against it.}\n    - {date: 2025, summary: For it.}\n"))

  package static let positionUnknownDate = DiagnosticKind(
    "position.unknown-date",
    meaning: "`then`, `now` and `compared_to` name a stance of the same position by its date, as it is written there.",
    wrong: position("  stances:\n    - {date: 2024, summary: Against it.}\n    - {date: 2025, summary: For it.}\n  now: 2026\n"),
    right: position("  stances:\n    - {date: 2024, summary: Against it.}\n    - {date: 2025, summary: For it.}\n  now: 2025\n"))
}
