/// Positions in one file, each counted on from the one before it: many places far within one long line cost no more than its length.
package struct PositionSweep: Sendable {
  private let file: SourceFile
  /// The last place that was asked for.
  private var offset = 0
  private var last: SourcePosition?

  package init(_ file: SourceFile) {
    self.file = file
  }

  /// The same as `SourceFile.position(at:)`.
  package mutating func position(at offset: Int) -> SourcePosition {
    let line = file.line(at: offset)
    var range = file.lineRange(line)
    if line == 1, file.hasByteOrderMark { range = min(3, range.upperBound)..<range.upperBound }
    let place = max(range.lowerBound, min(offset, range.upperBound))
    let position: SourcePosition
    if let last, last.line == line, place >= self.offset {
      position = SourcePosition(line: line, column: last.column + file.characters(in: self.offset..<place))
    } else if let last, last.line == line, self.offset - place < place - range.lowerBound {
      position = SourcePosition(line: line, column: last.column - file.characters(in: place..<self.offset))
    } else {
      position = file.position(at: place)
    }
    self.offset = place
    last = position
    return position
  }
}
