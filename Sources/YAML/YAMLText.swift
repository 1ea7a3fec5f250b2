import Diagnostics

/// What is read: bytes, the part of them that is YAML, and how offsets in them become places in a file.
struct YAMLText {
  let bytes: [UInt8]
  /// The part to read, a byte order mark left out.
  let range: Range<Int>
  let file: FileID
  /// The way to the file, where the bytes were decoded from elsewhere; nil where they are the file's own.
  let map: TextMap?

  init(_ file: SourceFile, range: Range<Int>?) {
    bytes = file.bytes
    self.file = file.id
    map = nil
    var part = (range ?? 0..<file.bytes.count).clamped(to: 0..<file.bytes.count)
    if part.lowerBound == 0, file.hasByteOrderMark { part = min(3, part.upperBound)..<part.upperBound }
    self.range = part
  }

  init(_ text: String, map: TextMap) {
    bytes = Array(text.utf8)
    range = 0..<bytes.count
    file = map.span.file
    self.map = map
  }

  func span(_ range: Range<Int>) -> SourceSpan {
    if let map { return map.span(range) }
    return SourceSpan(file: file, start: range.lowerBound, end: range.upperBound)
  }

  /// A scalar with its map in offsets of the file.
  func scalar(_ scanned: ScannedScalar) -> YAMLScalar {
    let runs = map.map { $0.compose(scanned.runs, end: scanned.range.upperBound) } ?? scanned.runs
    return YAMLScalar(text: scanned.text, style: scanned.style, map: TextMap(span: span(scanned.range), runs: runs))
  }

  func node(_ scanned: ScannedScalar) -> YAMLNode {
    YAMLNode(.scalar(scalar(scanned)), span: span(scanned.range))
  }
}

extension TextMap {
  /// Runs that lead into this map's text, led on to the file: each is cut where a run of this map begins.
  fileprivate func compose(_ inner: [Run], end: Int) -> [Run] {
    var result: [Run] = []
    for (index, run) in inner.enumerated() {
      let start = Int(run.source)
      let length = index + 1 < inner.count ? Int(inner[index + 1].text - run.text) : max(end - start, 0)
      result.append(Run(text: Int(run.text), source: offset(start)))
      var next = firstRun(after: start)
      while next < runs.count, Int(runs[next].text) < start + length {
        result.append(Run(text: Int(run.text) + Int(runs[next].text) - start, source: Int(runs[next].source)))
        next += 1
      }
    }
    return result
  }

  private func firstRun(after text: Int) -> Int {
    var low = 0
    var high = runs.count
    while low < high {
      let middle = (low + high) / 2
      if Int(runs[middle].text) <= text { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
