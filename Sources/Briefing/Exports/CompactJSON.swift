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
}
