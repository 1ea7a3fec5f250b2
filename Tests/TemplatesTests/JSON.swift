import Templates

/// Just enough of a JSON reader to turn the specification's cases into views.
indirect enum JSON {
  case null
  case flag(Bool)
  case scalar(String)
  case list([JSON])
  case object([(key: String, value: JSON)])

  static func parse(_ text: String) -> JSON? {
    var reader = JSONReader(bytes: Array(text.utf8))
    return reader.value()
  }

  subscript(_ key: String) -> JSON? {
    guard case .object(let fields) = self else { return nil }
    return fields.first { $0.key == key }?.value
  }

  var string: String? {
    if case .scalar(let text) = self { text } else { nil }
  }

  /// The value as templates see it; a record's shape is made from its keys.
  var view: View {
    switch self {
    case .null: .absent
    case .flag(let flag): .flag(flag)
    case .scalar(let text): .text(text)
    case .list(let items): .list(items.map(\.view))
    case .object(let fields): .record(Self.record(fields.map { ($0.key, $0.value.view) }))
    }
  }

  /// A record whose shape is made from the names that it happens to have.
  static func record(_ fields: [(String, View)]) -> any ViewRecord {
    let values = fields.map(\.1)
    let shape = ViewShape("record", "Whatever a test says.", fields.map { ViewField($0.0, .text, isOptional: true, "A field.") })
    return ComputedRecord(shape) { values[$0] }
  }
}

private struct JSONReader {
  let bytes: [UInt8]
  var offset = 0

  init(bytes: [UInt8]) {
    self.bytes = bytes
  }

  mutating func value() -> JSON? {
    skipSpace()
    guard offset < bytes.count else { return nil }
    switch bytes[offset] {
    case UInt8(ascii: "{"):
      var fields: [(key: String, value: JSON)] = []
      offset += 1
      while take(UInt8(ascii: "}")) == false {
        _ = take(UInt8(ascii: ","))
        guard case .scalar(let key)? = value(), take(UInt8(ascii: ":")), let item = value() else { return nil }
        fields.append((key, item))
      }
      return .object(fields)
    case UInt8(ascii: "["):
      var items: [JSON] = []
      offset += 1
      while take(UInt8(ascii: "]")) == false {
        _ = take(UInt8(ascii: ","))
        guard let item = value() else { return nil }
        items.append(item)
      }
      return .list(items)
    case UInt8(ascii: "\""): return string().map(JSON.scalar)
    default:
      let start = offset
      while offset < bytes.count, !",]} \n".utf8.contains(bytes[offset]) { offset += 1 }
      let word = String(decoding: bytes[start..<offset], as: UTF8.self)
      return word == "null" ? .null : word == "true" ? .flag(true) : word == "false" ? .flag(false) : .scalar(word)
    }
  }

  private mutating func string() -> String? {
    var result: [UInt8] = []
    offset += 1
    while offset < bytes.count, bytes[offset] != UInt8(ascii: "\"") {
      if bytes[offset] == UInt8(ascii: "\\") {
        offset += 1
        guard offset < bytes.count else { return nil }
        switch bytes[offset] {
        case UInt8(ascii: "n"): result.append(0x0A)
        case UInt8(ascii: "r"): result.append(0x0D)
        case UInt8(ascii: "t"): result.append(0x09)
        case UInt8(ascii: "u"):
          guard let code = UInt32(String(decoding: bytes[(offset + 1)..<(offset + 5)], as: UTF8.self), radix: 16),
            let scalar = Unicode.Scalar(code)
          else { return nil }
          result += Array(String(Character(scalar)).utf8)
          offset += 4
        default: result.append(bytes[offset])
        }
      } else {
        result.append(bytes[offset])
      }
      offset += 1
    }
    offset += 1
    return String(decoding: result, as: UTF8.self)
  }

  private mutating func skipSpace() {
    while offset < bytes.count, " \n\r\t".utf8.contains(bytes[offset]) { offset += 1 }
  }

  private mutating func take(_ byte: UInt8) -> Bool {
    skipSpace()
    guard offset < bytes.count, bytes[offset] == byte else { return false }
    offset += 1
    return true
  }
}
