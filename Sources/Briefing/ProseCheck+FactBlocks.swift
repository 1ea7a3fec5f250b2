package import Diagnostics
import Facts
import Markdown

/// Views of the facts in prose: that they can be shown.
extension ProseCheck {
  func check(_ code: CodeBlock, file: SourceFile, _ findings: inout Findings) {
    guard let view = FactBlock.View(rawValue: code.info) else {
      let word = code.info.prefix { $0 != " " }
      if !word.isEmpty, let near = Suggestion.nearest(to: String(word), among: FactBlock.View.allCases.map(\.rawValue)), code.info != near {
        findings.log.add(
          Diagnostic(
            .proseUnknownBlock, "`\(code.info)` is no view of the facts, and would be printed as it stands", at: code.infoSpan,
            label: "unknown view",
            help: ["did you mean `\(near)`?", "for a block of code, write a language that is not so near to the name of a view"]))
      }
      return
    }
    guard let block = FactBlock(view, code, in: file, log: &findings.log) else { return }
    if !view.isSingle { findings.showsLists = true }
    findings.named.formUnion(block.options.topics.map(\.key) + block.options.actors.map(\.key))
    for topic in block.options.topics { ReferenceCheck.check(topic.key, at: topic.span, in: facts, log: &findings.log) }
    for actor in block.options.actors { ReferenceCheck.check(actor.key, at: actor.span, in: facts, log: &findings.log) }
    for status in block.options.status where settings.status(status.text) == nil {
      findings.log.add(
        Diagnostic(
          .statusUnknown, "there is no status `\(status.text)`", at: status.span, label: "unknown status",
          help: Suggestion.didYouMean(status.text, among: settings.statuses.map(\.id))))
    }
    let kinds = block.kindsAllowed
    for kind in block.options.kinds where !kinds.contains(kind.text) {
      findings.log.add(
        Diagnostic(
          .factUnknownChoice, "`\(kind.text)` is not one of the words that may stand here", at: kind.span, label: "unknown kind",
          help: Suggestion.didYouMean(kind.text, among: kinds) + ["the words are " + kinds.map { "`\($0)`" }.joined(separator: ", ")]))
    }
    if view.isSingle, let id = block.options.id {
      ReferenceCheck.check(FactKey(view == .event ? .events : .claims, id.text), at: id.span, in: facts, log: &findings.log)
      if view == .quote, let claim = facts.claims[id.text], claim.quote == nil {
        findings.log.add(
          Diagnostic(
            .proseNoQuote, "the claim `\(id.text)` has no quotation to show", at: id.span, label: "no `quote` in this record",
            others: [Label(claim.head.idSpan, "the claim")], help: ["show it as a `claim`, or add the words to the record"]))
      }
    }
  }
}

extension FactBlock {
  /// The kinds by which this view can be narrowed.
  var kindsAllowed: [String] {
    switch view {
    case .timeline: Event.Kind.allCases.map(\.rawValue)
    case .claims: Claim.Kind.allCases.map(\.rawValue)
    case .sources: Source.Kind.allCases.map(\.rawValue)
    case .chart: options.of == .events ? Event.Kind.allCases.map(\.rawValue) : Claim.Kind.allCases.map(\.rawValue)
    default: []
    }
  }
}

extension DiagnosticKind {
  package static let proseUnknownBlock = DiagnosticKind(
    "prose.unknown-block",
    meaning: "A fenced block whose info string is almost the name of a view would be printed as code instead of showing the facts.",
    wrong: .init("Content/about.md", "# About\n\n```timelin\nkey: true\n```\n"),
    right: .init("Content/about.md", "# About\n\n```timeline\nkey: true\n```\n"))

  package static let proseNoQuote = DiagnosticKind(
    "prose.no-quote",
    meaning: "A `quote` block prints a claim's words, and this claim has none on record.",
    wrong: .init("Content/about.md", "# About\n\n```quote\nid: ceasefire-offer\n```\n"),
    right: .init("Content/about.md", "# About\n\n```claim\nid: ceasefire-offer\n```\n"))
}
