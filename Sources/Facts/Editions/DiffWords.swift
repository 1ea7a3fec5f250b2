/// Says in plain English what differs, for a terminal or as Markdown. What stands on pages is said in the briefing's own language.
package struct DiffWords: Sendable {
  package enum Style: Sendable {
    case text, markdown
  }

  private let diff: FactDiff
  private let from: String
  private let to: String
  private let style: Style

  /// - Parameters:
  ///   - from: what the earlier state is called, such as "the edition of 2025-09-01".
  ///   - to: what the later one is called.
  package init(_ diff: FactDiff, from: String, to: String, style: Style) {
    self.diff = diff
    self.from = from
    self.to = to
    self.style = style
  }

  /// The whole text: a headline, then kind by kind a paragraph for each record.
  package var text: String {
    guard !diff.isEmpty else { return title("Nothing differs between \(from) and \(to).") }
    let counts = diff.counts
    let parts = [(counts.added, "added"), (counts.removed, "removed"), (counts.changed, "changed")].filter { $0.0 > 0 }
    var result = title("From \(from) to \(to): \(parts.map { "\($0.0) \($0.1)" }.joined(separator: ", ")).")
    var kind: FactKind??
    for change in diff.changes {
      if kind != .some(change.key?.kind) {
        kind = .some(change.key?.kind)
        result += heading(change.key.map { $0.kind.rawValue.prefix(1).uppercased() + $0.kind.rawValue.dropFirst() } ?? "Briefing")
      }
      result += paragraph(change)
    }
    return result
  }

  private func title(_ line: String) -> String {
    style == .text ? line + "\n" : "## \(escaped(line))\n"
  }

  private func heading(_ name: String) -> String {
    style == .text ? "\n\(name)\n" : "\n### \(name)\n\n"
  }

  private func paragraph(_ change: FactChange) -> String {
    let (sign, verb, fields): (String, String, [FieldChange]) =
      switch change.content {
      case .added(let value):
        ("+", "added", Self.gist(of: value, change.key?.kind).map { FieldChange(path: $0.path, was: nil, now: $0.now) })
      case .removed: ("-", "removed", [])
      case .changed(let fields): ("~", "changed", fields)
      }
    var result = ""
    if let key = change.key {
      let name = change.name == key.id ? "" : ": \(change.name)"
      switch style {
      case .text: result = "  \(sign) \(key.id)\(name)\n"
      case .markdown: result = "- \(verb) `\(key.id)`\(escaped(name))\n"
      }
    }
    let isNew = sign == "+"
    for field in fields {
      for (index, line) in lines(field, isNew: isNew).enumerated() {
        switch style {
        case .text: result += String(repeating: " ", count: change.key == nil ? 2 : 6) + (index > 0 ? "  " : "") + line + "\n"
        case .markdown:
          let depth = (change.key == nil ? 0 : 2) + (index > 0 ? 2 : 0)
          result += String(repeating: " ", count: depth) + "- " + escaped(line) + "\n"
        }
      }
    }
    return result
  }

  // MARK: Fields

  /// What is said of a new record beside its name.
  private static func gist(of value: FactValue, _ kind: FactKind?) -> [(path: [String], now: FactValue)] {
    let names: [String] =
      switch kind {
      case .claims: ["claimant", "attributed_to", "date", "status"]
      case .events: ["date", "state"]
      case .corrections: ["date", "class", "was", "now"]
      case .sources: ["publisher", "date"]
      default: []
      }
    return names.compactMap { name in
      // Of the statuses the newest one.
      if name == "status", case .list(let entries)? = value[name] { return entries.last.map { ([name], $0) } }
      return value[name].map { ([name], $0) }
    }
  }

  private func lines(_ field: FieldChange, isNew: Bool) -> [String] {
    let name = field.path.joined(separator: ", ")
    switch (field.was, field.now) {
    case (nil, let now?):
      if field.path == ["status"], case .record = now { return ["\(isNew ? "status" : "new status"): \(now.statusWords)"] }
      if isNew { return ["\(name): \(now.words)"] }
      return ["\(name): added \(now.words)"]
    case (let was?, nil): return ["\(name): removed \(was.words)"]
    case (let was?, let now?):
      if was.isShort, now.isShort { return ["\(name): \(was.words) → \(now.words)"] }
      if case .list = was, case .list = now { return ["\(name): in another order", "was: \(was.words)", "now: \(now.words)"] }
      return ["\(name):", "was: \(was.words)", "now: \(now.words)"]
    case (nil, nil): return []
    }
  }

  /// Signs that would be Markdown are escaped, so that the texts read as they are.
  private func escaped(_ text: String) -> String {
    guard style == .markdown else { return text }
    var result = ""
    for sign in text {
      if "\\`*_[]<>#|~&".contains(sign) { result.append("\\") }
      result.append(sign)
    }
    return result
  }
}

extension FactValue {
  /// The value in one line.
  package var words: String {
    switch self {
    case .text(let text): text.split(whereSeparator: \.isNewline).joined(separator: " ")
    case .flag(let flag): flag ? "true" : "false"
    case .number(let number): String(number)
    case .list(let items): items.map { $0.isLone ? $0.words : "(\($0.words))" }.joined(separator: ", ")
    case .record(let members):
      members.enumerated().map { index, member in
        index == 0
          ? member.value.words : (member.value.isLone ? "\(member.name): \(member.value.words)" : "\(member.name): (\(member.value.words))")
      }.joined(separator: "; ")
    }
  }

  /// A status entry: "disputed as of 2025-09-15: The council says otherwise."
  fileprivate var statusWords: String {
    "\(self["value"]?.words ?? "") as of \(self["as_of"]?.words ?? ""): \(self["why"]?.words ?? "")"
  }

  /// Whether two such values can stand beside each other in one line.
  fileprivate var isShort: Bool {
    isLone && label.utf8.count <= 40
  }
}
