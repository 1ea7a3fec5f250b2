import Diagnostics

/// A text as cmark is given it, and the way from cmark's lines to offsets and from offsets to the file.
struct SourceLines {
  let bytes: [UInt8]
  /// What of the bytes cmark parses.
  let range: Range<Int>
  let map: TextMap
  private let starts: [Int32]
  private let firstLine: Int

  /// A part of a file: offsets are the file's.
  init(_ file: SourceFile, in range: Range<Int>) {
    bytes = file.bytes
    self.range = range
    map = TextMap(verbatim: file.wholeSpan)
    starts = file.lineStarts
    firstLine = file.line(at: range.lowerBound)
  }

  /// A text that was decoded from a file: offsets are the text's.
  init(_ text: String, map: TextMap) {
    let file = SourceFile(id: map.span.file, path: "", text: text)
    bytes = file.bytes
    range = 0..<file.bytes.count
    starts = file.lineStarts
    firstLine = 1
    self.map = map
  }

  /// Where a line of cmark's begins.
  func start(ofLine line: Int) -> Int {
    let index = firstLine + line - 2
    guard line > 1, index < starts.count else { return line > 1 ? range.upperBound : range.lowerBound }
    return Int(starts[index])
  }

  /// Where the text of a line ends, before what ends the line.
  func end(ofLine line: Int) -> Int {
    let start = start(ofLine: line)
    var end = self.start(ofLine: line + 1)
    while end > start, bytes[end - 1].isLineEnd { end -= 1 }
    return end
  }

  /// The line of cmark's in which an offset lies.
  func line(at offset: Int) -> Int {
    var low = firstLine - 1
    var high = starts.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if Int(starts[middle]) <= offset { low = middle } else { high = middle }
    }
    return low - firstLine + 2
  }

  func span(_ range: Range<Int>) -> SourceSpan {
    map.span(range)
  }
}
