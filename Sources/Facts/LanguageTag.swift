/// Language tags by BCP 47 (RFC 5646), as far as form goes.
package enum LanguageTag {
  /// Whether the subtags have the lengths and characters of `language[-script][-region][-variant...]`.
  package static func isWellFormed(_ tag: String) -> Bool {
    let parts = tag.split(separator: "-", omittingEmptySubsequences: false)
    guard let language = parts.first, (2...3).contains(language.utf8.count), language.utf8.allSatisfy(isLetter) else { return false }
    return parts.dropFirst().allSatisfy { part in
      (2...8).contains(part.utf8.count) && part.utf8.allSatisfy { isLetter($0) || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
    }
  }

  /// The language alone, in small letters: `pt` of `pt-BR`.
  package static func language(of tag: String) -> String {
    tag.prefix { $0 != "-" }.lowercased()
  }

  /// Whether texts in the language run from right to left.
  package static func isRightToLeft(_ tag: String) -> Bool {
    ["ar", "fa", "he", "ur", "yi", "ps", "sd", "ug", "dv", "ckb"].contains(language(of: tag))
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    let small = byte | 0x20
    return (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(small)
  }
}
