import Diagnostics

/// Finds the body of a code block in its source: every line of it is the end of a line of the file.
struct CodeReader {
  let lines: SourceLines

  /// Whether three or more backticks or tildes stand here.
  func isFence(at start: Int) -> Bool {
    fenceEnd(at: start) - start >= 3
  }

  /// The info string's place on the fence's line.
  func infoRange(at start: Int) -> Range<Int>? {
    var offset = fenceEnd(at: start)
    while offset < lines.range.upperBound, lines.bytes[offset].isBlank { offset += 1 }
    var end = offset
    while end < lines.range.upperBound, !lines.bytes[end].isLineEnd { end += 1 }
    while end > offset, lines.bytes[end - 1].isWhitespace { end -= 1 }
    return end > offset ? offset..<end : nil
  }

  private func fenceEnd(at start: Int) -> Int {
    var offset = start
    while offset < lines.range.upperBound, lines.bytes[offset] == lines.bytes[start] { offset += 1 }
    return offset
  }

  /// The way from the literal back to the file.
  func map(_ literal: [UInt8], fromLine first: Int) -> TextMap {
    var runs: [TextMap.Run] = []
    var line = first
    var start = 0
    var last = lines.start(ofLine: first)
    while start < literal.count {
      var end = start
      while end < literal.count, literal[end] != 0x0A { end += 1 }
      let next = min(end + 1, literal.count)
      while end > start, literal[end - 1] == 0x0D { end -= 1 }
      place(literal, start..<end, line, into: &runs)
      last = lines.end(ofLine: line)
      start = next
      line += 1
    }
    if runs.isEmpty { append(0, last, to: &runs) }
    let begin = runs.first.map { Int($0.source) } ?? lines.map.offset(last)
    return TextMap(span: SourceSpan(file: lines.map.span.file, start: begin, end: max(begin, lines.map.offset(last))), runs: runs)
  }

  /// Adds the runs of one line: the text from its first letter on ends where the file's line ends; the white space before it may have been a tab
  /// of which a part belongs to the blocks around.
  private func place(_ literal: [UInt8], _ range: Range<Int>, _ line: Int, into runs: inout [TextMap.Run]) {
    let (lineStart, lineEnd) = (lines.start(ofLine: line), lines.end(ofLine: line))
    var letter = range.lowerBound
    while letter < range.upperBound, literal[letter].isBlank { letter += 1 }
    let source = max(lineStart, lineEnd - (range.upperBound - letter))
    let blanks = letter - range.lowerBound
    if source - blanks >= lineStart, lines.bytes[source - blanks..<source].elementsEqual(literal[range.lowerBound..<letter]) {
      append(range.lowerBound, source - blanks, to: &runs)
    } else {
      append(range.lowerBound, max(lineStart, source - blanks), to: &runs)
      append(letter, source, to: &runs)
    }
  }

  private func append(_ text: Int, _ offset: Int, to runs: inout [TextMap.Run]) {
    let source = lines.map.offset(offset)
    if let last = runs.last {
      if Int(last.source) + text - Int(last.text) == source { return }
      if Int(last.text) == text { runs.removeLast() }
    }
    runs.append(TextMap.Run(text: text, source: source))
  }
}
