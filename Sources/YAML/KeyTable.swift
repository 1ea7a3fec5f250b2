package import Diagnostics

/// The entries of one mapping; a key that comes again is refused and the first one stays.
struct KeyTable {
  private(set) var entries: [YAMLEntry] = []
  /// Places of keys in `entries`, kept once there are too many to look through.
  private var places: [String: Int] = [:]
  private static let few = 12

  init(count: Int = 0) {
    entries.reserveCapacity(count)
  }

  /// Adds an entry; for a key that is there already, says so instead.
  mutating func add(_ entry: YAMLEntry) -> Diagnostic? {
    if let first = place(of: entry.key) {
      return Self.diagnostic(entry.key, at: entry.keySpan, first: entries[first].keySpan)
    }
    if entries.count >= Self.few {
      if places.isEmpty {
        for (place, known) in entries.enumerated() { places[known.key] = place }
      }
      places[entry.key] = entries.count
    }
    entries.append(entry)
    return nil
  }

  private func place(of key: String) -> Int? {
    entries.count > Self.few ? places[key] : entries.firstIndex { $0.key == key }
  }

  static func diagnostic(_ key: String, at span: SourceSpan, first: SourceSpan?) -> Diagnostic {
    Diagnostic(
      .yamlDuplicateKey, "the key `\(key)` stands twice in this mapping", at: span, label: first == nil ? "" : "again here",
      others: first.map { [Label($0, "first here")] } ?? [],
      help: ["remove one of the two, or rename it"])
  }
}

// MARK: - Messages

extension DiagnosticKind {
  package static let yamlDuplicateKey = DiagnosticKind(
    "yaml.duplicate-key",
    meaning:
      "A mapping has one key twice. Only one value could count, and nobody could see which: a record that was pasted over another, for instance.",
    wrong: .init("Content/facts/topics/territory.yml", "territory:\n  label: Territory\n  label: Land\n"),
    right: .init("Content/facts/topics/territory.yml", "territory:\n  label: Territory\n"))
}
