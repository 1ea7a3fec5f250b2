package import Diagnostics
import EDTF
import YAML

/// How one type of value is read from YAML. `read` returns nil where it has said what is wrong.
package struct FieldType<Value>: Sendable {
  package let shape: FieldShape
  let read: @Sendable (YAMLNode, inout FactReader) -> Value?

  init(_ shape: FieldShape, _ read: @escaping @Sendable (YAMLNode, inout FactReader) -> Value?) {
    self.shape = shape
    self.read = read
  }

  /// The same type, its value made into another.
  func map<Other>(_ transform: @escaping @Sendable (Value) -> Other) -> FieldType<Other> {
    FieldType<Other>(shape) { [read] node, reader in read(node, &reader).map(transform) }
  }
}

extension FieldType {
  /// A list of values.
  package static func list<Element>(of type: FieldType<Element>) -> FieldType<[Element]> where Value == [Element] {
    FieldType<[Element]>(.list(type.shape)) { node, reader in
      guard let nodes = node.sequence else {
        reader.wrongType(node, .list(type.shape), help: node.scalar.flatMap { type.shape.help(forListOf: $0.text) } ?? [])
        return nil
      }
      return nodes.compactMap { type.read($0, &reader) }
    }
  }

  /// A list, or a single value that stands for a list of one.
  package static func listOrOne<Element>(of type: FieldType<Element>) -> FieldType<[Element]> where Value == [Element] {
    FieldType<[Element]>(.either([type.shape, .list(type.shape)])) { node, reader in
      guard let nodes = node.sequence else { return type.read(node, &reader).map { [$0] } }
      return nodes.compactMap { type.read($0, &reader) }
    }
  }

  /// A mapping with the fields of a table.
  ///
  /// - Parameter place: is told where the mapping stands, before its fields are read.
  package static func record(
    _ table: FieldTable<Value>, place: (@Sendable (inout Value, SourceSpan) -> Void)? = nil, _ make: @escaping @Sendable () -> Value
  ) -> FieldType<Value> where Value: Sendable {
    FieldType<Value>(.record(table.name, table.declarations)) { node, reader in
      var value = make()
      place?(&value, node.span)
      return reader.readFields(of: node, table: table, into: &value) ? value : nil
    }
  }
}

extension FieldType where Value == String {
  /// A text, not empty.
  package static var text: FieldType<String> {
    FieldType(.text) { node, reader in reader.scalar(node, .text)?.text }
  }

  package static var address: FieldType<String> {
    FieldType(.address) { node, reader in
      guard let scalar = reader.scalar(node, .address) else { return nil }
      guard WebAddress.isValid(scalar.text) else {
        reader.log.add(
          Diagnostic(
            .factBadAddress, "`\(scalar.text)` is not an address that a reader can open", at: node.span,
            label: "not an http or https address",
            help: ["write the whole address, with `https://`, without spaces"]))
        return nil
      }
      return scalar.text
    }
  }

  package static var language: FieldType<String> {
    FieldType(.language) { node, reader in
      guard let scalar = reader.scalar(node, .language) else { return nil }
      guard LanguageTag.isWellFormed(scalar.text) else {
        reader.log.add(
          Diagnostic(
            .factBadLanguage, "`\(scalar.text)` is not a language tag", at: node.span, label: "not a BCP 47 tag",
            help: ["write a tag such as `en`, `uk` or `pt-BR`"]))
        return nil
      }
      return scalar.text
    }
  }
}

extension FieldType where Value == LocatedText {
  package static var located: FieldType<LocatedText> {
    FieldType(.text) { node, reader in
      reader.scalar(node, .text).map { LocatedText(text: $0.text, span: node.span) }
    }
  }
}

extension FieldType where Value == LocatedText {
  /// A name that stands elsewhere; whether it does is checked where that is known.
  package static func name(_ vocabulary: Vocabulary) -> FieldType<LocatedText> {
    FieldType(.name(vocabulary)) { node, reader in FieldType<LocatedText>.located.read(node, &reader) }
  }
}

extension FieldType where Value == MarkdownText {
  package static var markdown: FieldType<MarkdownText> {
    FieldType(.markdown) { node, reader in
      reader.scalar(node, .markdown).map { MarkdownText(text: $0.text, map: $0.map) }
    }
  }
}

extension FieldType where Value == Bool {
  package static var flag: FieldType<Bool> {
    FieldType(.flag) { node, reader in
      guard let scalar = reader.scalar(node, .flag) else { return nil }
      switch scalar.text {
      case "true": return true
      case "false": return false
      default:
        let meant: String? =
          switch scalar.text.lowercased() {
          case "yes", "on", "y", "true": "true"
          case "no", "off", "n", "false": "false"
          default: nil
          }
        reader.wrongType(node, .flag, help: meant.map { ["write `\($0)`"] } ?? [])
        return nil
      }
    }
  }
}

extension FieldType where Value == Int {
  package static var integer: FieldType<Int> {
    FieldType(.integer) { node, reader in
      guard let scalar = reader.scalar(node, .integer) else { return nil }
      guard let number = Int(scalar.text) else {
        reader.wrongType(node, .integer)
        return nil
      }
      return number
    }
  }
}

extension FieldType where Value == FactDate {
  /// A date in EDTF, all levels.
  package static var date: FieldType<FactDate> {
    FieldType(.date) { node, reader in reader.date(node) }
  }
}

extension FieldType where Value: RawRepresentable & CaseIterable & Sendable, Value.RawValue == String {
  /// One of a fixed set of words.
  package static var choice: FieldType<Value> {
    let values = Value.allCases.map(\.rawValue)
    return FieldType(.choice(values)) { node, reader in
      guard let scalar = reader.scalar(node, .choice(values)) else { return nil }
      if let value = Value(rawValue: scalar.text) { return value }
      reader.unknownChoice(scalar.text, of: values, at: node.span)
      return nil
    }
  }
}

extension FieldType {
  /// The id of a record.
  package static func reference<Target: Fact>(_ target: Target.Type) -> FieldType<Reference<Target>> where Value == Reference<Target> {
    FieldType<Reference<Target>>(.reference(Target.kind)) { node, reader in
      guard let scalar = reader.scalar(node, .reference(Target.kind)) else { return nil }
      return Reference(id: scalar.text, span: node.span)
    }
  }
}
