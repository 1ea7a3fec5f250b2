import Diagnostics

/// Writes a value as JSON (RFC 8259) in one layout: two spaces to a level, a member or a record to a line, lists of lone values on one line,
/// `\n` at the line's end. Equal values have equal bytes.
package enum FactJSON {
  /// The whole text, with a line's end behind it.
  package static func bytes(of value: FactValue) -> [UInt8] {
    var bytes: [UInt8] = []
    append(value, depth: 0, to: &bytes)
    bytes.append(UInt8(ascii: "\n"))
    return bytes
  }

  private static func append(_ value: FactValue, depth: Int, to bytes: inout [UInt8]) {
    switch value {
    case .text(let text): JSONText.append(text, to: &bytes)
    case .flag(let flag): bytes.append(contentsOf: (flag ? "true" : "false").utf8)
    case .number(let number): bytes.append(contentsOf: String(number).utf8)
    case .list(let items):
      let isFlat = items.allSatisfy(\.isLone)
      bytes.append(UInt8(ascii: "["))
      for (index, item) in items.enumerated() {
        if index > 0 { bytes.append(contentsOf: (isFlat ? ", " : ",").utf8) }
        if !isFlat { newLine(depth + 1, &bytes) }
        append(item, depth: depth + 1, to: &bytes)
      }
      if !isFlat { newLine(depth, &bytes) }
      bytes.append(UInt8(ascii: "]"))
    case .record(let members):
      bytes.append(UInt8(ascii: "{"))
      for (index, member) in members.enumerated() {
        if index > 0 { bytes.append(UInt8(ascii: ",")) }
        newLine(depth + 1, &bytes)
        JSONText.append(member.name, to: &bytes)
        bytes.append(contentsOf: ": ".utf8)
        append(member.value, depth: depth + 1, to: &bytes)
      }
      if !members.isEmpty { newLine(depth, &bytes) }
      bytes.append(UInt8(ascii: "}"))
    }
  }

  private static func newLine(_ depth: Int, _ bytes: inout [UInt8]) {
    bytes.append(UInt8(ascii: "\n"))
    for _ in 0..<depth { bytes.append(contentsOf: "  ".utf8) }
  }
}

extension FactValue {
  /// Whether it is neither a list nor a record.
  var isLone: Bool {
    switch self {
    case .text, .flag, .number: true
    case .list, .record: false
    }
  }
}
