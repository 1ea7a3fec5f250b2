import Diagnostics

extension ScalarScanner {
  private enum Chomping {
    case strip, clip, keep
  }

  /// A literal or folded scalar, from its header to the last byte that its text says.
  func block(at start: Int, indent parent: Int) -> ScannedScalar? {
    let literal = bytes[start] == UInt8(ascii: "|")
    var offset = start + 1
    var chomping = Chomping.clip
    var width = 0
    for _ in 0..<2 {
      switch byte(offset) {
      case UInt8(ascii: "+") where chomping == .clip: chomping = .keep
      case UInt8(ascii: "-") where chomping == .clip: chomping = .strip
      case let digit where digit >= UInt8(ascii: "1") && digit <= UInt8(ascii: "9") && width == 0: width = Int(digit - UInt8(ascii: "0"))
      default: continue
      }
      offset += 1
    }
    var last = offset
    while isBlank(offset) { offset += 1 }
    if byte(offset) == UInt8(ascii: "#") {
      while offset < end, !isBreak(offset) { offset += 1 }
    }
    guard offset >= end || isBreak(offset) else { return nil }
    if offset < end { offset = afterBreak(offset) }

    var builder = ScalarBuilder()
    var indent = width == 0 ? 0 : max(parent, 0) + width
    var leadingBreak: Int?
    guard var lines = BlockLines(self, at: offset, indent: &indent, parent: parent) else { return nil }
    var leadingBlank = false
    while lines.next - lines.lineStart == indent, lines.next < end {
      let trailingBlank = isBlank(lines.next)
      if let first = leadingBreak {
        let folds = !literal && !leadingBlank && !trailingBlank
        if !folds {
          builder.put(UInt8(ascii: "\n"), at: first)
        } else if lines.breaks.isEmpty {
          builder.put(UInt8(ascii: " "), at: first)
        }
      }
      for position in lines.breaks { builder.put(UInt8(ascii: "\n"), at: position) }
      leadingBlank = trailingBlank
      offset = lines.next
      while offset < end, !isBreak(offset) { offset += 1 }
      builder.copy(bytes, lines.next..<offset)
      last = offset
      leadingBreak = offset < end ? offset : nil
      if offset < end { offset = afterBreak(offset) }
      guard let following = BlockLines(self, at: offset, indent: &indent, parent: parent) else { return nil }
      lines = following
    }
    if chomping != .strip, let leadingBreak {
      builder.put(UInt8(ascii: "\n"), at: leadingBreak)
      last = afterBreak(leadingBreak)
    }
    if chomping == .keep {
      for position in lines.breaks {
        builder.put(UInt8(ascii: "\n"), at: position)
        last = afterBreak(position)
      }
    }
    return ScannedScalar(
      text: builder.string, style: literal ? .literal : .folded, range: start..<last, runs: builder.runs, next: lines.lineStart)
  }
}

/// Blank lines within a block scalar, and the indentation of the line behind them.
private struct BlockLines {
  /// Offsets of the line breaks.
  var breaks: [Int] = []
  var lineStart: Int
  /// Behind the indentation of the line that is not blank.
  var next: Int

  /// Skips indentation and line breaks; finds the indentation if it is 0. Nil at a tab that stands for indentation.
  init?(_ scanner: ScalarScanner, at start: Int, indent: inout Int, parent: Int) {
    lineStart = start
    next = start
    var deepest = 0
    while true {
      while indent == 0 || next - lineStart < indent, scanner.byte(next) == UInt8(ascii: " ") { next += 1 }
      deepest = max(deepest, next - lineStart)
      if indent == 0 || next - lineStart < indent, scanner.byte(next) == UInt8(ascii: "\t") { return nil }
      guard scanner.isBreak(next) else { break }
      breaks.append(next)
      next = scanner.afterBreak(next)
      lineStart = next
    }
    if indent == 0 { indent = max(deepest, parent + 1, 1) }
  }
}
