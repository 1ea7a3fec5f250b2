package import YAML

/// A field's value without its layout: what YAML says, whatever the quotes, the order of keys and the style.
package indirect enum FieldValue: Sendable, Hashable {
  case text(String)
  case list([FieldValue])
  case record([Entry])

  /// A field of a record and its value.
  package struct Entry: Sendable, Hashable {
    package let name: String
    package let value: FieldValue

    package init(_ name: String, _ value: FieldValue) {
      self.name = name
      self.value = value
    }
  }

  /// What a node says, its depth being bounded by the reader.
  package init(_ node: YAMLNode) {
    switch node.value {
    case .scalar(let scalar): self = .text(scalar.text)
    case .sequence(let nodes): self = .list(nodes.map { FieldValue($0) })
    case .mapping(let entries): self = .record(entries.map { Entry($0.key, FieldValue($0.value)) })
    }
  }

  /// The same with the keys of every mapping in alphabetical order: equal for two texts that say the same.
  package var unordered: FieldValue {
    switch self {
    case .text: self
    case .list(let items): .list(items.map(\.unordered))
    case .record(let entries): .record(entries.map { Entry($0.name, $0.value.unordered) }.sorted { $0.name < $1.name })
    }
  }
}
