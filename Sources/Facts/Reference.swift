package import Diagnostics

/// The id of a record of a certain kind, and where it was written. Whether such a record exists is `ReferenceCheck`'s matter.
package struct Reference<Target: Fact>: Sendable, Hashable {
  package let id: String
  package let span: SourceSpan

  package init(id: String, span: SourceSpan) {
    self.id = id
    self.span = span
  }
}

/// A reference whose kind is known only as a value, as checks and links handle it.
package struct FactKey: Sendable, Hashable, Comparable {
  package let kind: FactKind
  package let id: String

  package init(_ kind: FactKind, _ id: String) {
    self.kind = kind
    self.id = id
  }

  /// As links write it: `claim:some-id`.
  package var text: String {
    "\(kind.singular):\(id)"
  }

  package static func < (left: FactKey, right: FactKey) -> Bool {
    (left.kind, left.id) < (right.kind, right.id)
  }
}

extension Reference {
  package var key: FactKey {
    FactKey(Target.kind, id)
  }
}
