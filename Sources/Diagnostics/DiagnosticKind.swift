/// A catalogue entry: everything that is permanent about one diagnostic. `brief explain CODE` prints it, and a test builds both examples.
///
/// It stands at the foot of the file that raises it, as a `static let` of an extension, and in its room's `catalogue`.
package struct DiagnosticKind: Sendable, Hashable {
  /// A permanent code: the room or subject, a dot, the trouble in kebab case.
  package let code: String
  package let severity: Severity
  /// What is meant and why it matters, in one to three sentences.
  package let meaning: String
  /// A file that raises it.
  package let wrong: Example
  /// The same file mended.
  package let right: Example

  /// Files laid over the smallest valid site (see `Tests/SiteTests/Sites/smallest`).
  package struct Example: Sendable, Hashable {
    /// Paths relative to the project's root, with their whole texts, in the order in which they are printed.
    package let files: [File]

    /// One of its files.
    package struct File: Sendable, Hashable {
      package let path: String
      /// What stands in it, or where that is no text, words for it.
      package let text: String
      package let matter: Matter

      /// The path of the file that it changes: without the sign of `change`.
      package var target: String {
        change == .whole ? path : String(path.dropLast())
      }

      /// What it does to a file that is there already; `path` ends in `+` or `-` where that is not all of it.
      package var change: Change {
        if path.hasSuffix("+") { return .added }
        return path.hasSuffix("-") ? .takenOut : .whole
      }

      package init(path: String, text: String, matter: Matter = .text) {
        self.path = path
        self.text = text
        self.matter = matter
      }
    }

    /// How an example's file is laid over the smallest site.
    package enum Change: Sendable, Hashable {
      /// It stands in place of the file that is there, if any.
      case whole
      /// Its text is added at the end.
      case added
      /// Lines that begin like one of its own are taken out; without any text, the file is taken away.
      case takenOut
    }

    /// What an example's file is made of, where a text cannot show it.
    package enum Matter: Sendable, Hashable {
      case text
      case bytes([UInt8])
      /// So many letters `a`.
      case letters(Int)
      /// A symbolic link with this text.
      case link(String)
      /// A named pipe.
      case pipe
    }

    package init(_ path: String, _ text: String) {
      files = [File(path: path, text: text)]
    }

    package init(_ path: String, _ matter: Matter, shownAs text: String) {
      files = [File(path: path, text: text, matter: matter)]
    }

    package init(_ files: [(path: String, text: String)]) {
      self.files = files.map { File(path: $0.path, text: $0.text) }
    }
  }

  package init(_ code: String, _ severity: Severity = .error, meaning: String, wrong: Example, right: Example) {
    self.code = code
    self.severity = severity
    self.meaning = meaning
    self.wrong = wrong
    self.right = right
  }
}
