package import Diagnostics

/// What is laid over the pages while something is wrong.
package struct Problem: Sendable, Hashable {
  /// `path:line`, to be copied; nil where there is no place.
  let place: String?
  /// What is wrong, in one sentence.
  let title: String
  /// The whole of it as a terminal shows it, the excerpt with its carets.
  let text: String

  package init(_ diagnostic: Diagnostic, in files: SourceFiles) {
    if let span = diagnostic.primary?.span, let file = files[span.file] {
      place = "\(file.path):\(file.position(at: span.start).line)"
    } else {
      place = nil
    }
    title = diagnostic.message
    text = SnippetReporter(files: files).snippet(diagnostic)
  }

  /// Trouble that is not the content's: a disk that is full, a folder that is gone.
  package init(title: String, text: String) {
    place = nil
    self.title = title
    self.text = text
  }
}
