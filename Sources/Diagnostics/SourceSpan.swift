/// A half-open range of UTF-8 offsets in one file. Slices stay absolute: an offset always counts from the start of its file.
package struct SourceSpan: Hashable, Sendable {
  package let file: FileID
  package let startOffset: Int32
  package let endOffset: Int32

  package init(file: FileID, start: Int, end: Int) {
    self.file = file
    startOffset = Int32(start)
    endOffset = Int32(max(start, end))
  }

  package var start: Int { Int(startOffset) }
  package var end: Int { Int(endOffset) }
  package var range: Range<Int> { start..<end }
  package var isEmpty: Bool { startOffset == endOffset }

  /// The span from this one's start to the other's end.
  package func union(_ other: SourceSpan) -> SourceSpan {
    SourceSpan(file: file, start: min(start, other.start), end: max(end, other.end))
  }

  /// A part of this span, in offsets counted from its start.
  package func slice(_ range: Range<Int>) -> SourceSpan {
    SourceSpan(file: file, start: min(start + range.lowerBound, end), end: min(start + range.upperBound, end))
  }
}

extension SourceSpan: Comparable {
  package static func < (left: SourceSpan, right: SourceSpan) -> Bool {
    (left.file, left.startOffset, left.endOffset) < (right.file, right.startOffset, right.endOffset)
  }
}
