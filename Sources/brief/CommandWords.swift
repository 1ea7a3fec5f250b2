import ArgumentParser

/// The words of a command line that name fields of records: values, and `--field value` in the order in which they stand.
struct CommandWords {
  private(set) var values: [String] = []
  private(set) var options: [(name: String, text: String)] = []

  /// Reads `--field value`, `--field=value` and `--set field=value`; an option that nothing follows is `true`.
  init(_ words: [String]) throws {
    var index = 0
    var isVerbatim = false
    while index < words.count {
      let word = words[index]
      index += 1
      guard !isVerbatim, word.hasPrefix("--") else {
        values.append(word)
        continue
      }
      guard word != "--" else {
        isVerbatim = true
        continue
      }
      let body = word.dropFirst(2)
      var name = String(body.prefix { $0 != "=" })
      var text: String
      if name.utf8.count < body.utf8.count {
        text = String(body.dropFirst(name.count + 1))
      } else if index < words.count, !words[index].hasPrefix("--") {
        text = words[index]
        index += 1
      } else {
        text = "true"
      }
      if name == "set" {
        guard let equals = text.firstIndex(of: "=") else { throw ValidationError("--set takes a field and its value: --set field=value.") }
        name = String(text[..<equals])
        text = String(text[text.index(after: equals)...])
      }
      options.append((name, text))
    }
  }
}

extension ValidationError {
  /// A word that should name a kind of records.
  static func unknownKind(_ word: String, also more: [String] = []) -> ValidationError {
    let kinds = ["claim", "event", "source", "actor", "topic", "position", "question", "term", "correction"] + more
    return ValidationError("`\(word)` is no kind of record; the kinds are " + kinds.joined(separator: ", ") + ".")
  }
}
