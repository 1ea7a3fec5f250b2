import Diagnostics

extension ScalarScanner {
  /// A plain scalar, over several lines if they are indented deeper than `indent`.
  func plain(at start: Int, indent: Int, flow: Bool) -> ScannedScalar? {
    guard var stop = plainPiece(start, flow: flow), stop > start else { return nil }
    // Most plain scalars end with their first line.
    var gap = ScalarGap(self, at: stop)
    guard continues(gap, indent: indent, flow: flow) else { return verbatim(start..<stop) }
    var builder = ScalarBuilder()
    builder.copy(bytes, start..<stop)
    while continues(gap, indent: indent, flow: flow) {
      guard let pieceEnd = plainPiece(gap.next, flow: flow) else { return nil }
      guard pieceEnd > gap.next else { break }
      gap.fold(from: stop, self, into: &builder)
      builder.copy(bytes, gap.next..<pieceEnd)
      stop = pieceEnd
      gap = ScalarGap(self, at: stop)
    }
    return ScannedScalar(text: builder.string, style: .plain, range: start..<stop, runs: builder.runs, next: stop)
  }

  private func verbatim(_ range: Range<Int>) -> ScannedScalar {
    ScannedScalar(
      text: String(decoding: bytes[range], as: UTF8.self), style: .plain, range: range,
      runs: [TextMap.Run(text: 0, source: range.lowerBound)], next: range.upperBound)
  }

  /// Whether more of the scalar may follow the gap.
  private func continues(_ gap: ScalarGap, indent: Int, flow: Bool) -> Bool {
    guard gap.next < end else { return false }
    if let lineStart = gap.lineStart {
      if !flow, gap.next - lineStart <= indent { return false }
      if gap.next == lineStart, isDocumentMarker(lineStart) { return false }
    }
    return bytes[gap.next] != UInt8(ascii: "#")
  }

  /// The end of what stands in one line, blanks behind it left out; nil where libYAML refuses a colon.
  private func plainPiece(_ start: Int, flow: Bool) -> Int? {
    var offset = start
    var stop = start
    while offset < end {
      switch bytes[offset] {
      case UInt8(ascii: " "), UInt8(ascii: "\t"):
        offset += 1
        continue
      case UInt8(ascii: "\n"), UInt8(ascii: "\r"):
        return stop
      case UInt8(ascii: "#"):
        if offset > stop { return stop }
      case UInt8(ascii: ":"):
        if flow, ",?[]{}".utf8.contains(byte(offset + 1)) { return nil }
        if isBlankOrEnd(offset + 1) { return stop }
      case UInt8(ascii: ","), UInt8(ascii: "["), UInt8(ascii: "]"), UInt8(ascii: "{"), UInt8(ascii: "}"):
        if flow { return stop }
      default:
        break
      }
      offset += 1
      stop = offset
    }
    return stop
  }
}
