/// Breaks a text into lines.
struct LineBreaker {
  /// A piece of text that stays on one line if it can, and whether a space follows it.
  struct Word {
    var text: String
    var isSpaced: Bool
  }

  private let style: TextStyle
  private let words: [(word: Word, width: Int)]
  private let space: Int
  private let hyphen: Int

  init(_ words: [Word], _ style: TextStyle) {
    self.style = style
    self.words = words.map { ($0, TextLine($0.text, style).width) }
    space = TextLine(" ", style).width
    hyphen = TextLine("-", style).width
  }

  /// The lines, each as full as it gets. A word that is wider than a line is broken anywhere.
  func lines(within limit: Int) -> [String] {
    var lines: [String] = []
    var line = ""
    var width = 0
    var gap = 0
    for (word, wordWidth) in words {
      // A word that must be broken anyway begins where there is room for some of it.
      if !line.isEmpty, width + gap + (wordWidth > limit ? limit / 4 : wordWidth) > limit {
        lines.append(line)
        (line, width, gap) = ("", 0, 0)
      }
      if gap > 0 { line += " " }
      width += gap
      if wordWidth > limit {
        for character in word.text {
          let own = TextLine(String(character), style).width
          if width + own + hyphen > limit, !line.isEmpty {
            lines.append(line.last?.isLetter == true && character.isLetter ? line + "-" : line)
            (line, width) = ("", 0)
          }
          line.append(character)
          width += own
        }
      } else {
        line += word.text
        width += wordWidth
      }
      gap = word.isSpaced ? space : 0
    }
    if !line.isEmpty { lines.append(line) }
    return lines
  }

  /// The same number of lines, the longest of them as short as it gets.
  func balanced(_ count: Int, within limit: Int) -> [String] {
    let widest = min(limit, words.map(\.width).max() ?? 0)
    var low = max(widest, 1)
    var high = max(limit, low)
    // To the pixel.
    while high - low > 256 {
      let middle = (low + high) / 2
      if lines(within: middle).count <= count { high = middle } else { low = middle }
    }
    return lines(within: high)
  }
}
