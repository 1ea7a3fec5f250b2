/// How the parts of a report are coloured: not at all, or by ANSI escapes. Whether a terminal is there is for the command to know.
package enum Paint: Sendable {
  case none, ansi

  /// What a part of a report is; the paint decides how it looks.
  enum Style: Sendable {
    case plain, strong, frame, other
    case severity(Severity)

    var code: String? {
      switch self {
      case .plain: nil
      case .strong: "1"
      case .frame, .other: "1;34"
      case .severity(.error): "1;31"
      case .severity(.warning): "1;33"
      case .severity(.hint): "1;36"
      }
    }
  }

  /// A text in a style, ended where it ends.
  func callAsFunction(_ text: String, _ style: Style) -> String {
    guard case .ansi = self, let code = style.code, !text.isEmpty else { return text }
    return "\u{1B}[\(code)m\(text)\u{1B}[0m"
  }

  /// A row of parts, without the spaces that it would end with.
  func callAsFunction(_ row: Row) -> String {
    var parts = row.parts[...]
    var result: [String] = []
    while let last = parts.popLast() {
      let trimmed = result.isEmpty ? last.text.droppingLastSpaces : last.text
      if !trimmed.isEmpty { result.append(self(trimmed, last.style)) }
    }
    return result.reversed().joined()
  }
}

/// One line of a report before it is painted.
struct Row {
  private(set) var parts: [(text: String, style: Paint.Style)] = []

  mutating func add(_ text: String, _ style: Paint.Style = .plain) {
    parts.append((text, style))
  }
}

extension String {
  fileprivate var droppingLastSpaces: String {
    var rest = utf8[...]
    while rest.last == UInt8(ascii: " ") { rest.removeLast() }
    return String(self[rest.startIndex..<rest.endIndex])
  }
}
