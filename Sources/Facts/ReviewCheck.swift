package import Diagnostics

/// Checks of what is published as fact-checks, which only a briefing with `fact_check: true` does.
enum ReviewCheck {
  static func check(_ facts: FactBase, _ context: CheckContext, log: inout DiagnosticLog) {
    let settings = context.settings
    guard settings.isFactCheck else { return }
    guard settings.baseURL != nil else {
      log.add(
        Diagnostic(
          .briefingFactCheckAddress, "no claim is published as a fact-check, since `base_url` is not set", at: settings.factCheckSpan,
          label: "has no effect",
          help: ["set `base_url` to the address under which the site stands: a fact-check names its own address, or take this line out"]))
      return
    }
    for claim in facts.claims where claim.isReviewed(settings) && claim.reviewedText != claim.text {
      log.add(
        Diagnostic(
          .claimLongForReview,
          "the claim has \(claim.text.unicodeScalars.count) characters, and a fact-check shows \(Claim.reviewedLength)",
          at: claim.head.idSpan, label: "cut short there",
          help: ["it is shown as \"\(claim.reviewedText)\"", "a shorter sentence is shown whole"]))
    }
  }
}

extension Claim {
  /// How many characters of a claim those show that read ClaimReview.
  package static let reviewedLength = 75

  /// Whether the claim is published as a fact-check: it bears a status that says something of its truth. An open one never is.
  package func isReviewed(_ settings: BriefingSettings) -> Bool {
    guard settings.isFactCheck, settings.baseURL != nil, kind.isRated, let status = status.last else { return false }
    return settings.status(status.value.text)?.isRated ?? false
  }

  /// The claim in at most 75 characters: a longer one is cut behind a word, with an ellipsis.
  package var reviewedText: String {
    guard text.unicodeScalars.count > Self.reviewedLength else { return text }
    var kept = ""
    var word = ""
    var room = Self.reviewedLength - 1
    for character in text {
      guard character.unicodeScalars.count <= room else {
        if character.isWhitespace { kept += word }
        break
      }
      room -= character.unicodeScalars.count
      if character.isWhitespace {
        kept += word
        word = ""
      }
      word.append(character)
    }
    // A word that fills all the room is cut within, there being nothing else to show.
    let shown = kept.isEmpty ? word : kept
    let marks: Set<Character> = [" ", ",", ";", ":", "-", "–", "—", "(", "\u{A0}"]
    return String(shown.reversed().drop { marks.contains($0) }.reversed()) + "…"
  }
}

extension DiagnosticKind {
  package static let briefingFactCheckAddress = DiagnosticKind(
    "briefing.fact-check-address", .warning,
    meaning: "`fact_check: true` publishes claims as fact-checks in the sense of ClaimReview, and each of them must name its own address.",
    wrong: .init("Content/briefing.yml+", "fact_check: true\n"),
    right: .init("Content/briefing.yml+", "fact_check: true\nbase_url: https://example.org/talks/\n"))

  package static let claimLongForReview = DiagnosticKind(
    "claim.long-for-review", .hint,
    meaning: "Those who show fact-checks take 75 characters of a claim; a longer one is cut behind a word, and what is left may mean less.",
    wrong: .init(
      Self.reviewed(text: "The council offered a ceasefire, to begin at once, in the harbour and in all of the waters around it.")),
    right: .init(Self.reviewed(text: "The council offered a ceasefire.")))

  private static func reviewed(text: String) -> [(path: String, text: String)] {
    let claim = """
      ceasefire-offer:
        text: \(text)
        kind: fact
        claimant: envoy
        wording: paraphrased
        date: 2025-08-17
        sources: [first-paper]
        status: [{value: outdated, as_of: 2025-08-18, why: The offer ran out., sources: [first-paper]}]

      """
    return [
      (path: "Content/briefing.yml+", text: "fact_check: true\nbase_url: https://example.org/talks/\n"),
      (path: "Content/facts/claims.yml", text: claim),
    ]
  }
}
