/// A field as lines of YAML in the layout of the facts: two spaces a level, short lists in brackets, long texts folded.
enum FieldLayout {
  /// `name: value`, from a column on.
  static func lines(_ name: String, _ value: FieldValue, column: Int) -> [String] {
    let margin = String(repeating: " ", count: column)
    let key = ScalarText.inline(name) + ":"
    switch value {
    case .text(let text):
      let lines = ScalarText.value(text, start: column + key.count + 1, column: column)
      return [margin + key + " " + lines[0]] + lines.dropFirst()
    case .list(let items):
      if let flow = flow(value), column + key.count + 1 + flow.count <= ScalarText.width { return [margin + key + " " + flow] }
      return [margin + key] + items.flatMap { item($0, column: column + 2) }
    case .record(let entries):
      if entries.isEmpty { return [margin + key + " {}"] }
      return [margin + key] + entries.flatMap { lines($0.name, $0.value, column: column + 2) }
    }
  }

  /// `- value`, the dash in a column.
  static func item(_ value: FieldValue, column: Int) -> [String] {
    let dash = String(repeating: " ", count: column) + "- "
    switch value {
    case .text(let text):
      let lines = ScalarText.value(text, start: column + 2, column: column)
      return [dash + lines[0]] + lines.dropFirst()
    case .record(let entries) where !entries.isEmpty:
      var lines = entries.flatMap { self.lines($0.name, $0.value, column: column + 2) }
      lines[0] = dash + lines[0].dropFirst(column + 2)
      return lines
    case .list, .record:
      return [dash + inline(value)]
    }
  }

  /// On one line, within brackets or braces.
  static func inline(_ value: FieldValue) -> String {
    switch value {
    case .text(let text): ScalarText.inline(text, flow: true)
    case .list(let items): "[" + items.map(inline).joined(separator: ", ") + "]"
    case .record(let entries):
      "{" + entries.map { ScalarText.inline($0.name, flow: true) + ": " + inline($0.value) }.joined(separator: ", ") + "}"
    }
  }

  /// A list of texts in brackets; nil for a list of anything else.
  private static func flow(_ value: FieldValue) -> String? {
    guard case .list(let items) = value, items.allSatisfy({ if case .text = $0 { true } else { false } }) else { return nil }
    return inline(value)
  }
}
