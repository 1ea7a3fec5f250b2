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
  mutating func forms(_ forms: [(category: PluralCategory, text: String)]) {
    for (index, form) in forms.enumerated() {
      raw(index == 0 ? "{" : ",")
      string(form.category.rawValue)
      raw(":")
      string(form.text)
    }
    raw(forms.isEmpty ? "{}" : "}")
  }
}
