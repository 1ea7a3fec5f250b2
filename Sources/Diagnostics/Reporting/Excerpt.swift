/// The lines of one file that a diagnostic speaks of, with line numbers and marks.
///
/// One label over several lines is drawn as a rail at their left:
///
///     12 | / claims:
///     13 | |   text: Two lines
///        | |_________________^ this is not closed
///
/// Where a second one reaches over several lines, its first line is marked.
struct Excerpt {
  let file: SourceFile
  private let places: [Place]
  private let rail: Rail?
  private let primary: Paint.Style

  private struct Place {
    let label: Label
    let isPrimary: Bool
    let firstLine: Int
    let lastLine: Int
  }

  private struct Rail {
    let place: Place
    /// Where the last character that it covers begins.
    let lastOffset: Int
  }

  /// - Parameter labels: the labels in this file, in the order in which they were given.
  init(_ file: SourceFile, labels: [(label: Label, isPrimary: Bool)], primary: Paint.Style) {
    self.file = file
    self.primary = primary
    places = labels.map { label, isPrimary in
      let first = file.line(at: min(label.span.start, file.bytes.count))
      let last = label.span.isEmpty ? first : file.line(at: min(label.span.end - 1, file.bytes.count))
      return Place(label: label, isPrimary: isPrimary, firstLine: first, lastLine: last)
    }
    let tall = places.filter { $0.firstLine < $0.lastLine }
    rail = (tall.first { $0.isPrimary } ?? tall.first).map { place in
      let end = min(place.label.span.end, file.lineRange(place.lastLine).upperBound)
      return Rail(place: place, lastOffset: max(end - 1, file.lineRange(place.lastLine).lowerBound))
    }
  }

  /// The last line's number, for the width of the gutter.
  var lastLine: Int {
    places.map(\.lastLine).max() ?? 1
  }

  /// The rows of the excerpt, from the first line on.
  /// - Parameters:
  ///   - gutter: the columns that the line numbers take.
  ///   - width: the columns that a row may take.
  func rows(gutter: Int, width: Int) -> [Row] {
    let limit = max(20, width - gutter - 3 - (rail == nil ? 0 : 2))
    var rows: [Row] = []
    var previous: Int?
    for line in lines {
      if let previous, line == previous + 2 {
        rows += self.rows(of: previous + 1, gutter: gutter, limit: limit)
      } else if let previous, line > previous + 1 {
        var row = Row()
        row.add("...".padding(to: gutter + 3), .frame)
        row.add(railText(line), primary)
        rows.append(row)
      }
      rows += self.rows(of: line, gutter: gutter, limit: limit)
      previous = line
    }
    return rows
  }

  /// The lines that are shown, ascending.
  private var lines: [Int] {
    var lines: Set<Int> = []
    for place in places { lines.insert(place.firstLine) }
    if let place = rail?.place {
      let all = place.firstLine...place.lastLine
      lines.formUnion(all.count <= 6 ? Array(all) : [all.lowerBound, all.lowerBound + 1, all.upperBound - 1, all.upperBound])
    }
    // A mark at the end of a file stands on an empty line; the line before says where that is.
    if let last = lines.max(), last > 1, last == file.lineCount, file.lineRange(last).isEmpty { lines.insert(last - 1) }
    return lines.sorted()
  }

  private func rows(of line: Int, gutter: Int, limit: Int) -> [Row] {
    let here = places.filter { $0.firstLine == line && $0.label != rail?.place.label }
    let focus = here.first { $0.isPrimary } ?? here.first
    var offsets = focus?.label.span.range
    if offsets == nil, let rail, line == rail.place.firstLine { offsets = rail.place.label.span.start..<rail.place.label.span.start }
    if offsets == nil, let rail, line == rail.place.lastLine { offsets = rail.lastOffset..<rail.lastOffset + 1 }
    let shown = ShownLine(file, line: line, focus: offsets, limit: limit)

    var rows: [Row] = []
    var row = frame(String(line), gutter: gutter)
    row.add(opensHere(line, shown) ? "/ " : railText(line), primary)
    row.add(shown.text)
    rows.append(row)
    let marks = here.map { place in
      let end = place.lastLine == line ? place.label.span.end : file.lineRange(line).upperBound
      return MarkedLine.Mark(
        columns: shown.columns(of: place.label.span.start..<max(end, place.label.span.start)), isPrimary: place.isPrimary,
        text: VisibleText.of(place.label.text))
    }
    for marked in MarkedLine(marks, primary: primary).rows {
      var row = frame("", gutter: gutter)
      row.add(line == rail?.place.firstLine && !opensHere(line, shown) ? "  " : railText(line), style)
      for part in marked.parts { row.add(part.text, part.style) }
      rows.append(row)
    }
    if let row = corner(line, shown, gutter: gutter) { rows.append(row) }
    return rows
  }

  /// The row in which the rail begins or ends, if it does so under this line.
  private func corner(_ line: Int, _ shown: ShownLine, gutter: Int) -> Row? {
    guard let rail else { return nil }
    var row = frame("", gutter: gutter)
    let mark = rail.place.isPrimary ? "^" : "-"
    if line == rail.place.firstLine, !opensHere(line, shown) {
      let column = shown.columns(at: rail.place.label.span.start).lowerBound
      row.add(" " + String(repeating: "_", count: column + 1) + mark, style)
    } else if line == rail.place.lastLine {
      let column = max(0, shown.columns(at: rail.lastOffset).upperBound - 1)
      let text = VisibleText.of(rail.place.label.text)
      row.add("|" + String(repeating: "_", count: column + 1) + mark + (text.isEmpty ? "" : " " + text), style)
    } else {
      return nil
    }
    return row
  }

  private var style: Paint.Style {
    rail?.place.isPrimary == false ? .other : primary
  }

  /// Whether the rail begins at this line's first character, so that a slash before the line is enough.
  private func opensHere(_ line: Int, _ shown: ShownLine) -> Bool {
    guard let rail, rail.place.firstLine == line else { return false }
    return shown.columns(at: rail.place.label.span.start).lowerBound <= shown.indent
  }

  /// What stands between the gutter and a line's text: nothing, or the rail's room with or without the rail.
  private func railText(_ line: Int) -> String {
    guard let rail else { return "" }
    return line > rail.place.firstLine && line <= rail.place.lastLine ? "| " : "  "
  }

  private func frame(_ number: String, gutter: Int) -> Row {
    var row = Row()
    row.add(String(repeating: " ", count: gutter - number.utf8.count) + number + " | ", .frame)
    return row
  }
}

extension String {
  fileprivate func padding(to width: Int) -> String {
    self + String(repeating: " ", count: max(0, width - utf8.count))
  }
}
