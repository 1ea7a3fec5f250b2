import Facts

/// The stylesheet and the script under names that change with their bytes, so that readers' machines may keep them for good: only where
/// `hosting` asks for something. Both also stand where they always do, for templates that name them there.
struct NamedTheme: Sendable, Equatable {
  /// The path in the site under which a page finds it.
  let stylesheet: String
  let script: String
  /// For `integrity`; nil where it is not asked for.
  let stylesheetSum: String?
  let scriptSum: String?
  /// Where else a file of the theme stands: its path by its name's.
  let copies: [(path: String, of: String)]

  /// - Parameter digest: The SHA-256 of a copied file, by its path in the site.
  init(_ settings: BriefingSettings, digest: ((String) -> [UInt8]?)?) {
    var copies: [(path: String, of: String)] = []
    func named(_ path: String) -> (path: String, sum: String?) {
      guard !settings.hosting.isEmpty, let sum = digest?(path) else { return (path, nil) }
      let name = path.dropFirst("theme/".count).split(separator: ".")
      let digits = sum.prefix(8).map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
      let copy = "named/\(name.dropLast().joined(separator: ".")).\(digits).\(name.last ?? "")"
      copies.append((copy, path))
      return (copy, settings.hosting.contains(.integrity) ? "sha256-" + Base64.text(of: sum) : nil)
    }
    (stylesheet, stylesheetSum) = named(SitePath.stylesheet)
    (script, scriptSum) = named(SitePath.script)
    self.copies = copies
  }

  /// Whether pages find both files under the same names, with the same sums.
  static func == (left: NamedTheme, right: NamedTheme) -> Bool {
    left.stylesheet == right.stylesheet && left.script == right.script && left.stylesheetSum == right.stylesheetSum
      && left.scriptSum == right.scriptSum
  }
}
