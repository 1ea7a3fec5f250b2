extension [Inline] {
  /// Appends the HTML of inlines that are nothing but words, as most fields of records are: no handler has a say in it.
  ///
  /// - Returns: Whether they are; if not, nothing is appended.
  package func appendPlain(to html: inout [UInt8]) -> Bool {
    let isPlain = allSatisfy { inline in
      switch inline.kind {
      case .text, .softBreak: true
      default: false
      }
    }
    guard isPlain else { return false }
    for inline in self { if case .text(let text) = inline.kind { HTMLEscape.append(text, to: &html) } else { html.append(0x0A) } }
    return true
  }
}
