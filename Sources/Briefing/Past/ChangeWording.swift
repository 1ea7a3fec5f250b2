import EDTF
import Facts
import Templates

/// Puts the changes of one edition into the briefing's own words.
struct ChangeWording {
  private let site: Site
  private let step: EditionHistory.Step
  private let words: Wording

  init(_ site: Site, _ step: EditionHistory.Step) {
    self.site = site
    self.step = step
    words = site.words
  }

  /// What is told of each field: under which label, and how its values are shown.
  private enum Field {
    case text(String), markdown(String), names(String, FactKind), date(String), choice(String, String), entry(String)
  }

  /// Fields that readers are told about, by their names in the records; what is not here is told as other details, without its values.
  private static let fields: [String: Field] = [
    "text": .text("words"), "title": .text("words"), "name": .text("words"), "label": .text("words"), "term": .text("words"),
    "question": .text("words"), "venue": .text("place"), "place": .text("place"), "publisher": .text("publisher"),
    "summary": .markdown("note"), "note": .markdown("note"), "description": .markdown("note"), "definition": .markdown("note"),
    "unknown": .markdown("note"), "would_change": .markdown("note"), "change_note": .markdown("note"), "answer": .markdown("answer"),
    "claimant": .names("claimant", .actors), "attributed_to": .names("attributed", .actors), "actors": .names("actors", .actors),
    "topics": .names("topics", .topics), "date": .date("date"), "as_of": .date("as-of"), "state": .choice("state", "event.state"),
    "quote": .entry("quote"), "status": .entry("status"), "sources": .entry("sources"), "evidence": .entry("evidence"),
    "responses": .entry("responses"), "sightings": .entry("sightings"), "relations": .entry("relations"), "stances": .entry("stances"),
    "figures": .entry("figures"), "confidence": .entry("confidence"), "points": .entry("points"),
  ]

  /// The lines of a change: those of a new record say what it is, those of a changed one what it was and is.
  func lines(of change: FactChange) -> [ChangeLine] {
    switch change.content {
    case .removed: return []
    case .added(let record):
      let shown: [String] =
        switch change.key?.kind {
        case .claims: ["claimant", "attributed_to", "status"]
        case .events, .sources: ["date"]
        default: []
        }
      return shown.compactMap { name in
        guard let value = record[name] else { return nil }
        // Of the statuses the newest one.
        if name == "status", case .list(let entries) = value, let newest = entries.last {
          return line(FieldChange(path: ["status"], was: nil, now: newest))
        }
        return line(FieldChange(path: [name], was: nil, now: value))
      }
    case .changed(let fields):
      var lines: [ChangeLine] = []
      var hasOthers = false
      for field in fields {
        if let line = line(field) { lines.append(line) } else { hasOthers = true }
      }
      if hasOthers { lines.append(ChangeLine(label: words("changed.other"), was: nil, now: nil)) }
      return lines
    }
  }

  /// Nil where the field is one of those that are not told in words.
  private func line(_ change: FieldChange) -> ChangeLine? {
    guard let name = change.path.first, let field = Self.fields[name] else { return nil }
    let leaf = change.path.count > 1 ? change.path[change.path.count - 1] : name
    func shown(_ value: FactValue?, _ edition: Edition?) -> String? {
      guard let value, let edition else { return nil }
      return change.path.count > 2 || (change.path.count == 2 && name == "quote")
        ? part(value, leaf, of: field, edition) : phrase(value, field, edition)
    }
    let was = shown(change.was, step.before)
    let now = shown(change.now, step.edition)
    guard was != nil || now != nil else { return nil }
    return ChangeLine(label: words("changed.\(label(of: field))"), was: was, now: now)
  }

  private func label(of field: Field) -> String {
    switch field {
    case .text(let label), .markdown(let label), .names(let label, _), .date(let label), .choice(let label, _), .entry(let label): label
    }
  }

  // MARK: Values

  private func phrase(_ value: FactValue, _ field: Field, _ edition: Edition) -> String? {
    switch field {
    case .text: return words.set(value.words)
    case .markdown: return value.text.map(plain)
    case .names(_, let kind): return names(value, kind, edition)
    case .date: return value.text.map(date)
    case .choice(_, let key): return value.text.flatMap { choice($0, key) }
    case .entry(let label):
      if case .list(let items) = value {
        let phrases = items.compactMap { entry($0, label, edition) }
        return phrases.isEmpty ? nil : words.list(phrases)
      }
      return entry(value, label, edition)
    }
  }

  /// A part of an item: a text, a date, a status word.
  private func part(_ value: FactValue, _ leaf: String, of field: Field, _ edition: Edition) -> String? {
    switch leaf {
    case "why", "note", "summary", "change_note": value.text.map(plain)
    case "text" where label(of: field) == "points": value.text.map(plain)
    case "text", "original": value.text
    case "date", "as_of": value.text.map(date)
    case "stance": value.text.flatMap { choice($0, "stance") }
    default: nil
    }
  }

  /// An item of a list of records, or a record that is a field of its own.
  private func entry(_ value: FactValue, _ label: String, _ edition: Edition) -> String? {
    switch label {
    case "quote": return value["text"]?.text
    case "points": return value["text"]?.text.map(plain)
    case "status":
      guard let id = value["value"]?.text else { return nil }
      let status = edition.settings.status(id).map { StatusView($0, words).label } ?? id
      return words(
        "changed.status-entry",
        ["status": status, "date": value["as_of"]?.text.map(date) ?? "", "why": value["why"]?.text.map(plain) ?? ""])
    case "responses":
      guard let by = value["by"]?.text, let stance = value["stance"]?.text.flatMap({ choice($0, "stance") }) else { return nil }
      return words(
        "changed.response", ["who": name(.actors, by, edition), "answer": stance, "date": value["date"]?.text.map(date) ?? ""])
    case "stances":
      guard let summary = value["summary"]?.text, let day = value["date"]?.text else { return nil }
      return words("changed.dated", ["date": date(day), "what": plain(summary)])
    case "sightings":
      guard let day = value["date"]?.text, let who = value["claimant"].flatMap({ names($0, .actors, edition) }) else { return nil }
      return words("changed.dated", ["date": date(day), "what": who])
    case "figures":
      guard let label = value["label"]?.text, let number = value["value"]?.text else { return nil }
      return words("changed.dated", ["date": value["as_of"]?.text.map(date) ?? "", "what": words.set("\(label) \(number)")])
    case "sources": return (value["source"]?.text ?? value.text).map { name(.sources, $0, edition) }
    case "relations": return value["claim"]?.text.map { name(.claims, $0, edition) }
    case "evidence":
      for kind in [FactKind.sources, .claims, .events] {
        if let id = value[kind.singular]?.text { return name(kind, id, edition) }
      }
      return nil
    case "confidence": return (value["level"]?.text ?? value.text).flatMap { choice($0, "confidence") }
    default: return nil
    }
  }

  private func names(_ value: FactValue, _ kind: FactKind, _ edition: Edition) -> String? {
    switch value {
    case .text(let id): return name(kind, id, edition)
    case .list(let items): return items.isEmpty ? nil : words.list(items.compactMap(\.text).map { name(kind, $0, edition) })
    default: return value["description"]?.text.map(words.set)
    }
  }

  /// A record's name as it stood in the edition.
  private func name(_ kind: FactKind, _ id: String, _ edition: Edition) -> String {
    words.set(edition.ledger.name(of: FactKey(kind, id)))
  }

  private func choice(_ value: String, _ key: String) -> String? {
    let known = "\(key).\(value)"
    return BriefingWords.declarations.contains { $0.key == known } ? words(known) : nil
  }

  private func date(_ text: String) -> String {
    guard let expression = try? EDTFParser.parse(text) else { return text }
    return site.dates.phrase(expression).text
  }

  /// The words of Markdown, without its marks.
  private func plain(_ text: String) -> String {
    site.plainWords(text, of: step.edition)
  }
}
