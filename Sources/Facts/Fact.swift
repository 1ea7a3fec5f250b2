package import Diagnostics
package import EDTF

/// A record of the facts.
package protocol Fact: Sendable {
  static var kind: FactKind { get }
  /// Every field, once: reading, messages, schemas and documentation come from it.
  static var table: FieldTable<Self> { get }

  init()

  var head: FactHead { get set }
}

extension Fact {
  package var id: String { head.id }
  package var key: FactKey { FactKey(Self.kind, head.id) }
}

/// What every record carries, whatever its kind.
package struct FactHead: Sendable {
  /// `^[a-z][a-z0-9-]{1,47}$`, unique within its kind.
  package var id = ""
  package var idSpan = SourceSpan(file: FileID(0), start: 0, end: 0)
  /// From the id to behind the last field.
  package var span = SourceSpan(file: FileID(0), start: 0, end: 0)
  package var isDraft = false
  /// Whether something in the record could not be read, which was said: that another thing seems to be missing from it is no second error.
  package var isDamaged = false
  /// Warnings that the editor has looked at and lets stand, with the reason.
  package var accepted: [Acceptance] = []
  /// When this briefing first carried the record; nil stands for the briefing's own `published`.
  package var entered: FactDate?

  package init() {}
}

/// A warning that is let stand: `accept: {claim.single-origin: "..."}`.
package struct Acceptance: Sendable, Hashable {
  package let code: String
  package let why: String
  package let span: SourceSpan

  package init(code: String, why: String, span: SourceSpan) {
    self.code = code
    self.why = why
    self.span = span
  }
}

/// A date as it was written, in EDTF, and where.
package struct FactDate: Sendable, Hashable {
  package let expression: EDTFExpression
  package let span: SourceSpan

  package init(expression: EDTFExpression, span: SourceSpan) {
    self.expression = expression
    self.span = span
  }

  /// A date of which nothing is known.
  package static let unknown = FactDate.none

  /// What a record holds before its required date is read; a record that lacks it is dropped.
  static let none = FactDate(
    expression: .interval(EDTFInterval(text: "/", start: .unknown, end: .unknown)), span: SourceSpan(file: FileID(0), start: 0, end: 0))
}

/// Text with CommonMark in it, unread as yet, and the way from it to the file.
package struct MarkdownText: Sendable, Hashable {
  package let text: String
  package let map: TextMap

  package init(text: String, map: TextMap) {
    self.text = text
    self.map = map
  }

  package var span: SourceSpan { map.span }

  /// What a record holds before its required text is read.
  static let none = MarkdownText(text: "", map: TextMap(verbatim: SourceSpan(file: FileID(0), start: 0, end: 0)))
}

/// A plain text with the place where it was written.
package struct LocatedText: Sendable, Hashable {
  package let text: String
  package let span: SourceSpan

  package init(text: String, span: SourceSpan) {
    self.text = text
    self.span = span
  }
}
