/// A text set in lines of even length, as large as fits.
struct Paragraph {
  let lines: [TextLine]
  let style: TextStyle
  /// From one line to the next, in pixels.
  let leading: Int

  /// - Parameters:
  ///   - sizes: Ems in pixels, the largest first. The last is taken where none fits, and the text is cut off with an ellipsis.
  ///   - leading: From line to line, in hundredths of the em.
  init(_ text: String, _ face: Typeface, sizes: [Int], tracking: Int = 0, leading: Int, width: Int, height: Int) {
    let words = Self.words(of: text)
    var chosen: (lines: [String], style: TextStyle, leading: Int)?
    for size in sizes {
      let style = TextStyle(face: face, size: size, tracking: tracking)
      let step = size * leading / 100
      let most = max(1, (height - size) / step + 1)
      let breaker = LineBreaker(words, style)
      let lines = breaker.lines(within: width * 256)
      chosen = (lines.count <= most ? breaker.balanced(lines.count, within: width * 256) : Array(lines.prefix(most)), style, step)
      if lines.count <= most { break }
      if size == sizes.last, let last = chosen?.lines.last {
        chosen?.lines[most - 1] = Self.cut(last, style, width: width * 256)
      }
    }
    style = chosen?.style ?? TextStyle(face: face, size: sizes.last ?? 1)
    self.leading = chosen?.leading ?? 0
    let style = style
    lines = (chosen?.lines ?? []).map { TextLine($0, style) }
  }

  /// From the top of the first line's em to the foot of the last one's.
  var height: Int {
    lines.isEmpty ? 0 : style.size + leading * (lines.count - 1)
  }

  func draw(on canvas: inout Canvas, x: Int, top: Int, _ ink: Ink) {
    for (index, line) in lines.enumerated() {
      // Letters reach about four fifths of the em above the line that they stand on.
      line.draw(on: &canvas, x: x, y: top + index * leading + style.size * 4 / 5, ink)
    }
  }

  /// A text on one line, cut off with an ellipsis where it is too long.
  static func line(_ text: String, _ style: TextStyle, width: Int) -> TextLine {
    let text = words(of: text).map { $0.text + ($0.isSpaced ? " " : "") }.joined()
    let line = TextLine(text, style)
    return line.width <= width * 256 ? line : TextLine(cut(text, style, width: width * 256), style)
  }

  /// A text on one line, in the largest of these sizes in which it fits, or cut off in the last.
  static func line(_ text: String, _ face: Typeface, sizes: [Int], width: Int) -> TextLine {
    for size in sizes.dropLast() {
      let line = TextLine(text, TextStyle(face: face, size: size))
      if line.width <= width * 256 { return line }
    }
    return line(text, TextStyle(face: face, size: sizes.last ?? 1), width: width)
  }

  /// The text with an ellipsis, shortened by whole words, or by letters where it is one word.
  private static func cut(_ text: String, _ style: TextStyle, width: Int) -> String {
    var kept = Substring(text)
    while !kept.isEmpty {
      while let last = kept.last, last.isWhitespace || ",;:–—-.".contains(last) { kept.removeLast() }
      if TextLine(kept + "…", style).width <= width { break }
      kept = kept.lastIndex(where: \.isWhitespace).map { kept[..<$0] } ?? kept.dropLast()
    }
    return kept + "…"
  }

  /// The text cut where a line may end.
  static func words(of text: String) -> [LineBreaker.Word] {
    var words: [LineBreaker.Word] = []
    var word = ""
    func close(_ isSpaced: Bool) {
      if !word.isEmpty {
        words.append(LineBreaker.Word(text: word, isSpaced: isSpaced))
      } else if isSpaced, !words.isEmpty {
        words[words.count - 1].isSpaced = true
      }
      word = ""
    }
    for character in text {
      if character.isWhitespace, character != "\u{A0}", character != "\u{202F}" {
        close(true)
        continue
      }
      if isIdeograph(character), !word.isEmpty { close(false) }
      word.append(character)
      if isIdeograph(character) || "-–—/\u{200B}".contains(character) && word.count > 1 { close(false) }
    }
    close(false)
    if !words.isEmpty { words[words.count - 1].isSpaced = false }
    return words
  }

  /// Whether lines may end before and after it, as in Chinese and Japanese.
  private static func isIdeograph(_ character: Character) -> Bool {
    switch character.unicodeScalars.first?.value ?? 0 {
    case 0x3040...0x30FF, 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xF900...0xFAFF, 0x20000...0x3FFFF: true
    default: false
    }
  }
}
