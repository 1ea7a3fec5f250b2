/// A font beside the templates, in which cards are set. Its bytes stay on the disk until one is.
package struct FontFile: Sendable {
  let location: String
  let disk: Disk

  /// Reads it; nil where that fails.
  package func read() -> [UInt8]? {
    try? disk.read(location)
  }
}

extension SourceTree {
  /// Reads all fonts, by their names.
  package func readFonts() -> [String: [UInt8]] {
    fonts.compactMapValues { $0.read() }
  }
}
