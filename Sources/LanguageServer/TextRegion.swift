import Briefing
import Diagnostics
import Editing
import Facts

/// What the text at a cursor is: YAML with the fields of a table, or prose.
enum TextRegion {
  /// YAML that is this value, within these offsets; the view, if it is the body of a fenced block.
  case fields(FieldShape, Range<Int>, view: FactBlock.View?)
  /// The info string of a fenced block, typed from here.
  case fence(Range<Int>)
  case prose

  /// Nil for files in which nothing can be completed.
  init?(_ file: SourceFile, at offset: Int) {
    let whole = (file.hasByteOrderMark ? 3 : 0)..<file.bytes.count
    if file.path == "Content/briefing.yml" {
      self = .fields(.record("briefing", BriefingSettings.table.declarations), whole, view: nil)
    } else if let kind = FactKind(path: file.path) {
      self = .fields(.mapping(.record(kind.declaration.name, kind.declaration.fields)), whole, view: nil)
    } else if file.path.hasPrefix("Content/"), file.path.hasSuffix(".md") {
      self = Self.page(file, offset)
    } else {
      return nil
    }
  }

  private static func page(_ file: SourceFile, _ offset: Int) -> TextRegion {
    let cursor = file.line(at: offset)
    var number = 1
    if trimmed(file, 1) == "---" {
      number = 2
      while number <= file.lineCount, trimmed(file, number) != "---" { number += 1 }
      if cursor > 1, cursor < number {
        let end = number <= file.lineCount ? file.lineRange(number).lowerBound : file.bytes.count
        return .fields(.record("page", PageHead.table.declarations), file.lineRange(2).lowerBound..<max(offset, end - 1), view: nil)
      }
      number += 1
    }
    var open: (sign: Character, length: Int, info: String, line: Int)?
    while number < cursor {
      let text = trimmed(file, number)
      let fence = fence(text)
      if let current = open {
        if let fence, fence.sign == current.sign, fence.length >= current.length, fence.info.isEmpty { open = nil }
      } else if let fence {
        open = (fence.sign, fence.length, fence.info, number)
      }
      number += 1
    }
    if let current = open {
      guard let view = FactBlock.View(rawValue: current.info) else { return .prose }
      let start = file.lineRange(current.line + 1).lowerBound
      var last = cursor
      while last < file.lineCount, fence(trimmed(file, last + 1)) == nil { last += 1 }
      let range = start..<file.lineRange(last).upperBound
      return .fields(.record("view", FactBlock.Options.table.declarations), range, view: view)
    }
    let line = file.lineRange(cursor)
    let before = file.text(line.lowerBound..<max(line.lowerBound, offset))
    if let fence = fence(before.drop { $0 == " " }), fence.info.allSatisfy({ $0.isLetter || $0 == "-" }) {
      return .fence(offset - fence.info.utf8.count..<offset)
    }
    return .prose
  }

  private static func trimmed(_ file: SourceFile, _ line: Int) -> Substring {
    var text = file.text(file.lineRange(line))[...]
    if line == 1, text.hasPrefix("\u{FEFF}") { text = text.dropFirst() }
    text = text.drop { $0 == " " }
    while text.last == " " { text.removeLast() }
    return text
  }

  private static func fence(_ text: Substring) -> (sign: Character, length: Int, info: String)? {
    guard let sign = text.first, sign == "`" || sign == "~" else { return nil }
    let signs = text.prefix { $0 == sign }
    guard signs.count >= 3 else { return nil }
    let info = text.dropFirst(signs.count).drop { $0 == " " }
    return sign == "`" && info.contains("`") ? nil : (sign, signs.count, String(info))
  }
}
