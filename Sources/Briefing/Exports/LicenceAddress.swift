/// The address of a licence that is known by its name: those of Creative Commons, whose addresses follow from their names.
enum LicenceAddress {
  /// `CC BY-SA 4.0` is `https://creativecommons.org/licenses/by-sa/4.0/`, `CC0 1.0` its dedication. An address stands for itself; nil for all else.
  static func of(_ name: String) -> String? {
    if name.hasPrefix("https://") || name.hasPrefix("http://") { return name }
    let parts = name.lowercased().split(whereSeparator: { $0 == " " || $0 == "-" }).map(String.init)
    guard let version = parts.last, isVersion(version) else { return nil }
    if parts == ["cc0", version] { return "https://creativecommons.org/publicdomain/zero/\(version)/" }
    let terms = Array(parts.dropFirst().dropLast())
    guard parts.first == "cc", Self.known.contains(terms) else { return nil }
    return "https://creativecommons.org/licenses/\(terms.joined(separator: "-"))/\(version)/"
  }

  private static let known = [["by"], ["by", "sa"], ["by", "nd"], ["by", "nc"], ["by", "nc", "sa"], ["by", "nc", "nd"]]

  private static func isVersion(_ text: String) -> Bool {
    ["1.0", "2.0", "2.5", "3.0", "4.0"].contains(text)
  }
}
