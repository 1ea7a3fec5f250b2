/// Another text that would mend what is wrong at one place, sure enough for a program to offer it: the name that was meant.
package struct Mending: Sendable, Hashable {
  package let span: SourceSpan
  /// What is wrong there.
  package let wrong: String
  package let right: String

  /// - Parameter right: Nil where nothing is near enough to be meant; then there is no mending.
  package init?(_ span: SourceSpan, _ wrong: String, by right: String?) {
    guard let right else { return nil }
    self.span = span
    self.wrong = wrong
    self.right = right
  }

  /// Whether the text stands there as it is: not where it is written with escapes, or has changed since.
  package func fits(_ file: SourceFile) -> Bool {
    span.end <= file.bytes.count && file.text(span) == wrong
  }

  /// What to do, in words.
  package var title: String {
    "Write `\(right)`"
  }
}
