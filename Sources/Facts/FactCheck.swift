package import Diagnostics
package import EDTF

/// The editorial checks of the facts: what does not hold together, each with a code of its own.
package enum FactCheck {
  /// All checks that need the facts alone. The prose is checked with the pages.
  package static func check(_ facts: FactBase, _ context: CheckContext, log: inout DiagnosticLog) {
    log.append(check(facts, context, after: nil).log)
  }

  /// What the checks said, with that of some of them apart, which look at few kinds of records and at the settings.
  package struct Findings: Sendable {
    package let log: DiagnosticLog
    fileprivate let sources: DiagnosticLog
    fileprivate let events: DiagnosticLog
    fileprivate let positions: DiagnosticLog
  }

  /// The same, where only records of some kinds have changed since an earlier check with the same context.
  package static func check(
    _ facts: FactBase, _ context: CheckContext, after earlier: (findings: Findings, renewed: Set<FactKind>)?
  ) -> Findings {
    func part(_ kept: KeyPath<Findings, DiagnosticLog>, of kinds: Set<FactKind>, _ check: (inout DiagnosticLog) -> Void) -> DiagnosticLog {
      if let earlier, earlier.renewed.isDisjoint(with: kinds) { return earlier.findings[keyPath: kept] }
      var log = DiagnosticLog()
      check(&log)
      return log
    }
    let sources = part(\.sources, of: [.sources, .actors]) { SourceCheck.check(facts, log: &$0) }
    let events = part(\.events, of: [.events]) { EventCheck.check(facts, context, log: &$0) }
    let positions = part(\.positions, of: [.positions]) { PositionCheck.check(facts, log: &$0) }
    var log = DiagnosticLog()
    ReferenceCheck.check(facts, context.settings, log: &log)
    log.append(sources)
    log.append(events)
    ClaimCheck.check(facts, context, log: &log)
    log.append(positions)
    checkOthers(facts, context, log: &log)
    return Findings(log: log, sources: sources, events: events, positions: positions)
  }

  private static func checkOthers(_ facts: FactBase, _ context: CheckContext, log: inout DiagnosticLog) {
    checkCorrections(facts, context, log: &log)
    ReviewCheck.check(facts, context, log: &log)
    PastCheck.check(facts, context, log: &log)
    checkReview(context, log: &log)
  }

  /// Warnings that a record accepts are taken out of the log; those that are left alone keep their place. Returns the accepted ones.
  package static func acceptWarnings(of facts: FactBase, in log: inout DiagnosticLog) -> [(diagnostic: Diagnostic, why: String)] {
    let heads = facts.acceptingHeads.sorted { $0.span < $1.span }
    guard !heads.isEmpty else { return [] }
    var accepted: [(diagnostic: Diagnostic, why: String)] = []
    var used: Set<SourceSpan> = []
    var result = log.map { diagnostic in
      guard diagnostic.severity != .error, let span = diagnostic.primary?.span else { return diagnostic }
      for head in heads
      where head.span.file == span.file && head.span.start <= span.start && span.start < max(head.span.end, head.span.start + 1) {
        if let acceptance = head.accepted.first(where: { $0.code == diagnostic.code }) {
          used.insert(acceptance.span)
          accepted.append((diagnostic, acceptance.why))
          return nil
        }
      }
      return diagnostic
    }
    for head in heads where !head.isDamaged {
      for acceptance in head.accepted where !used.contains(acceptance.span) {
        result.add(
          Diagnostic(
            .factIdleAccept, "`\(head.id)` accepts `\(acceptance.code)`, but nothing of that code was found here", at: acceptance.span,
            label: "not needed", help: ["take the line out, or see `brief explain` for the code that was meant"]))
      }
    }
    log = result
    return accepted
  }

  /// Sources that neither a record nor a page uses.
  ///
  /// - Parameter usedByRecords: What `sourcesUsed` says.
  package static func checkUnusedSources(
    _ facts: FactBase, usedByRecords: Set<String>, usedByProse: Set<String>, log: inout DiagnosticLog
  ) {
    let records = facts.sources.records
    for index in records.indices where !usedByRecords.contains(records[index].head.id) && !usedByProse.contains(records[index].head.id) {
      let source = records[index]
      log.add(
        Diagnostic(
          .sourceUnused, "nothing uses the source `\(source.id)`", at: source.head.idSpan, label: "unused",
          help: ["cite it where it supports something, or take it out"]))
    }
  }

  /// The ids of the sources that records name.
  package static func sourcesUsed(_ facts: FactBase) -> Set<String> {
    var used: Set<String> = []
    facts.visitReferences { _, target, _ in if target.kind == .sources { used.insert(target.id) } }
    return used
  }

  private static func checkCorrections(_ facts: FactBase, _ context: CheckContext, log: inout DiagnosticLog) {
    for correction in facts.corrections {
      guard let key = FactKey(link: correction.target.text) else { continue }
      // What is corrected may be gone: the correction says why.
      if !facts.has(key), context.editions.contains(where: { $0.facts.has(key) }) { continue }
      ReferenceCheck.check(key, at: correction.target.span, in: facts, log: &log)
    }
  }

  private static func checkReview(_ context: CheckContext, log: inout DiagnosticLog) {
    guard context.settings.state == .open, let today = context.today, let date = context.settings.reviewBy,
      let due = date.expression.bounds.latest, due < today
    else { return }
    log.add(
      Diagnostic(
        .reviewDue, "the briefing was to be gone through again by \(due.text)", at: date.span, label: "past",
        help: ["go through it, then set `checked` and a later `review_by`; a briefing that is not kept up is `state: closed`"]))
  }
}

extension FactBase {
  /// The last day on which neither the briefing nor any claim is due to be gone through again; nil where none ever will be.
  package func firstReview(of settings: BriefingSettings) -> CivilDay? {
    (claims.map(\.reviewBy) + [settings.reviewBy]).compactMap { $0?.expression.bounds.latest }.min()
  }
}

extension FactKey {
  /// The record that a link such as `claim:some-id` names; nil where it names none.
  package init?(link: some StringProtocol) {
    guard let colon = link.firstIndex(of: ":"), let kind = FactKind(singular: link[..<colon]) else { return nil }
    self.init(kind, String(link[link.index(after: colon)...]))
  }
}

extension DiagnosticKind {
  package static let factIdleAccept = DiagnosticKind(
    "fact.idle-accept", .hint,
    meaning: "A record accepts a warning that is not raised: what it excused is mended, or the code is misspelt.",
    wrong: .init(
      "Content/facts/terms.yml",
      "readout:\n  term: Readout\n  definition: An official account of a talk.\n  accept: {claim.single-origin: only one outlet was there}\n"
    ),
    right: .init("Content/facts/terms.yml", "readout:\n  term: Readout\n  definition: An official account of a talk.\n"))

  package static let sourceUnused = DiagnosticKind(
    "source.unused", .warning,
    meaning: "A source that nothing cites tells the reader nothing. It is a leftover, or a citation is missing.",
    wrong: .init(
      "Content/facts/sources.yml+",
      "second-paper:\n  title: A second paper\n  publisher: The Desk\n  unlinked: seen in print\n  kind: report\n"),
    right: .init("Content/facts/sources.yml+", "# Nothing else yet.\n"))

  package static let reviewDue = DiagnosticKind(
    "review.due", .warning,
    meaning: "The day by which the briefing or a claim was to be looked at again is past: readers take it for fresher than it is.",
    wrong: .init("Content/briefing.yml+", "review_by: 2025-09-08\n"),
    right: .init("Content/briefing.yml+", "review_by: 9999-09-08\n"))
}
