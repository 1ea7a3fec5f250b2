import TestKit

/// Texts that are full of Markdown's marks: well-formed pieces and broken ones, put together at random.
struct RandomMarkdown {
  private var generator: Numbers

  init(seed: UInt64) {
    generator = Numbers(state: seed)
  }

  private static let pieces = [
    "a", "word", "two words", "Ünïcödé", "🙂", "e\u{301}", "*", "**", "_", "__", "***", "`", "``", "[", "]", "![", "](", "(", ")", "<", ">",
    "[a](b)", "[a](<b c> \"t\")", "[a](b\n'x\ny')", "[f]", "[a][f]", "[a][]", "![i](s \"t\")", "![*i* `c` <b>](s)", "<http://x.y/?a=b&c>",
    "<a@b.c>",
    "<b>", "</b>", "<!-- c -->", "&amp;", "&copy;", "&#35;", "&#x1F600;", "&nope;", "&NotEqualTilde;", "\\*", "\\\\", "\\a", "\\", "  \n",
    "\\\n", "\n",
    " ", "\t", "`code`", "`` c`d ``", "*em*", "**strong**", "***both***", "*a **b** c*", "_a_", "\"q\"", "'s'", "--", "---", "...", "|",
    "a|b", "\\|",
    "[j](javascript:x)", "[d](data:image/png,x)", "\"", "'", "#", "=", "[a](b \"\")", "&", ";", ":", "-", "+", "1.", "~", "<?p?>", "<!D>",
  ]

  private static let starts = [
    "", "", "", "", "# ", "## ", "- ", "* ", "+ ", "1. ", "2) ", "> ", "> > ", "    ", "\t", "  ", "```\n", "~~~ info x\n", "---\n",
    "===\n", "***\n",
    "<div>\n", "<!-- c -->\n", "[f]: /url \"t\"\n", "[f]: <u v>\n", "| a | b |\n| - | - |\n", "|", ">", "   ", "- - ", "> - ", "1. > ",
    "\n", "\n\n",
  ]

  mutating func document() -> String {
    var text = ""
    for _ in 0..<Int.random(in: 1...12, using: &generator) {
      text += Self.starts[Int.random(in: 0..<Self.starts.count, using: &generator)]
      for _ in 0..<Int.random(in: 0...6, using: &generator) {
        text += Self.pieces[Int.random(in: 0..<Self.pieces.count, using: &generator)]
        if Bool.random(using: &generator) { text += " " }
      }
      text += Int.random(in: 0..<8, using: &generator) == 0 ? "\r\n" : "\n"
    }
    return text
  }
}
