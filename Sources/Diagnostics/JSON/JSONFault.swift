/// Why a text is not the JSON that was expected.
package struct JSONFault: Error, Sendable, Hashable {
  /// In bytes from the start.
  package let offset: Int
  package let reason: String

  package init(offset: Int, reason: String) {
    self.offset = offset
    self.reason = reason
  }
}
