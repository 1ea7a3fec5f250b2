import Diagnostics
import YAML

/// Finds the comments in a file of YAML: what a number sign begins, outside of keys and values.
struct Comments {
  let file: SourceFile
  /// Where keys and values stand, in their order: a number sign in there is none of a comment's.
  private let taken: [Range<Int>]

  init(_ file: SourceFile, _ root: YAMLNode) {
    self.file = file
    var ranges: [Range<Int>] = []
    var pending = [root]
    while let node = pending.popLast() {
      switch node.value {
      case .scalar: if !node.span.isEmpty { ranges.append(node.span.range) }
      case .sequence(let nodes): pending += nodes
      case .mapping(let entries):
        for entry in entries {
          ranges.append(entry.keySpan.range)
          pending.append(entry.value)
        }
      }
    }
    taken = ranges.sorted { $0.lowerBound < $1.lowerBound }
  }

  /// The comments within a range, each from its number sign to the end of its line, and those on the first lines of blocks of text.
  func all(in part: Range<Int>) -> [Range<Int>] {
    var found: [Range<Int>] = []
    var offset = part.lowerBound
    // The first key or value that does not end before the range.
    var low = 0
    var high = taken.count
    while low < high {
      let middle = (low + high) / 2
      if taken[middle].upperBound <= offset { low = middle + 1 } else { high = middle }
    }
    while offset < part.upperBound {
      if low < taken.count, taken[low].lowerBound <= offset {
        if let comment = header(taken[low]), comment.lowerBound >= part.lowerBound { found.append(comment) }
        offset = max(offset, taken[low].upperBound)
        low += 1
      } else if file.bytes[offset] == UInt8(ascii: "#") {
        let end = file.lineRange(file.line(at: offset)).upperBound
        found.append(offset..<end)
        offset = max(end, offset + 1)
      } else {
        offset += 1
      }
    }
    return found
  }

  /// The comment behind `|` or `>`.
  private func header(_ range: Range<Int>) -> Range<Int>? {
    guard [UInt8(ascii: "|"), UInt8(ascii: ">")].contains(file.bytes[range.lowerBound]) else { return nil }
    let line = range.lowerBound..<min(range.upperBound, file.lineRange(file.line(at: range.lowerBound)).upperBound)
    return file.bytes[line].firstIndex(of: UInt8(ascii: "#")).map { $0..<line.upperBound }
  }

  /// The texts of all comments of the file, blanks at the end left out, in alphabetical order.
  var texts: [String] {
    all(in: 0..<file.bytes.count).map { range in
      var end = range.upperBound
      while end > range.lowerBound, file.bytes[end - 1] == 0x20 || file.bytes[end - 1] == 0x09 { end -= 1 }
      return file.text(range.lowerBound..<end)
    }.sorted()
  }
}
