/// A content security policy (CSP, level 3) that is widened just so far that the reload client may load from and talk to its own server.
enum ContentPolicy {
  /// The directives that the client needs: its script, its stylesheet, and the stream of events.
  private static let needed = ["connect-src", "script-src", "style-src"]

  /// - Parameter policy: As it stands in the page.
  /// - Returns: The policy with `'self'` in the needed directives. What was allowed stays allowed, and nothing else is.
  static func widened(_ policy: String) -> String {
    var directives: [(name: String, sources: [Substring])] = []
    for part in policy.split(separator: ";") {
      let words = part.split { $0 == " " || $0 == "\t" || $0.isNewline }
      guard let name = words.first?.lowercased() else { continue }
      // Of two directives of one name the first counts.
      if !directives.contains(where: { $0.name == name }) { directives.append((name, Array(words.dropFirst()))) }
    }
    let byDefault = directives.first { $0.name == "default-src" }?.sources
    for name in needed {
      if let index = directives.firstIndex(where: { $0.name == name }) {
        directives[index].sources = allowing(directives[index].sources)
      } else if let byDefault {
        directives.append((name, allowing(byDefault)))
      }
    }
    return directives.map { ([$0.name] + $0.sources.map { String($0) }).joined(separator: " ") }.joined(separator: "; ")
  }

  private static func allowing(_ sources: [Substring]) -> [Substring] {
    let given = sources.filter { $0.lowercased() != "'none'" }
    return given.contains { $0.lowercased() == "'self'" } ? given : given + ["'self'"]
  }
}
