import Diagnostics

/// Reference definitions of a Markdown file, `[label]: destination "title"`: where a link by reference says where it leads.
struct LinkDefinitions {
  let file: SourceFile

  /// Edits that replace a part of the destination in every definition that gives it.
  func edits(of destination: String, _ range: Range<Int>, to new: String) -> [TextEdit] {
    let wanted = Array(destination.utf8)
    return (1...file.lineCount).compactMap { number in
      guard let start = start(in: file.lineRange(number), of: wanted) else { return nil }
      return TextEdit(file.span(start + range.lowerBound..<start + range.upperBound), new)
    }
  }

  /// Where the destination begins, if the line is a definition that gives it.
  private func start(in line: Range<Int>, of wanted: [UInt8]) -> Int? {
    var offset = line.lowerBound
    // What the blocks around put before it: blanks and the marks of quotes.
    while offset < line.upperBound, [0x20, 0x09, UInt8(ascii: ">")].contains(file.bytes[offset]) { offset += 1 }
    guard offset < line.upperBound, file.bytes[offset] == UInt8(ascii: "["),
      let close = file.bytes[offset..<line.upperBound].firstIndex(of: UInt8(ascii: "]")), close + 1 < line.upperBound,
      file.bytes[close + 1] == UInt8(ascii: ":")
    else { return nil }
    offset = close + 2
    while offset < line.upperBound, file.bytes[offset] == 0x20 || file.bytes[offset] == 0x09 { offset += 1 }
    if offset < line.upperBound, file.bytes[offset] == UInt8(ascii: "<") { offset += 1 }
    let end = offset + wanted.count
    guard end <= line.upperBound, file.bytes[offset..<end].elementsEqual(wanted) else { return nil }
    return end == line.upperBound || [0x20, 0x09, UInt8(ascii: ">")].contains(file.bytes[end]) ? offset : nil
  }
}
