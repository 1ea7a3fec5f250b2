/// A place as editors and SARIF count: line and column from 0, the column in the units of an encoding.
package struct EditorPosition: Hashable, Sendable, Comparable {
  package let line: Int
  package let column: Int

  package init(line: Int, column: Int) {
    self.line = line
    self.column = column
  }

  package static func < (left: EditorPosition, right: EditorPosition) -> Bool {
    (left.line, left.column) < (right.line, right.column)
  }
}

/// The units in which an editor counts columns. (The language server protocol names them `utf-8` and `utf-16`.)
package enum ColumnUnit: String, Sendable, CaseIterable {
  case utf8 = "utf-8"
  case utf16 = "utf-16"
}

extension SourceFile {
  /// Where an offset lies. An offset within a character (or beyond the line's text) counts as the next place that has a column.
  package func editorPosition(at offset: Int, in unit: ColumnUnit) -> EditorPosition {
    let line = line(at: offset)
    let range = lineRange(line)
    let end = max(range.lowerBound, min(offset, range.upperBound))
    let column: Int
    switch unit {
    case .utf8: column = end - range.lowerBound
    case .utf16: column = bytes[range.lowerBound..<end].reduce(0) { $0 + Self.utf16Units(ofLead: $1) }
    }
    return EditorPosition(line: line - 1, column: column)
  }

  /// The offset of a place. A column beyond the line's end is its end, a line beyond the last one is the file's end; a column in the
  /// middle of a character is that character's start.
  package func offset(of position: EditorPosition, in unit: ColumnUnit) -> Int {
    guard position.line >= 0 else { return 0 }
    guard position.line < lineCount else { return bytes.count }
    let range = lineRange(position.line + 1)
    guard position.column > 0 else { return range.lowerBound }
    switch unit {
    case .utf8:
      var offset = min(range.lowerBound + min(position.column, range.count), range.upperBound)
      while offset > range.lowerBound, offset < bytes.count, bytes[offset] & 0xC0 == 0x80 { offset -= 1 }
      return offset
    case .utf16:
      var offset = range.lowerBound
      var left = position.column
      while offset < range.upperBound {
        let units = Self.utf16Units(ofLead: bytes[offset])
        if units > left { return offset }
        left -= units
        offset += 1
        while offset < range.upperBound, bytes[offset] & 0xC0 == 0x80 { offset += 1 }
      }
      return offset
    }
  }

  /// How many UTF-16 units the character has that begins with this byte; none where none begins.
  private static func utf16Units(ofLead byte: UInt8) -> Int {
    byte & 0xC0 == 0x80 ? 0 : byte >= 0xF0 ? 2 : 1
  }
}
