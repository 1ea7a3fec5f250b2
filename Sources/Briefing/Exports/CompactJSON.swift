import Diagnostics
import Templates

/// Writes JSON without any space, where each byte is one that a reader waits for.
struct CompactJSON {
  private(set) var bytes: [UInt8] = []

  init(capacity: Int) {
    bytes.reserveCapacity(capacity)
  }

  /// Punctuation and numbers, as they are.
  mutating func raw(_ text: String) {
    bytes.append(contentsOf: text.utf8)
  }

  mutating func string(_ text: String) {
    JSONText.append(text, to: &bytes)
  }

  /// The forms of a phrase, an object by plural category.
  mutating func forms(_ key: String, _ words: Wording) {
    raw("{\"thousands\":")
    string(words("number.thousands"))
    for form in words.strings.forms(key) {
      raw(",")
      string(form.category.rawValue)
      raw(":")
      string(form.text)
    }
    raw("}")
  }
}
