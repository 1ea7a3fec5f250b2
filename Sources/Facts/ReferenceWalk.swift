package import YAML

/// The way through a YAML value by the declarations of its fields: every id of a record that it names, and every text with Markdown in it.
/// It reads what is there, so that drafts and records with errors are walked through as well.
package struct ReferenceWalk {
  private let reference: (FactKind, YAMLScalar) -> Void
  private let subject: (YAMLScalar) -> Void
  private let markdown: (YAMLScalar) -> Void

  /// - Parameters:
  ///   - reference: Is handed each id, with the kind that the field declares.
  ///   - subject: Is handed each text that names a record or a page, such as `claim:some-id`.
  ///   - markdown: Is handed each text with Markdown in it.
  package init(
    reference: @escaping (FactKind, YAMLScalar) -> Void, subject: @escaping (YAMLScalar) -> Void = { _ in },
    markdown: @escaping (YAMLScalar) -> Void
  ) {
    self.reference = reference
    self.subject = subject
    self.markdown = markdown
  }

  /// A mapping with these fields; a value that is none is passed over.
  package func record(_ node: YAMLNode, _ fields: [FieldDeclaration]) {
    for entry in node.mapping ?? [] {
      if let field = fields.first(where: { $0.name == entry.key }) { value(entry.value, field.shape) }
    }
  }

  /// A value of a field. Each step goes down in the value, whose depth the reader bounds.
  private func value(_ node: YAMLNode, _ shape: FieldShape) {
    switch shape {
    case .reference(let kind): if let scalar = node.scalar { reference(kind, scalar) }
    case .name(.subjects): if let scalar = node.scalar { subject(scalar) }
    case .markdown: if let scalar = node.scalar { markdown(scalar) }
    case .list(let item): for node in node.sequence ?? [] { value(node, item) }
    case .mapping(let item): for entry in node.mapping ?? [] { value(entry.value, item) }
    case .record(_, let fields): record(node, fields)
    case .either(let shapes): if let shape = shapes.first(where: { $0.fits(node) }) { value(node, shape) }
    case .text, .date, .flag, .integer, .address, .language, .choice, .name: break
    }
  }
}

extension FieldShape {
  /// Whether a value has the form, though perhaps not the content, of this shape.
  fileprivate func fits(_ node: YAMLNode) -> Bool {
    switch self {
    case .text, .markdown, .date, .flag, .integer, .address, .language, .choice, .reference, .name: node.scalar != nil
    case .list: node.sequence != nil
    case .mapping, .record: node.mapping != nil
    case .either(let shapes): shapes.contains { $0.fits(node) }
    }
  }
}
