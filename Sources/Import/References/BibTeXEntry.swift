import Diagnostics
import Facts

/// An entry of BibTeX, its values joined and their macros replaced, still in TeX.
struct BibTeXEntry {
  /// In small letters, without `@`.
  let type: String
  let key: LocatedText
  /// In small letters.
  var fields: [String: LocatedText] = [:]
  /// The names of the fields in the order of the file.
  var names: [String] = []

  /// The first of some fields that says anything.
  func first(_ names: String...) -> LocatedText? {
    names.lazy.compactMap { fields[$0] }.first { !$0.text.trimmed.isEmpty }
  }
}
