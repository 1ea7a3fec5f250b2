import Diagnostics

/// The claim that catalogue entries show, laid over the smallest site's own.
enum ExampleClaim {
  /// The claim `ceasefire-offer` with one field, or several, of its own; lines are indented as within a record.
  static func with(_ fields: String, kind: String = "fact", adding other: [(path: String, text: String)] = []) -> DiagnosticKind.Example {
    let text = """
      ceasefire-offer:
        text: The council offered a ceasefire.
        kind: \(kind)
        claimant: envoy
        wording: paraphrased
        date: 2025-08-17
        sources: [first-paper]
        \(fields)
      """
    return DiagnosticKind.Example([(path: "Content/facts/claims.yml", text: text.hasSuffix("\n") ? text : text + "\n")] + other)
  }
}

extension DiagnosticKind.Example {
  /// The same files, their claims worded as translations.
  var translated: DiagnosticKind.Example {
    DiagnosticKind.Example(files.map { (path: $0.path, text: $0.text.replacing("wording: paraphrased", with: "wording: translated")) })
  }
}
