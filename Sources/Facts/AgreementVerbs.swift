/// Verbs of agreement, prepared to be looked for in thousands of texts, of which hardly any has one.
struct AgreementVerbs: Sendable {
  let all: [String]
  /// The verbs' bytes, by the first of them.
  private let byFirst: [[[UInt8]]]

  init(_ verbs: [String]) {
    all = verbs
    var byFirst = [[[UInt8]]](repeating: [], count: 256)
    for verb in verbs { if let first = verb.utf8.first { byFirst[Int(first)].append(Array(verb.utf8)) } }
    self.byFirst = byFirst
  }

  /// Whether the bytes of one of them stand in a text, as a word or within one.
  func mayOccur(in text: String) -> Bool {
    let text = Array(text.utf8)
    return text.indices.contains { start in
      let verbs = byFirst[Int(text[start])]
      return !verbs.isEmpty && verbs.contains { text[start...].starts(with: $0) }
    }
  }
}
