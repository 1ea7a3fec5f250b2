package import Diagnostics
import EDTF

/// The checks of a claim's statuses: status words follow the evidence that the record lists, nothing else.
enum StatusCheck {
  static func check(
    _ claim: Claim, _ facts: FactBase, _ context: CheckContext, contradictedBy: Set<String>, log: inout DiagnosticLog
  ) {
    guard claim.kind.isRated else {
      if let span = claim.statusSpan {
        log.add(
          Diagnostic(
            .statusNotRated, "`\(claim.id)` is \(article(claim.kind)) and bears no status", at: span.slice(0..<1),
            label: "status given here",
            help: ["take `status` out: positions, forecasts and opinions are shown as not rated"]))
      }
      return
    }
    guard let newest = claim.status.last else {
      if claim.head.isDamaged { return }
      log.add(
        Diagnostic(
          .statusMissing, "`\(claim.id)` is \(article(claim.kind)) and has no status", at: claim.head.idSpan, label: "how does it stand?",
          help: ["add `status` with one entry; where nothing is known yet, it is `unconfirmed`"]))
      return
    }
    for entry in claim.status where context.settings.status(entry.value.text) == nil {
      let ids = context.settings.statuses.map(\.id)
      log.add(
        Diagnostic(
          .statusUnknown, "there is no status `\(entry.value.text)`", at: entry.value.span, label: "unknown status",
          help: Suggestion.didYouMean(entry.value.text, among: ids) + ["the statuses are " + ids.map { "`\($0)`" }.joined(separator: ", ")],
          mending: Mending(entry.value.span, entry.value.text, by: Suggestion.nearest(to: entry.value.text, among: ids)))
      )
    }
    for (earlier, later) in zip(claim.status, claim.status.dropFirst())
    where later.asOf.expression.bounds.sortKey < earlier.asOf.expression.bounds.sortKey {
      log.add(
        Diagnostic(
          .statusOrder, "the statuses of `\(claim.id)` are not in the order of their dates", at: later.asOf.span, label: "earlier than",
          others: [Label(earlier.asOf.span, "this one")], help: ["add new entries at the end, with a later `as_of`"]))
    }
    guard !claim.head.isDamaged, let rule = context.settings.status(newest.value.text)?.rule else { return }
    if !rule.holds(for: claim, in: facts, contradictedBy: contradictedBy) {
      log.add(
        Diagnostic(
          .statusCondition, "`\(claim.id)` is called \(newest.value.text), but the record does not list what that takes",
          at: newest.value.span,
          label: "no ground in the record", help: ["it takes \(rule.condition)", "add what is known, or choose another status"]))
    } else if rule == .confirmed, claim.independentOrigins(in: facts) < 2 {
      log.add(
        Diagnostic(
          .claimSingleOrigin, "`\(claim.id)` is called confirmed on a single origin", at: newest.value.span, label: "one origin",
          help: ["several outlets that carry one report count as one; add an independent source, or `accept` this and say why"]))
    }
  }

  private static func article(_ kind: Claim.Kind) -> String {
    kind == .opinion ? "an opinion" : "a \(kind.rawValue)"
  }
}

extension DiagnosticKind {
  package static let statusNotRated = DiagnosticKind(
    "status.not-rated",
    meaning: "A position, a forecast or an opinion is neither true nor false yet: it is shown as not rated.",
    wrong: ExampleClaim.with("status:\n    - {value: unconfirmed, as_of: 2025-08-17, why: Only one side has spoken.}", kind: "opinion"),
    right: ExampleClaim.with("note: It was said in passing.", kind: "opinion"))

  package static let statusMissing = DiagnosticKind(
    "status.missing",
    meaning: "A fact, a concession or a promise can hold or not: a reader needs to know how it stands, and since when.",
    wrong: ExampleClaim.with("note: It was said in passing."),
    right: ExampleClaim.with("status:\n    - {value: unconfirmed, as_of: 2025-08-17, why: Only one side has spoken.}"))

  package static let statusUnknown = DiagnosticKind(
    "status.unknown",
    meaning: "Statuses are few and defined, each with a meaning and a necessary condition; this word is none of them.",
    wrong: ExampleClaim.with("status:\n    - {value: unconfirmd, as_of: 2025-08-17, why: Only one side has spoken.}"),
    right: ExampleClaim.with("status:\n    - {value: unconfirmed, as_of: 2025-08-17, why: Only one side has spoken.}"))

  package static let statusOrder = DiagnosticKind(
    "status.order",
    meaning: "A status history is only ever added to, at its end, so that readers see what was known when.",
    wrong: ExampleClaim.with(
      "status:\n    - {value: unconfirmed, as_of: 2025-08-19, why: Still nothing.}\n    - {value: unconfirmed, as_of: 2025-08-17, why: Only one side has spoken.}"
    ),
    right: ExampleClaim.with(
      "status:\n    - {value: unconfirmed, as_of: 2025-08-17, why: Only one side has spoken.}\n    - {value: unconfirmed, as_of: 2025-08-19, why: Still nothing.}"
    ))

  package static let statusCondition = DiagnosticKind(
    "status.condition",
    meaning: "Each status has a necessary condition on what the record lists, so that no status word stands on nothing.",
    wrong: ExampleClaim.with("status:\n    - {value: denied, as_of: 2025-08-17, why: It is said to be untrue.}"),
    right: ExampleClaim.with(
      "attributed_to: [council]\n  responses:\n    - {by: council, stance: denies, date: 2025-08-17, source: first-paper}\n  status:\n    - {value: denied, as_of: 2025-08-17, why: The council denied it.}"
    ))

  package static let claimSingleOrigin = DiagnosticKind(
    "claim.single-origin", .warning,
    meaning: "Reprints of one report are one report: \"confirmed\" on a single origin is thin.",
    wrong: ExampleClaim.with(
      "attributed_to: [council]\n  responses:\n    - {by: council, stance: confirms, date: 2025-08-17, source: first-paper}\n  status:\n    - {value: confirmed, as_of: 2025-08-17, why: The council confirmed it.}"
    ),
    right: ExampleClaim.with(
      "attributed_to: [council]\n  responses:\n    - {by: council, stance: confirms, date: 2025-08-17, source: second-paper}\n  status:\n    - {value: confirmed, as_of: 2025-08-17, why: The council confirmed it.}",
      adding: [
        (
          path: "Content/facts/sources.yml+",
          text: "second-paper:\n  title: A second paper\n  publisher: The Observer\n  unlinked: seen in print\n  kind: report\n"
        )
      ]))
}
