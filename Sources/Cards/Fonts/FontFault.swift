/// Why a file is no font that cards can be set in.
package struct FontFault: Error, Hashable, Sendable {
  /// Fills the place in "this font …".
  package let reason: String

  init(_ reason: String) {
    self.reason = reason
  }
}
