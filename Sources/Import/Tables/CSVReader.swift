import Diagnostics
import Facts

/// Reads CSV row by row.
struct CSVReader {
  private let file: SourceFile
  private let bytes: [UInt8]
  private let separator: UInt8
  private var offset: Int

  enum Step {
    case row([LocatedText])
    /// What is wrong, and where.
    case fault(String, Int)
    case end
  }

  init(_ file: SourceFile) {
    self.file = file
    bytes = file.bytes
    offset = file.hasByteOrderMark ? 3 : 0
    // Excel's hint for itself: a first line `sep=;`.
    if bytes[offset...].starts(with: "sep=".utf8), let end = bytes.firstIndex(where: { $0 == 10 || $0 == 13 }), end == offset + 5 {
      separator = bytes[offset + 4]
      offset = end + (bytes[end...].starts(with: [13, 10]) ? 2 : 1)
    } else {
      separator = Self.separator(in: bytes[offset...])
    }
  }

  /// Of comma, semicolon and tab the one that the first row has most of, outside quotation marks.
  private static func separator(in bytes: ArraySlice<UInt8>) -> UInt8 {
    var counts: [UInt8: Int] = [:]
    var isQuoted = false
    for byte in bytes {
      if byte == UInt8(ascii: "\"") { isQuoted.toggle() }
      if !isQuoted, byte == 10 || byte == 13 { break }
      if !isQuoted { counts[byte, default: 0] += 1 }
    }
    let candidates = [UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: "\t")]
    return candidates.max { (counts[$0] ?? 0) < (counts[$1] ?? 0) } ?? candidates[0]
  }

  mutating func nextRow() -> Step {
    guard offset < bytes.count else { return .end }
    var cells: [LocatedText] = []
    while true {
      if offset < bytes.count, bytes[offset] == UInt8(ascii: "\"") {
        let start = offset
        guard let cell = quotedCell() else { return .fault("a quotation mark is not closed", start) }
        cells.append(cell)
        guard offset == bytes.count || isBreak(bytes[offset]) || bytes[offset] == separator else {
          return .fault("something follows a closing quotation mark", offset)
        }
      } else {
        cells.append(plainCell())
      }
      guard offset < bytes.count else { return .row(cells) }
      let byte = bytes[offset]
      offset += 1
      if byte == 13, offset < bytes.count, bytes[offset] == 10 { offset += 1 }
      if isBreak(byte) { return .row(cells) }
    }
  }

  private func isBreak(_ byte: UInt8) -> Bool { byte == 10 || byte == 13 }

  private mutating func plainCell() -> LocatedText {
    let start = offset
    while offset < bytes.count, !isBreak(bytes[offset]), bytes[offset] != separator { offset += 1 }
    return cell(Array(bytes[start..<offset]), start)
  }

  /// A cell in quotation marks, in which two of them are one; nil where it is not closed.
  private mutating func quotedCell() -> LocatedText? {
    let start = offset
    var text: [UInt8] = []
    offset += 1
    while offset < bytes.count {
      if bytes[offset] == UInt8(ascii: "\"") {
        offset += 1
        guard offset < bytes.count, bytes[offset] == UInt8(ascii: "\"") else { return cell(text, start) }
      }
      text.append(bytes[offset])
      offset += 1
    }
    return nil
  }

  private func cell(_ text: [UInt8], _ start: Int) -> LocatedText {
    let isGuarded = text.first == UInt8(ascii: "'") && text.count > 1 && "=+-@".utf8.contains(text[1])
    return LocatedText(text: String(decoding: isGuarded ? text.dropFirst() : text[...], as: UTF8.self), span: file.span(start..<offset))
  }
}
