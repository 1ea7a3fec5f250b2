package import Diagnostics

/// A YAML value with the place where it was written.
///
/// Scalars keep their text as typed: `no`, `1.10` and `2025-08` are text. Anchors, aliases, tags and merge keys never get here.
package struct YAMLNode: Sendable {
  package enum Value: Sendable {
    case scalar(YAMLScalar)
    case sequence([YAMLNode])
    case mapping([YAMLEntry])
  }

  package let value: Value
  /// From the first byte of the value to behind its last; quotes and block headers are inside.
  package let span: SourceSpan
  /// Whether it is a sequence in `[...]` or a mapping in `{...}`: such a value may be an EDTF set that lacks its quotes, and the file's
  /// text at `span` is what the author typed.
  package let isFlow: Bool

  package init(_ value: Value, span: SourceSpan, isFlow: Bool = false) {
    self.value = value
    self.span = span
    self.isFlow = isFlow
  }
}

/// A key and its value, in the order of the file; keys are unique within their mapping.
package struct YAMLEntry: Sendable {
  package let key: String
  package let keySpan: SourceSpan
  package let value: YAMLNode

  package init(key: String, keySpan: SourceSpan, value: YAMLNode) {
    self.key = key
    self.keySpan = keySpan
    self.value = value
  }
}

/// A scalar's text, how it was written, and the way from the text back to the file.
package struct YAMLScalar: Sendable {
  package enum Style: Sendable {
    case plain, singleQuoted, doubleQuoted, literal, folded
  }

  package let text: String
  package let style: Style
  package let map: TextMap

  package init(text: String, style: Style, map: TextMap) {
    self.text = text
    self.style = style
    self.map = map
  }
}

extension YAMLScalar {
  /// The key in a text such as `label:Territory`, which YAML takes for one text because no space follows the colon; nil for other texts
  /// and for addresses (`https://...`).
  package var keyWithoutSpace: String? {
    guard style == .plain, let colon = text.utf8.firstIndex(of: UInt8(ascii: ":")), colon > text.startIndex else { return nil }
    let isKey = text.utf8[..<colon].allSatisfy { byte in
      (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte) || byte == UInt8(ascii: "_") || byte == UInt8(ascii: "-")
    }
    let rest = text.utf8[text.utf8.index(after: colon)...]
    guard isKey, let next = rest.first, next != UInt8(ascii: "/"), next != UInt8(ascii: " ") else { return nil }
    return String(text[..<colon])
  }
}

extension YAMLNode {
  package var scalar: YAMLScalar? {
    if case .scalar(let scalar) = value { scalar } else { nil }
  }

  package var sequence: [YAMLNode]? {
    if case .sequence(let nodes) = value { nodes } else { nil }
  }

  package var mapping: [YAMLEntry]? {
    if case .mapping(let entries) = value { entries } else { nil }
  }

  /// Whether nothing was written: `key:` with no value.
  package var isEmpty: Bool {
    if case .scalar(let scalar) = value { scalar.text.isEmpty && scalar.style == .plain } else { false }
  }
}
