package import Diagnostics

/// Whether what is named exists.
package enum ReferenceCheck {
  static func check(_ facts: FactBase, _ settings: BriefingSettings, log: inout DiagnosticLog) {
    var found: [(FactKey, SourceSpan)] = []
    facts.visitReferences { _, target, span in if !facts.has(target) { found.append((target, span)) } }
    for point in settings.points { point.visit { target, span in if !facts.has(target) { found.append((target, span)) } } }
    for (target, span) in found { check(target, at: span, in: facts, log: &log) }
  }

  /// Says what is wrong with a reference, if anything is: with the nearest id, and where that one stands.
  ///
  /// - Parameter scheme: What stands before the id there: `claim:` in a link.
  package static func check(
    _ target: FactKey, at span: SourceSpan, after scheme: String = "", in facts: FactBase, log: inout DiagnosticLog
  ) {
    if facts.has(target) || facts.broken.contains(target) || facts.unreadable.contains(target.kind) { return }
    if facts.drafts.contains(target) {
      log.add(
        Diagnostic(
          .factDraftReference, "the \(target.kind.singular) `\(target.id)` is a draft, and drafts are not published", at: span,
          label: "names a draft", help: ["take `draft: true` out of it, or make this a draft too"]))
      return
    }
    let near = Suggestion.nearest(to: target.id, among: facts.ids(of: target.kind))
    let other = FactKind.allCases.first { $0 != target.kind && facts.has(FactKey($0, target.id)) }
    var help = near.map { ["did you mean `\($0)`?"] } ?? []
    if near == nil, let other { help = ["there is \(other.withArticle) of that id"] }
    if help.isEmpty { help = ["add it to `Content/facts/\(target.kind.rawValue).yml`, or name another"] }
    let meant = near.flatMap { facts.idSpan(FactKey(target.kind, $0)) }
    log.add(
      Diagnostic(
        .factUnknownReference, "there is no \(target.kind.singular) `\(target.id)`", at: span, label: "unknown \(target.kind.singular)",
        others: meant.map { [Label($0, "perhaps this one")] } ?? [], help: help,
        mending: Mending(span, scheme + target.id, by: near.map { scheme + $0 })))
  }
}

extension DiagnosticKind {
  package static let factUnknownReference = DiagnosticKind(
    "fact.unknown-reference",
    meaning: "Something is named that no file defines. Readers would meet a dead link or a nameless actor.",
    wrong: ExampleClaim.with("topics: [trucce]", kind: "opinion"),
    right: ExampleClaim.with("topics: [truce]", kind: "opinion"))

  package static let factDraftReference = DiagnosticKind(
    "fact.draft-reference",
    meaning: "A published record or page names one that is kept back as a draft.",
    wrong: .init("Content/facts/topics.yml", "truce:\n  label: Truce\n  draft: true\n"),
    right: .init("Content/facts/topics.yml", "truce:\n  label: Truce\n"))
}
