package import Diagnostics
import EDTF

/// The checks of events.
enum EventCheck {
  static func check(_ facts: FactBase, _ context: CheckContext, log: inout DiagnosticLog) {
    var told: Set<String> = []
    for event in facts.events {
      checkSources(event, log: &log)
      checkEntered(event, context, log: &log)
      checkPart(event, facts, told: &told, log: &log)
    }
    checkTwins(facts, log: &log)
  }

  private static func checkSources(_ event: Event, log: inout DiagnosticLog) {
    guard event.sources.isEmpty, !event.head.isDamaged else { return }
    log.add(
      Diagnostic(
        .factWithoutSource, "the event `\(event.id)` names no source", at: event.head.idSpan, label: "who says that it happened?",
        help: ["add the id of at least one source to `sources`"]))
  }

  private static func checkEntered(_ event: Event, _ context: CheckContext, log: inout DiagnosticLog) {
    guard event.state == .happened || event.state == .disputed else { return }
    let entered = event.head.entered ?? context.settings.published
    guard let day = entered.expression.bounds.latest, let begin = event.date.expression.bounds.earliest, begin > day else { return }
    log.add(
      Diagnostic(
        .eventAfterEntered, "`\(event.id)` is dated after the day on which it was entered, \(day.text)", at: event.date.span,
        label: "still to come on that day", others: event.head.entered.map { [Label($0.span, "entered here")] } ?? [],
        help: ["mend the date, or write `state: scheduled`"]))
  }

  /// Each cycle is told once, at its first event; `told` are the events of those that were.
  private static func checkPart(_ event: Event, _ facts: FactBase, told: inout Set<String>, log: inout DiagnosticLog) {
    guard let whole = event.partOf, !told.contains(event.id) else { return }
    var seen: Set<String> = [event.id]
    var links: [SourceSpan] = []
    var current = whole.id
    while seen.insert(current).inserted {
      guard let next = facts.events[current]?.partOf else { return }
      links.append(next.span)
      current = next.id
    }
    guard current == event.id else { return }
    told.formUnion(seen)
    log.add(
      Diagnostic(
        .eventPartCycle, "`\(event.id)` ends up being part of itself", at: whole.span, label: "leads back to `\(event.id)`",
        others: links.map { Label($0, "by this") }, help: ["`part_of` names the larger event"]))
  }

  /// Two events of one date whose titles have the same words.
  private static func checkTwins(_ facts: FactBase, log: inout DiagnosticLog) {
    var seen: [String: Event] = [:]
    var dates: [String: Int] = [:]
    for event in facts.events { dates[event.date.expression.text, default: 0] += 1 }
    for event in facts.events where dates[event.date.expression.text, default: 0] > 1 {
      let words = Set(event.title.lowercased().split { !$0.isLetter && !$0.isNumber }.map(String.init))
      let key = "\(event.date.expression.text)|" + words.sorted().joined(separator: " ")
      guard let earlier = seen[key] else {
        seen[key] = event
        continue
      }
      log.add(
        Diagnostic(
          .eventTwin, "`\(event.id)` looks like the event `\(earlier.id)`: the same date, the same words in the title",
          at: event.head.idSpan,
          label: "the same happening?", others: [Label(earlier.head.idSpan, "the earlier one")],
          help: ["join them, or give them titles that tell them apart"]))
    }
  }
}

extension DiagnosticKind {
  package static let factWithoutSource = DiagnosticKind(
    "fact.without-source",
    meaning: "Every claim and every event names at least one source: a reader must be able to ask how it is known.",
    wrong: .init("Content/facts/events.yml", "first-meeting:\n  date: 2025-08-15\n  title: The council meets\n  sources: []\n"),
    right: .init("Content/facts/events.yml", "first-meeting:\n  date: 2025-08-15\n  title: The council meets\n  sources: [first-paper]\n"))

  package static let eventAfterEntered = DiagnosticKind(
    "event.after-entered",
    meaning: "An event that is dated after the day on which this briefing first carried it cannot have happened then.",
    wrong: .init("Content/facts/events.yml", "first-meeting:\n  date: 2035-08-15\n  title: The council meets\n  sources: [first-paper]\n"),
    right: .init(
      "Content/facts/events.yml",
      "first-meeting:\n  date: 2035-08-15\n  title: The council meets\n  state: scheduled\n  sources: [first-paper]\n"))

  package static let eventPartCycle = DiagnosticKind(
    "event.part-cycle",
    meaning: "`part_of` names the larger event. A chain of them that comes back to where it began has no larger one.",
    wrong: .init(
      "Content/facts/events.yml",
      "first-meeting:\n  date: 2025-08-15\n  title: The council meets\n  part_of: first-meeting\n  sources: [first-paper]\n"),
    right: .init("Content/facts/events.yml", "first-meeting:\n  date: 2025-08-15\n  title: The council meets\n  sources: [first-paper]\n"))

  package static let eventTwin = DiagnosticKind(
    "event.twin", .warning,
    meaning: "Two events have one date and the same words in their titles: one happening may have been entered twice.",
    wrong: .init(
      "Content/facts/events.yml",
      "first-meeting:\n  date: 2025-08-15\n  title: The council meets\n  sources: [first-paper]\nmeeting-of-council:\n  date: 2025-08-15\n  title: The council meets\n  sources: [first-paper]\n"
    ),
    right: .init(
      "Content/facts/events.yml",
      "first-meeting:\n  date: 2025-08-15\n  title: The council meets\n  sources: [first-paper]\nmeeting-of-council:\n  date: 2025-08-15\n  title: The council speaks to the press\n  sources: [first-paper]\n"
    ))
}
