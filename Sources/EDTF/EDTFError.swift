/// Why a text is no EDTF: facts for a diagnostic, which supplies file, line and colour.
package struct EDTFError: Error, Hashable, Sendable {
  package let reason: EDTFReason
  /// The part at fault, in UTF-8 offsets in the text; it never splits a character, and is empty only where something is missing.
  package let range: Range<Int>
  /// What to write instead: always itself valid EDTF. Nil if there is no good guess.
  package let proposal: String?

  /// What is wrong, in plain words.
  package var message: String { reason.message }
}

/// What the strict reader throws; the door adds the proposal.
struct EDTFFault: Error {
  let reason: EDTFReason
  let range: Range<Int>
}
