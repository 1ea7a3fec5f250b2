/// A JSON value with the place where it was written.
package struct JSONNode: Sendable {
  package enum Value: Sendable {
    case null
    case flag(Bool)
    /// As it is written: `1.10` and `1e3` stay what they are.
    case number(String)
    case text(String)
    case list([JSONNode])
    /// In the order of the text; a name may stand there twice.
    case object([JSONMember])
  }

  package let value: Value
  /// From the first byte of the value to behind its last; quotes, brackets and braces are inside.
  package let span: SourceSpan

  package init(_ value: Value, span: SourceSpan) {
    self.value = value
    self.span = span
  }
}

/// A name in an object, and its value.
package struct JSONMember: Sendable {
  package let name: String
  package let nameSpan: SourceSpan
  package let value: JSONNode

  package init(name: String, nameSpan: SourceSpan, value: JSONNode) {
    self.name = name
    self.nameSpan = nameSpan
    self.value = value
  }
}

/// What kind of value a text of JSON holds.
package enum JSONValueKind: Sendable, Hashable {
  case null, flag, number, text, list, object
}

extension JSONNode {
  package var text: String? {
    if case .text(let text) = value { text } else { nil }
  }

  package var flag: Bool? {
    if case .flag(let flag) = value { flag } else { nil }
  }

  /// A number that is whole and fits.
  package var integer: Int? {
    if case .number(let digits) = value { Int(digits) } else { nil }
  }

  package var list: [JSONNode]? {
    if case .list(let nodes) = value { nodes } else { nil }
  }

  package var members: [JSONMember]? {
    if case .object(let members) = value { members } else { nil }
  }

  package var isNull: Bool {
    if case .null = value { true } else { false }
  }

  /// The value of the first member with this name; nil where there is none, or no object.
  package subscript(name: String) -> JSONNode? {
    members?.first { $0.name == name }?.value
  }

  /// The second and further places of names that stand more than once in one object, here or anywhere below. Nothing recurses.
  package var repeatedNames: [(name: String, span: SourceSpan, first: SourceSpan)] {
    var found: [(name: String, span: SourceSpan, first: SourceSpan)] = []
    var pending = [self]
    while let node = pending.popLast() {
      switch node.value {
      case .list(let nodes): pending += nodes
      case .object(let members):
        var seen: [String: SourceSpan] = [:]
        for member in members {
          if let first = seen[member.name] {
            found.append((member.name, member.nameSpan, first))
          } else {
            seen[member.name] = member.nameSpan
          }
          pending.append(member.value)
        }
      default: break
      }
    }
    return found.sorted { $0.span < $1.span }
  }
}
