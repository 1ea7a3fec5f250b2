/// A text that has the shape of EDTF and misses its rules: spaces, forms of the 2012 draft, single digits, ends in the wrong order.
struct NearExpression {
  let bytes: [UInt8]
  /// Whether its dates may be in ordinary writing: `August 2025/September 2025`.
  var takesOrdinaryDates = false

  /// A better text, which may still be wrong; nil if a part of it has no date's shape.
  func repaired() -> [UInt8]? {
    let text = Self.trimmed(bytes[...])
    guard let first = text.first, text.count <= EDTFParser.lengthLimit else { return nil }
    if first == UInt8(ascii: "[") || first == UInt8(ascii: "{") { return repairedSet(text) }
    let parts = text.split(separator: UInt8(ascii: "/"), maxSplits: 2, omittingEmptySubsequences: false)
    switch parts.count {
    case 1: return repairedDate(text)
    case 2: return repairedInterval(parts[0], parts[1])
    default: return nil
    }
  }

  private func repairedInterval(_ first: ArraySlice<UInt8>, _ second: ArraySlice<UInt8>) -> [UInt8]? {
    guard let start = repairedEnd(first), let end = repairedEnd(second) ?? completedEnd(second, from: start) else { return nil }
    let slash = [UInt8(ascii: "/")]
    let asWritten = start + slash + end
    return EDTFRepair.valid(asWritten) == nil ? end + slash + start : asWritten
  }

  private func repairedEnd(_ part: ArraySlice<UInt8>) -> [UInt8]? {
    let text = Self.trimmed(part)
    if text.isEmpty || text.elementsEqual("..".utf8) { return Array(text) }
    switch String(decoding: text, as: UTF8.self).lowercased() {
    case "unknown": return []
    case "open", "present", "now", "ongoing": return Array("..".utf8)
    default: return repairedDate(text).map(Self.withoutTime)
    }
  }

  /// An end that leaves out what it shares with the start: `2025-08-15/18`, `2025-08-15/09-02`.
  private func completedEnd(_ part: ArraySlice<UInt8>, from start: [UInt8]) -> [UInt8]? {
    let text = Self.trimmed(part)
    guard text.count == 2 || text.count == 5, start.count > text.count, start[start.count - text.count - 1] == UInt8(ascii: "-") else {
      return nil
    }
    let end = Array(start.dropLast(text.count)) + text
    return EDTFRepair.valid(end) == nil ? nil : end
  }

  private func repairedSet(_ text: ArraySlice<UInt8>) -> [UInt8]? {
    guard let opening = text.first else { return nil }
    var inner = text.dropFirst()
    if let last = inner.last, last == UInt8(ascii: "]") || last == UInt8(ascii: "}") { inner = inner.dropLast() }
    var result = [opening]
    for (index, member) in inner.split(separator: UInt8(ascii: ","), omittingEmptySubsequences: false).enumerated() {
      guard let mended = repairedMember(member) else { return nil }
      if index > 0 { result.append(UInt8(ascii: ",")) }
      result += mended
    }
    return result + [opening == UInt8(ascii: "[") ? UInt8(ascii: "]") : UInt8(ascii: "}")]
  }

  private func repairedMember(_ part: ArraySlice<UInt8>) -> [UInt8]? {
    let member = Self.trimmed(part)
    let dot = UInt8(ascii: ".")
    let dots = Array("..".utf8)
    var separator: Range<Int>?
    if let slash = member.firstIndex(of: UInt8(ascii: "/")) {
      separator = slash..<slash + 1
    } else if let start = member.indices.dropLast().first(where: { member[$0] == dot && member[$0 + 1] == dot }) {
      let end = member[start...].firstIndex { $0 != dot } ?? member.endIndex
      separator = start..<end
    }
    guard let separator else { return repairedDate(member).map(Self.withoutTime) }
    let first = Self.trimmed(member[member.startIndex..<separator.lowerBound])
    let second = Self.trimmed(member[separator.upperBound...])
    let start = first.isEmpty ? [] : repairedDate(first).map(Self.withoutTime)
    let end = second.isEmpty ? [] : repairedDate(second).map(Self.withoutTime)
    guard let start, let end else { return nil }
    let asWritten = start + dots + end
    guard !start.isEmpty, !end.isEmpty, EDTFRepair.valid([UInt8(ascii: "[")] + asWritten + [UInt8(ascii: "]")]) == nil else {
      return asWritten
    }
    return end + dots + start
  }

  /// One date, in a shape near to EDTF's or in words.
  private func repairedDate(_ text: ArraySlice<UInt8>) -> [UInt8]? {
    if EDTFRepair.valid(Array(text)) != nil { return Array(text) }
    if let near = NearDate(text).repaired(), EDTFRepair.valid(near) != nil { return near }
    guard takesOrdinaryDates, let phrase = OrdinaryPhrase(bytes: Array(text)).readDate(), EDTFRepair.valid(Array(phrase.utf8)) != nil else {
      return nil
    }
    return Array(phrase.utf8)
  }

  private static func withoutTime(_ date: [UInt8]) -> [UInt8] {
    Array(date.prefix { $0 != UInt8(ascii: "T") })
  }

  static func trimmed(_ part: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    var result = part.drop(while: EDTFRepair.isSpace)
    while let last = result.last, EDTFRepair.isSpace(last) { result.removeLast() }
    return result
  }
}
