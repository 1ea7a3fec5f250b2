package import Diagnostics
import EDTF

/// The checks of claims but for those of their statuses.
enum ClaimCheck {
  static func check(_ facts: FactBase, _ context: CheckContext, log: inout DiagnosticLog) {
    var contradicted: Set<String> = []
    for claim in facts.claims {
      for relation in claim.relations where relation.type == .contradicts { contradicted.insert(relation.claim.id) }
    }
    for claim in facts.claims {
      if !claim.head.isDamaged {
        checkSources(claim, facts, log: &log)
        checkEvidence(claim, log: &log)
        checkResponses(claim, log: &log)
        checkRelay(claim, context, log: &log)
        checkQuotes(claim, context, log: &log)
      }
      checkReview(claim, context, log: &log)
      StatusCheck.check(claim, facts, context, contradictedBy: contradicted, log: &log)
    }
  }

  private static func checkSources(_ claim: Claim, _ facts: FactBase, log: inout DiagnosticLog) {
    guard !claim.sources.isEmpty else {
      log.add(
        Diagnostic(
          .factWithoutSource, "the claim `\(claim.id)` names no source", at: claim.head.idSpan, label: "where was it said?",
          help: ["add the id of at least one source that documents that it was said"]))
      return
    }
    let sources = claim.sources.compactMap { facts.sources[$0.source] }
    if !sources.isEmpty, sources.allSatisfy({ $0.attribution == .anonymous }) {
      log.add(
        Diagnostic(
          .claimAnonymousOnly, "the claim `\(claim.id)` rests on anonymous sources alone", at: claim.head.idSpan,
          label: "nobody stands for it",
          help: ["add a source on the record if there is one; if not, `accept` this and say so"]))
    }
  }

  private static func checkEvidence(_ claim: Claim, log: inout DiagnosticLog) {
    for (index, piece) in claim.evidence.enumerated() {
      let count = [piece.source == nil, piece.claim == nil, piece.event == nil].count { !$0 }
      guard count != 1 else { continue }
      log.add(
        Diagnostic(
          .evidenceOneOf, "evidence \(index + 1) of `\(claim.id)` needs exactly one of `source`, `claim` and `event`, and has \(count)",
          at: piece.span ?? claim.head.idSpan, label: count == 0 ? "evidence of what?" : "which one?",
          help: [count == 0 ? "name what it consists of" : "make them two pieces of evidence"]))
    }
    for relation in claim.relations where relation.claim.id == claim.id {
      log.add(
        Diagnostic(
          .claimSelfRelation, "`\(claim.id)` cannot stand in a relation to itself", at: relation.claim.span, label: "this claim",
          help: ["name the other claim; the same words on another day are a `sighting`"]))
    }
  }

  private static func checkResponses(_ claim: Claim, log: inout DiagnosticLog) {
    for response in claim.responses {
      if response.stance == .silent {
        guard response.note == nil else { continue }
        log.add(
          Diagnostic(
            .responseSilenceUnsaid, "silence of `\(response.by.id)` without a note", at: response.by.span,
            label: "where was an answer looked for?",
            help: ["add `note` and say what was searched"]))
      } else if response.source == nil {
        log.add(
          Diagnostic(
            .responseWithoutSource, "the answer of `\(response.by.id)` names no source", at: response.by.span, label: "where was it given?",
            help: ["add `source`; if no answer was found, the stance is `silent`"]))
      }
    }
  }

  private static func checkRelay(_ claim: Claim, _ context: CheckContext, log: inout DiagnosticLog) {
    if claim.attributedTo.isEmpty {
      let verb = claim.kind == .fact ? agreementVerb(in: claim.text, context) : nil
      guard claim.kind == .concession || (claim.kind == .fact && verb != nil) else { return }
      let why = claim.kind == .concession ? "a concession" : "`\(verb ?? "")`"
      log.add(
        Diagnostic(
          .claimRelayWithoutParty, "`\(claim.id)` relays what somebody else is said to have done (\(why)), but not who",
          at: claim.head.idSpan,
          label: "who is said to have agreed or acted?", help: ["add `attributed_to`"]))
    } else if claim.kind == .concession || claim.kind == .promise, claim.responses.isEmpty {
      log.add(
        Diagnostic(
          .claimNoResponse, "`\(claim.id)` says what a party gave or promised, but not what the party answers", at: claim.head.idSpan,
          label: "what does the party say?",
          help: ["add a response; if none was found, one with `stance: silent` and a note where it was looked for"]))
    }
  }

  /// The first verb of agreement that is a word of the text.
  private static func agreementVerb(in text: String, _ context: CheckContext) -> String? {
    let text = text.lowercased()
    guard context.agreementVerbs.mayOccur(in: text) else { return nil }
    let words = Set(text.split { !$0.isLetter }.map(String.init))
    return context.agreementVerbs.all.first { words.contains($0) }
  }

  private static func checkQuotes(_ claim: Claim, _ context: CheckContext, log: inout DiagnosticLog) {
    let quotes = [claim.quote].compactMap { $0 } + claim.responses.compactMap(\.quote)
    let page = Script.usual(for: context.settings.language)
    for quote in quotes where quote.language == nil {
      guard let page, let script = Script.main(of: quote.text.text), script != page else { continue }
      log.add(
        Diagnostic(
          .quoteWithoutLanguage, "this quotation is not in the language of the page, and does not say in which", at: quote.text.span,
          label: "\(script.rawValue) letters", help: ["add `language`, so that it is read out and hyphenated rightly"]))
    }
    // Words in other letters are no translation yet: which language they are in was asked above.
    let isInPageScript = page == nil || claim.quote.flatMap { Script.main(of: $0.text.text) } == page
    if claim.wording == .translated, isInPageScript, let quote = claim.quote, quote.translatedFrom == nil, quote.language == nil {
      log.add(
        Diagnostic(
          .quoteTranslatedFrom, "`\(claim.id)` is a translation, but its quotation does not say from which language", at: quote.text.span,
          label: "translated from?", help: ["add `translated_from`, such as `ru`"]))
    }
  }

  private static func checkReview(_ claim: Claim, _ context: CheckContext, log: inout DiagnosticLog) {
    guard context.settings.state == .open, let today = context.today, let date = claim.reviewBy, let due = date.expression.bounds.latest,
      due < today
    else { return }
    log.add(
      Diagnostic(
        .reviewDue, "the claim `\(claim.id)` was to be looked at again by \(due.text)", at: date.span, label: "past",
        help: ["look at it, add a status entry if something changed, and set a later `review_by`"]))
  }
}

extension DiagnosticKind {
  package static let claimAnonymousOnly = DiagnosticKind(
    "claim.anonymous-only", .warning,
    meaning: "Nobody who can be named stands for the claim. That may be all there is, but an editor should have decided it.",
    wrong: .init(
      "Content/facts/sources.yml",
      "first-paper:\n  title: A first paper\n  publisher: The Desk\n  unlinked: seen in print\n  kind: report\n  attribution: anonymous\n"),
    right: .init(
      "Content/facts/sources.yml",
      "first-paper:\n  title: A first paper\n  publisher: The Desk\n  unlinked: seen in print\n  kind: report\n  attribution: on-record\n"))

  package static let evidenceOneOf = DiagnosticKind(
    "evidence.one-of",
    meaning: "A piece of evidence is one source, one claim or one event, so that it can be counted and weighed.",
    wrong: ExampleClaim.with(
      "evidence:\n    - {source: first-paper, event: first-meeting, weight: supports}\n  status:\n    - {value: unconfirmed, as_of: 2025-08-17, why: Only one side has spoken.}"
    ),
    right: ExampleClaim.with(
      "evidence:\n    - {source: first-paper, weight: supports}\n    - {event: first-meeting, weight: supports}\n  status:\n    - {value: unconfirmed, as_of: 2025-08-17, why: Only one side has spoken.}"
    ))

  package static let claimSelfRelation = DiagnosticKind(
    "claim.self-relation",
    meaning: "A relation joins two claims. The same claim made again is a sighting.",
    wrong: ExampleClaim.with(
      "status:\n    - {value: unconfirmed, as_of: 2025-08-17, why: Only one side has spoken.}\n  relations: [{type: repeats, claim: ceasefire-offer}]"
    ),
    right: ExampleClaim.with("status:\n    - {value: unconfirmed, as_of: 2025-08-17, why: Only one side has spoken.}"))

  package static let responseSilenceUnsaid = DiagnosticKind(
    "response.silence-unsaid",
    meaning: "Silence is only worth something if the reader knows where an answer was looked for.",
    wrong: ExampleClaim.with(
      "responses:\n    - {by: council, stance: silent, date: 2025-08}\n  status:\n    - {value: unconfirmed, as_of: 2025-08-17, why: Only one side has spoken.}"
    ),
    right: ExampleClaim.with(
      "responses:\n    - {by: council, stance: silent, date: 2025-08, note: Not in its minutes of August.}\n  status:\n    - {value: unconfirmed, as_of: 2025-08-17, why: Only one side has spoken.}"
    ))

  package static let responseWithoutSource = DiagnosticKind(
    "response.without-source",
    meaning: "An answer that was given was given somewhere: its source is named.",
    wrong: ExampleClaim.with(
      "responses:\n    - {by: council, stance: denies, date: 2025-08}\n  status:\n    - {value: unconfirmed, as_of: 2025-08-17, why: Only one side has spoken.}"
    ),
    right: ExampleClaim.with(
      "responses:\n    - {by: council, stance: denies, date: 2025-08, source: first-paper}\n  status:\n    - {value: unconfirmed, as_of: 2025-08-17, why: Only one side has spoken.}"
    ))

  package static let claimRelayWithoutParty = DiagnosticKind(
    "claim.relay-without-party", .warning,
    meaning: "A relayed claim (\"he says that they agreed\") names both who says it and of whom; without the second, nobody can be asked.",
    wrong: ExampleClaim.with("status:\n    - {value: unconfirmed, as_of: 2025-08-17, why: Only one side has spoken.}", kind: "concession"),
    right: ExampleClaim.with(
      "attributed_to: [council]\n  responses:\n    - {by: council, stance: silent, date: 2025-08, note: Not in its minutes.}\n  status:\n    - {value: unconfirmed, as_of: 2025-08-17, why: Only one side has spoken.}",
      kind: "concession"))

  package static let claimNoResponse = DiagnosticKind(
    "claim.no-response", .warning,
    meaning: "What a party is said to have conceded or promised is worth what the party answers; silence is an answer too.",
    wrong: ExampleClaim.with(
      "attributed_to: [council]\n  status:\n    - {value: unconfirmed, as_of: 2025-08-17, why: Only one side has spoken.}",
      kind: "concession"),
    right: ExampleClaim.with(
      "attributed_to: [council]\n  responses:\n    - {by: council, stance: silent, date: 2025-08, note: Not in its minutes.}\n  status:\n    - {value: unconfirmed, as_of: 2025-08-17, why: Only one side has spoken.}",
      kind: "concession"))

  package static let quoteWithoutLanguage = DiagnosticKind(
    "quote.without-language",
    meaning: "Words in another language than the page's carry their language, so that browsers and screen readers treat them rightly.",
    wrong: ExampleClaim.with(
      "quote: {text: Мы согласны.}\n  status:\n    - {value: unconfirmed, as_of: 2025-08-17, why: Only one side has spoken.}"),
    right: ExampleClaim.with(
      "quote: {text: Мы согласны., language: ru}\n  status:\n    - {value: unconfirmed, as_of: 2025-08-17, why: Only one side has spoken.}")
  )

  package static let quoteTranslatedFrom = DiagnosticKind(
    "quote.translated-from",
    meaning: "A translation says from which language, for a reader who wants to look at the words that were spoken.",
    wrong: ExampleClaim.with(
      "quote: {text: We agree.}\n  status:\n    - {value: unconfirmed, as_of: 2025-08-17, why: Only one side has spoken.}"
    ).translated,
    right: ExampleClaim.with(
      "quote: {text: We agree., translated_from: ru}\n  status:\n    - {value: unconfirmed, as_of: 2025-08-17, why: Only one side has spoken.}"
    ).translated)
}
