package import Diagnostics
import EDTF
import Facts
import YAML

/// The canonical order and layout of a file of facts, or of `briefing.yml`: what `brief fmt` writes.
///
/// Fields stand in the order of their table, events in the order of their days, a blank line between two records; a comment goes with the record or the field above which it stands. A comment between blank lines is a heading: no record crosses it. Quotes, brackets
/// and line breaks within a text stay as they were typed. Laid out once, a file stays the same. The fields of `briefing.yml` are its records,
/// in the order of their table, without blank lines between them.
package struct FactFormat: Sendable {
  private let file: SourceFile
  /// Nil where the file is `briefing.yml`.
  private let kind: FactKind?
  private let layout: RecordLayout
  private let root: YAMLNode

  /// The edit that lays a file out; nil where nothing is to be done.
  ///
  /// - Throws: If the file has errors, or is laid out in a way that cannot be changed safely.
  package static func edit(of file: SourceFile) throws(EditRefusal) -> TextEdit? {
    let kind = FactKind(path: file.path)
    if let kind {
      try FactFiles(files: [file]).refuseErrors(in: file, kind)
    } else if file.path == FactFiles.settingsPath {
      _ = try FactFiles(files: [file]).settings()
    } else {
      throw EditRefusal(.request, "`\(file.path)` is no file of facts")
    }
    let mark = file.hasByteOrderMark ? 3 : 0
    let bare = SourceFile(id: file.id, path: file.path, bytes: Array(file.bytes[mark...]))
    var log = DiagnosticLog()
    guard let root = YAMLReader.read(bare, log: &log), root.mapping != nil, !root.isFlow else { return nil }
    let format = FactFormat(bare, kind, root)
    let lines: [String]
    do throws(RecordLayout.Unknown) {
      lines = try format.lines()
    } catch {
      throw odd(file)
    }
    let text = file.bytes[..<mark] + lines.joined(separator: file.lineEnding).utf8
    // A file's last line gets its end, unless that would end a block text that has none.
    for ending in file.bytes.last == UInt8(ascii: "\n") ? [file.lineEnding] : [file.lineEnding, ""] {
      let new = Array(text + ending.utf8)
      if new == file.bytes { return nil }
      if EditCheck(file, after: new).hasSameValues { return narrowed(file, new) }
    }
    throw odd(file)
  }

  /// Whether a file, by its path, is one that has a canonical layout.
  package static func lays(out path: String) -> Bool {
    FactKind(path: path) != nil || path == FactFiles.settingsPath
  }

  private static func odd(_ file: SourceFile) -> EditRefusal {
    EditRefusal(.content, "`\(file.path)` is laid out in a way that cannot be changed safely", help: ["lay it out by hand"])
  }

  private init(_ file: SourceFile, _ kind: FactKind?, _ root: YAMLNode) {
    self.file = file
    self.kind = kind
    self.root = root
    layout = RecordLayout(file: file, comments: Comments(file, root))
  }

  /// Only what lies between the bytes that are the same at both ends.
  private static func narrowed(_ file: SourceFile, _ new: [UInt8]) -> TextEdit {
    var start = 0
    while start < min(file.bytes.count, new.count), file.bytes[start] == new[start] { start += 1 }
    var tail = 0
    while tail < min(file.bytes.count, new.count) - start, file.bytes[file.bytes.count - 1 - tail] == new[new.count - 1 - tail] {
      tail += 1
    }
    // Not within a character, and not between the two bytes of a line's end.
    while start > 0,
      start < file.bytes.count && file.bytes[start] & 0xC0 == 0x80 || start < new.count && new[start] & 0xC0 == 0x80
        || file.bytes[start - 1] == 0x0D
    { start -= 1 }
    while tail > 0, file.bytes[file.bytes.count - tail] & 0xC0 == 0x80 || file.bytes[file.bytes.count - tail] == 0x0A { tail -= 1 }
    return TextEdit(file.span(start..<file.bytes.count - tail), String(decoding: new[start..<new.count - tail], as: UTF8.self))
  }

  // MARK: Records

  private struct Record {
    let attached: [String]
    var piece: RecordLayout.Piece
    let day: DateSortKey?
    /// Of a field of `briefing.yml`: its place in their table.
    let place: Int
    /// Whether it stands on one line, without a comment above, or is a field.
    let isLine: Bool

    var lines: [String] { attached + piece.lines }
  }

  /// Records between two headings.
  private struct Section {
    var headings: [[String]] = []
    var records: [Record] = []
  }

  private func lines() throws(RecordLayout.Unknown) -> [String] {
    let entries = root.mapping ?? []
    var sections = [Section()]
    var areTight = kind == nil
    var previous = 0
    let fields = kind?.fields ?? BriefingSettings.table.declarations
    for (index, entry) in entries.enumerated() {
      let line = file.line(at: entry.keySpan.start)
      guard layout.column(of: entry.keySpan.start) == 0 else { throw RecordLayout.Unknown() }
      let gap = try Between(file, previous + 1..<line, isFirst: index == 0, hasNext: true)
      if index > 0 { addInside(gap, to: &sections) }
      if !gap.headings.isEmpty {
        if !sections[sections.count - 1].records.isEmpty { sections.append(Section()) }
        sections[sections.count - 1].headings += gap.headings
      }
      let place = kind == nil ? fields.firstIndex { $0.name == entry.key } ?? fields.count : 0
      let shape = kind.map { .record($0.singular, fields) } ?? (place < fields.count ? fields[place].shape : nil)
      let piece = try layout.entry(entry, from: 0, to: 0, shape)
      let isLine = kind == nil || piece.lines.count == 1 && gap.attached.isEmpty
      if index > 0, isLine, previous + 1 == line, sections.last?.records.last?.isLine == true { areTight = true }
      sections[sections.count - 1].records.append(
        Record(attached: gap.attached, piece: piece, day: day(of: entry), place: place, isLine: isLine))
      previous = max(layout.endLine(entry.value), line)
    }
    let end = try Between(file, previous + 1..<file.lineCount + 1, isFirst: false, hasNext: false)
    addInside(end, to: &sections)
    return joined(sections, end.headings, areTight: areTight)
  }

  private func addInside(_ gap: Between, to sections: inout [Section]) {
    let section = sections.count - 1
    let record = sections[section].records.count - 1
    if record >= 0 { sections[section].records[record].piece.add(gap.inside) }
  }

  private func joined(_ sections: [Section], _ tail: [[String]], areTight: Bool) -> [String] {
    var blocks: [[String]] = []
    for section in sections {
      blocks += section.headings
      let records = ordered(section.records)
      for (index, record) in records.enumerated() {
        if areTight, index > 0, record.isLine, records[index - 1].isLine, let last = blocks.last {
          blocks[blocks.count - 1] = last + record.lines
        } else {
          blocks.append(record.lines)
        }
      }
    }
    return Array((blocks + tail).joined(separator: [""]))
  }

  /// Events in the order of their days, as the timeline has them, and fields in that of their table. The order of all other kinds is the
  /// editor's: it shows on the pages.
  private func ordered(_ records: [Record]) -> [Record] {
    if kind == nil {
      return records.enumerated().sorted { ($0.element.place, $0.offset) < ($1.element.place, $1.offset) }.map(\.element)
    }
    guard kind == .events else { return records }
    return records.enumerated().sorted { left, right in
      switch (left.element.day, right.element.day) {
      case (let first?, let second?) where first != second: first < second
      case (.some, nil): true
      case (nil, .some): false
      default: left.offset < right.offset
      }
    }.map(\.element)
  }

  private func day(of entry: YAMLEntry) -> DateSortKey? {
    kind == .events ? entry.value.day : nil
  }
}

extension FactKind {
  /// Whether the kind's records have a day each, by which a new one finds its place where the others stand in the order of theirs.
  var isDated: Bool {
    switch self {
    case .events, .claims, .sources, .corrections: true
    case .actors, .topics, .positions, .questions, .terms: false
    }
  }
}

extension YAMLNode {
  /// The sort key of a record's `date`; nil where it has none.
  var day: DateSortKey? {
    guard let text = mapping?.first(where: { $0.key == "date" })?.value.scalar?.text else { return nil }
    return (try? EDTFParser.parse(text))?.bounds.sortKey
  }
}

/// What stands between two records: comments that belong to the first, headings, comments of the second.
private struct Between {
  private(set) var inside: [(column: Int, text: String)] = []
  /// Groups of comments that blank lines set apart.
  private(set) var headings: [[String]] = []
  private(set) var attached: [String] = []

  init(_ file: SourceFile, _ lines: Range<Int>, isFirst: Bool, hasNext: Bool) throws(RecordLayout.Unknown) {
    var group: [String] = []
    for line in lines {
      var text = file.text(file.lineRange(line))[...]
      while let last = text.unicodeScalars.last, last == " " || last == "\t" { text.unicodeScalars.removeLast() }
      let content = text.drop { $0 == " " }
      if content.isEmpty {
        if !group.isEmpty { headings.append(group) }
        group = []
        continue
      }
      guard content.hasPrefix("#") || isFirst && content.hasPrefix("---") else { throw RecordLayout.Unknown() }
      if content.count < text.count, group.isEmpty, headings.isEmpty, !isFirst {
        inside.append((text.utf8.count - content.utf8.count, String(content)))
      } else {
        group.append(String(content))
      }
    }
    // What an editor reads at the top of a file is not the first record's.
    let mode = isFirst ? group.prefix { $0.hasPrefix("# yaml-language-server:") || $0.hasPrefix("---") } : []
    if !mode.isEmpty { headings.append(Array(mode)) }
    let rest = Array(group.dropFirst(mode.count))
    if hasNext { attached = rest } else if !rest.isEmpty { headings.append(rest) }
  }
}
