/// The part of a file that a request asks for (RFC 9110, section 14).
enum ByteRange: Sendable, Hashable {
  /// All of it: no range was asked for, or one that need not be heeded (another unit, several ranges, not well-formed).
  case whole
  case part(Range<Int>)
  /// It lies behind the end.
  case beyond

  /// - Parameters:
  ///   - field: The value of `Range`.
  ///   - size: Of the file, in bytes.
  init(_ field: String?, size: Int) {
    self = .whole
    guard let field, let equals = field.firstIndex(of: "="), field[..<equals].lowercased() == "bytes" else { return }
    let range = field[field.index(after: equals)...].filter { $0 != " " && $0 != "\t" }
    guard let dash = range.firstIndex(of: "-"), !range.contains(",") else { return }
    let first = range[..<dash]
    let last = range[range.index(after: dash)...]
    switch (Self.number(first), Self.number(last)) {
    case (let start?, let end?):
      if start > end { return }
      self = start < size ? .part(start..<min(end, size - 1) + 1) : .beyond
    case (let start?, nil):
      guard last.isEmpty else { return }
      self = start < size ? .part(start..<size) : .beyond
    case (nil, let count?):
      guard first.isEmpty else { return }
      self = count > 0 && size > 0 ? .part(max(0, size - count)..<size) : .beyond
    case (nil, nil): return
    }
  }

  /// A number in digits alone; one that is larger than can be counted is the largest that can.
  private static func number(_ text: Substring) -> Int? {
    guard !text.isEmpty, text.utf8.allSatisfy({ $0 >= UInt8(ascii: "0") && $0 <= UInt8(ascii: "9") }) else { return nil }
    return Int(text) ?? Int.max - 1
  }
}
