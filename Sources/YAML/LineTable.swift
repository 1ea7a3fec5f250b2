/// Where libYAML's lines begin: it also ends lines at U+0085, U+2028 and U+2029, which no editor does.
struct LineTable {
  private let bytes: [UInt8]
  private let range: Range<Int>
  private var starts: [Int]

  init(_ text: YAMLText) {
    bytes = text.bytes
    range = text.range
    starts = [range.lowerBound]
    var offset = range.lowerBound
    while offset < range.upperBound {
      let byte = bytes[offset]
      var length = 1
      var ends = false
      switch byte {
      case UInt8(ascii: "\n"): ends = true
      case UInt8(ascii: "\r"):
        ends = true
        if offset + 1 < range.upperBound, bytes[offset + 1] == UInt8(ascii: "\n") { length = 2 }
      case 0xC2 where offset + 1 < range.upperBound && bytes[offset + 1] == 0x85:
        (ends, length) = (true, 2)
      case 0xE2 where offset + 2 < range.upperBound && bytes[offset + 1] == 0x80 && bytes[offset + 2] & 0xFE == 0xA8:
        (ends, length) = (true, 3)
      default: break
      }
      offset += length
      if ends { starts.append(offset) }
    }
  }

  /// The offset of a line and of a column that counts Unicode scalars, both from 1.
  func offset(line: Int, column: Int) -> Int {
    guard line >= 1, line <= starts.count else { return range.upperBound }
    var offset = starts[line - 1]
    var left = column - 1
    while left > 0, offset < range.upperBound {
      offset += 1
      while offset < range.upperBound, bytes[offset] & 0xC0 == 0x80 { offset += 1 }
      left -= 1
    }
    return offset
  }

  /// Where the line begins in which an offset lies.
  func lineStart(at offset: Int) -> Int {
    var low = 0
    var high = starts.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if starts[middle] <= offset { low = middle } else { high = middle }
    }
    return starts[low]
  }

  /// Where the line ends in which an offset lies, its break left out.
  func lineEnd(at offset: Int) -> Int {
    var end = offset
    while end < range.upperBound, bytes[end] != UInt8(ascii: "\n"), bytes[end] != UInt8(ascii: "\r") { end += 1 }
    return end
  }
}
