package import Facts

/// What is said of required fields that were not given: all of them at once.
package enum MissingFields {
  /// Nil where nothing is missing.
  static func refusal(of missing: [(path: String, meaning: String, shape: FieldShape)], in name: String) -> EditRefusal? {
    guard !missing.isEmpty else { return nil }
    let width = (missing.map(\.path.count).max() ?? 0) + 4
    let lines = missing.map { field in
      let flag = "--" + field.path
      return flag + String(repeating: " ", count: max(1, width - flag.count)) + words(field.meaning, field.shape)
    }
    let what = missing.count == 1 ? "a field is" : "\(missing.count) fields are"
    return EditRefusal(.request, "\(what) missing that every \(name) needs", help: lines)
  }

  /// A field's meaning and what may stand there, on one line.
  package static func words(_ meaning: String, _ shape: FieldShape) -> String {
    (meaning.hasSuffix(".") ? String(meaning.dropLast()) : meaning) + ": " + shape.words
  }
}
