/// A line of a source as an excerpt shows it: characters in columns, and only a part of it around what matters if it is long.
struct ShownLine {
  let text: String
  private let cells: ArraySlice<VisibleText.Cell>
  /// The column at which each cell begins.
  private let columns: [Int]
  /// The column and the offset behind the last cell.
  private let end: (column: Int, offset: Int)

  /// How many bytes to each side of the focus are looked at, so that a file in one long line costs no more than another.
  private static let reach = 2048

  /// - Parameters:
  ///   - focus: the bytes that should be seen, in the file's offsets.
  ///   - limit: the columns that the text may take.
  init(_ file: SourceFile, line: Int, focus: Range<Int>?, limit: Int) {
    var whole = file.lineRange(line)
    if line == 1, file.hasByteOrderMark { whole = min(3, whole.upperBound)..<whole.upperBound }
    let focus = (focus ?? whole.lowerBound..<whole.lowerBound).clamped(to: whole)
    let part = Self.part(of: whole, around: focus, in: file.bytes)
    let all = VisibleText.cells(of: file.bytes[part])
    let window = Self.window(of: all, around: focus, limit: limit)
    let isCutBefore = part.lowerBound > whole.lowerBound || window.lowerBound > 0
    let isCutAfter = part.upperBound < whole.upperBound || window.upperBound < all.count

    var column = isCutBefore ? 1 : 0
    var columns: [Int] = []
    for cell in all[window] {
      columns.append(column)
      column += cell.width
    }
    cells = all[window]
    self.columns = columns
    end = (column, window.upperBound < all.count ? all[window.upperBound].start : part.upperBound)
    text = (isCutBefore ? "…" : "") + cells.map(\.text).joined() + (isCutAfter ? "…" : "")
  }

  /// The columns of the character in which an offset lies; the one behind the text for an offset at its end or beyond it.
  func columns(at offset: Int) -> Range<Int> {
    if offset >= end.offset { return end.column..<end.column + 1 }
    var low = 0
    var high = columns.count
    while low < high {
      let middle = (low + high) / 2
      if cells[cells.startIndex + middle].start <= offset { low = middle + 1 } else { high = middle }
    }
    guard low > 0 else { return 0..<1 }
    return columns[low - 1]..<columns[low - 1] + max(1, cells[cells.startIndex + low - 1].width)
  }

  /// The columns of a range of offsets, at least one.
  func columns(of range: Range<Int>) -> Range<Int> {
    let start = columns(at: range.lowerBound)
    return range.isEmpty
      ? start.lowerBound..<start.lowerBound + 1 : start.lowerBound..<max(start.upperBound, columns(at: range.upperBound - 1).upperBound)
  }

  /// The column of the first character that is not a space.
  var indent: Int {
    zip(cells, columns).first { cell, _ in cell.text.contains { $0 != " " } }?.1 ?? 0
  }

  /// The bytes of a line that are looked at, from one character's start to another's.
  private static func part(of whole: Range<Int>, around focus: Range<Int>, in bytes: [UInt8]) -> Range<Int> {
    var start = max(whole.lowerBound, focus.lowerBound - reach)
    var end = min(whole.upperBound, focus.lowerBound + 2 * reach)
    while start > whole.lowerBound, bytes[start] & 0xC0 == 0x80 { start -= 1 }
    while end < whole.upperBound, bytes[end] & 0xC0 == 0x80 { end += 1 }
    return start..<end
  }

  /// The cells that fit, with two fifths of the room that the focus leaves before it.
  private static func window(of cells: [VisibleText.Cell], around focus: Range<Int>, limit: Int) -> Range<Int> {
    let total = cells.reduce(0) { $0 + $1.width }
    guard total > limit else { return cells.indices }
    let room = max(1, limit - 2)
    let before = cells.reduce(0) { $0 + ($1.start < focus.lowerBound ? $1.width : 0) }
    let focused = cells.reduce(0) { $0 + (focus.contains($1.start) ? $1.width : 0) }
    let left = max(0, min(before - max(0, room - focused) * 2 / 5, total - room))
    var column = 0
    var first: Int?
    for (index, cell) in cells.enumerated() {
      if first == nil, column >= left { first = index }
      column += cell.width
      if let first, column - left > room { return first..<max(index, first + 1) }
    }
    return (first ?? 0)..<cells.count
  }
}
