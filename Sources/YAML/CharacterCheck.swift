package import Diagnostics

/// Refuses characters that YAML does not allow: controls, and what cannot stand in a text.
enum CharacterCheck {
  /// Whether all characters may stand in YAML; each that may not is reported.
  static func isReadable(_ text: YAMLText, log: inout DiagnosticLog) -> Bool {
    var isReadable = true
    for (offset, length, value) in refused(text) {
      isReadable = false
      let number = String(value, radix: 16, uppercase: true)
      let name = "U+" + String(repeating: "0", count: max(0, 4 - number.count)) + number
      log.add(
        Diagnostic(
          .yamlCharacter, "the invisible character \(name) cannot stand in YAML", at: text.span(offset..<offset + length),
          help: ["delete it, or write it as an escape in double quotes (`\"\\u\(name.dropFirst(2))\"`)"]))
    }
    return isReadable
  }

  /// Whether nothing but printable characters, spaces and ordinary line breaks stand in the text: no tab, no lone carriage return, no
  /// line break that only Unicode knows, and nothing that is refused.
  static func isPlain(_ text: YAMLText) -> Bool {
    let bytes = text.bytes
    let end = text.range.upperBound
    for offset in text.range {
      let byte = bytes[offset]
      if byte >= 0x20, byte < 0x7F || byte > 0xC2 && byte != 0xE2 && byte != 0xEF || byte >= 0x80 && byte < 0xC2 { continue }
      let second = offset + 1 < end ? bytes[offset + 1] : 0
      let third = offset + 2 < end ? bytes[offset + 2] : 0
      switch byte {
      case UInt8(ascii: "\n"): continue
      case UInt8(ascii: "\r"): if second != UInt8(ascii: "\n") { return false }
      case 0xC2: if second < 0xA0 { return false }
      case 0xE2: if second == 0x80, third & 0xFE == 0xA8 { return false }
      case 0xEF: if second == 0xBB && third == 0xBF || second == 0xBF && third >= 0xBE { return false }
      default: return false
      }
    }
    return true
  }

  private static func refused(_ text: YAMLText) -> [(offset: Int, length: Int, value: UInt32)] {
    var found: [(Int, Int, UInt32)] = []
    let bytes = text.bytes
    let end = text.range.upperBound
    var offset = text.range.lowerBound
    while offset < end {
      let byte = bytes[offset]
      let second = offset + 1 < end ? bytes[offset + 1] : 0
      let third = offset + 2 < end ? bytes[offset + 2] : 0
      if byte < 0x20, byte != 0x09, byte != 0x0A, byte != 0x0D {
        found.append((offset, 1, UInt32(byte)))
      } else if byte == 0x7F {
        found.append((offset, 1, 0x7F))
      } else if byte == 0xC2, second < 0xA0, second != 0x85 {
        found.append((offset, 2, UInt32(second)))
      } else if byte == 0xEF, second == 0xBB, third == 0xBF {
        found.append((offset, 3, 0xFEFF))
      } else if byte == 0xEF, second == 0xBF, third == 0xBE || third == 0xBF {
        found.append((offset, 3, third == 0xBE ? 0xFFFE : 0xFFFF))
      }
      offset += 1
    }
    return found
  }
}

// MARK: - Messages

extension DiagnosticKind {
  package static let yamlCharacter = DiagnosticKind(
    "yaml.character",
    meaning:
      "The file has a control character or a byte order mark in its midst. It cannot be seen, mostly comes from copying, and YAML refuses it.",
    wrong: .init("Content/facts/topics/territory.yml", "territory:\n  label: Terri\u{8}tory\n"),
    right: .init("Content/facts/topics/territory.yml", "territory:\n  label: Territory\n"))
}
