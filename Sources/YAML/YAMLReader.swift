package import Diagnostics

/// The gate for YAML: text in, values with their places out.
///
/// It reads one document of block and flow collections and scalars of every style. Scalars keep their text as typed. Anchors, aliases,
/// tags, merge keys, keys that are not text, repeated keys and nesting deeper than 64 levels are refused, each with its own diagnostic.
package enum YAMLReader {
  /// Reads a file, or a part of it such as a page's front matter; spans count from the start of the file either way.
  ///
  /// - Returns: The value; nil if there is none (nothing but blank lines and comments: no diagnostic) or if it does not parse (the log
  ///   has an error). After a repeated key, an anchor or a tag the value is there, and the log has an error for each.
  package static func read(_ file: SourceFile, range: Range<Int>? = nil, log: inout DiagnosticLog) -> YAMLNode? {
    read(YAMLText(file, range: range), log: &log)
  }

  /// Reads a text that was decoded from elsewhere, such as the body of a fenced block; spans lead through the map to the file.
  package static func read(_ text: String, map: TextMap, log: inout DiagnosticLog) -> YAMLNode? {
    read(YAMLText(text, map: map), log: &log)
  }

  static func read(_ text: YAMLText, log: inout DiagnosticLog) -> YAMLNode? {
    do {
      return try FastReader.read(text, log: &log)
    } catch {
      return ComposedReader.read(text, log: &log)
    }
  }
}
