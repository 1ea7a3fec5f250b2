/// The way from a decoded text (a folded or quoted scalar, the body of a fenced block) back to the file it was written in.
///
/// It is a list of runs: from `text` on, offsets of the decoded text (UTF-8) advance in step with offsets of the file from `source` on.
/// Where an escape or a fold breaks the step, a new run begins.
package struct TextMap: Sendable, Hashable {
  /// Where both texts begin to advance in step.
  package struct Run: Sendable, Hashable {
    package let text: Int32
    package let source: Int32

    package init(text: Int, source: Int) {
      self.text = Int32(text)
      self.source = Int32(source)
    }
  }

  /// What the text was decoded from, whole.
  package let span: SourceSpan
  package let runs: [Run]

  package init(span: SourceSpan, runs: [Run]) {
    self.span = span
    self.runs = runs
  }

  /// A text that stands in the file as it is.
  package init(verbatim span: SourceSpan) {
    self.init(span: span, runs: [Run(text: 0, source: span.start)])
  }

  /// The file's offset for an offset of the text.
  package func offset(_ text: Int) -> Int {
    var low = 0
    var high = runs.count
    guard high > 0 else { return span.start }
    while high - low > 1 {
      let middle = (low + high) / 2
      if Int(runs[middle].text) <= text { low = middle } else { high = middle }
    }
    return min(Int(runs[low].source) + text - Int(runs[low].text), span.end)
  }

  /// The file's span for a range of the text.
  package func span(_ range: Range<Int>) -> SourceSpan {
    let start = offset(range.lowerBound)
    let end = range.isEmpty ? start : offset(range.upperBound - 1) + 1
    return SourceSpan(file: span.file, start: start, end: end)
  }
}
