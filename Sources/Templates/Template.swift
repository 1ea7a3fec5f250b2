package import Diagnostics

/// One parsed template: its name, its file, and where its operations stand in the library's program.
package struct Template: Sendable {
  /// The path under Templates without `.mustache`, such as `partials/event-entry`.
  package let name: String
  package let file: SourceFile
  /// Where the file's bytes begin in the program's.
  let base: Int
  let operations: Range<Int>
  /// Whether it could not be read whole: then it is not checked further, as that would only repeat the trouble.
  let isBroken: Bool

  /// The file's span for a range of the program's bytes.
  func span(_ range: Range<Int>) -> SourceSpan {
    file.span(range.lowerBound - base..<range.upperBound - base)
  }
}
