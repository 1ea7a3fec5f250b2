import Diagnostics
import EDTF

/// The edition that catalogue entries show: the smallest site's claim `ceasefire-offer`, as it was published.
enum ExampleEdition {
  static let claim = """
    ceasefire-offer:
      text: The council offered a ceasefire.
      kind: fact
      claimant: envoy
      wording: verbatim
      quote: {text: We cease to fire.}
      date: 2025-08-17
      topics: [truce]
      sources: [first-paper]
      status:
        - {value: unconfirmed, as_of: 2025-08-17, why: Only one side has spoken.}

    """

  /// The edition of a day; a day that is none gives nothing.
  static func text(day: String, _ files: [(path: String, text: String)] = [("Content/facts/claims.yml", claim)]) -> String {
    var log = DiagnosticLog()
    let sources = ([("Content/briefing.yml", ExampleBriefing.text)] + files).map { SourceFile(path: $0.0, text: $0.1) }
    guard let day = CivilDay(iso: day) else { return "" }
    return String(decoding: Edition.bytes(of: FactLedger(files: sources, log: &log), day: day), as: UTF8.self)
  }

  /// The edition, and the same claim now.
  static let unchanged = now("", "")

  /// The edition, and the claim as it stands now: with some of its words replaced.
  static func now(_ old: String, _ new: String, adding other: [(path: String, text: String)] = []) -> DiagnosticKind.Example {
    DiagnosticKind.Example(
      [
        (path: "Content/editions/2025-09-05.json", text: text(day: "2025-09-05")),
        (path: "Content/facts/claims.yml", text: old.isEmpty ? claim : claim.replacing(old, with: new)),
      ] + other)
  }
}
