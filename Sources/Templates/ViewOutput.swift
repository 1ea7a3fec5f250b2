extension View {
  /// Whether a section over this value is shown: not for what is absent, false or empty.
  var isShown: Bool {
    switch self {
    case .absent: false
    case .text(let text), .url(let text): !text.isEmpty
    case .markup(let bytes), .json(let bytes): !bytes.isEmpty
    case .flag(let flag): flag
    case .list(let items): !items.isEmpty
    case .record: true
    }
  }

  /// Appends the value as a tag shows it; a list and a record have no text of their own.
  ///
  /// - Parameters:
  ///   - raw: Whether the tag is `{{{name}}}`.
  ///   - singleQuoted: Whether it stands within single quotes, so that `'` is escaped too.
  func append(raw: Bool, singleQuoted: Bool, to bytes: inout [UInt8]) {
    switch self {
    case .text(let text):
      if raw { bytes.append(contentsOf: text.utf8) } else { Escaping.appendEscaped(text.utf8, singleQuoted: singleQuoted, to: &bytes) }
    case .url(let url):
      Escaping.appendEscaped((Escaping.isSafe(url) ? url : Escaping.refusedURL).utf8, singleQuoted: singleQuoted, to: &bytes)
    case .markup(let markup):
      if raw { bytes.append(contentsOf: markup) } else { Escaping.appendEscaped(markup, singleQuoted: singleQuoted, to: &bytes) }
    case .json(let json):
      Escaping.appendScriptSafe(json, to: &bytes)
    case .flag(let flag):
      bytes.append(contentsOf: (flag ? "true" : "false").utf8)
    case .absent, .list, .record: break
    }
  }
}
