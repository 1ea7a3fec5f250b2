/// The rows under a line of an excerpt: carets and dashes, and the labels' texts.
///
/// The rightmost label's text stands behind its marks; the others hang below, from right to left:
///
///     ---       ^^^ this one again
///     |
///     the first one
struct MarkedLine {
  struct Mark {
    let columns: Range<Int>
    let isPrimary: Bool
    let text: String
  }

  private let marks: [Mark]
  private let primary: Paint.Style

  /// - Parameter primary: the style of the place where it is wrong; other places have their own.
  init(_ marks: [Mark], primary: Paint.Style) {
    self.marks = marks.enumerated()
      .sorted {
        ($0.element.columns.lowerBound, $0.element.isPrimary ? 1 : 0, $0.offset) < (
          $1.element.columns.lowerBound, $1.element.isPrimary ? 1 : 0, $1.offset
        )
      }
      .map(\.element)
    self.primary = primary
  }

  var rows: [Row] {
    guard let last = marks.last else { return [] }
    var canvas = Canvas()
    for mark in marks where !mark.isPrimary { canvas.draw("-", over: mark.columns, style(of: mark)) }
    for mark in marks where mark.isPrimary { canvas.draw("^", over: mark.columns, style(of: mark)) }

    let isInline = marks.allSatisfy { $0.columns.upperBound <= last.columns.upperBound }
    var underline = canvas.row
    if isInline, !last.text.isEmpty {
      underline.add(" ")
      underline.add(last.text, style(of: last))
    }
    var hanging = (isInline ? marks.dropLast() : marks[...]).filter { !$0.text.isEmpty }
    guard !hanging.isEmpty else { return [underline] }
    var rows = [underline, stems(of: hanging).row]
    while let mark = hanging.popLast() {
      var row = stems(of: hanging.filter { $0.columns.lowerBound < mark.columns.lowerBound }).padded(to: mark.columns.lowerBound).row
      row.add(mark.text, style(of: mark))
      rows.append(row)
    }
    return rows
  }

  private func stems(of marks: [Mark]) -> Canvas {
    var canvas = Canvas()
    for mark in marks { canvas.draw("|", over: mark.columns.lowerBound..<mark.columns.lowerBound + 1, style(of: mark)) }
    return canvas
  }

  private func style(of mark: Mark) -> Paint.Style {
    mark.isPrimary ? primary : .other
  }
}

/// A row of single columns that are drawn over one another.
private struct Canvas {
  private var columns: [(character: Character, style: Paint.Style)] = []

  mutating func draw(_ character: Character, over range: Range<Int>, _ style: Paint.Style) {
    self = padded(to: range.upperBound)
    for column in range { columns[column] = (character, style) }
  }

  func padded(to width: Int) -> Canvas {
    var canvas = self
    while canvas.columns.count < width { canvas.columns.append((" ", .plain)) }
    return canvas
  }

  /// The columns with neighbours of one character joined.
  var row: Row {
    var row = Row()
    var start = 0
    for index in columns.indices where index + 1 == columns.count || columns[index + 1].character != columns[index].character {
      row.add(String(repeating: columns[index].character, count: index + 1 - start), columns[index].style)
      start = index + 1
    }
    return row
  }
}
