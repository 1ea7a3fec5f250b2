extension HTMLState {
  /// Why a value may not stand somewhere.
  enum Trouble: Equatable {
    /// No value can be made safe there.
    case unsafe(String)
    case markupInAttribute(String)
    case needsURL
    case refusedScheme
    case jsonElsewhere
    case notJSON
  }

  /// Why a value of that type may not stand here; nil if it may.
  func trouble(for type: ViewType) -> Trouble? {
    switch mode {
    case .data: return type.isJSON ? .jsonElsewhere : nil
    case .rawText: return troubleInRawText(for: type)
    case .valueDouble, .valueSingle: return troubleInValue(for: type)
    default: return .unsafe(words)
    }
  }

  private func troubleInRawText(for type: ViewType) -> Trouble? {
    switch element {
    case .title, .textarea:
      if type.isJSON { return .jsonElsewhere }
      return type.isMarkup ? .markupInAttribute(words) : nil
    case .script where holdsJSON: return type.isJSON ? nil : .notJSON
    case .script, .style, .otherRawText, .other: return .unsafe(words)
    }
  }

  private func troubleInValue(for type: ViewType) -> Trouble? {
    if attribute == .event || attribute == .style || attribute == .scriptType { return .unsafe(words) }
    if type.isMarkup { return .markupInAttribute(words) }
    if type.isJSON { return .jsonElsewhere }
    guard attribute == .url else { return nil }
    if address == .refused { return .refusedScheme }
    if case .url = type { return nil }
    return address == .settled ? nil : .needsURL
  }

  /// The place as messages name it.
  var words: String {
    switch mode {
    case .data: return "text"
    case .tagOpen, .endTagOpen, .tagName: return "a tag's name"
    case .beforeAttribute, .attributeName, .afterAttributeName, .afterValue, .boundary: return "a tag"
    case .beforeValue, .valueUnquoted: return "an attribute without quotes"
    case .valueDouble, .valueSingle:
      switch attribute {
      case .plain: return "an attribute"
      case .url: return "an address"
      case .event: return "an attribute that holds a script or a document"
      case .style: return "a style attribute"
      case .scriptType: return "a script's type"
      }
    case .declaration, .bogusComment: return "a declaration"
    case .comment: return "a comment"
    case .rawText:
      switch element {
      case .script: return holdsJSON ? "a script element for JSON" : "a script"
      case .style: return "a style sheet"
      case .title: return "a title element"
      case .textarea: return "a textarea element"
      case .other, .otherRawText: return "an element whose text is taken as it is"
      }
    }
  }
}

extension ViewType {
  fileprivate var isJSON: Bool {
    if case .json = self { true } else { false }
  }

  fileprivate var isMarkup: Bool {
    if case .markup = self { true } else { false }
  }
}
