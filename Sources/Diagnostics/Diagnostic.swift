/// How much a diagnostic weighs: an error stops the build, a warning fails it only when asked to, a hint never does.
package enum Severity: String, Sendable, Comparable, CaseIterable {
  case hint, warning, error

  package static func < (left: Severity, right: Severity) -> Bool {
    left.rank < right.rank
  }

  private var rank: Int {
    switch self {
    case .hint: 0
    case .warning: 1
    case .error: 2
    }
  }
}

/// A place in a source, and what is to be said of it.
package struct Label: Sendable, Hashable {
  package let span: SourceSpan
  package let text: String

  package init(_ span: SourceSpan, _ text: String = "") {
    self.span = span
    self.text = text
  }
}

/// One thing that is wrong, or worth knowing: data first; words for a terminal, JSON or a browser come from the reporters.
package struct Diagnostic: Sendable, Hashable {
  /// The permanent code, such as `fact.unknown-reference`.
  package let code: String
  package var severity: Severity
  /// What is wrong, in plain words: one sentence, without a full stop, as it follows a colon.
  package let message: String
  /// Where it is wrong; nil for what concerns no place in a file.
  package let primary: Label?
  /// Other places that explain it: the first definition, the id that was meant.
  package let others: [Label]
  /// What to do about it, a sentence each.
  package let help: [String]
  /// What a program may put in its place.
  package let mending: Mending?

  package init(
    _ kind: DiagnosticKind, _ message: String, at span: SourceSpan? = nil, label: String = "", others: [Label] = [], help: [String] = [],
    mending: Mending? = nil
  ) {
    code = kind.code
    severity = kind.severity
    self.message = message
    primary = span.map { Label($0, label) }
    self.others = others
    self.help = help
    self.mending = mending
  }
}

extension Diagnostic: Comparable {
  /// By place (what has no place comes first), then by code and message: an order that no thread can change.
  package static func < (left: Diagnostic, right: Diagnostic) -> Bool {
    switch (left.primary?.span, right.primary?.span) {
    case (nil, .some): true
    case (.some, nil): false
    case (let a?, let b?) where a != b: a < b
    default: (left.code, left.message) < (right.code, right.message)
    }
  }
}
