/// The grammar of ids: `^[a-z][a-z0-9-]{1,47}$`.
package enum FactID {
  /// Whether a text can be an id.
  package static func isValid(_ id: String) -> Bool {
    let bytes = id.utf8
    guard let first = bytes.first, (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(first), (2...48).contains(bytes.count) else {
      return false
    }
    return bytes.allSatisfy(isAllowed)
  }

  /// The nearest valid id to what was written, if there is one: small letters, hyphens for all else.
  package static func proposal(for id: String) -> String? {
    var result = ""
    for scalar in id.lowercased().unicodeScalars {
      if scalar.isASCII, isAllowed(UInt8(scalar.value)) {
        result.unicodeScalars.append(scalar)
      } else if !result.isEmpty, !result.hasSuffix("-") {
        result += "-"
      }
    }
    while result.hasSuffix("-") { result.removeLast() }
    result = String(result.prefix(48))
    return isValid(result) ? result : nil
  }

  private static func isAllowed(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"): true
    default: false
    }
  }
}
