import Diagnostics

/// Hides repeated keys from Yams, which throws at the first one, so that all of them are found and the rest of the file is read.
///
/// A hidden key is replaced by as many private-use characters as it has, each time others: lines and columns stay as they are.
struct KeyMasks {
  /// After so many mappings with repeated keys, reading gives up: each costs a further reading.
  private static let limit = 64

  let text: YAMLText
  let scanner: ScalarScanner
  let lines: LineTable
  private var masks: [(range: Range<Int>, replacement: [UInt8])] = []
  private var rounds = 0

  init(text: YAMLText, scanner: ScalarScanner, lines: LineTable) {
    self.text = text
    self.scanner = scanner
    self.lines = lines
  }

  /// Where hidden keys begin.
  var offsets: Set<Int> {
    Set(masks.map(\.range.lowerBound))
  }

  /// The text for Yams.
  var masked: String {
    var result: [UInt8] = []
    result.reserveCapacity(text.range.count)
    var done = text.range.lowerBound
    for mask in masks.sorted(by: { $0.range.lowerBound < $1.range.lowerBound }) {
      result.append(contentsOf: text.bytes[done..<mask.range.lowerBound])
      result.append(contentsOf: mask.replacement)
      done = mask.range.upperBound
    }
    result.append(contentsOf: text.bytes[done..<text.range.upperBound])
    return String(decoding: result, as: UTF8.self)
  }

  /// The key at an offset that Yams named.
  func key(at offset: Int) -> ScannedScalar {
    scanner.scalar(at: offset, indent: offset - lines.lineStart(at: offset), flow: true)
      ?? ScannedScalar(text: "", style: .plain, range: offset..<offset, runs: [], next: offset)
  }

  /// Hides later keys that say the same as the one at `first`, and may be of its mapping; false if none was found.
  ///
  /// To hide a key too many does no harm: `KeyTable` judges by what the source says.
  mutating func mask(repeatsOf first: Int) -> Bool {
    rounds += 1
    guard rounds <= Self.limit else { return false }
    let prefix = text.bytes[lines.lineStart(at: first)..<first]
    let isBlock = prefix.allSatisfy { " -?".utf8.contains($0) }
    var found = isBlock ? blockRepeats(first, column: prefix.count) : []
    // A key of a flow mapping can begin a line too.
    if found.isEmpty { found = flowRepeats(first) }
    for key in found {
      masks.append((key.range, replacement(for: key.range)))
    }
    return !found.isEmpty
  }

  private func blockRepeats(_ first: Int, column: Int) -> [ScannedScalar] {
    let wanted = blockKey(first, column: column)?.text
    var found: [ScannedScalar] = []
    var offset = first
    while true {
      offset = lines.lineEnd(at: behindValue(offset, column: column))
      guard offset < scanner.end else { return found }
      offset = scanner.afterBreak(offset)
      let start = offset
      while scanner.byte(offset) == UInt8(ascii: " ") { offset += 1 }
      if scanner.isBlankOrEnd(offset) || scanner.byte(offset) == UInt8(ascii: "#") { continue }
      if offset - start < column { return found }
      guard offset - start == column, !isMasked(offset) else { continue }
      if let key = blockKey(offset, column: column), key.text == wanted { found.append(key) }
    }
  }

  /// Behind what begins in a line, if that is a quoted text or a flow collection, which may go on at any indentation; else where it was.
  private func behindValue(_ start: Int, column: Int) -> Int {
    var offset = start
    while scanner.byte(offset) == UInt8(ascii: "-"), scanner.isBlank(offset + 1) {
      offset += 1
      while scanner.isBlank(offset) { offset += 1 }
    }
    if !"[{".utf8.contains(scanner.byte(offset)), let key = blockKey(offset, column: column) {
      offset = key.next
      while scanner.isBlank(offset) || scanner.byte(offset) == UInt8(ascii: ":") { offset += 1 }
    }
    switch scanner.byte(offset) {
    case UInt8(ascii: "'"), UInt8(ascii: "\""):
      return scanner.scalar(at: offset, indent: -1, flow: false)?.next ?? offset
    case UInt8(ascii: "["), UInt8(ascii: "{"):
      return walkFlow(from: offset + 1) { _, _ in }
    default:
      return offset
    }
  }

  private func blockKey(_ offset: Int, column: Int) -> ScannedScalar? {
    guard let key = scanner.scalar(at: offset, indent: column, flow: false), isFollowedByColon(key) else { return nil }
    return key
  }

  private func flowRepeats(_ first: Int) -> [ScannedScalar] {
    let wanted = scanner.scalar(at: first, indent: -1, flow: true)
    var found: [ScannedScalar] = []
    _ = walkFlow(from: wanted?.next ?? first + 1) { offset, scalar in
      if scalar.text == wanted?.text, !isMasked(offset) { found.append(scalar) }
    }
    return found
  }

  /// Hands over the keys of the flow mapping in which `start` lies, and goes behind its bracket.
  private func walkFlow(from start: Int, key: (Int, ScannedScalar) -> Void) -> Int {
    var offset = start
    var depth = 0
    var isKey = false
    while offset < scanner.end {
      offset = scanner.afterSpace(offset)
      switch scanner.byte(offset) {
      case UInt8(ascii: "["), UInt8(ascii: "{"): depth += 1
      case UInt8(ascii: "]"), UInt8(ascii: "}"): depth -= 1
      case UInt8(ascii: ","): isKey = depth == 0
      case UInt8(ascii: ":"): isKey = false
      default:
        guard let scalar = scanner.scalar(at: offset, indent: -1, flow: true), scalar.next > offset else { break }
        if isKey { key(offset, scalar) }
        isKey = false
        offset = scalar.next
        continue
      }
      offset += 1
      if depth < 0 { break }
    }
    return min(offset, scanner.end)
  }

  private func isFollowedByColon(_ key: ScannedScalar) -> Bool {
    var offset = key.next
    while scanner.isBlank(offset) { offset += 1 }
    return scanner.byte(offset) == UInt8(ascii: ":")
  }

  private func isMasked(_ offset: Int) -> Bool {
    masks.contains { $0.range.lowerBound == offset }
  }

  /// As many characters as the key has, from a number that no other mask has.
  private func replacement(for range: Range<Int>) -> [UInt8] {
    let count = text.bytes[range].count { $0 & 0xC0 != 0x80 }
    var number = UInt32(masks.count)
    var result: [UInt8] = []
    for _ in 0..<count {
      if let scalar = Unicode.Scalar(0xE000 + number % 6400) {
        result.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
      }
      number /= 6400
    }
    return result
  }
}
