/// The fonts that cards are set in.
package struct CardFonts: Sendable {
  /// Claims and questions.
  let headline: Typeface
  /// Names, words and numbers, light and bold.
  let text: Typeface
  let strong: Typeface
  /// A check sum of all their bytes: cards set in other fonts are other cards.
  package let digest: UInt64

  /// The names of the files, without `.ttf`; only the last may be missing.
  package static let names = ["headline", "text", "strong", "signs"]

  /// A file that is no font, or is not there.
  package struct Trouble: Error, Sendable {
    package let name: String
    /// Nil where the file is not there.
    package let fault: FontFault?
  }

  /// - Parameter files: The bytes of the fonts, by their names.
  /// - Throws: What is wrong with the first of them that cannot be used.
  package init(_ files: [String: [UInt8]]) throws(Trouble) {
    var fonts: [Font?] = []
    var digest = CardDigest()
    for name in Self.names {
      guard let bytes = files[name] else {
        if name != Self.names.last { throw Trouble(name: name, fault: nil) }
        fonts.append(nil)
        continue
      }
      do throws(FontFault) {
        fonts.append(try Font(bytes))
      } catch {
        throw Trouble(name: name, fault: error)
      }
      digest.add(name)
      digest.add(bytes)
    }
    // What a font lacks may stand in the others: a sign first in the one for signs.
    headline = Typeface(fonts: [fonts[0], fonts[3], fonts[2], fonts[1]].compactMap { $0 })
    text = Typeface(fonts: [fonts[1], fonts[3]].compactMap { $0 })
    strong = Typeface(fonts: [fonts[2], fonts[3]].compactMap { $0 })
    self.digest = digest.value
  }
}
