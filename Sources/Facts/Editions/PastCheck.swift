import Diagnostics
import EDTF

/// What was published may be added to and corrected, but not silently changed: the facts against the newest edition.
///
/// A change that readers of the edition must be able to find is one of a quote, a claimant, `attributed_to`, a status entry or a correction,
/// and the loss of an id. A correction that the edition did not have, aimed at the record, makes it open; for quotes and names a new status
/// entry does so too, since it says why.
enum PastCheck {
  static func check(_ facts: FactBase, _ context: CheckContext, log: inout DiagnosticLog) {
    guard let newest = context.editions.last else { return }
    let check = PastComparison(facts: facts, edition: newest, earlier: context.editions.dropLast())
    check.run(&log)
  }
}

/// One comparison of the facts with an edition.
struct PastComparison {
  private let facts: FactBase
  private let edition: Edition
  private let earlier: ArraySlice<Edition>
  /// What corrections that are new since the edition are aimed at.
  private let corrected: Set<String>

  init(facts: FactBase, edition: Edition, earlier: ArraySlice<Edition>) {
    self.facts = facts
    self.edition = edition
    self.earlier = earlier
    corrected = Set(facts.corrections.filter { !edition.facts.corrections.has($0.id) }.map(\.target.text))
  }

  func run(_ log: inout DiagnosticLog) {
    for kind in FactKind.allCases where !facts.unreadable.contains(kind) {
      checkIDs(of: kind, &log)
    }
    for claim in facts.claims where !claim.head.isDamaged && !corrected.contains(claim.key.text) {
      guard let published = edition.facts.claims[claim.id], !isAnother(claim.key, than: edition) else { continue }
      checkStatus(claim, published, &log)
      // A new status entry says why.
      guard claim.status.count <= published.status.count else { continue }
      checkQuote(claim, published, &log)
      checkNames(claim, published, &log)
    }
    for correction in facts.corrections where !correction.head.isDamaged && !corrected.contains(correction.key.text) {
      if let published = edition.facts.corrections[correction.id] { checkCorrection(correction, published, &log) }
    }
  }

  // MARK: Ids

  private func checkIDs(of kind: FactKind, _ log: inout DiagnosticLog) {
    for id in edition.facts.ids(of: kind) {
      let key = FactKey(kind, id)
      guard let span = edition.facts.idSpan(key), !corrected.contains(key.text) else { continue }
      if facts.has(key) {
        if isAnother(key, than: edition) { reportReuse(key, of: edition, &log) }
      } else if !facts.broken.contains(key) {
        reportLoss(key, at: span, &log)
      }
    }
    // Ids that were given up before the newest edition are not free either.
    for id in facts.ids(of: kind) where !edition.facts.has(FactKey(kind, id)) {
      let key = FactKey(kind, id)
      guard !corrected.contains(key.text), let last = earlier.last(where: { $0.facts.has(key) }) else { continue }
      if isAnother(key, than: last) { reportReuse(key, of: last, &log) }
    }
  }

  private func reportLoss(_ key: FactKey, at span: SourceSpan, _ log: inout DiagnosticLog) {
    let isDraft = facts.drafts.contains(key)
    let new = facts.ids(of: key.kind).filter { !edition.facts.has(FactKey(key.kind, $0)) }
    let renamed = Suggestion.nearest(to: key.id, among: new)
    var help = renamed.map { ["give `\($0)` its old id back, if it is the same \(key.kind.singular)"] } ?? []
    help.append(
      isDraft
        ? "take `draft: true` out of it, or add a correction with `target: \(key.text)` that says why it is withheld"
        : "put it back, or add a correction with `target: \(key.text)` that says why it is gone")
    log.add(
      Diagnostic(
        .pastIDGone, "the \(key.kind.singular) `\(key.id)` was published and is \(isDraft ? "a draft now" : "gone")", at: span,
        label: "published on \(edition.date)",
        others: renamed.flatMap { facts.idSpan(FactKey(key.kind, $0)) }.map { [Label($0, "perhaps renamed to this")] } ?? [], help: help))
  }

  private func reportReuse(_ key: FactKey, of edition: Edition, _ log: inout DiagnosticLog) {
    guard let now = facts.idSpan(key), let then = edition.facts.idSpan(key) else { return }
    log.add(
      Diagnostic(
        .pastIDReused, "the id `\(key.id)` was published for another \(key.kind.singular)", at: now, label: "now this",
        others: [Label(then, "published on \(edition.date) for this")],
        help: ["give the new \(key.kind.singular) an id of its own: links to the old one would lead readers astray"]))
  }

  /// Whether nothing by which a record is known is what it was in an edition.
  private func isAnother(_ key: FactKey, than edition: Edition) -> Bool {
    let old = edition.facts
    switch key.kind {
    case .claims:
      guard let now = facts.claims[key.id], let then = old.claims[key.id] else { return false }
      return now.text != then.text && now.claimant.names != then.claimant.names && now.date.excludes(then.date)
    case .events:
      guard let now = facts.events[key.id], let then = old.events[key.id] else { return false }
      return now.title != then.title && now.date.excludes(then.date)
    case .actors:
      guard let now = facts.actors[key.id], let then = old.actors[key.id] else { return false }
      return now.name != then.name && now.kind != then.kind
    case .sources:
      guard let now = facts.sources[key.id], let then = old.sources[key.id] else { return false }
      return now.title != then.title && now.publisher != then.publisher && now.place != then.place
    case .positions:
      guard let now = facts.positions[key.id], let then = old.positions[key.id] else { return false }
      return now.actor.id != then.actor.id && now.topic.id != then.topic.id
    case .terms:
      guard let now = facts.terms[key.id], let then = old.terms[key.id] else { return false }
      return now.term != then.term && now.definition.text != then.definition.text
    case .topics, .questions, .corrections: return false
    }
  }

  // MARK: Claims

  private func checkStatus(_ claim: Claim, _ published: Claim, _ log: inout DiagnosticLog) {
    for (index, then) in published.status.enumerated() {
      guard index < claim.status.count else {
        log.add(
          status(
            "a status of `\(claim.id)` was taken out: \(then.value.text)", at: claim.statusSpan?.slice(0..<1) ?? claim.head.idSpan,
            label: "not here", then.value.span, claim))
        return
      }
      let now = claim.status[index]
      let change: (field: String, now: SourceSpan, then: SourceSpan)? =
        if now.value.text != then.value.text {
          ("value", now.value.span, then.value.span)
        } else if now.asOf.expression.text != then.asOf.expression.text {
          ("as_of", now.asOf.span, then.asOf.span)
        } else if now.why.text != then.why.text {
          ("why", now.why.span, then.why.span)
        } else {
          nil
        }
      guard let change else { continue }
      log.add(
        status(
          "`\(change.field)` of a published status of `\(claim.id)` was changed", at: change.now, label: "now", change.then, claim))
      return
    }
  }

  private func status(_ message: String, at span: SourceSpan, label: String, _ then: SourceSpan, _ claim: Claim) -> Diagnostic {
    Diagnostic(
      .pastStatusEdited, message, at: span, label: label, others: [Label(then, "published on \(edition.date)")],
      help: [
        "put it back, and add a new entry below it: a status history is only ever added to",
        "if the entry was an error, add a correction with `target: \(claim.key.text)`",
      ])
  }

  private func checkQuote(_ claim: Claim, _ published: Claim, _ log: inout DiagnosticLog) {
    guard let then = published.quote, claim.quote?.text.text != then.text.text || claim.quote?.original != then.original else { return }
    let isOriginal = claim.quote?.text.text == then.text.text
    let what = claim.quote == nil ? "was taken out" : isOriginal ? "has another original" : "was changed"
    log.add(
      Diagnostic(
        .pastQuoteChanged, "the quotation of `\(claim.id)` \(what)", at: claim.quote?.text.span ?? claim.head.idSpan,
        label: claim.quote == nil ? "without it" : "now", others: [Label(then.text.span, "published on \(edition.date)")],
        help: help(for: claim)))
  }

  private func checkNames(_ claim: Claim, _ published: Claim, _ log: inout DiagnosticLog) {
    if claim.claimant.names != published.claimant.names {
      log.add(
        Diagnostic(
          .pastClaimantChanged, "the claimant of `\(claim.id)` was changed", at: claim.claimant.span ?? claim.head.idSpan, label: "now",
          others: [Label(published.claimant.span ?? published.head.idSpan, "published on \(edition.date)")], help: help(for: claim)))
    }
    if Set(claim.attributedTo.map(\.id)) != Set(published.attributedTo.map(\.id)) {
      log.add(
        Diagnostic(
          .pastAttributionChanged, "who is said to have agreed or acted in `\(claim.id)` was changed",
          at: claim.attributedTo.first?.span ?? claim.head.idSpan, label: claim.attributedTo.isEmpty ? "nobody now" : "now",
          others: [Label(published.attributedTo.first?.span ?? published.head.idSpan, "published on \(edition.date)")],
          help: help(for: claim)))
    }
  }

  private func help(for claim: Claim) -> [String] {
    [
      "if what was published was wrong, add a correction with `target: \(claim.key.text)`"
        + (claim.kind.isRated ? "; if something new came to light, a status entry that says so" : "")
    ]
  }

  // MARK: Corrections

  private func checkCorrection(_ now: Correction, _ then: Correction, _ log: inout DiagnosticLog) {
    let isSame =
      now.date.expression.text == then.date.expression.text && now.class == then.class && now.target.text == then.target.text
      && now.was == then.was && now.now == then.now
    guard !isSame else { return }
    log.add(
      Diagnostic(
        .pastCorrectionEdited, "the correction `\(now.id)` was changed after it was published", at: now.head.idSpan, label: "now",
        others: [Label(then.head.idSpan, "published on \(edition.date)")],
        help: ["put it back, and add another correction: what was once admitted stays"]))
  }
}

extension Claimant {
  /// Who it is, for a comparison.
  fileprivate var names: Set<String> {
    switch self {
    case .actors(let actors): Set(actors.map(\.id))
    case .unnamed(let unnamed): [unnamed.description + "\n" + unnamed.via.id]
    }
  }

  fileprivate var span: SourceSpan? {
    switch self {
    case .actors(let actors): actors.first?.span
    case .unnamed(let unnamed): unnamed.via.span
    }
  }
}

extension FactDate {
  /// Whether no day can be meant by both.
  fileprivate func excludes(_ other: FactDate) -> Bool {
    let (mine, others) = (expression.bounds, other.expression.bounds)
    if let end = mine.latest, let start = others.earliest, end < start { return true }
    if let end = others.latest, let start = mine.earliest, end < start { return true }
    return false
  }
}

extension Source {
  /// Where it can be found, for a comparison.
  fileprivate var place: String? {
    url?.text ?? document?.text ?? unlinked
  }
}
