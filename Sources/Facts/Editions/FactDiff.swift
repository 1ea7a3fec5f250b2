/// What differs between two states of a briefing's facts, record by record and field by field. It takes one pass over both.
package struct FactDiff: Sendable, Hashable {
  /// `briefing.yml` first, then kind by kind, the records of a kind by id.
  package let changes: [FactChange]

  package init(from old: FactLedger, to new: FactLedger) {
    var changes: [FactChange] = []
    let fields = FieldChange.between(old.briefing, new.briefing)
    if !fields.isEmpty { changes.append(FactChange(key: nil, name: "", content: .changed(fields))) }
    for kind in FactKind.allCases {
      for id in Set(old.ids(of: kind)).union(new.ids(of: kind)).sorted() {
        let key = FactKey(kind, id)
        switch (old[key], new[key]) {
        case (let was?, let now?):
          let fields = FieldChange.between(was, now)
          if !fields.isEmpty { changes.append(FactChange(key: key, name: new.name(of: key), content: .changed(fields))) }
        case (let was?, nil): changes.append(FactChange(key: key, name: old.name(of: key), content: .removed(was)))
        case (nil, let now?): changes.append(FactChange(key: key, name: new.name(of: key), content: .added(now)))
        case (nil, nil): break
        }
      }
    }
    self.changes = changes
  }

  package var isEmpty: Bool { changes.isEmpty }

  /// How many records were added, removed and changed; `briefing.yml` counts as one.
  package var counts: (added: Int, removed: Int, changed: Int) {
    var counts = (added: 0, removed: 0, changed: 0)
    for change in changes {
      switch change.content {
      case .added: counts.added += 1
      case .removed: counts.removed += 1
      case .changed: counts.changed += 1
      }
    }
    return counts
  }
}

/// One record that differs.
package struct FactChange: Sendable, Hashable {
  package enum Content: Sendable, Hashable {
    case added(FactValue)
    case removed(FactValue)
    case changed([FieldChange])
  }

  /// Nil for `briefing.yml`.
  package let key: FactKey?
  /// What the record is called, in the later state that has it.
  package let name: String
  package let content: Content

  package init(key: FactKey?, name: String, content: Content) {
    self.key = key
    self.name = name
    self.content = content
  }
}

/// One field, or one item or part of it, that differs.
package struct FieldChange: Sendable, Hashable {
  /// The field's name; for an item of a list also the item's first value, for a part of it the part's name: `responses`, `council`, `note`.
  package let path: [String]
  package let was: FactValue?
  package let now: FactValue?

  package init(path: [String], was: FactValue?, now: FactValue?) {
    self.path = path
    self.was = was
    self.now = now
  }

  /// The differences of two values of one field, or of two records.
  static func between(_ was: FactValue, _ now: FactValue, at path: [String] = []) -> [FieldChange] {
    guard was != now else { return [] }
    switch (was, now) {
    case (.record(let old), .record(let new)): return members(old, new, path)
    case (.list(let old), .list(let new)): return items(old, new, path)
    default: return [FieldChange(path: path, was: was, now: now)]
    }
  }

  private static func members(_ old: [FactMember], _ new: [FactMember], _ path: [String]) -> [FieldChange] {
    var result: [FieldChange] = []
    for member in new {
      let path = path + [member.name]
      if let was = old.first(where: { $0.name == member.name })?.value {
        result += between(was, member.value, at: path)
      } else if case .list(let items) = member.value {
        result += items.map { FieldChange(path: path, was: nil, now: $0) }
      } else {
        result.append(FieldChange(path: path, was: nil, now: member.value))
      }
    }
    for member in old where !new.contains(where: { $0.name == member.name }) {
      result.append(FieldChange(path: path + [member.name], was: member.value, now: nil))
    }
    return result
  }

  /// Items that are equal stay out; those left over are paired by their first value, in their order; the rest came or went.
  private static func items(_ old: [FactValue], _ new: [FactValue], _ path: [String]) -> [FieldChange] {
    var unmatched: [FactValue: Int] = [:]
    for item in new { unmatched[item, default: 0] += 1 }
    var gone: [FactValue] = []
    for item in old {
      if let count = unmatched[item], count > 0 { unmatched[item] = count - 1 } else { gone.append(item) }
    }
    // Of equal items the last ones are those that came.
    var come: [FactValue] = []
    for item in new.reversed() {
      if let count = unmatched[item], count > 0 {
        unmatched[item] = count - 1
        come.append(item)
      }
    }
    come.reverse()
    if gone.isEmpty, come.isEmpty { return [FieldChange(path: path, was: .list(old), now: .list(new))] }

    var waiting: [String: [Int]] = [:]
    for (index, item) in gone.enumerated().reversed() { waiting[item.label, default: []].append(index) }
    var paired: Set<Int> = []
    var result: [FieldChange] = []
    for item in come {
      guard let index = waiting[item.label]?.popLast(), !gone[index].isLone || !item.isLone else {
        result.append(FieldChange(path: path, was: nil, now: item))
        continue
      }
      paired.insert(index)
      result += between(gone[index], item, at: path + [item.label])
    }
    for (index, item) in gone.enumerated() where !paired.contains(index) { result.append(FieldChange(path: path, was: item, now: nil)) }
    return result
  }
}

extension FactValue {
  /// By what an item of a list is known: the item itself, or the first value of a record.
  package var label: String {
    switch self {
    case .text(let text): text
    case .flag(let flag): flag ? "true" : "false"
    case .number(let number): String(number)
    case .list(let items): items.first?.label ?? ""
    case .record(let members): members.first?.value.label ?? ""
    }
  }
}
